import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoded } from '../../src/lib/text.ts';

test('a part of an address may be cut off in the middle of a character', () => {
  assert.equal(decoded('q-%E7%94%B2'), 'q-甲');
  assert.equal(decoded('q-%E7'), 'q-%E7');
});

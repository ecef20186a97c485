/* Codes of indicators, and of their items. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { indicatorOf } from '../../src/lib/codes.ts';

test('an item is of the indicator before its letter; anything else is of itself', () => {
  assert.equal(indicatorOf('TAM-RET-08-a'), 'TAM-RET-08');
  assert.equal(indicatorOf('TAM-RET.1a2b3c4d-b'), 'TAM-RET.1a2b3c4d');
  for (const code of ['TAM-RET-08', 'TAM-RET', 'TAM.senior', '']) assert.equal(indicatorOf(code), code);
});

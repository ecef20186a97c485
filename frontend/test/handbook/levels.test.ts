/* Which files tell of the levels that are marked. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesOf } from '../../src/handbook/mine/levels.ts';

const data = { words: {}, files: { care: 'levels/care.js?1', lead: 'levels/lead.js?2' } };

test('a sequence has one file, whichever of its levels are marked', () => {
  assert.deepEqual(filesOf(data, ['care/low', 'care/high']), ['levels/care.js?1']);
  assert.deepEqual(filesOf(data, ['lead/low', 'care/high']), ['levels/lead.js?2', 'levels/care.js?1']);
});

test('nothing is loaded for what is not marked, or is another handbook’s', () => {
  assert.deepEqual(filesOf(data, [undefined, 'elsewhere/low', 'constructor/low']), []);
});

/* Up to which release a reader knows the handbook: what is kept, and when it moves on. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { known, parsed } from '../../src/lib/seen.ts';

const DAY = 86_400_000;
const SHOWN = Date.parse('2026-11-01');

test('what storage holds is a release, and perhaps a day', () => {
  assert.deepEqual(parsed('0.2.0'), { release: '0.2.0' });
  assert.deepEqual(parsed('0.2.0 2026-11-01'), { release: '0.2.0', shown: '2026-11-01' });
  assert.deepEqual(parsed('0.2.0 2026-99-99'), { release: '0.2.0' });
  for (const text of [null, '', '0.2', 'next', '0.2.0 soon', '<b>0.2.0</b>', `${'9'.repeat(10)}.0.0`]) assert.equal(parsed(text), null);
});

test('the first visit begins with the newest release', () => {
  assert.deepEqual(known(null, '1.0.0', SHOWN), { release: '1.0.0' });
});

test('what was seen stays until the news were shown for two weeks', () => {
  const fresh = { release: '0.2.0' };
  assert.equal(known(fresh, '1.0.0', SHOWN), fresh);
  const shown = { release: '0.2.0', shown: '2026-11-01' };
  assert.equal(known(shown, '1.0.0', SHOWN + 13 * DAY), shown);
  assert.deepEqual(known(shown, '1.0.0', SHOWN + 14 * DAY), { release: '1.0.0' });
});

test('a clock that was wrong does not keep news for ever', () => {
  assert.deepEqual(known({ release: '0.2.0', shown: '2099-01-01' }, '1.0.0', SHOWN), { release: '1.0.0' });
});

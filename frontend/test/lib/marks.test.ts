/* Marks of levels: moving them, and what stands in storage by another hand. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsed, withMark } from '../../src/lib/marks.ts';

test('ticking moves a mark, and no level has both', () => {
  const own = withMark({}, 'own', 'sales/junior', true);
  assert.deepEqual(own, { own: 'sales/junior' });
  assert.deepEqual(withMark(own, 'own', 'sales/senior', true), { own: 'sales/senior' });
  assert.deepEqual(withMark(own, 'aim', 'sales/senior', true), { own: 'sales/junior', aim: 'sales/senior' });
  assert.deepEqual(withMark({ own: 'a/b', aim: 'a/c' }, 'own', 'a/c', true), { own: 'a/c' });
  assert.deepEqual(withMark({ own: 'a/b', aim: 'a/c' }, 'own', 'a/b', false), { aim: 'a/c' });
});

test('what is not ours is no mark', () => {
  const texts = [null, '', 'null', '[]', '"own"', '{', '{"own":1}', '{"own":"../x"}', '{"own":"a/b/c"}', '{"own":"<b>/x"}',
    `{"own":"a/${'b'.repeat(2000)}"}`, '{"__proto__":{"own":"a/b"}}'];
  for (const text of texts) assert.deepEqual(parsed(text), {}, String(text));
  assert.deepEqual(parsed('{"own":"a/b","aim":"a/b","more":1}'), { own: 'a/b' });
});

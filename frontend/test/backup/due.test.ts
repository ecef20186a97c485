/* When somebody is told that much was changed without a backup. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { counted, due, parsed, without } from '../../src/backup/due.ts';

const NOW = Date.parse('2026-11-28T06:00:00Z');
const DAY = 86_400_000;
const NONE = parsed(null);
const times = (n: number, kept = NONE) => Array.from({ length: n }).reduce<typeof NONE>((all, _, at) => counted(all, 'a', NOW + at * 5000), kept);

test('twenty changes are told, nineteen are not', () => {
  assert.equal(due(times(19), NOW + DAY), 0);
  assert.equal(due(times(20), NOW + DAY), 20);
});

test('what is stored again while somebody writes is one change', () => {
  const typed = [0, 400, 1200, 4900, 9000].reduce((kept, at) => counted(kept, 'a', NOW + at), NONE);
  assert.equal(typed.changes.a.n, 1);
  assert.equal(counted(typed, 'a', NOW + 14_000).changes.a.n, 2);
});

test('one change is told after fourteen days', () => {
  assert.equal(due(times(1), NOW + 14 * DAY - 1), 0);
  assert.equal(due(times(1), NOW + 14 * DAY), 1);
  assert.equal(due(NONE, NOW + 99 * DAY), 0);
});

test('later means seven days, also after the clock was set back', () => {
  const kept = { ...times(20), later: NOW };
  assert.equal(due(kept, NOW + 7 * DAY - 1), 0);
  assert.equal(due(kept, NOW + 7 * DAY), 20);
  assert.equal(due({ ...kept, later: NOW + 400 * DAY }, NOW), 20);
});

test('what stands in a file counts no more', () => {
  const kept = counted(times(20), 'b', NOW);
  assert.equal(due(kept, NOW), 21);
  assert.equal(due(without(kept, 'a'), NOW), 0);
});

test('what is no count of ours counts nothing', () => {
  for (const text of ['', '[]', 'x', '{"changes": [1]}', '{"changes": {"a": {"n": -1, "since": 1}, "b": 7, "c": {"n": 1e999, "since": 1}}}']) {
    assert.equal(due(parsed(text), NOW), 0, text);
  }
});

/* The last self-assessment of a level: one's own, of that level, and whole enough to be told. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lastAssessment } from '../../src/handbook/mine/last-assessment.ts';

const ID = '0123456789abcdef';
const key = (digit: string) => `levelbook.assess.${digit.repeat(16)}`;

function stored(entries: Record<string, string>) {
  const keys = Object.keys(entries);
  return { length: keys.length, key: (at: number) => keys[at] ?? null, getItem: (name: string) => entries[name] ?? null };
}

const doc = (changed: string, more: object = {}) => JSON.stringify({ target: 'S-a', changed, result: { done: 3, of: 9 }, ...more });

test('the last changed is told, with its progress', () => {
  const last = lastAssessment(stored({ [key('1')]: doc('2026-01-02T12:00:00Z'), [key('2')]: doc('2026-03-04T12:00:00Z'), [key('3')]: doc('2026-05-04T12:00:00Z', { target: 'S-b' }) }), ['S-a']);
  assert.deepEqual([last?.id, last?.done, last?.of, last?.finished], ['2'.repeat(16), 3, 9, false]);
});

test('what cannot be read, or is another person’s, is none', () => {
  const entries = { [key('1')]: '{', [key('2')]: doc('soon'), [key('3')]: '[]', 'levelbook.assess.x': doc('2026-01-02T12:00:00Z'), other: 'x' };
  assert.equal(lastAssessment(stored(entries), ['S-a']), null);
  const theirs = { [`levelbook.assess.${ID}`]: doc('2026-01-02T12:00:00Z'), [`levelbook.seat.${ID}`]: '{"seat":"manager"}' };
  assert.equal(lastAssessment(stored(theirs), ['S-a']), null);
});

test('figures that cannot be are not told', () => {
  for (const result of [null, { done: 10, of: 9 }, { done: '<b>', of: 9 }, { done: -1, of: 9 }, { done: 0, of: 0 }]) {
    const last = lastAssessment(stored({ [key('1')]: doc('2026-01-02T12:00:00Z', { result }) }), ['S-a']);
    assert.deepEqual([last?.id, last?.of], ['1'.repeat(16), undefined]);
  }
});

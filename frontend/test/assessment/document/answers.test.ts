import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byParts, lacksReason, standings, state } from '../../../src/assessment/document/answers.ts';
import { answer, dataOf, documentOf, itemOf } from '../checklist.ts';

const part = (code: string, negative = false) => ({ code, text: code, hash: code, negative });
const MIXED = itemOf('A', { parts: [part('A-1'), part('A-2', true)] });
const PLAIN = itemOf('B', { parts: [part('B-1')] });

test('not applicable without a reason is a draft, and the item is not rated, whatever was rated beside it', () => {
  assert.equal(lacksReason(answer({ na: '' })), true);
  assert.equal(lacksReason(answer({ na: ' \n' })), true);
  assert.equal(lacksReason(answer({ na: '没有客户' })), false);
  assert.equal(lacksReason(answer({})), false);
  assert.equal(state(PLAIN, { B: answer({ na: '', points: '3' }) }, 'quick').state, 'todo');
  assert.equal(state(PLAIN, { B: answer({ na: '没有客户', points: '3' }) }, 'quick').state, 'na');
  assert.deepEqual(state(PLAIN, { 'B-1': answer({ na: '', points: '3' }) }, 'full'), { state: 'todo', of: [0, 1] });
});

test('parts of which some are reversed are rated one by one in every mode', () => {
  assert.equal(byParts(MIXED, 'quick'), true);
  assert.equal(byParts(PLAIN, 'quick'), false);
  assert.equal(byParts(PLAIN, 'full'), true);
  assert.deepEqual(state(MIXED, { A: answer({ points: '3', basis: 'k' }), 'A-1': answer({ points: '3' }) }, 'quick'), { state: 'part', of: [1, 2] });
});

test('in a record a rating of the whole counts as it was given', () => {
  const data = dataOf([MIXED]);
  const doc = documentOf(data, { answers: { A: answer({ points: '3' }) } });
  assert.equal(standings(data, doc, 'employee', new Set())[0].state, 'done');
});

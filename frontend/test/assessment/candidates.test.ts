import assert from 'node:assert/strict';
import { test } from 'node:test';

import { askedOf, candidates, stepOf } from '../../src/assessment/result/candidates.ts';
import { figuresOf } from '../../src/assessment/figures.ts';
import { answer, dataOf, documentOf, itemOf } from './checklist.ts';

const ITEMS = [itemOf('X'), itemOf('Y'), itemOf('Z')];
const data = dataOf(ITEMS, { words: { 'result.list': '、' } });
const answers = { X: answer({ points: '2' }), Y: answer({ points: '4', pick: true }), Z: answer({ points: '1' }) };
const view = figuresOf({ data, doc: documentOf(data, { answers }), seat: 'employee', keeper: { look: [] } });

test('the largest gap comes first, what is chosen already comes last', () => {
  assert.deepEqual(candidates(view).map(({ item }) => item.code), ['Z', 'X', 'Y']);
});

test('a step is shown where something is missing', () => {
  assert.deepEqual(view.rows.map((row) => stepOf(view, row)), ['2 → 3', '4', '1 → 3']);
});

test('of what is asked the first sentence is shown', () => {
  assert.equal(askedOf(view, itemOf('X', { text: '\n写计划\n按计划做' })), '写计划');
  assert.equal(askedOf(view, itemOf('X', { kind: 'exam', text: '制度\n产品' })), '制度、产品');
  assert.equal(askedOf(view, itemOf('X')), '');
});

test('where all levels are written it is that of the level asked', () => {
  const byLevel = itemOf('L', { scale: 'levels', standard: '2', text: '初级：会做\n中级生都会\n中级：做得好' });
  assert.equal(askedOf(view, byLevel), '中级：做得好');
});

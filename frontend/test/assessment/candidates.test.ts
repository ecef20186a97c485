import assert from 'node:assert/strict';
import { test } from 'node:test';

import { askedOf, candidates, stepOf, unmetOf } from '../../src/assessment/result/candidates.ts';
import { managing } from './managing.ts';
import { answer, dataOf, documentOf, figuresFor, itemOf, rated } from './checklist.ts';

const ITEMS = [itemOf('X'), itemOf('Y'), itemOf('Z')];
const data = dataOf(ITEMS, { words: { 'result.list': '、' } });
const answers = { X: answer({ points: '2' }), Y: answer({ points: '4', pick: true }), Z: answer({ points: '1' }) };
const view = figuresFor(data, documentOf(data, { answers }));

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

const PARTS = ['P', 'Q', 'R', 'S'].map((code) => ({ code, text: `句子${code}`, hash: '', negative: code === 'R' }));
const [split] = [itemOf('A', { parts: PARTS })];

function unmet(said: Record<string, ReturnType<typeof answer>>, mode: 'full' | 'quick') {
  const checklist = dataOf([split], { partScale: 'five' });
  const shown = figuresFor(checklist, documentOf(checklist, { answers: said, mode }));
  const { parts, isKnown } = unmetOf(shown, shown.rows[0]);
  return [isKnown, parts.map(({ code }) => code).join('')];
}

test('sentences not met yet are those under their standard, where they were rated one by one', () => {
  const one = { P: answer({ points: '1' }), Q: answer({ points: '4' }), R: answer({ points: '5' }), S: answer({ na: '没有' }) };
  assert.deepEqual(unmet(one, 'full'), [true, 'PR'], 'what should not be seen counts the other way round');
  assert.deepEqual(unmet({ A: answer({ points: '2' }) }, 'quick'), [false, 'PQRS'], 'else nobody knows which it is');
  assert.deepEqual(unmet({ A: answer({ points: '3' }) }, 'quick'), [false, '']);
});

test('of what both agreed on the sentences not met are those they ticked', () => {
  const checklist = dataOf([split], { partScale: 'five' });
  const sentences = (codes: string[], agreed: string) => {
    const agreement = { done: '2026-11-26T08:00:00.000Z', unmet: { A: codes }, open: [], picks: [] };
    const shown = figuresFor(checklist, documentOf(checklist, { answers: rated({ A: '2' }), manager: managing(rated({ A: '4' })), agreed: { A: agreed }, agreement }));
    const { parts, isKnown } = unmetOf(shown, shown.rows[0]);
    return [isKnown, parts.map(({ code }) => code).join('')];
  };
  assert.deepEqual([sentences(['Q', 'S'], '2'), sentences([], '2'), sentences(['Q'], '3')], [[true, 'QS'], [false, 'PQRS'], [false, '']]);
});

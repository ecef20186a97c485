import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { SavedAssessment } from '../../src/assessment/document/model.ts';
import { beginning, choicesOn, close, courseOf, leaveOpen, placeOn, proposed, standingOf, tick, tickable } from '../../src/assessment/talk/course.ts';
import { dataOf, documentOf, figuresFor, itemOf, rated } from './checklist.ts';
import { managing } from './managing.ts';

const WORDS = { 'result.condition_met': '满足', 'result.condition_unmet': '不满足' };
const GIVEN = { given: '2026-11-24T08:00:00.000Z' };
const parts = ['P', 'Q'].map((code) => ({ code, text: code, hash: '', negative: false }));

function talk(items = 'ABCDEF'.split('').map((code) => itemOf(code)), more: Partial<SavedAssessment> = {}) {
  const data = dataOf(items, { words: WORDS, partScale: 'five' });
  const doc = documentOf(data, more);
  return { data, doc, view: figuresFor(data, doc, 'both') };
}
const codes = (topics: readonly { item: { code: string } }[]) => topics.map(({ item }) => item.code).join('');

test('the weightiest difference comes first, then what only one has rated; what is alike is folded', () => {
  const { view } = talk(undefined, {
    answers: rated({ A: '3', B: '2', C: '5', D: '4' }), manager: managing(rated({ A: '4', B: '5', C: '5', E: '1' }), '', GIVEN),
  });
  const { topics, alike, silent } = courseOf(view);
  assert.deepEqual([codes(topics), codes(alike), codes(silent)], ['BADE', 'C', 'F']);
  assert.deepEqual(topics.map(({ apart }) => apart), ['3.00', '1.00', null, null]);
});

test('a small difference in what weighs much comes before a large one in what weighs little', () => {
  const { view } = talk([itemOf('A', { weight: '1' }), itemOf('B', { weight: '10' })], {
    answers: rated({ A: '1', B: '3' }), manager: managing(rated({ A: '5', B: '4' }), '', GIVEN),
  });
  assert.equal(codes(courseOf(view).topics), 'BA');
});

test('sentences that both say are not met are talked about, though the ratings are alike', () => {
  const said = rated({ P: '1', Q: '5', A: '4' });
  const items = [itemOf('A'), itemOf('S', { parts })];
  const { view } = talk(items, { mode: 'full', answers: said, manager: managing(said, '', GIVEN) });
  assert.deepEqual([codes(courseOf(view).topics), codes(courseOf(view).alike)], ['S', 'A']);
});

test('a choice bears its figure, or its place where it is said by name', () => {
  const six = { ratings: '0123456'.split('').map((points) => ({ points, name: `第${points}` })), name: '', origin: '', standard: null, exam: null, hash: '' };
  const { data, view } = talk([itemOf('A')]);
  data.scales = { ...data.scales, six };
  const keys = (item: ReturnType<typeof itemOf>) => choicesOn(view, item).map(({ key, figure }) => `${key}${figure && `=${figure}`}`).join(' ');
  assert.equal(keys(itemOf('A', { scale: 'six', standard: '5' })), '0=0 1=1 2=2 3=3 4=4 5=5 6=6');
  assert.equal(keys(itemOf('A')), '1 2 3 4 5');
  assert.deepEqual(choicesOn(view, itemOf('C', { kind: 'condition', scale: '', standard: null })).map(({ key, value, name }) => [key, value, name]), [['1', '0', '不满足'], ['2', '1', '满足']]);
  assert.deepEqual(choicesOn(view, itemOf('A')).filter(({ isStandard }) => isStandard).map(({ value }) => value), ['3']);
});

test('a mark stands over its choice, between two of them in proportion', () => {
  const choices = ['0', '1', '3', '4'].map((value) => ({ value }));
  assert.deepEqual(['0', '1', '2', '3.5', '9', null].map((points) => placeOn(choices, points)), [0.125, 0.375, 0.5, 0.75, 0.875, null]);
});

test('a sentence can be ticked while what is agreed on is under the standard', () => {
  const of = (agreed: string) => {
    const { view } = talk([itemOf('S', { parts })], { answers: rated({ S: '1' }), manager: managing(rated({ S: '5' }), '', GIVEN), agreed: { S: agreed } });
    return tickable(view.rows[0], standingOf(view).result.items[0]).map(({ code }) => code).join('');
  };
  assert.deepEqual([of('2'), of('3'), of('')], ['PQ', '', '']);
  const { doc } = talk();
  const item = itemOf('S', { parts });
  tick(doc, item, 'Q', true);
  tick(doc, item, 'P', true);
  assert.deepEqual(doc.agreement.unmet, { S: ['P', 'Q'] });
  for (const part of ['P', 'Q']) tick(doc, item, part, false);
  assert.deepEqual(doc.agreement.unmet, {});
});

const DIFFERENT = { answers: rated({ A: '1', B: '2', C: '5', D: '4' }), manager: managing(rated({ A: '5', B: '4', C: '5', D: '3' }), '', GIVEN) };

test('a talk goes on where both have neither agreed nor left open', () => {
  const at = (more: Partial<SavedAssessment>) => {
    const { doc, view } = talk(undefined, { ...DIFFERENT, ...more });
    return beginning(courseOf(view), standingOf(view), doc);
  };
  assert.equal(at({}), 0);
  assert.equal(at({ agreed: { A: '3' } }), 1);
  const { doc } = talk(undefined, { ...DIFFERENT, agreed: { A: '3', B: '3' } });
  leaveOpen(doc, 'B');
  assert.deepEqual([doc.agreed, doc.agreement.open], [{ A: '3' }, ['B']]);
  assert.equal(at({ agreed: { A: '3' }, agreement: doc.agreement }), 2);
});

test('the most important are proposed by what is agreed on', () => {
  const { view } = talk(undefined, { ...DIFFERENT, agreed: { A: '2', B: '1', D: '4' } });
  const standing = standingOf(view);
  assert.deepEqual([standing.result.mean, standing.settled.map(({ code }) => code).join(''), codes(standing.open.map((item) => ({ item })))], ['3.00', 'ABCD', 'EF']);
  assert.deepEqual(proposed(view, standing), ['B', 'A']);
});

test('when it is over, what is open is noted, and nothing is unmet that is met', () => {
  const unmet = { A: ['P'], C: ['P'], X: ['P'] };
  const { doc, view } = talk(undefined, { ...DIFFERENT, agreed: { A: '2', B: '1' }, agreement: { done: null, unmet, open: [], picks: [] } });
  close(doc, standingOf(view), ['B', 'A'], '2026-11-26T08:00:00.000Z');
  assert.deepEqual(doc.agreement, { done: '2026-11-26T08:00:00.000Z', unmet: { A: ['P'] }, open: ['D', 'E', 'F'], picks: ['B', 'A'] });
});

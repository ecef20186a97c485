/* An assessment that was handed over, on the page of a newer release: what the figures are there, and what is said beside them. */

import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';

import * as noting from '../../src/assessment/document/before-saving.ts';
import type { Actor } from '../../src/assessment/document/layers.ts';
import { carry } from '../../src/assessment/document/migrate.ts';
import type { Item, SavedAssessment, Scale } from '../../src/assessment/document/model.ts';
import { unsettled } from '../../src/assessment/figures.ts';
import type { PageData } from '../../src/assessment/host.ts';
import { answer, dataOf, documentOf, figuresFor, itemOf, rated } from './checklist.ts';
import { managing } from './managing.ts';

const WORDS = { 'result.list': '、', 'result.moved_total': '总分值' };
const AT = '2026-11-21T08:00:00.000Z';
const item = (code: string, more: Partial<Item> = {}) => itemOf(code, { basis: 'b1', hash: 'h1', ...more });
const ITEMS = ['X', 'Y', 'Z'].map((code) => item(code));
const first = (items = ITEMS, more: Partial<PageData> = {}) => dataOf(items, { release: '1.0.0', words: WORDS, ...more });
const second = (items = ITEMS, more: Partial<PageData> = {}) => dataOf(items, { release: '2.0.0', words: WORDS, ...more });
const RATED = { X: '5', Y: '4', Z: '3' };

afterEach(() => noting.onPage(null));

/** as it was stored on a release */
function stored(data: PageData, more: Partial<SavedAssessment> = {}): SavedAssessment {
  const doc = documentOf(data, { answers: rated(RATED), handed: { n: 1, at: AT }, ...more });
  for (const [code, given] of [...Object.entries(doc.answers), ...Object.entries(doc.manager.answers)]) Object.assign(given, { hash: 'h1', name: `能力${code}` });
  noting.onPage(data);
  noting.note(doc, undefined);
  noting.sum(doc);
  return doc;
}

/** its figures on another release */
function on(data: PageData, doc: SavedAssessment, actor: Actor = 'employee') {
  const carried = carry(doc, data);
  return figuresFor(data, carried.doc, actor, carried.look);
}

const NOTHING = { out: '', gone: '', weights: '', mean: null };
const MEAN = { release: '1.0.0', mean: '4.00' };

test('where nothing has changed nothing is said', () => {
  const view = on(second(), stored(first()));
  assert.deepEqual([view.result.mean, view.moved], ['4.00', NOTHING]);
});

test('an item whose standard has changed is not counted, which is said with what the mean was', () => {
  const view = on(second([item('X', { standard: '4', basis: 'b2' }), ...ITEMS.slice(1)]), stored(first()));
  assert.deepEqual([view.result.mean, view.result.counted, view.again], ['3.50', 2, ['X']]);
  assert.deepEqual(view.moved, { ...NOTHING, out: '能力X', mean: MEAN });
});

test('what was rated and is asked no more is told where the mean is without it', () => {
  const view = on(second(ITEMS.slice(1), { gone: { X: { name: '能力X', text: '', why: '', replacedBy: [], release: '2.0.0' } } }), stored(first()));
  assert.deepEqual([view.result.mean, view.result.counted, view.result.of], ['3.50', 2, 2]);
  assert.deepEqual(view.moved, { ...NOTHING, gone: '能力X', mean: MEAN });
});

test('weights and their sum are told where points are worked out with others', () => {
  const weighted = (weight: string) => [item('X', { weight }), item('Y', { weight: '10' }), item('Z', { weight: '10' })];
  const doc = stored(first(weighted('10'), { total: '30', weightUnit: '分' }));
  const view = on(second(weighted('20'), { total: '40', weightUnit: '分' }), doc);
  assert.deepEqual([view.result.mean, view.result.points?.earned, view.result.points?.of], ['4.00', '32.50', '40']);
  assert.deepEqual(view.moved, { ...NOTHING, weights: '能力X 10 → 20、总分值 30 分 → 40 分' });
  assert.deepEqual(on(second(weighted('10'), { total: '30', weightUnit: '%' }), doc).moved, { ...NOTHING, weights: '总分值 30 分 → 30 %' });
});

test('points that the scale has no more are not counted, nor called unrated alone', () => {
  const { five } = first().scales;
  const four: Scale = { ...five, ratings: five.ratings.slice(0, 4), hash: 'four' };
  const view = on(second(ITEMS.map((one) => ({ ...one, basis: 'b2' })), { scales: { five: four } }), stored(first()));
  assert.deepEqual([view.result.mean, view.result.counted], [null, 0]);
  assert.deepEqual(view.moved, { ...NOTHING, out: '能力X、能力Y、能力Z', mean: MEAN });
});

test('a mark under changed bands is not counted', () => {
  const scale = (from: string, hash: string): Scale => ({ ...first().scales.five, hash, exam: { outOf: '100', round: 'half-up', bands: [{ from, points: '5' }, { from: '0', points: '3' }] } });
  const items = (basis: string) => [item('X', { kind: 'exam', basis }), ...ITEMS.slice(1)];
  const doc = stored(first(items('b1'), { scales: { five: scale('81', 's1') } }), { answers: { ...rated({ Y: '4', Z: '3' }), X: answer({ mark: '83' }) } });
  assert.equal(doc.result?.mean, '4.00');
  const view = on(second(items('b2'), { scales: { five: scale('85', 's2') } }), doc);
  assert.deepEqual([view.result.mean, view.moved], ['3.50', { ...NOTHING, out: '能力X', mean: MEAN }]);
});

test('what changed in words alone is counted, and its item is marked', () => {
  const view = on(second([item('X', { hash: 'h2' }), ...ITEMS.slice(1)]), stored(first()));
  assert.deepEqual([view.result.mean, view.again, view.moved], ['4.00', ['X'], NOTHING]);
});

test('of what both agreed on the ratings of either side say so, and it is not called left open', () => {
  const both = { manager: managing(rated(RATED), '', { given: AT }), agreement: { done: AT, unmet: {}, open: [], picks: [] } };
  const doc = stored(first(), { ...both, answers: rated({ Y: '4', Z: '3' }), agreed: { X: '5' } });
  assert.deepEqual([doc.result?.mean, doc.result?.agreed], ['4.00', true]);
  const view = on(second([item('X', { basis: 'b2' }), ...ITEMS.slice(1)]), doc, 'both');
  assert.deepEqual([view.result.mean, view.moved, unsettled(view)], ['3.50', { ...NOTHING, out: '能力X', mean: MEAN }, []]);
});

test('who may not see what the employee has rated is told nothing of its mean', () => {
  const doc = stored(first(), { manager: managing(rated({ X: '2' })) });
  const { headline, moved } = on(second([item('X'), item('Y'), item('Z', { hash: 'h2' })]), doc, 'manager');
  assert.deepEqual([headline, moved], ['manager', NOTHING]);
});

test('a new release leaves the noted figures of what is handed over, until both have agreed on others', () => {
  const doc = stored(first());
  const data = second([item('X', { standard: '4', basis: 'b2' }), ...ITEMS.slice(1)]);
  noting.onPage(data);
  noting.sum(doc);
  assert.deepEqual([doc.result?.mean, doc.result?.release], ['4.00', '1.0.0']);
  doc.agreement.done = AT;
  noting.sum(doc);
  assert.deepEqual([doc.result?.mean, doc.result?.release, doc.result?.agreed], [null, '2.0.0', true]);
  assert.equal(on(data, doc).moved?.mean, null, 'nothing was agreed on before');
});

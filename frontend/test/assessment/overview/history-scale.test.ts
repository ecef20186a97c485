/* What a chart of finished assessments is drawn on. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { blank } from '../../../src/assessment/document/document.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { isPart } from '../../../src/lib/format.ts';
import { across, groupMean, groupsOf, meanOf, rungs, scaleOf, up } from '../../../src/assessment/overview/history-scale.ts';

type Result = NonNullable<SavedAssessment['result']>;

const NONE: Result = { mean: null, low: null, top: null, standard: null, release: '', groups: [], done: 0, of: 0 };
const FRAME = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 5, inset: 10 };

const finished = (result: Partial<Result> | null): SavedAssessment => ({
  ...blank({ handbook: '', release: '', target: 'A.low', title: '', modes: ['quick'] }),
  result: result && { ...NONE, ...result },
});
const scale = (low: number, top: number) => ({ low, top, standard: null, mixed: false });

test('A scale goes from the lowest to the highest rating, and has the standard of the newest', () => {
  const docs = [finished({ mean: '3', low: '1', top: '6', standard: '5' }), finished({ mean: '4', low: '1', top: '6', standard: '5' })];
  deepStrictEqual(scaleOf(docs), { low: 1, top: 6, standard: '5', mixed: false });
});

test('Assessments by different scales have room for all of them, and are mixed', () => {
  const docs = [finished({ mean: '3', low: '-2', top: '6', standard: '5' }), finished({ mean: '2', low: '1', top: '4', standard: '2' })];
  deepStrictEqual(scaleOf(docs), { low: -2, top: 6, standard: '2', mixed: true });
});

test('Assessments without a mean say nothing of the scale', () => {
  const docs = [finished({ mean: '3', top: '4' }), finished({ top: '9' }), finished(null)];
  deepStrictEqual(scaleOf(docs), { low: 0, top: 4, standard: null, mixed: false });
  deepStrictEqual(scaleOf([]), { low: 0, top: 1, standard: null, mixed: false });
});

test('A group has its newest name, and a mean only where it was rated', () => {
  const old = finished({ groups: [{ id: 'a', name: '旧名', mean: '3' }] });
  const newer = finished({ groups: [{ id: 'a', name: '新名', mean: null }, { id: 'b', name: '乙', mean: '2' }] });
  deepStrictEqual(groupsOf([old, newer]), [{ id: 'a', name: '新名' }, { id: 'b', name: '乙' }]);
  deepStrictEqual([old, newer].map((doc) => groupMean(doc, 'a').mean), ['3', null]);
  const part = finished({ mean: '4.50', counted: 3, items: 10, groups: [{ id: 'a', name: '名', mean: '4', counted: 1, of: 2 }] });
  deepStrictEqual([meanOf(part), isPart(meanOf(part)), isPart(groupMean(part, 'a'))], [{ mean: '4.50', counted: 3, of: 10 }, true, true]);
  deepStrictEqual([meanOf(old), groupMean(old, 'a')].map(isPart), [false, false], 'an older file does not say');
});

test('Dates share the width, a single one stands in the middle', () => {
  deepStrictEqual([0, 1, 2].map((at) => across(FRAME, at, 3)), [20, 60, 100]);
  equal(across(FRAME, 0, 1), 60);
});

test('Values stand between bottom and top', () => {
  deepStrictEqual([0, 3, 6].map((value) => up(FRAME, scale(0, 6), value)), [55, 30, 5]);
  equal(up(FRAME, scale(2, 2), 2), 55);
});

test('Lines stand at whole, round points, and are at most seven', () => {
  deepStrictEqual(rungs(scale(0, 6)), [0, 1, 2, 3, 4, 5, 6]);
  deepStrictEqual(rungs(scale(-2.5, 4)), [-2, 0, 2, 4]);
  deepStrictEqual(rungs(scale(0, 100)), [0, 20, 40, 60, 80, 100]);
  deepStrictEqual(rungs(scale(0.2, 0.8)), []);
});

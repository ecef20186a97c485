import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { SavedAssessment } from '../../src/assessment/document/model.ts';
import type { PageData } from '../../src/assessment/host.ts';
import { codeHref, pointsOf, scalesOf, unsettled } from '../../src/assessment/figures.ts';
import { answer, dataOf, documentOf, figuresFor, itemOf, rated } from './checklist.ts';
import { managing } from './managing.ts';

const ITEMS = [itemOf('X'), itemOf('Y', { standard: '3.0' }), itemOf('Z', { kind: 'condition', scale: '', standard: null })];
const GIVEN = { given: '2026-11-24T08:00:00.000Z' };
const figures = (data: PageData, more: Partial<SavedAssessment> = {}, seat: 'employee' | 'manager' | 'both' = 'employee') =>
  figuresFor(data, documentOf(data, more), seat);

test('conditions stand apart from what has points', () => {
  const { rows, conditions } = figures(dataOf(ITEMS), { answers: rated({ X: '2', Z: '1' }) });
  assert.deepEqual(rows.map(({ item, score }) => [item.code, score.state]), [['X', 'scored'], ['Y', 'open']]);
  assert.deepEqual(conditions.map(({ item, score }) => [item.code, score.reached]), [['Z', true]]);
});

test('a manager counts from the first rating on', () => {
  const answers = rated({ X: '2' });
  assert.equal(figures(dataOf(ITEMS), { answers, manager: managing({ X: answer({ evidence: '开过会' }) }, '王五') }).managerResult, null);
  const { rows } = figures(dataOf(ITEMS), { answers, manager: managing(rated({ X: '4' }), '', GIVEN) });
  assert.deepEqual(rows.map(({ manager }) => manager?.points ?? null), ['4.00', null]);
});

test('one scale and one standard are said for all, of what has a score', () => {
  const levels = itemOf('L', { scale: 'levels', standard: '2' });
  const data = dataOf([...ITEMS, levels]);
  const sameScale = figures(data, { answers: rated({ X: '2', Y: '5' }) });
  assert.deepEqual([sameScale.scale, sameScale.byLevels], [data.scales.five, false]);
  const twoScales = figures(data, { answers: rated({ X: '2', L: '1' }) });
  assert.deepEqual([twoScales.scale, twoScales.standard], [null, null]);
  const byLevels = figures(data, { answers: rated({ L: '1' }) });
  assert.deepEqual([byLevels.scale, byLevels.byLevels, byLevels.standard], [data.scales.levels, true, '2']);
});

test('nothing is reached where nothing is asked', () => {
  assert.equal(figures(dataOf(ITEMS.map((item) => ({ ...item, standard: null })))).hasStandards, false);
  assert.equal(figures(dataOf(ITEMS)).hasStandards, true);
});

test('levels are said by their name, other points as figures', () => {
  const view = figures(dataOf(ITEMS));
  assert.deepEqual([pointsOf(view, itemOf('L', { scale: 'levels' }), '2.0'), pointsOf(view, ITEMS[0], '-2.50')], ['中级', '−2.5']);
});

test('the employee chooses; the manager only where the employee has not', () => {
  const picks = { answers: { X: answer({ pick: true }) }, manager: managing({ Y: answer({ pick: true }) }, '', GIVEN) };
  const seen = (view: ReturnType<typeof figures>) => [view.picked, view.canPick, view.canAnswer];
  assert.deepEqual(seen(figures(dataOf(ITEMS), picks)), [['X'], true, true]);
  assert.deepEqual(seen(figures(dataOf(ITEMS), picks, 'manager')), [['X'], false, false]);
  assert.deepEqual(seen(figures(dataOf(ITEMS), { manager: picks.manager }, 'manager')), [['Y'], true, false]);
  const rating = { ...picks, manager: { ...picks.manager, given: null } };
  assert.deepEqual(seen(figures(dataOf(ITEMS), rating, 'manager')), [['Y'], true, true], 'as long as the employee’s may not be seen, the own');
  assert.deepEqual(seen(figures(dataOf(ITEMS), { ...picks, finished: '2026-11-21T08:00:00.000Z' })), [['X'], false, false]);
});

test('only codes of indicators have a permanent address', () => {
  const view = figures(dataOf(ITEMS));
  assert.deepEqual([codeHref(view, 'TAM-ACH-01'), codeHref(view, 'A.b')], ['../../id/TAM-ACH-01/index.html', '']);
});

test('the scale of indicators counts where they were rated one by one', () => {
  const data = dataOf(ITEMS, { partScale: 'levels' });
  assert.deepEqual(scalesOf(data, 'quick'), [data.scales.five]);
  assert.deepEqual(scalesOf(data, 'full'), [data.scales.five, data.scales.levels]);
});

const BOTH = { answers: rated({ X: '2', Y: '5', Z: '1' }), manager: managing(rated({ X: '4', Y: '5', Z: '0' }), '', GIVEN) };
const agreement = (more: Partial<SavedAssessment['agreement']> = {}) => ({ done: '2026-11-26T08:00:00.000Z', unmet: {}, open: [], picks: [], ...more });

test('nothing of the other side is in the figures before it may be seen', () => {
  const unseen = { ...BOTH, manager: { ...BOTH.manager, given: null } };
  const points = (seat: 'employee' | 'manager') => {
    const view = figures(dataOf(ITEMS), unseen, seat);
    return [view.headline, view.rows.map(({ score, self, manager }) => [score.points, self, manager]), view.managerResult];
  };
  assert.deepEqual(points('employee'), ['self', [['2.00', null, null], ['5.00', null, null]], null]);
  assert.deepEqual(points('manager'), ['manager', [['4.00', null, null], ['5.00', null, null]], null]);
  const looked = figures(dataOf(ITEMS), { ...unseen, manager: { ...unseen.manager, independent: false } }, 'manager');
  assert.deepEqual([looked.headline, looked.rows[0].score.points, looked.rows[0].manager?.points], ['self', '2.00', '4.00']);
});

test('what both agreed on is the result once the talk is over; what is open is in no figure, and named', () => {
  const talking = figures(dataOf(ITEMS), { ...BOTH, agreed: { X: '3' } });
  assert.deepEqual([talking.headline, talking.result.mean, unsettled(talking)], ['self', '3.50', []]);
  const done = figures(dataOf(ITEMS), { ...BOTH, agreed: { X: '3' }, agreement: agreement({ picks: ['Y'] }) });
  assert.deepEqual([done.headline, done.result.mean, done.selfResult?.mean, done.managerResult?.mean], ['agreed', '4.00', '3.50', '4.50']);
  assert.deepEqual(done.rows.map(({ score, self, manager }) => [score.points, self?.points, manager?.points]), [['3.00', '2.00', '4.00'], ['5.00', '5.00', '5.00']]);
  assert.deepEqual([unsettled(done).map(({ item }) => item.code), done.picked, done.canAnswer, done.canPick], [['Z'], ['Y'], false, false]);
  assert.equal(figures(dataOf(ITEMS), { ...BOTH, agreement: agreement() }, 'both').canPick, true, 'both choose together');
});

test('who goes on without a manager has a self-assessment as the result', () => {
  assert.equal(figures(dataOf(ITEMS), { answers: rated({ X: '2' }), alone: true }).headline, 'alone');
});

test('a mark of an exam counts for both, whoever entered it', () => {
  const exam = itemOf('E', { kind: 'exam' });
  const data = dataOf([...ITEMS, exam]);
  data.scales = { ...data.scales, five: { ...data.scales.five, exam: { outOf: '100', round: 'none', bands: [{ from: '80', points: '4' }, { from: '0', points: '1' }] } } };
  const said = { answers: { ...BOTH.answers, E: answer({ mark: '85' }) }, manager: BOTH.manager };
  const points = (more: Partial<SavedAssessment>) => {
    const { score, manager } = figures(data, { ...said, ...more }).rows.find(({ item }) => item === exam) ?? {};
    return [score?.points, manager?.points];
  };
  assert.deepEqual(points({}), ['4.00', '4.00']);
  assert.deepEqual(points({ manager: { ...BOTH.manager, answers: { ...BOTH.manager.answers, E: answer({ mark: '20' }) } } }), ['4.00', '1.00']);
  assert.deepEqual(points({ agreement: agreement() }), ['4.00', '4.00']);
});

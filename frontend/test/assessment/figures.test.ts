import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { SavedAssessment } from '../../src/assessment/document/model.ts';
import type { PageData } from '../../src/assessment/host.ts';
import { codeHref, figuresOf, pointsOf, scalesOf } from '../../src/assessment/figures.ts';
import { answer, dataOf, documentOf, itemOf, rated } from './checklist.ts';
import { managing } from './managing.ts';

const ITEMS = [itemOf('X'), itemOf('Y', { standard: '3.0' }), itemOf('Z', { kind: 'condition', scale: '', standard: null })];
const figures = (data: PageData, more: Partial<SavedAssessment> = {}, seat: 'employee' | 'manager' = 'employee') =>
  figuresOf({ data, doc: documentOf(data, more), seat, keeper: { look: [] } });

test('conditions stand apart from what has points', () => {
  const { rows, conditions } = figures(dataOf(ITEMS), { answers: rated({ X: '2', Z: '1' }) });
  assert.deepEqual(rows.map(({ item, own }) => [item.code, own.state]), [['X', 'scored'], ['Y', 'open']]);
  assert.deepEqual(conditions.map(({ item, own }) => [item.code, own.reached]), [['Z', true]]);
});

test('a manager counts from the first rating on', () => {
  const answers = rated({ X: '2' });
  assert.equal(figures(dataOf(ITEMS), { answers, manager: managing({ X: answer({ evidence: '开过会' }) }, '王五') }).managerResult, null);
  const { rows } = figures(dataOf(ITEMS), { answers, manager: managing(rated({ X: '4' })) });
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
  const picks = { answers: { X: answer({ pick: true }) }, manager: managing({ Y: answer({ pick: true }) }) };
  const seen = (view: ReturnType<typeof figures>) => [view.picked, view.canPick, view.canAnswer];
  assert.deepEqual(seen(figures(dataOf(ITEMS), picks)), [['X'], true, true]);
  assert.deepEqual(seen(figures(dataOf(ITEMS), picks, 'manager')), [['X'], false, false]);
  assert.deepEqual(seen(figures(dataOf(ITEMS), { manager: picks.manager }, 'manager')), [['Y'], true, false]);
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

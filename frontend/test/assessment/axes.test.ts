import assert from 'node:assert/strict';
import { test } from 'node:test';

import { axesOf, ringsOf, shownGroups } from '../../src/assessment/result/axes.ts';
import { MOST } from '../../src/assessment/result/radar-geometry.ts';
import { dataOf, documentOf, figuresFor, itemOf, rated } from './checklist.ts';
import { managing } from './managing.ts';

const figures = (data: ReturnType<typeof dataOf>, own: Record<string, string>, manager: Record<string, string> = {}) => {
  const doc = documentOf(data, { answers: rated(own), manager: managing(rated(manager), '', { given: '2026-11-24T08:00:00.000Z' }) });
  return figuresFor(data, doc);
};
const many = Array.from({ length: MOST + 1 }, (_, at) => itemOf(`X${at}`, { group: at % 2 ? 'odd' : 'even' }));
const groups = [['all', ''], ['odd', 'all'], ['even', 'all']].map(([id, parent]) => ({ id, name: id, parent, weight: null }));

test('every item with a score has an axis', () => {
  const data = dataOf([itemOf('X'), itemOf('Y'), itemOf('Z', { standard: null })]);
  assert.deepEqual(axesOf(figures(data, { X: '1', Z: '5' }, { X: '2', Y: '4' })), {
    grouped: false,
    drawn: [
      { no: 'X', name: '能力X', me: 0, standard: 0.5, manager: 0.25, share: null },
      { no: 'Z', name: '能力Z', me: 1, standard: null, manager: null, share: null },
    ],
  });
});

test('of too many items their groups are drawn', () => {
  const own = Object.fromEntries(many.map(({ code }, at) => [code, at % 2 ? '2' : '4']));
  const { grouped, drawn } = axesOf(figures(dataOf(many, { groups }), own, { X0: '5' }));
  assert.equal(grouped, true);
  assert.deepEqual(drawn, [
    { no: '1', name: 'odd', me: 0.25, standard: 0.5, manager: null, share: { counted: 12, of: 12 } },
    { no: '2', name: 'even', me: 0.75, standard: 0.5, manager: 1, share: { counted: 13, of: 13 } },
  ]);
});

test('a group whose items have different standards is held against their mean', () => {
  const mixed = many.map((item, at) => ({ ...item, standard: at % 4 < 2 ? '2' : '4' }));
  const { drawn } = axesOf(figures(dataOf(mixed, { groups }), Object.fromEntries(many.map(({ code }) => [code, '3']))));
  assert.deepEqual(drawn.map(({ name, me, standard }) => [name, me, standard]), [['odd', 0.5, 0.5], ['even', 0.5, 0.48]]);
});

test('of too many groups those on top are drawn', () => {
  const inner = many.map(({ code }) => ({ id: code, name: code, parent: 'all', weight: null }));
  const items = many.map((item) => ({ ...item, group: item.code }));
  const own = Object.fromEntries(many.map(({ code }) => [code, '3']));
  const shown = shownGroups(figures(dataOf(items, { groups: [...groups.slice(0, 1), ...inner] }), own));
  assert.deepEqual(shown.map(({ id }) => id), ['all']);
});

test('rings stand where ratings do, with labels that have room', () => {
  const { scales: { five, levels } } = dataOf([]);
  assert.deepEqual(ringsOf({ scale: five, byLevels: false }).map(({ at, label }) => [at, label]), [[0, '1'], [0.25, '2'], [0.5, '3'], [0.75, '4'], [1, '5']]);
  assert.deepEqual(ringsOf({ scale: levels, byLevels: true }).map(({ label }) => label), ['', '中级', '高级']);
  const six = { ...five, ratings: [...five.ratings, { points: '6', name: '六' }] };
  assert.deepEqual(ringsOf({ scale: six, byLevels: false }).map(({ label }) => label), ['1', '', '3', '', '5', '']);
  assert.deepEqual(ringsOf({ scale: null, byLevels: false }).map(({ label }) => label), ['', '', '', '']);
});

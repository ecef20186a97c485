/* The gaps of a team in the cells of the matrix: from files to cells. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { judged, layer } from '../../../src/assessment/overview/layer-figures.ts';
import type { LayerOutline } from '../../../src/generated/page-data.ts';
import { answer, dataOf, documentOf, itemOf, rated } from '../checklist.ts';

const A = itemOf('A'), B = itemOf('B'), FREE = itemOf('C', { standard: null }), EXAM = itemOf('E');
const PAGES = {
  'S.low': dataOf([A, B, FREE], { target: 'S.low' }),
  'S.high': dataOf([A, EXAM], { target: 'S.high' }),
  'S.grade': dataOf([A], { target: 'S.grade' }),
};
type Target = keyof typeof PAGES;

const outline = (target: Target, kind: LayerOutline['kind'], step: string, levels: Record<string, string>): LayerOutline =>
  ({ ...PAGES[target], kind, step, levels });
const DATA = {
  least: 5, release: '1', targets: {
    'S.low': outline('S.low', 'level', '初级', { A: 'low', B: 'low', C: 'low' }),
    'S.high': outline('S.high', 'level', '高级', { A: 'high', E: '' }),
    'S.grade': outline('S.grade', 'grade', '三档', { A: 'low' }),
  },
};

/** a document for each, with these points by code */
const people = (target: Target, ...all: Record<string, string>[]): SavedAssessment[] =>
  all.map((points) => documentOf(PAGES[target], { target, answers: rated(points) }));
const same = (target: Target, points: Record<string, string>, count: number) => people(target, ...Array.from({ length: count }, () => points));
const low = people('S.low', { A: '1', B: '3' }, { A: '2', B: '3' }, { A: '3', B: '5' }, { A: '4' }, { A: '5', B: '2' }, { A: '2', B: '3', C: '4' });
const markOf = (documents: SavedAssessment[], code: string, step = '') =>
  layer(DATA, documents).marks.find((mark) => mark.code === code && mark.step === step);

test('A cell says how many have a score, and how many of them are below the standard', () => {
  deepStrictEqual(markOf(low, 'A'), { code: 'A', level: 'low', step: '', scored: 6, of: 6, below: 3 });
  deepStrictEqual(markOf(low, 'B'), { code: 'B', level: 'low', step: '', scored: 5, of: 6, below: 1 });
});

test('What fewer than five rated is not told', () => {
  deepStrictEqual(markOf(low, 'C'), { code: 'C', level: 'low', step: '', scored: null, of: 6, below: null });
});

test('Without a standard nobody is below it', () => {
  deepStrictEqual(markOf(same('S.low', { C: '1' }, 5), 'C'), { code: 'C', level: 'low', step: '', scored: 5, of: 5, below: null });
});

test('Four files come to nothing, and it is said why', () => {
  const { teams, marks } = layer(DATA, low.slice(0, 4));
  deepStrictEqual(marks, []);
  deepStrictEqual(teams.map(({ step, count, why }) => [step, count, why]), [['初级', 4, { key: 'team_few', facts: { n: '4', least: '5' } }]]);
});

test('Agreed ratings count before own ones, as in the overview of a team', () => {
  const agreed = same('S.low', { A: '1' }, 5).map((document, at) => (at < 2 ? { ...document, agreed: { A: '4' } } : document));
  equal(markOf(agreed, 'A')?.below, 3);
});

test('The same assessment twice counts once, as it was changed last', () => {
  const [first, ...others] = same('S.low', { A: '5' }, 5);
  const later = { ...first, changed: '2999-01-01T00:00:00.000Z', answers: rated({ A: '1' }) };
  deepStrictEqual(markOf([first, later, ...others], 'A'), { code: 'A', level: 'low', step: '', scored: 5, of: 5, below: 1 });
});

test('Each checklist has its own cells; whose they are is said where the column does not say it', () => {
  const documents = [...low, ...same('S.high', { A: '1', E: '5' }, 5), ...same('S.grade', { A: '1' }, 5)];
  const { teams, marks } = layer(DATA, documents);
  deepStrictEqual(teams.map(({ step, count }) => [step, count]), [['初级', 6], ['高级', 5], ['三档', 5]]);
  deepStrictEqual(marks.filter(({ code }) => code === 'A').map(({ level, step, below }) => [level, step, below]), [['low', '', 3], ['high', '', 5], ['low', '三档', 5]]);
  deepStrictEqual(markOf(documents, 'E', '高级'), { code: 'E', level: '', step: '高级', scored: 5, of: 5, below: 0 });
});

test('Files of another release are counted, and said', () => {
  const old = same('S.low', { A: '4' }, 2).map((document) => ({ ...document, release: '0' }));
  equal(layer(DATA, [...low, ...old]).teams[0].old, 2);
});

test('What does not count says why; what was unreadable keeps its reason', () => {
  const [first, second] = low;
  const again = { ...first, changed: '2999-01-01T00:00:00.000Z' };
  const empty = documentOf(PAGES['S.high'], { target: 'S.high', answers: { A: answer({ evidence: '写了一句' }) } });
  const files = [first, again, second, empty].map((doc, at) => ({ name: `${at}.json`, doc, why: '' }));
  const said = judged(DATA, [...files, { name: 'x', doc: null, why: 'broken' }], (why) => why);
  deepStrictEqual(said.map(({ why }) => why), ['double', '', '', 'empty', 'broken']);
});

test('Hostile names of items find nothing', () => {
  const bad = documentOf(PAGES['S.low'], { target: 'S.low', answers: { ...rated({ A: '1' }), constructor: answer({ points: '1' }) } });
  deepStrictEqual(layer(DATA, [...low, bad]).marks.map(({ code }) => code), ['A', 'B', 'C']);
});

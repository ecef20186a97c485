/* The overview of a team as a sheet: a row for each item, a figure for each count; names where all may be named. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { fits, ratingsOf, sheet, spread } from '../../../src/assessment/overview/team-sheet.ts';
import type { Speaker, TeamChecklist } from '../../../src/assessment/overview/team-sheet.ts';
import type { OutlinedItem, Scale } from '../../../src/generated/page-data.ts';
import { sayer } from '../../../src/lib/words.ts';
import type { Team, TeamItem } from '../../../src/scoring/result.ts';

const KEYS = ['code', 'item', 'scored', 'mean', 'standard', 'reached', 'note', 'below_names'];
const word: Speaker = sayer({ ...Object.fromEntries(KEYS.map((key) => [key, key])), count: '{name} {n}', comma: ', ', semicolon: '; ', mean_part: '{n} of {of} only', condition: 'no points' });

const scale = (...points: string[]): Scale =>
  ({ name: '', origin: '', standard: null, ratings: points.map((figure) => ({ points: figure, name: `r${figure}` })), exam: null, hash: '' });
const item = (code: string, scaleId: string): OutlinedItem => ({
  code, number: code, name: code, group: 'all', kind: 'rating', scale: scaleId, standard: null, basis: '', partBasis: '', weight: null,
  subjects: [], none: null, parts: [],
});
const CHECKLIST: TeamChecklist = {
  title: '', unit: 'competency', modes: ['quick'], scale: 'usual', partScale: '', scales: { usual: scale('0', '-1.5'), other: scale('1', '2') }, groups: [],
  total: null, weightUnit: '', href: '', matrix: '', items: [item('A', 'usual'), item('B', 'other')], target: 'T', release: '', words: { 'core.team_few': 'too few' },
};
const row = (code: string, more: Partial<TeamItem>): TeamItem => ({
  code, name: `name of ${code}`, group: 'all', kind: 'rating', standard: '2', scored: 3, counts: [], mean: '1.50', reached: 1, why: null, ...more,
});
const counts = (...all: number[]) => all.map((n, at) => ({ points: String(at), name: `r${at}`, n }));
const team = (...items: TeamItem[]): Team =>
  ({ count: 3, least: 3, why: null, other: 0, double: 0, empty: 0, again: 0, items });
const rowsOf = (...items: TeamItem[]) => sheet(CHECKLIST, team(...items), word, null).slice(1);
const figures = (...all: string[]) => all.map((figure) => ({ figure }));

test('The head names the ratings with their points, levels by name alone', () => {
  deepStrictEqual(sheet(CHECKLIST, team(), word, null)[0], ['code', 'item', '0 r0', '−1.5 r-1.5', 'scored', 'mean', 'standard', 'reached', 'note']);
  const levels = { ...CHECKLIST, scale: 'levels', scales: { levels: scale('1', '2') } };
  deepStrictEqual(sheet(levels, team(), word, null)[0].slice(2, 4), ['r1', 'r2']);
});

test('A mean of fewer than all people says so', () => {
  const [whole, part] = rowsOf(row('A', { counts: counts(1, 2) }), row('A', { counts: counts(1, 1), scored: 2 }));
  deepStrictEqual([whole.at(-1), part.at(-1)], ['', '2 of 3 only']);
});

test('An item of the usual scale has its counts in the columns', () => {
  deepStrictEqual(rowsOf(row('A', { counts: counts(2, 1) })), [['A', 'name of A', ...figures('2', '1', '3', '1.50', '2', '1'), '']]);
});

test('Counts of another scale stand in the note, even where it has as many ratings', () => {
  deepStrictEqual(rowsOf(row('B', { counts: counts(2, 1) })), [['B', 'name of B', '', '', ...figures('3', '1.50', '2', '1'), 'r0 2, r1 1']]);
});

test('What cannot be told leaves its cells empty, and the note says why', () => {
  const few = row('A', { scored: null, mean: null, standard: null, reached: null, why: { key: 'team_few', facts: {} } });
  deepStrictEqual(rowsOf(few), [['A', 'name of A', '', '', '', '', '', '', 'too few']]);
});

test('A condition has no counts', () => {
  equal(spread(word, row('A', {})), 'no points');
  equal(fits(CHECKLIST, row('A', {})), false);
});

test('A checklist without a scale has no columns', () => deepStrictEqual(ratingsOf({ ...CHECKLIST, scale: '' }), []));

test('Names have a column of their own; where too few have a score it stays empty', () => {
  const names = new Map([['A', ['甲', '=乙']], ['B', ['丙']]]);
  const few = row('B', { scored: null, mean: null, standard: null, reached: null, why: { key: 'team_few', facts: {} } });
  const [head, all, hidden] = sheet(CHECKLIST, team(row('A', { counts: counts(2, 1) }), few), word, names);
  deepStrictEqual([head.at(-2), all.at(-2), hidden.at(-2)], ['below_names', '甲, =乙', '']);
});

/* What a move from one place to another means. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import type { TransferCell, TransferCompetency, TransferSequence, TransferStop } from '../../src/generated/page-data.ts';
import { compare, placeOf } from '../../src/transfer/compare.ts';
import type { Move, Some } from '../../src/transfer/compare.ts';
import { noteOf, partsOf, spoken } from '../../src/transfer/sentences.ts';
import { sayer } from '../../src/lib/words.ts';
import type { TransferWord } from '../../src/generated/words.ts';

const cell = (holds: number[] = [], more: Partial<TransferCell> = {}): TransferCell => ({ summary: '', nothing: [], holds, open: [], ...more });
const competency = (id: string, cells: Record<string, TransferCell>, more: Partial<TransferCompetency> = {}): TransferCompetency =>
  ({ id, name: id, href: '', concepts: [], definition: '', cells, changes: {}, ...more });
const stop = (id: string, asks: (string | null)[], waives: number[] = []): TransferStop => ({ id, kind: 'level', name: id, href: '', asks, waives });
const sequence = (id: string, competencies: TransferCompetency[], stops: TransferStop[], more: Partial<TransferSequence> = {}): TransferSequence =>
  ({ id, name: id, href: '', ranked: true, cumulative: 'no', levels: { low: '低', high: '高' }, stops, competencies, ...more });

const STOPS = [stop('low', ['low']), stop('high', ['high'])];

function moved(sequences: TransferSequence[], from: string, to: string): Move {
  const [now, then] = [from, to].map((address) => placeOf({ sequences }, address));
  if (!now || !then) throw new Error('no such place');
  return compare(now, then);
}

/** competencies and the numbers of indicators, of those parts that hold anything */
function summed(move: Move): Record<string, unknown> {
  const somes = (all: readonly Some[]) => all.map(({ asked, numbers }) => [asked.competency.id, ...numbers]);
  const more = move.more.flatMap(({ rows }) => rows.map(({ kind, before, after }) => [kind, before, after]));
  const { keep, fresh, restated, unsaid, gone } = move;
  const all = { keep: somes(keep), more, fresh: somes(fresh), restated: somes(restated), unsaid: somes(unsaid), gone: somes(gone),
    linked: move.linked.map(({ concept }) => concept), unknown: move.unknown.map(({ then }) => then.competency.id) };
  return Object.fromEntries(Object.entries(all).filter(([, list]) => list.length));
}

test('a place is named by sequence and stop; a whole standard by an empty stop', () => {
  const sequences = [sequence('a', [], [stop('', [])])];
  equal(placeOf({ sequences }, 'a/')?.stop.id, '');
  deepStrictEqual([placeOf({ sequences }, 'b/'), placeOf({ sequences }, 'a/x'), placeOf({ sequences }, '')], [null, null, null]);
});

const LADDER = competency('a/x', { low: cell([0, 1, 2]), high: cell([0, 3, 4]) }, {
  changes: { 'low>high': [['same', [0], 0], ['raised', [1], 3], ['dropped', [2], null], ['new', [], 4]] },
});

test('going up raises, drops and adds', () => {
  deepStrictEqual(summed(moved([sequence('a', [LADDER], STOPS)], 'a/low', 'a/high')), {
    keep: [['a/x', 0]], more: [['raised', [1], [3]]], fresh: [['a/x', 4]], gone: [['a/x', 2]],
  });
});

test('going down lowers, and what was new falls away', () => {
  deepStrictEqual(summed(moved([sequence('a', [LADDER], STOPS)], 'a/high', 'a/low')), {
    keep: [['a/x', 0]], more: [['lowered', [3], [1]]], fresh: [['a/x', 2]], gone: [['a/x', 4]],
  });
});

test('where levels stand in no order, nothing is lowered; where it is unstated whether lower levels hold, nothing is dropped', () => {
  const free = sequence('a', [LADDER], STOPS, { ranked: false, cumulative: 'unstated' });
  deepStrictEqual(summed(moved([free], 'a/high', 'a/low')), {
    keep: [['a/x', 0]], more: [['reworded', [3], [1]]], fresh: [['a/x', 2]], unsaid: [['a/x', 4]],
  });
});

test('what both levels say without any indicator is shown and not compared', () => {
  const wordy = competency('a/x', { low: cell([], { summary: '会一点' }), high: cell([], { summary: '很会' }) }, { changes: { 'low>high': [] } });
  deepStrictEqual(summed(moved([sequence('a', [wordy], STOPS)], 'a/low', 'a/high')), { unknown: ['a/x'] });
});

test('what the source lost is not compared', () => {
  const lost = { ...LADDER, cells: { ...LADDER.cells, high: cell([], { nothing: ['lost', '缺失'] }) } };
  deepStrictEqual(summed(moved([sequence('a', [lost], STOPS)], 'a/low', 'a/high')), { unknown: ['a/x'] });
});

test('a competency that a position does not list is neither dropped nor new', () => {
  const stops = [stop('low', ['low']), stop('head', ['unlisted'])];
  const sequences = [sequence('a', [LADDER], stops)];
  for (const [from, to] of [['a/low', 'a/head'], ['a/head', 'a/low']]) deepStrictEqual(summed(moved(sequences, from, to)), { unknown: ['a/x'] });
});

test('what only one side has is new, not mentioned, or waived', () => {
  const two = [competency('a/x', { low: cell([0]) }), competency('a/y', { low: cell([1]) }), competency('a/z', { low: cell([2]) })];
  const sequences = [sequence('a', two, [stop('x', ['low', null, null]), stop('y', [null, 'low', null], [0]), stop('z', [null, null, 'low'])])];
  deepStrictEqual(summed(moved(sequences, 'a/x', 'a/y')), { fresh: [['a/y', 1]], gone: [['a/x', 0]] });
  deepStrictEqual(summed(moved(sequences, 'a/x', 'a/z')), { fresh: [['a/z', 2]], unsaid: [['a/x', 0]] });
});

test('across sequences a shared concept relates, and the same competency is the same', () => {
  const talk = { concepts: ['talk'] };
  const one = sequence('a', [competency('a/x', { low: cell([0]) }, talk), competency('a/y', { low: cell([1]) })], [stop('low', ['low', 'low'])]);
  const other = sequence('b', [competency('b/x', { '': cell([2]) }, talk), competency('a/y', { low: cell([1]) })], [stop('', ['', 'low'])]);
  deepStrictEqual(summed(moved([one, other], 'a/low', 'b/')), { keep: [['a/y', 1]], linked: ['talk'] });
});

test('at the same level of two sequences, what one of them counts on is kept, what it leaves open is written anew', () => {
  const here = sequence('a', [competency('a/x', { low: cell([1], { open: [0] }) })], [stop('low', ['low'])]);
  const there = sequence('b', [competency('a/x', { low: cell([0, 1, 2]) })], [stop('low', ['low'])]);
  deepStrictEqual(summed(moved([here, there], 'a/low', 'b/low')), { keep: [['a/x', 1]], fresh: [['a/x', 2]], restated: [['a/x', 0]] });
  deepStrictEqual(summed(moved([here, there], 'b/low', 'a/low')), { keep: [['a/x', 1]], gone: [['a/x', 0, 2]] });
});

const SAY = sayer<TransferWord>({
  place: '{sequence} {stop}', same_place: '同一处', other_ladder: '不说谁高谁低', nothing_to_compare: '{name}没有写',
  keep: '可沿用', more: '变了', fresh: '新的', gone: '不再', one_competency: '{n} 项', many_competency: '{n} 项',
});

test('a move is said in short', () => {
  const sequences = [sequence('a', [LADDER], STOPS), sequence('b', [], [stop('', [])]), sequence('c', [LADDER], STOPS)];
  const [low, high, empty, other] = ['a/low', 'a/high', 'b/', 'c/high'].map((address) => placeOf({ sequences }, address));
  if (!low || !high || !empty || !other) throw new Error('no such place');
  const move = compare(low, high);
  deepStrictEqual(partsOf(move), ['keep', 'more', 'fresh', 'gone']);
  equal(spoken(SAY, low, high, move), 'a low → a high · 可沿用 1 项 · 变了 1 项 · 新的 1 项 · 不再 1 项');
  equal(noteOf(SAY, low, low, compare(low, low)), '同一处');
  equal(noteOf(SAY, low, empty, compare(low, empty)), 'b没有写');
  equal(noteOf(SAY, low, other, compare(low, other)), '不说谁高谁低');
});

import { deepStrictEqual, strictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import type { SearchWord } from '../../src/generated/words.ts';
import type { Say } from '../../src/lib/words.ts';
import { cellCount, rowsOf, sectionsOf, statusOf } from '../../src/search/field/popup-rows.ts';
import type { Answer, Hit, SearchResult } from '../../src/search/result.ts';

/** Says the key and its facts, so that tests read what was meant. */
const say: Say<SearchWord> = Object.assign(
  (key: SearchWord, facts = {}) => [key, ...Object.values(facts)].join(' '),
  { has: (key: string): key is SearchWord => Boolean(key) },
);
const told = { words: {}, elsewhere: [['全部', 'index.html', '三个'] as [string, string, string]], indicators: 'indicators/index.html' };
const asked = (query: string) => ({ query, say, told, unfolded: new Set<never>() });

const hit = (title: string, more: Partial<Hit> = {}): Hit =>
  ({ title, marks: [], href: 'a.html', parts: ['客服', '高级'], kind: 'competency', kindName: '', reference: false, ...more });
const RESULT: SearchResult = { answer: null, groups: [], readAs: '', nearest: null };
const ANSWER: Answer = {
  sequence: '客服', title: '高级', grade: '', href: 'b.html', step: 2, steps: 3, count: 5,
  comparison: { name: '中级', href: 'c.html' }, checklist: null, matrix: { name: '', href: 'd.html' },
  print: { all: 'e.html', pocket: null }, reference: false,
};

test('The answer stands first, its further links in a row below it', () => {
  const [answer, links] = rowsOf(sectionsOf({ ...RESULT, answer: ANSWER }, asked('客服高级')));
  strictEqual(answer.kind, 'answer');
  deepStrictEqual(links.kind === 'links' && links.links.map(({ text }) => text), ['compare 中级', 'matrix', 'print']);
  strictEqual(cellCount(links), 3);
});

test('Beside an answer other levels are called others', () => {
  const groups = [{ name: 'levels' as const, count: 1, hits: [hit('中级', { kind: 'level' })] }];
  deepStrictEqual(sectionsOf({ ...RESULT, groups }, asked('级')).map(({ title }) => title), ['head_levels']);
  deepStrictEqual(sectionsOf({ ...RESULT, answer: ANSWER, groups }, asked('级')).map(({ title }) => title), ['head_answer', 'head_levels_more']);
});

test('A hit says where it stands, what it is also called, and that it is for reference', () => {
  const groups = [{ name: 'competencies' as const, count: 1, hits: [hit('倾听', { alias: '沟通', reference: true })] }];
  const [row] = rowsOf(sectionsOf({ ...RESULT, groups }, asked('沟通')));
  strictEqual(row.kind === 'hit' && row.place, ['客服', '高级', 'reference'].join('dot') + 'comma' + 'also_called 沟通');
});

test('An indicator has a second link, to the page of its code', () => {
  const groups = [{ name: 'requirements' as const, count: 1, hits: [hit('听', { kind: 'indicator', code: 'CAR-01', codeHref: 'id/CAR-01/index.html' })] }];
  const [row] = rowsOf(sectionsOf({ ...RESULT, groups }, asked('听')));
  strictEqual(cellCount(row), 2);
});

test('More requirements than are shown lead to the list of all, by an address of which no server sees the words', () => {
  const hits = Array.from({ length: 9 }, () => hit('听', { kind: 'indicator' }));
  const row = rowsOf(sectionsOf({ ...RESULT, groups: [{ name: 'requirements', count: 70, hits }] }, asked('a & 听'))).at(-1);
  deepStrictEqual(row, { kind: 'all', text: 'requirements 70', href: `indicators/index.html#q=a+%26+${encodeURIComponent('听')}` });
});

test('More of another group unfold in place', () => {
  const groups = [{ name: 'levels' as const, count: 9, hits: Array.from({ length: 9 }, () => hit('高级')) }];
  deepStrictEqual(rowsOf(sectionsOf({ ...RESULT, groups }, asked('高'))).at(-1), { kind: 'more', text: 'more 3', group: 'levels' });
  strictEqual(rowsOf(sectionsOf({ ...RESULT, groups }, { ...asked('高'), unfolded: new Set(['levels'] as const) })).length, 9);
});

test('Where nothing is found there are the nearest words, and places to look', () => {
  const keys = (result: SearchResult) => sectionsOf(result, asked('x')).map(({ key }) => key);
  deepStrictEqual(keys({ ...RESULT, nearest: { hits: [hit('倾听')] } }), ['near', 'elsewhere']);
  deepStrictEqual(keys({ ...RESULT, nearest: { hits: [] } }), ['elsewhere']);
});

test('The status counts what was found, by group where there are several', () => {
  const two = [{ name: 'levels' as const, count: 2, hits: [] }, { name: 'guides' as const, count: 7, hits: [] }];
  const said = (result: Partial<SearchResult>, isWhole = true) => statusOf({ ...RESULT, ...result }, asked('x'), isWhole);
  strictEqual(said({ groups: two }), 'found_groups 9 count_levels 2commacount_guides 7');
  strictEqual(said({ groups: [two[0]] }), 'found 2');
  strictEqual(said({ groups: two, answer: ANSWER }), 'answered_more 9');
  strictEqual(said({ answer: ANSWER }), 'answered 0');
  strictEqual(said({ groups: two }, false), 'still 9');
  strictEqual(said({ groups: two, readAs: 'y' }), 'read_as x y');
  strictEqual(said({ nearest: { hits: [hit('倾听')] } }), 'near x');
  strictEqual(said({ nearest: { hits: [] } }), 'none x');
});

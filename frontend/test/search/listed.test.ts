/* The list of all indicators shows what the search finds. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { listed } from '../../src/search/listed.ts';
import { find, prepare } from '../../src/search/search.ts';
import { NOTHING, SIGNS, indicator, page, place } from './data.ts';

const INDEX = prepare({
  ...NOTHING,
  signs: { ...SIGNS, words: '回访 每周' },
  pages: [page('倾听', 'competency', { parts: ['客服'], names: ['会听'] }), page('计划', 'competency', { parts: ['带队'] })],
  places: [place('倾听', '客服', '低'), place('倾听', '客服', '高'), place('计划', '带队', '低')],
  indicators: [
    indicator('CAR-LIS-01', '让客户把话说完。', 0),
    indicator('CAR-LIS-02', '每周 回访一次。', 1),
    indicator('CAR-LIS-03', '每周 回访一次。', 0),
    indicator('LEA-PLA-01', '每周排一次 PLAN，和客户溝通。', 2),
  ],
});

const codes = (raw: string): string[] => [...listed(INDEX, raw).codes].sort();

test('What the search finds is listed, what is said in the same words too, and as many are counted', () => {
  deepStrictEqual(codes('每周回访'), ['CAR-LIS-02', 'CAR-LIS-03']);
  for (const query of ['每周回访', '客户', 'ｐｌａｎ', '沟通', 'car lis 2', 'CAR-LIS', '客服 每周']) {
    const { groups } = find(INDEX, query);
    equal(groups.find(({ name }) => name === 'requirements')?.count, codes(query).length, query);
  }
});

test('A code is found without its signs, and in part', () => {
  deepStrictEqual(codes('car lis 1'), ['CAR-LIS-01']);
  deepStrictEqual(codes('carlis'), ['CAR-LIS-01', 'CAR-LIS-02', 'CAR-LIS-03']);
});

test('Where no indicator holds the words, those of the competency are listed that is called so', () => {
  deepStrictEqual(codes('会听'), ['CAR-LIS-01', 'CAR-LIS-02', 'CAR-LIS-03']);
});

test('What was typed is marked as it is written', () => {
  const marked = (text: string, raw: string) => listed(INDEX, raw).marksIn(text).map(([start, end]) => text.slice(start, end));
  deepStrictEqual(marked('每周排一次 PLAN，和客户溝通。', 'ｐｌａｎ 沟通'), ['PLAN', '溝通']);
});

test('Nothing typed and nothing found list nothing', () => {
  deepStrictEqual([codes(' '), codes('没有这样的字')], [[], []]);
});

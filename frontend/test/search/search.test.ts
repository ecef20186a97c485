/* What a query ranks first, and what is said of a hit. tests/frontend/queries.yml holds the search to what people type. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { find, prepare } from '../../src/search/search.ts';
import { NOTHING, SIGNS, indicator, page, place } from './data.ts';

const INDEX = prepare({
  ...NOTHING,
  kinds: { indicator: '行为指标' },
  signs: { ...SIGNS, words: '补救 办法 学习 心得' },
  pages: [
    page('政企客户经理', 'sequence', { codes: 'TAM' }),
    page('成就导向', 'competency', { parts: ['政企客户经理'], names: ['进取'], codes: 'TAM-ACH' }),
    page('中级', 'level', { parts: ['政企客户经理'], codes: 'TAM.mid' }),
    page('旧的成就', 'competency', { parts: ['旧标准'], reference: true }),
    page('新的成就', 'competency', { parts: ['新标准'] }),
    page('怎样看成就', 'guide', { text: '成就' }),
    page('成就出错', 'problem'),
  ],
  places: [place('成就导向', '政企客户经理', '中级', 'sequences/tam/level/mid/index.html#ACH')],
  indicators: [
    indicator('TAM-ACH-05', '在部门指标之外，再立一个可以量化的目标，并说出完成的日子。', 0),
    indicator('TAM-ACH-06', '每月对照个人指标查两次进度，落后时拿出补救办法。', 0),
    indicator('TAM-ACH-07', '落后时拿出补救办法。', 0, false),
    indicator('TAM-ACH-08', '向政企客户经理学习一种 BI 工具，写出三点心得。', 0),
    indicator('TAM-ACH-10', '落后时拿出补救办法。', 0),
  ],
});

/** codes, and titles where there is none, best first */
const ranked = (query: string): string[] => find(INDEX, query).groups.flatMap(({ hits }) => hits.map(({ code, title }) => code ?? title));

const MEANT: Record<string, string> = {
  'TAM-ACH-06': 'TAM-ACH-06',
  'ｔａｍ－ａｃｈ－０６': 'TAM-ACH-06',
  'tam ach 6': 'TAM-ACH-06',
  对照个人指标: 'TAM-ACH-06',
  '查两次 进度，落后': 'TAM-ACH-06',
  '查两次进度,落后': 'TAM-ACH-06',
  落后时拿出补救: 'TAM-ACH-07',
  bi工具: 'TAM-ACH-08',
  向政企客户经理: 'TAM-ACH-08',
  成就: '成就导向',
  进取: '成就导向',
  'TAM-ACH': '成就导向',
  'TAM-ACH-0': 'TAM-ACH-07',
  tam: '政企客户经理',
  '心得 学习': 'TAM-ACH-08',
};

for (const [query, first] of Object.entries(MEANT)) test(`${query} means ${first}`, () => equal(ranked(query)[0], first));

test('nothing is found where nothing is sought or nothing fits', () => {
  deepStrictEqual([ranked(''), ranked('  '), ranked('没有这样的字'), ranked('没有 这样')], [[], [], [], []]);
});

test('what is for reference comes after what is not, and guides and problem codes last', () => {
  deepStrictEqual(ranked('成就'), ['成就导向', '新的成就', '旧的成就', '怎样看成就', '成就出错']);
});

test('what a competency says at several levels in the same words is one hit with all codes', () => {
  const [{ hits: [first] }] = find(INDEX, '落后时拿出补救').groups;
  deepStrictEqual([first.code, first.codes], ['TAM-ACH-07', ['TAM-ACH-07', 'TAM-ACH-10']]);
});

test('a requirement leads to its line on the page of the level, or to its competency there, and by its code to its own page', () => {
  const [{ hits: [line] }] = find(INDEX, 'TAM-ACH-06').groups;
  deepStrictEqual([line.href, line.codeHref], ['sequences/tam/level/mid/index.html#TAM-ACH-06', 'id/TAM-ACH-06/index.html']);
  deepStrictEqual(line.parts, ['政企客户经理', '中级', '成就导向']);
  const [{ hits: [none] }] = find(INDEX, 'TAM-ACH-07').groups;
  equal(none.href, 'sequences/tam/level/mid/index.html#ACH');
});

test('an alias says why a title was found that does not hold the words', () => {
  const [{ hits: [hit] }] = find(INDEX, '进取').groups;
  deepStrictEqual([hit.title, hit.alias, hit.marks], ['成就导向', '进取', []]);
});

test('what was typed is marked in the text as written', () => {
  const [{ hits: [{ title, marks }] }] = find(INDEX, '一种bi工具').groups;
  deepStrictEqual(marks.map(([start, end]) => title.slice(start, end)), ['一种 BI 工具']);
});

test('of what is pasted only the beginning is sought, so that a whole page takes no longer than a line', () => {
  deepStrictEqual(ranked('成就 '.repeat(100_000)), ranked('成就'));
});

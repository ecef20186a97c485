/* What the header search ranks first. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import type { SearchData } from '../../src/generated/page-data.ts';
import { find, prepare, range } from '../../src/search/search.ts';

const DATA: SearchData = {
  pages: [
    ['政企客户经理', 'sequences/tam/index.html', '序列', 'TAM'],
    ['成就导向', 'sequences/tam/competency/ach/index.html', '能力项', 'TAM-ACH 政企客户经理 进取'],
    ['中级', 'sequences/tam/level/mid/index.html', '级别', 'TAM.mid 政企客户经理'],
  ],
  places: [['成就导向', '政企客户经理', '中级', 'sequences/tam/level/mid/index.html#ACH']],
  indicators: [
    ['TAM-ACH-05', '在部门指标之外，再立一个可以量化的目标，并说出完成的日子。', 0],
    ['TAM-ACH-06', '每月对照个人指标查两次进度，落后时拿出补救办法。', 0],
    ['TAM-ACH-07', '落后时拿出补救办法。', 0],
    ['TAM-ACH-08', '向政企客户经理学习一种 BI 工具，写出三点心得。', 0],
    ['TAM-ACH-09', '落后时，拿出补救办法。', 0],
    ['TAM-ACH-10', '落后时拿出补救办法。', 0],
  ],
  next: '',
};
const INDEX = prepare(DATA);

/** codes and addresses, best first */
function ranked(query: string): string[] {
  const { pages, indicators, pagesFirst } = find(INDEX, query);
  const [titles, codes] = [pages.map(({ href }) => href), indicators.map(({ code }) => code)];
  return pagesFirst ? [...titles, ...codes] : [...codes, ...titles];
}

const MEANT: Record<string, string> = {
  'TAM-ACH-06': 'TAM-ACH-06',
  'ｔａｍ－ａｃｈ－０６': 'TAM-ACH-06',
  'tam ach 06': 'TAM-ACH-06',
  对照个人指标: 'TAM-ACH-06',
  '查两次 进度，落后': 'TAM-ACH-06',
  '查两次进度,落后': 'TAM-ACH-06',
  落后时拿出补救: 'TAM-ACH-07',
  bi工具: 'TAM-ACH-08',
  向政企客户经理: 'TAM-ACH-08',
  成就: 'sequences/tam/competency/ach/index.html',
  'TAM-ACH': 'sequences/tam/competency/ach/index.html',
  'TAM-ACH-0': 'TAM-ACH-07',
  tam: 'sequences/tam/index.html',
  '心得 学习': 'TAM-ACH-08',
};

for (const [query, first] of Object.entries(MEANT)) test(`${query} means ${first}`, () => equal(ranked(query)[0], first));

test('nothing is found where nothing is sought or nothing fits', () => {
  deepStrictEqual([ranked(''), ranked('  '), ranked('没有这样的字'), ranked('没有 这样')], [[], [], [], []]);
});

test('what a competency says at several levels in the same words is one hit, which names the others that hold them', () => {
  const [first] = find(INDEX, '落后时拿出补救').indicators;
  deepStrictEqual([first.code, first.codes, first.also], ['TAM-ACH-07', ['TAM-ACH-07', 'TAM-ACH-10'], ['TAM-ACH-06']]);
});

test('what was typed is found in the text as written', () => {
  const marked = (text: string, query: string) => text.slice(...(range(text, query) ?? [0, 0]));
  equal(marked('学习一种 BI 工具', '一种bi工'), '一种 BI 工');
  equal(marked('ＡＢＣ，ｄ', 'bc,'), 'ＢＣ，');
  equal(range('甲', '乙'), null);
  equal(range('甲', ''), null);
});

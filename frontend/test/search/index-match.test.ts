import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import { matcher } from '../../src/search/field/index-match.ts';
import { normalise, plainCode } from '../../src/lib/text.ts';

const entry = (code: string, text: string, about: string) =>
  ({ code: plainCode(code), text: normalise(`${code} ${text}`), about: normalise(about) });

const ENTRIES = [
  entry('CAR-TAL-01', '让客户把话说完。', '客服'),
  entry('CAR-TAL-02', '每周 回访一次。', '客服'),
  entry('LEA-PLA-01', '每周排一次 PLAN。', '带队'),
];

const matches = (raw: string): string[] => ENTRIES.filter(matcher(raw, ENTRIES)).map(({ code }) => code);

test('Every entry holds nothing typed', () => deepStrictEqual(matches('  '), ['cartal01', 'cartal02', 'leapla01']));

test('A piece of the text is found whatever its blanks, width and case', () => {
  deepStrictEqual(matches('每周回访'), ['cartal02']);
  deepStrictEqual(matches('ｐｌａｎ'), ['leapla01']);
});

test('A code is found without its signs, and in part', () => {
  deepStrictEqual(matches('car tal'), ['cartal01', 'cartal02']);
  deepStrictEqual(matches('TAL_02'), ['cartal02']);
});

test('Words that stand nowhere as one piece are looked for one by one, the name of the sequence included', () => {
  deepStrictEqual(matches('带队 每周'), ['leapla01']);
  deepStrictEqual(matches('客服 每周'), ['cartal02']);
  deepStrictEqual(matches('客服 计划'), []);
});

test('Where one entry holds them as a piece, others do not come for the words alone', () => {
  deepStrictEqual(matches('每周 排'), ['leapla01']);
});

import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import { rangesIn } from '../../src/search/field/typed-marks.ts';

const marked = (text: string, raw: string): string[] => rangesIn(text, raw).map(([start, end]) => text.slice(start, end));

test('What was typed is marked wherever it stands, as it is written there', () => {
  deepStrictEqual(marked('和客户沟通，听客户说', '客户'), ['客户', '客户']);
  deepStrictEqual(marked('做 P L A N 之前', 'ｐｌａｎ'), ['P L A N']);
});

test('Words that stand nowhere as one piece are marked one by one, touching ones as one', () => {
  deepStrictEqual(marked('听客户说完', '完 听'), ['听', '完']);
  deepStrictEqual(marked('听客户说完', '户说 客户'), ['客户说']);
});

test('Nothing typed marks nothing', () => deepStrictEqual(marked('听客户说完', '  '), []));

import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import { find, prepare } from '../../src/search/search.ts';
import { NOTHING, indicator, page, place } from './data.ts';

const PAGES = [page('客户管理', 'competency'), page('客户', 'group'), page('计划', 'competency')];
const PLACES = [place('管理', '客服', '低'), place('计划', '客服', '高')];
const ROWS = [indicator('CAR-MAN-01', '把客户的话听完', 0), indicator('CAR-MAN-02', '问客户', 0), indicator('CAR-PLA-01', '给客户排计划', 1)];

const whole = prepare({ ...NOTHING, pages: PAGES, places: PLACES, indicators: ROWS });
const files = [
  { ...NOTHING, pages: PAGES.slice(0, 2) },
  { ...NOTHING, pages: PAGES.slice(2), places: PLACES, indicators: ROWS.slice(0, 2) },
  { ...NOTHING, places: PLACES.slice(1), indicators: [indicator('CAR-PLA-01', '给客户排计划', 0)] },
];
const [first, second, third] = files;
const parts = prepare(third, prepare(second, prepare(first)));

for (const query of ['客户', '计划', 'CAR-PLA-01', '客服 计划', '没有']) {
  test(`Parts give for ${query} what the whole gives`, () => deepStrictEqual(find(parts, query), find(whole, query)));
}

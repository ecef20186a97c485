import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import type { IndicatorEntry, PageEntry, PlaceEntry } from '../../src/generated/page-data.ts';
import { find, joined, prepare } from '../../src/search/search.ts';

const PAGES: PageEntry[] = [['客户管理', 'a', '能力', ''], ['客户', 'b', '能力', ''], ['计划', 'c', '能力', '']];
const PLACES: PlaceEntry[] = [['管理', '客服', '低', 'a'], ['计划', '客服', '高', 'c']];
const ROWS: IndicatorEntry[] = [['CAR-01', '把客户的话听完', 0], ['CAR-02', '问客户', 0], ['CAR-03', '给客户排计划', 1]];

const whole = prepare({ pages: PAGES, places: PLACES, indicators: ROWS });
const parts = joined(
  prepare({ pages: PAGES.slice(0, 2), places: [], indicators: [] }),
  joined(prepare({ pages: PAGES.slice(2), places: PLACES, indicators: ROWS.slice(0, 2) }), prepare({ pages: [], places: PLACES, indicators: ROWS.slice(2) })),
);

for (const query of ['客户', '计划', 'CAR-03', '客服 计划', '没有']) {
  test(`Parts give for ${query} what the whole gives`, () => deepStrictEqual(find(parts, query), find(whole, query)));
}

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { differs, including } from '../../src/handbook/positions-chosen.ts';

test('a position that is asked for joins those chosen, or takes the place of the last', () => {
  deepStrictEqual(including(['a', 'b'], 'c', 3), ['a', 'b', 'c']);
  deepStrictEqual(including(['a', 'b', 'c'], 'd', 3), ['a', 'b', 'd']);
  deepStrictEqual(including(['a', 'b', 'c'], 'b', 3), ['a', 'b', 'c']);
});

test('a row differs where two of its cells do', () => {
  equal(differs(['one', 'one', 'two']), true);
  equal(differs(['one', 'one']), false);
  equal(differs(['one']), false);
});

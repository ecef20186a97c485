/* What of the handbook's own stands where, and in which order. */

import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';
import { ordered } from '../../src/handbook/guidance/rows.ts';
import type { Row } from '../../src/handbook/guidance/rows.ts';

const ROWS: Row[] = [['examples', ['甲']], ['not_yet', ['乙']], ['evidence', ['丙']], ['grow', ['丁']]];

test('a level shows all of it, in the order of the file', () => {
  deepStrictEqual(ordered(ROWS, false), ROWS);
});

test('who rates asks for evidence first, and not how to grow', () => {
  deepStrictEqual(ordered(ROWS, true).map(([kind]) => kind), ['evidence', 'not_yet', 'examples']);
});

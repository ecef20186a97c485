/* Key measures: result, distance to the target, points taken off; as in Python. */

import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import { compute } from '../../src/scoring/kpi.ts';
import type { Filled, Measure } from '../../src/scoring/kpi.ts';
import { asJson, golden } from '../golden/read.ts';

const { calls } = golden('kpi') as { calls: { case: string; arguments: [Measure, Filled]; expected: unknown }[] };

for (const { case: title, arguments: given, expected } of calls) {
  test(title, () => deepStrictEqual(asJson(compute(...given)), expected));
}

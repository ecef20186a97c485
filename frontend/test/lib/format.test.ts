import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { aligned, figure, place, ratingOf, signed } from '../../src/lib/format.ts';

const SCALE = { ratings: [{ points: '-1', name: '低' }, { points: '0', name: '中' }, { points: '3', name: '高' }] };

test('figures have a real minus and no nothings behind the point', () => {
  deepStrictEqual(['4.50', '-0.00', '-2.0', '100'].map(figure), ['4.5', '0', '−2', '100']);
  deepStrictEqual(['4.50', '-0.00', '-2.0'].map(signed), ['+4.5', '0', '−2']);
  deepStrictEqual(['4.50', '-0.00', '-2.00'].map(aligned), ['+4.50', '0', '−2.00']);
});

test('a rating is found however its points are written', () => {
  equal(ratingOf(SCALE, '3.0')?.name, '高');
  equal(ratingOf(SCALE, '2'), null);
  equal(ratingOf(undefined, '3'), null);
});

test('a value stands between the ends of its scale', () => {
  deepStrictEqual(['-1', '1', '3', '9', null].map((points) => place(SCALE, points)), [0, 0.5, 1, 1, null]);
  equal(place({ ratings: [{ points: '2' }] }, '2'), 0);
});

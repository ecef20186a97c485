import { deepStrictEqual, equal, throws } from 'node:assert/strict';
import { test } from 'node:test';

import { compare, decimal, div, exact, halfUp, mean, plain, rational, shown, sum } from '../../src/lib/rational.ts';

test('only plain decimals are figures', () => {
  deepStrictEqual(rational(' -0.50\n'), exact(-1n, 2n));
  deepStrictEqual(rational('+3'), exact(3n));
  for (const other of ['', '1e3', '0x10', '.5', '5.', '𝟓', '1 000', 'NaN', '0'.repeat(41), null, 5, {}]) equal(rational(other), null);
  throws(() => decimal('五'), TypeError);
});

test('fractions are kept in lowest terms, the sign above', () => {
  deepStrictEqual(exact(4n, -6n), { n: -2n, d: 3n });
  throws(() => div(exact(1n), exact(0n)), RangeError);
});

test('half way goes up, also below zero', () => {
  deepStrictEqual(['2.5', '-2.5', '-2.51', '0.49'].map((text) => halfUp(decimal(text))), [3n, -2n, -3n, 0n]);
  deepStrictEqual(['2.005', '-2.005', '-0.005', '0.005'].map((text) => shown(decimal(text))), ['2.01', '-2.00', '0.00', '0.01']);
});

test('nothing is lost on the way to a mean', () => {
  const tenths = Array.from({ length: 10 }, () => decimal('0.1'));
  equal(compare(sum(tenths), exact(1n)), 0);
  equal(shown(mean([exact(1n), exact(1n), exact(2n)]) ?? exact(0n)), '1.33');
  equal(mean([]), null);
  deepStrictEqual(['5.00', '2.50', '0.333', '-0.10'].map((text) => plain(decimal(text))), ['5', '2.5', '0.33', '-0.1']);
});

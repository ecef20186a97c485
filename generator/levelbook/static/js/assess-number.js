// @ts-check
/* Exact numbers: fractions of whole numbers, no floats; rounded half up, and only where they are written. */
(function () {
  'use strict';

  /** @typedef {{n: bigint, d: bigint}} Exact - in lowest terms, d above 0 */

  const PLAIN = /^([+-]?)([0-9]{1,40})(?:\.([0-9]{1,40}))?$/;

  /**
   * @param {bigint} n
   * @param {bigint} [d]
   * @returns {Exact}
   */
  function exact(n, d = 1n) {
    if (d === 0n) throw new RangeError('divided by nothing');
    let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
    while (b) [a, b] = [b, a % b];
    if (d < 0n) a = -a;
    return { n: n / a, d: d / a };
  }

  /**
   * @param {unknown} text
   * @returns {Exact | null} the exact value of a plain decimal; null for anything else
   */
  function rational(text) {
    const found = typeof text === 'string' ? PLAIN.exec(trim(text)) : null;
    if (!found) return null;
    const [, sign, whole, rest = ''] = found;
    return exact(BigInt(whole + rest) * (sign === '-' ? -1n : 1n), 10n ** BigInt(rest.length));
  }

  /**
   * @param {string} text
   * @returns {string} without blanks at its ends
   */
  const trim = (text) => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

  const ZERO = exact(0n);
  const add = (/** @type {Exact} */ a, /** @type {Exact} */ b) => exact(a.n * b.d + b.n * a.d, a.d * b.d);
  const minus = (/** @type {Exact} */ a) => ({ n: -a.n, d: a.d });
  const sub = (/** @type {Exact} */ a, /** @type {Exact} */ b) => add(a, minus(b));
  const mul = (/** @type {Exact} */ a, /** @type {Exact} */ b) => exact(a.n * b.n, a.d * b.d);
  const div = (/** @type {Exact} */ a, /** @type {Exact} */ b) => exact(a.n * b.d, a.d * b.n);
  const abs = (/** @type {Exact} */ a) => (a.n < 0n ? minus(a) : a);

  /**
   * @param {Exact} a
   * @param {Exact} b
   * @returns {number} below 0, 0 or above 0
   */
  function compare(a, b) {
    const apart = a.n * b.d - b.n * a.d;
    return apart < 0n ? -1 : apart > 0n ? 1 : 0;
  }

  /**
   * @param {Exact[]} values
   * @returns {Exact}
   */
  const sum = (values) => values.reduce(add, ZERO);

  /**
   * @param {Exact[]} values
   * @returns {Exact | null} null of nothing
   */
  const mean = (values) => (values.length ? div(sum(values), exact(BigInt(values.length))) : null);

  /**
   * @param {Exact} value
   * @returns {bigint} the nearest whole number; half way goes up, also below zero
   */
  function halfUp({ n, d }) {
    const [over, under] = [2n * n + d, 2n * d];
    const cut = over / under;
    return over < 0n && cut * under !== over ? cut - 1n : cut;
  }

  /**
   * @param {Exact} value
   * @returns {string} always with two digits: 4.50, -0.33
   */
  function shown(value) {
    const hundredths = halfUp(mul(value, exact(100n)));
    const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
    return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
  }

  /**
   * @param {Exact} value
   * @returns {string} without zeros at its end: 5, 2.5, 0.33
   */
  const plain = (value) => shown(value).replace(/\.?0+$/, '');

  const shownOrNull = (/** @type {Exact | null} */ value) => (value ? shown(value) : null);
  const plainOrNull = (/** @type {Exact | null} */ value) => (value ? plain(value) : null);

  const levelbook = /** @type {any} */ (window).levelbook;
  levelbook.exact = {
    ZERO, exact, rational, trim, add, minus, sub, mul, div, abs, compare, sum, mean, halfUp, shown, plain, shownOrNull, plainOrNull,
  };
})();

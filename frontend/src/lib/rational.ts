/* Exact numbers: fractions of whole numbers, no floats; rounded half up, and only where they are written. */

/** in lowest terms, d above 0 */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

const PLAIN = /^([+-]?)([0-9]{1,40})(?:\.([0-9]{1,40}))?$/;

export function exact(n: bigint, d: bigint = 1n): Exact {
  if (d === 0n) throw new RangeError('divided by nothing');
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b) [a, b] = [b, a % b];
  if (d < 0n) a = -a;
  return { n: n / a, d: d / a };
}

/** the exact value of a plain decimal; null for anything else */
export function rational(text: unknown): Exact | null {
  const parts = typeof text === 'string' ? PLAIN.exec(trim(text)) : null;
  if (!parts) return null;
  const [, sign, whole, rest = ''] = parts;
  return exact(BigInt(whole + rest) * (sign === '-' ? -1n : 1n), 10n ** BigInt(rest.length));
}

/** the exact value of a figure of the handbook, which is a plain decimal */
export function decimal(text: string): Exact {
  const value = rational(text);
  if (!value) throw new TypeError(`no figure: ${text}`);
  return value;
}

/** without blanks at its ends */
export const trim = (text: string): string => text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');

export const ZERO = exact(0n);
export const add = (a: Exact, b: Exact): Exact => exact(a.n * b.d + b.n * a.d, a.d * b.d);
export const minus = (a: Exact): Exact => ({ n: -a.n, d: a.d });
export const sub = (a: Exact, b: Exact): Exact => add(a, minus(b));
export const mul = (a: Exact, b: Exact): Exact => exact(a.n * b.n, a.d * b.d);
export const div = (a: Exact, b: Exact): Exact => exact(a.n * b.d, a.d * b.n);
export const abs = (a: Exact): Exact => (a.n < 0n ? minus(a) : a);

/** below 0, 0 or above 0 */
export function compare(a: Exact, b: Exact): number {
  const apart = a.n * b.d - b.n * a.d;
  return apart < 0n ? -1 : apart > 0n ? 1 : 0;
}

export const sum = (values: readonly Exact[]): Exact => values.reduce(add, ZERO);

/** null of nothing */
export const mean = (values: readonly Exact[]): Exact | null => (values.length ? div(sum(values), exact(BigInt(values.length))) : null);

/** the nearest whole number; half way goes up, also below zero */
export function halfUp({ n, d }: Exact): bigint {
  const [over, under] = [2n * n + d, 2n * d];
  const cut = over / under;
  return over < 0n && cut * under !== over ? cut - 1n : cut;
}

/** always with two digits: 4.50, -0.33 */
export function shown(value: Exact): string {
  const hundredths = halfUp(mul(value, exact(100n)));
  const digits = String(hundredths < 0n ? -hundredths : hundredths).padStart(3, '0');
  return `${hundredths < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** without zeros at its end: 5, 2.5, 0.33 */
export const plain = (value: Exact): string => shown(value).replace(/\.?0+$/, '');

export const shownOrNull = (value: Exact | null): string | null => (value ? shown(value) : null);
export const plainOrNull = (value: Exact | null): string | null => (value ? plain(value) : null);

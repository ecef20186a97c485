/* Whether two values of documents say the same. */

import { isMapping } from '../../lib/values.ts';

/** what it holds itself, whatever else objects have */
export const own = (value: unknown, key: string): unknown => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined);

/** whether they say the same, times of answers aside */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((entry, at) => same(entry, right[at]));
  if (!isMapping(left) || !isMapping(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)].filter((key) => key !== 'at'));
  return [...keys].every((key) => same(own(left, key), own(right, key)));
}

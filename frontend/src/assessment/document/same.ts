/* Whether two values of documents say the same. */

import { isMapping, valueAt } from '../../lib/values.ts';
import type { Mapping } from '../../lib/values.ts';

/** whether they say the same, times of answers aside */
export function same(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((entry, at) => same(entry, right[at]));
  if (!isMapping(left) || !isMapping(right)) return false;
  const keys = new Set([...Object.keys(left), ...Object.keys(right)].filter((key) => key !== 'at'));
  return [...keys].every((key) => same(valueAt(left, key), valueAt(right, key)));
}

/** what a field holds before anybody has written in it */
export const isOpen = (value: unknown): boolean => value === null || value === '' || value === false || value === undefined;

/** a text that is alike for all that say the same, to find them by */
export function keyOf(value: unknown): string {
  if (value === undefined) return '';
  return JSON.stringify(value, (key, inner: unknown) => (key === 'at' ? undefined : isMapping(inner) ? inOrder(inner) : inner));
}

const inOrder = (mapping: Mapping): Mapping => Object.fromEntries(Object.entries(mapping).sort(([left], [right]) => (left < right ? -1 : 1)));

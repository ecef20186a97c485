/* What says nothing, and whether two values say the same without it. */

import { isMapping } from '../../lib/values.ts';

/** whether nothing is said by it */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

/** with its keys in one order, without what says nothing */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isMapping(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(entries.sort(([key], [other]) => (key < other ? -1 : 1)).map(([key, inner]) => [key, tidy(inner)]));
}

export const asText = (value: unknown): string => JSON.stringify(tidy(value));

export const saysSame = (value: unknown, other: unknown): boolean => asText(value) === asText(other);

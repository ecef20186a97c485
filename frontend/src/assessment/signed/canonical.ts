/* One text for one value: keys in order, no blanks, every character in its composed form (NFC), and no half ones. So two that say the
   same have the same bytes, however they came about, for whoever reads them. */

import { isMapping } from '../../lib/values.ts';

/** by their code units, as everywhere */
const byKey = ([left]: [string, unknown], [right]: [string, unknown]): number => (left < right ? -1 : left > right ? 1 : 0);

/** half of a character, which has no bytes of its own */
const HALF = /\p{Surrogate}/gu;

function ordered(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(HALF, '\ufffd').normalize('NFC');
  if (Array.isArray(value)) return value.map(ordered);
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]): [string, unknown] => [key.normalize('NFC'), ordered(inner)]).sort(byKey));
}

export const canonical = (value: unknown): string => JSON.stringify(ordered(value));

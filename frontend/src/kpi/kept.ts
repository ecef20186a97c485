/* What was filled in for the key measures of a page, as it is kept: figures by measure and field. */

import { isMapping, valueAt } from '../lib/values.ts';
import type { Mapping } from '../lib/values.ts';

const FORMAT = 1;

export interface Kept {
  readonly format: unknown;
  readonly figures: Mapping;
}

export const NONE: Kept = { format: FORMAT, figures: {} };

/** null where it cannot be read */
export function parsed(text: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(text);
    return isMapping(kept) && isMapping(kept.figures) ? { ...kept, format: kept.format, figures: kept.figures } : null;
  } catch {
    return null;
  }
}

/** Those of the same name are numbered. */
export function numbered(names: readonly string[]): string[] {
  const times = new Map<string, number>();
  return names.map((name) => {
    const n = (times.get(name) ?? 0) + 1;
    times.set(name, n);
    return n > 1 ? `${name}#${n}` : name;
  });
}

/** What was kept of a measure, by field. */
export function figuresOf({ figures }: Kept, name: string): Mapping {
  const figure = valueAt(figures, name);
  return isMapping(figure) ? figure : {};
}

/**
 * @param filled - the fields as they are now; fields that the page does not have stay as they were
 * @returns the same with it; a measure of which nothing is filled in is left out
 */
export function withFilled(kept: Kept, name: string, filled: Readonly<Record<string, string>>): Kept {
  const fields = Object.entries({ ...figuresOf(kept, name), ...filled }).filter(([, text]) => text !== '');
  const figures = { ...kept.figures, [name]: Object.fromEntries(fields) };
  return { ...kept, figures: Object.fromEntries(Object.entries(figures).filter(([key]) => key !== name || fields.length > 0)) };
}

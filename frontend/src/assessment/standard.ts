/* What the standard says of an item, as values. */

import type { ChecklistItem } from '../generated/page-data.ts';

export interface Sentence {
  readonly text: string;
  /** what leads the items of its indicator in, said at the first of them */
  readonly lead?: string;
  /** nothing where it has none of its own */
  readonly code: string;
  /** whether it says what should not be seen */
  readonly negative?: boolean;
}

/** The letter of an item of an indicator, which stands behind its code; nothing of a whole one. */
export const letterOf = (code: string): string => /-([a-z])$/.exec(code)?.[1] ?? '';

/** the sentences of an item; where it has none that are rated one by one, the lines of what it asks */
export function sentencesOf({ parts, text }: ChecklistItem): readonly Sentence[] {
  if (parts.length) return parts;
  return text.split('\n').filter((line) => line.trim()).map((line) => ({ text: line, code: '', negative: false }));
}

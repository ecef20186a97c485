/* Which indicators of the index hold what somebody typed. */

import { normalise, plainCode } from '../../lib/text.ts';

/** what is looked through of an indicator */
export interface IndexedText {
  readonly text: string;
  readonly code: string;
  /** what its sequence is called */
  readonly about: string;
}

/**
 * The same words find here what they find in the search of every page, which leads here with them.
 * @param raw - what was typed
 * @returns whether an entry holds it: as one piece, or word by word where none does
 */
export function matcher(raw: string, entries: readonly IndexedText[]): (entry: IndexedText) => boolean {
  const query = normalise(raw);
  const code = plainCode(raw);
  const isCode = /^[a-z0-9]+$/.test(code);
  const whole = (entry: IndexedText) => entry.text.includes(query) || (isCode && entry.code.includes(code));
  const terms = raw.split(/\s+/).map(normalise).filter(Boolean);
  if (terms.length < 2 || entries.some(whole)) return whole;
  return (entry) => terms.every((term) => `${entry.text} ${entry.code} ${entry.about}`.includes(term));
}

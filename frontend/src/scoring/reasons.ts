/* Why a score is what it is, or why there is none, and how that is said. */

import type { Words } from '../generated/words.ts';
import { inLine, sayer } from '../lib/words.ts';
import type { Why } from './result.ts';

/** A reason with its facts; counts become text. */
export function why(key: Words['core'], facts: Readonly<Record<string, string | readonly string[] | number>> = {}): Why {
  const told: Record<string, string | readonly string[]> = {};
  for (const [name, fact] of Object.entries(facts)) told[name] = typeof fact === 'number' ? String(fact) : fact;
  return { key, facts: told };
}

/**
 * The sentence of a reason.
 * @param words - of the page, by `area.key`
 */
export function say(words: Readonly<Record<string, string>>, { key, facts }: Why): string {
  const word = sayer<Words['core']>(words, 'core.');
  return word(key, inLine(facts, () => word('comma')));
}

const AGAIN: readonly string[] = ['again', 'parts_again'];

const TOLD: readonly string[] = [...AGAIN, 'na_bare', 'one_by_one'];

/** whether there is more to say of an open item than that nobody has rated it */
export const isTold = ({ why: reason }: { readonly why: Why | null }): boolean => reason !== null && TOLD.includes(reason.key);

/** whether something does not count before somebody has looked again */
export const isAgain = ({ why: reason }: { readonly why: Why | null }): boolean => reason !== null && AGAIN.includes(reason.key);

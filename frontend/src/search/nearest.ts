/* What comes nearest to words that nothing holds: names that have the most signs in common with them. */

import { isHan } from './fold.ts';
import type { SearchIndex } from './index.ts';
import type { Match } from './match.ts';

/** what part of the signs must be the same */
const LEAST = 0.55;
const KINDS = new Set(['sequence', 'level', 'position', 'competency', 'concept']);

/** The pieces by which words are held against each other: signs of Chinese, figures, three letters of others. */
function pieces(text: string): string[] {
  const signs = Array.from(text).filter((sign) => isHan(sign) || (sign >= '0' && sign <= '9'));
  const words = text.match(/[a-z]{3,}/g) ?? [];
  const letters = words.flatMap((word) => Array.from(word.slice(0, -2), (_, at) => word.slice(at, at + 3)));
  return [...new Set([...signs, ...letters])];
}

/** What part of the pieces a name has in common with those that are sought. */
function share(sought: readonly string[], name: string): number {
  const common = sought.filter((piece) => name.includes(piece)).length;
  return common ? (2 * common) / (sought.length + pieces(name).length) : 0;
}

/**
 * The things whose names come nearest, the nearest first.
 * @param most - how many of them
 */
export function nearest(query: string, index: SearchIndex, most: number): Match[] {
  const sought = pieces(query);
  if (!sought.length) return [];
  const known = new Map<string, number>();
  const shareOf = (name: string): number => {
    const before = known.get(name) ?? share(sought, name);
    known.set(name, before);
    return before;
  };
  const near = index.things.flatMap(({ kind, plainTitle, plainNames, reference }, at) => {
    const own = shareOf(plainTitle);
    const best = KINDS.has(kind) ? plainNames.reduce((most, name) => Math.max(most, shareOf(name)), own) : 0;
    // what is near by its own name comes before what is only called so besides; a concept after what it is made of
    const later = own === 0 ? 2 : Number(kind === 'concept');
    return best >= LEAST ? [{ at, cost: 1 - best + (reference ? LEAST : 0), later, own }] : [];
  });
  const sorted = near.sort((a, b) => a.cost - b.cost || a.later - b.later || b.own - a.own);
  return sorted.slice(0, most).map(({ at, cost }) => ({ at, cost }));
}

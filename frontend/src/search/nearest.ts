/* What comes nearest to words that nothing holds: names that have the most signs in common with them. */

import { isHan } from './fold.ts';
import type { SearchIndex } from './index.ts';
import type { Match } from './match.ts';

const SHOWN = 5;
/** what part of the signs must be the same */
const LEAST = 0.5;
const KINDS = new Set(['sequence', 'level', 'position', 'competency', 'concept']);

/** The pieces by which words are held against each other: signs of Chinese, three letters of others. */
function pieces(text: string): ReadonlySet<string> {
  const signs = [...text].filter(isHan);
  const words = text.match(/[a-z0-9]+/g) ?? [];
  const letters = words.flatMap((word) => [...word.slice(0, -2)].map((_, at) => word.slice(at, at + 3)));
  return new Set([...signs, ...letters]);
}

function share(sought: ReadonlySet<string>, name: string): number {
  const own = pieces(name);
  const common = [...own].filter((piece) => sought.has(piece)).length;
  return (2 * common) / (sought.size + own.size || 1);
}

/** The things whose names come nearest, the nearest first. */
export function nearest(query: string, index: SearchIndex): Match[] {
  const sought = pieces(query);
  const near = index.things.flatMap(({ kind, plainTitle, plainNames, reference }, at) => {
    const best = KINDS.has(kind) ? Math.max(...[plainTitle, ...plainNames].map((name) => share(sought, name))) : 0;
    return best >= LEAST ? [{ at, cost: 1 - best + (reference ? LEAST : 0) }] : [];
  });
  return near.sort((a, b) => a.cost - b.cost).slice(0, SHOWN);
}

/* What a document keeps of answers that have no place: each entry once, found by its code without walking through all of them. */

import type { Kept, SavedAssessment, Side } from './model.ts';
import { same } from './same.ts';

/** lists of what is kept, by code */
const indexes: WeakMap<Kept[], {upTo: number, of: Map<string, Kept[]>}> = new WeakMap();

/**
 * @param kept - may have grown at its end since it was last asked for
 * @returns what is kept of a code, in order
 */
export function keptOf(kept: Kept[], code: string): Kept[] {
  const before = indexes.get(kept);
  const index = before && before.upTo <= kept.length ? before : { upTo: 0, of: new Map<string, Kept[]>() };
  for (; index.upTo < kept.length; index.upTo += 1) {
    const entry = kept[index.upTo];
    const alike = index.of.get(entry.code);
    if (alike) alike.push(entry);
    else index.of.set(entry.code, [entry]);
  }
  indexes.set(kept, index);
  return index.of.get(code) || [];
}

export const ownerOf = (entry: Kept): Side => (entry.who === 'manager' ? 'manager' : 'employee');

/** what an entry notes of whose it is; nothing where it is the employee's own */
export const ownedBy = (who: Side): {who?: Side} => (who === 'manager' ? { who } : {});

/**
 * @param doc - grows
 */
export function keep(doc: SavedAssessment, entry: Kept) {
  const bare = (kept: Kept) => ({ ...kept, since: '', seen: undefined });
  if (!keptOf(doc.kept, entry.code).some((kept) => same(bare(kept), bare(entry)))) doc.kept.push(entry);
}

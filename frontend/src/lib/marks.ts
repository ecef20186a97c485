/* Which level the reader has marked as own, and which as aim: at most one of each, in this browser only. A level is named by
   its sequence and its id, which never change. What stands in storage may have been written by anybody. */

import * as local from './local-storage.ts';
import { valueAt } from './values.ts';

/** its last part is the version of the format */
export const KEY = 'levelbook.marks.1';
const PLACE = /^[a-z0-9][a-z0-9-]{0,99}\/[a-z0-9][a-z0-9-]{0,99}$/;
const LONGEST = 1000; // longer than any text of ours

export const KINDS = ['own', 'aim'] as const;
export type MarkKind = (typeof KINDS)[number];
/** `sequence/level` by kind */
export type Marks = Readonly<Partial<Record<MarkKind, string>>>;

const isPlace = (value: unknown): value is string => typeof value === 'string' && PLACE.test(value);

/** What a text says; nothing of it where it is not ours. A level that is marked as both is the own one. */
export function parsed(text: string | null): Marks {
  if (!text || text.length > LONGEST) return {};
  try {
    const kept: unknown = JSON.parse(text);
    const [own, aim] = KINDS.map((kind) => valueAt(kept, kind));
    return { ...(isPlace(own) && { own }), ...(isPlace(aim) && aim !== own && { aim }) };
  } catch {
    return {};
  }
}

/** The same with a mark moved to a level, or taken from it; no level has both. */
export function withMark(marks: Marks, kind: MarkKind, place: string, on: boolean): Marks {
  const left = KINDS.filter((name) => marks[name] !== undefined && marks[name] !== place && !(on && name === kind));
  return { ...Object.fromEntries(left.map((name) => [name, marks[name]])), ...(on && { [kind]: place }) };
}

export const read = (): Marks => parsed(local.get(KEY));

export const areSet = (marks: Marks): boolean => KINDS.some((kind) => marks[kind] !== undefined);

/** Whether they are kept; without any nothing is. */
export function write(marks: Marks): boolean {
  if (areSet(marks)) return local.set(KEY, JSON.stringify(marks));
  local.drop(KEY);
  return true;
}

export const erase = () => local.drop(KEY);

/** Calls back when another page of this browser has changed them. */
export function watch(follow: () => void) {
  window.addEventListener('storage', (event) => {
    if (event.key === KEY || event.key === null) follow();
  });
}

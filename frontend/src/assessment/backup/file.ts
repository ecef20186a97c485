/* A backup: everything that somebody has left in this browser, as one file. What was stored stands in it as it was stored, key by
   key, whatever its format. A file may come from anybody: nothing of it is taken on trust. No page and no storage here. */

import { KEY as COUNTED } from '../../backup/due.ts';
import type { Words } from '../../generated/words.ts';
import { isMapping, valueAt } from '../../lib/values.ts';
import { isCalled, shownName } from '../document/handbook-name.ts';
import type { NamedHandbook } from '../document/handbook-name.ts';
import { PREFIX as EARLIER } from '../storage/earlier.ts';

export const FORMAT = 1;
export const LIMIT = 32 * 1024 * 1024; // bytes of a file; browsers keep 10 MB at most, which may grow when it is written
/** the chosen codes of a collection; where they are stored, the path of the site is in the key */
export const COLLECTION = 'levelbook-collection';

/** texts by the keys under which they are stored */
export type Stored = Readonly<Record<string, string>>;

export interface Backup {
  readonly handbook: string;
  readonly release: string;
  /** when it was made */
  readonly made: string;
  readonly stored: Stored;
}

/** a sentence of the page, by its key, and what is put into it */
export interface Problem {
  readonly key: Words['backup'];
  readonly facts: Readonly<Record<string, string | number>>;
}

/** odd: how many parts of it are none of ours, and left out; problem: beside the backup, what is to be asked first */
export type Read =
  | { readonly backup: Backup; readonly odd: number; readonly problem?: Problem }
  | { readonly backup?: undefined; readonly problem: Problem };

const OURS = /^levelbook(?:-collection|\.[\w.:+-]{1,200})$/;
const NOT_KEPT: readonly string[] = [COUNTED, 'levelbook.assess-try'];
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/;
const MOST = 5000; // keys

/** whether something stored is somebody's own, as it is now, and no count or try of ours */
export const isOwn = (key: string): boolean => OURS.test(key) && !NOT_KEPT.includes(key) && !key.startsWith(EARLIER);

export const write = ({ handbook, release, made, stored }: Backup): string =>
  `${JSON.stringify({ levelbook: 'backup', format: FORMAT, handbook, release, made, stored }, null, 2)}\n`;

const fail = (key: Problem['key'], facts: Problem['facts'] = {}) => ({ problem: { key, facts } });

export const tooBig = (size: number) => fail('too_big', { size: Math.ceil(size / 1024 / 1024), limit: LIMIT / 1024 / 1024 });

function decoded(text: string): unknown {
  try {
    // what would change the ways of an object is left out
    return JSON.parse(text.replace(/^\ufeff/, ''), (key, value: unknown) => (key === '__proto__' ? undefined : value));
  } catch {
    return undefined;
  }
}

const lineOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 1000) : '');

/**
 * @param book - the handbook that it should be of
 */
export function read(text: string, book: NamedHandbook): Read {
  if (text.length > LIMIT) return tooBig(text.length);
  const value = decoded(text);
  if (value === undefined) return fail(text.trimEnd().endsWith('}') ? 'damaged' : 'cut');
  const [format, made, stored] = ['format', 'made', 'stored'].map((key) => valueAt(value, key));
  if (typeof format === 'number' && format > FORMAT) return fail('newer', { theirs: format, ours: FORMAT });
  if (format !== FORMAT || typeof made !== 'string' || !MOMENT.test(made) || !isMapping(stored)) return fail('broken');
  const entries = Object.entries(stored);
  const own = entries.filter((pair): pair is [string, string] => isOwn(pair[0]) && typeof pair[1] === 'string').slice(0, MOST);
  const [theirs, release] = ['handbook', 'release'].map((key) => lineOf(valueAt(value, key)));
  const found = { backup: { handbook: theirs, release, made, stored: Object.fromEntries(own) }, odd: entries.length - own.length };
  return isCalled(book, theirs) ? found : { ...found, ...fail('other_handbook', { theirs, ours: shownName(book) }) };
}

/** A mark of texts: equal ones have the same. Browsers have a better one, but not on pages that were opened from a disk. */
export function markOf(text: string): string {
  let [one, two] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    one = Math.imul(one ^ sign, 2654435761);
    two = Math.imul(two ^ sign, 1597334677);
  }
  const mixed = [[one, two], [two, one]].map(([left, right]) => Math.imul(left ^ (left >>> 16), 2246822507) ^ Math.imul(right ^ (right >>> 13), 3266489909));
  return mixed.map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

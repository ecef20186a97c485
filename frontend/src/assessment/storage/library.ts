/* What is done with whole assessments: opening a file, taking it in, finishing, erasing, what could not be read. */

import { fill } from '../../lib/words.ts';
import * as assessment from '../document/document.ts';
import * as merge from '../document/merge.ts';
import * as seats from './seats.ts';
import { DAMAGED, OWN, TAB, drop, fail, forget, get, keyOf, keys, laterThan, save, storage, unsaved, versions } from './store.ts';
import * as store from './store.ts';

export type Doc = Record<string, any>;
export type Problem = {key: string, facts: Record<string, string | number | string[]>};
/** same: an assessment with this id is here already; rest: what of it can be read */
export type Opened = {doc?: Doc, rest?: Doc, problem?: Problem, same?: boolean, stored?: any};

const TRY = 'levelbook.assess-try';
const TARGET = /"target"\s*:\s*"([^"\\\s]{1,200})"/;

/**
 * @param text - of a file
 * @param handbook - the name of this handbook
 */
export function parse(text: string, handbook?: string): Opened {
  const found = assessment.parse(text, handbook);
  const doc = found.doc || found.rest;
  const stored = doc && store.list().find((one: any) => one.id === doc.id);
  return { ...found, same: !!stored, ...(stored ? { stored } : {}) };
}

/**
 * @param file - a large one is not even read
 */
export async function open(file: File, handbook?: string): Promise<Opened> {
  if (file.size > assessment.LIMIT) return assessment.tooBig(file.size);
  const text = await file.text().catch(() => null); // it may be gone, or not ours to read
  return text === null ? fail('unreadable') : parse(text, handbook);
}

/**
 * Takes a document from a file in. One with the same id stays, unless it is said that it is to be replaced; one of a newer
 * format stays in any case.
 * @param how - both: the one from the file gets a new id
 * @param seat - who sits at it here
 */
export function take(given: Doc, how: 'both' | 'replace' = 'both', seat: 'employee' | 'manager' | '' = ''): {ok?: true, doc: Doc, problem?: Problem} {
  const stored = store.read(given.id).doc;
  const { tabs, ...doc } = structuredClone(given);
  if ((stored && how === 'both') || isNewer(keyOf(given.id))) doc.id = assessment.newId();
  else if (stored) follow(doc, stored);
  if (stored && seat === 'manager') keepRatings(doc, stored);
  const seated = seat ? seats.sit(doc.id, seat) : {};
  const trouble = seated.problem ? seated : save(doc);
  if (trouble) {
    if (doc.id !== given.id || !stored) unsaved.set(doc.id, doc);
    return { doc, ...trouble };
  }
  return { ok: true, doc };
}

/**
 * The employee's new file takes the place of the old one, not of what the manager has rated meanwhile.
 * @param doc - grows
 */
function keepRatings(doc: Doc, stored: Doc) {
  if (!seats.some(doc.manager.answers)) doc.manager = structuredClone(stored.manager);
}

/**
 * Other tabs must see that this comes after the version they know.
 * @param doc - grows
 */
function follow(doc: Doc, stored: Doc) {
  doc.changed = laterThan(stored.changed > doc.changed ? stored.changed : doc.changed);
  doc.tabs = merge.signed(stored.tabs || {}, TAB, doc.changed);
}

/** what `write` says */
export function finish(id: string): any {
  const found = store.read(id);
  if (!found.doc) return found;
  return store.write({ ...found.doc, finished: found.doc.finished || assessment.now() });
}

/**
 * @param name - the person's own
 * @returns what `write` says
 */
export function rename(id: string, name: string): any {
  const found = store.read(id);
  return found.doc ? store.write({ ...found.doc, name: name.trim().slice(0, 200) }) : found;
}

export function remove(id: string) {
  drop(keyOf(id));
  seats.leave(id);
  forget(id);
}

/** Erases everything, also what could not be read. */
export function clear() {
  for (const id of [...versions.keys(), ...unsaved.keys()]) forget(id);
  for (const key of keys()) drop(key);
  seats.clear();
}

/** whether it is of a newer format, and left as it is */
const isNewer: (key: string) => boolean = (key) => OWN.test(key) && ['newer', 'too_big'].includes((assessment.parse(get(key) || '').problem || {}).key);

/** whether nothing of it can be read, and there is no room to put it aside */
const isStuck: (key: string) => boolean = (key) => OWN.test(key) && store.entryIn((OWN.exec(key) || [])[1]) === null && get(key) !== null;

const unreadable: (key: string) => boolean = (key) => key.startsWith(DAMAGED) || isStuck(key);

/** What could not be read, the last first; `at` empty: of a newer format; `target` empty: what it is about cannot be seen. */
export function damaged(): {key: string, at: string, size: number, target: string}[] {
  const stuck = keys().filter(isStuck); // what is found only now is put aside
  const aside = keys().filter((key: string) => key.startsWith(DAMAGED)).reverse();
  return [...aside, ...stuck].map((key: string) => {
    const text = get(key) || '';
    const at = key.startsWith(DAMAGED) ? key.slice(DAMAGED.length).replace(/\++$/, '') : isNewer(key) ? '' : assessment.now();
    return { key, at, size: text.length, target: (TARGET.exec(text) || [])[1] || '' };
  });
}

export const damagedText: (key: string) => string = (key) => (unreadable(key) && get(key)) || '';

export function removeDamaged(key: string) {
  if (unreadable(key)) drop(key);
}

/** whether this browser keeps anything for this page */
export function works(): boolean {
  if (!storage()) return false;
  try {
    window.localStorage.setItem(TRY, '1');
    window.localStorage.removeItem(TRY);
    return true;
  } catch (error) {
    return /quota/i.test(String((error as any).name));
  }
}

/**
 * @param words - of the page
 * @returns the sentence to show
 */
export function say(words: Record<string, string>, { key, facts }: Problem): string {
  const listed = Object.entries(facts).map(([name, fact]) => [name, [fact].flat().join(words['core.comma'])]);
  return fill(words[`store.${key}`] || words['store.other'] || key, Object.fromEntries(listed));
}

/** Hands a file to the person, by a link that is followed at once. */
export function download(name: string, blob: Blob) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

/** the file of an assessment */
export const blob = (doc: Doc): Blob => new Blob([assessment.write(doc)], { type: 'application/json' });

/**
 * @param doc - handed over as a file
 */
export const hand = (doc: Doc) => download(assessment.fileName(doc), blob(doc));

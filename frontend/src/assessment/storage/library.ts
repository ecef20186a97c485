/* What is done with whole assessments: opening a file, taking it in, erasing, what could not be read. */

import * as backupDue from '../../backup/due.ts';
import { download } from '../../files/download.ts';
import { drop, get } from '../../lib/local-storage.ts';
import * as marks from '../../lib/marks.ts';
import * as seen from '../../lib/seen.ts';
import { inLine, speaker } from '../../lib/words.ts';
import * as drafts from '../../own-notes/drafts.ts';
import * as ownNotes from '../../own-notes/store.ts';
import * as documents from '../document/document.ts';
import { signed } from '../document/merge.ts';
import type { Problem, SavedAssessment } from '../document/model.ts';
import { keys } from './browser.ts';
import * as earlier from './earlier.ts';
import * as seats from './seats.ts';
import type { Seat } from './seats.ts';
import * as store from './store.ts';
import type { Entry, Read, Written } from './store.ts';
import { knownIds } from './versions.ts';
import type { NamedHandbook } from '../document/handbook-name.ts';

export type { Problem } from '../document/model.ts';
export { works } from './browser.ts';

/** stored, same: an assessment with this id is here already; rest: what of it can be read where something is wrong with it */
export type Opened = documents.Parsed & {same?: boolean, stored?: Entry};
/** where it could not be stored, it lives on in this tab */
export type Taken = {ok?: true, doc: SavedAssessment, problem?: Problem};
/** at: when it was found, empty where it is of a newer format; target: empty where what it is about cannot be seen */
export type Broken = {key: string, at: string, size: number, target: string};

const TARGET = /"target"\s*:\s*"([^"\\\s]{1,200})"/;

/**
 * @param text - of a file
 * @param handbook - the name of this handbook
 */
export function parse(text: string, book?: NamedHandbook): Opened {
  const parsed = documents.parse(text, book);
  const doc = parsed.doc || parsed.rest;
  const stored = doc && store.list().find((entry) => entry.id === doc.id);
  return { ...parsed, same: !!stored, ...(stored ? { stored } : {}) };
}

/** Whether a file means to be a backup; one that cannot be read does not say so. */
export const isBackup = async (file: File): Promise<boolean> => documents.isBackup(await file.slice(0, 2 * documents.HEAD).text().catch(() => ''));

/**
 * @param file - a large one is not even read
 */
export async function open(file: File, book?: NamedHandbook): Promise<Opened> {
  if (file.size > documents.LIMIT) return documents.tooBig(file.size);
  const text = await file.text().catch(() => null); // it may be gone, or not ours to read
  return text === null ? documents.fail('unreadable') : parse(text, book);
}

/**
 * Takes a document from a file in. One with the same id stays, unless it is said that it is to be replaced; one of a newer
 * format stays in any case.
 * @param how - both: the one from the file gets a new id
 * @param seat - who sits at it here
 */
export function take(given: SavedAssessment, how: 'both' | 'replace' = 'both', seat: Seat = ''): Taken {
  const stored = store.read(given.id).doc;
  const doc = structuredClone(given);
  delete doc.tabs; // of another browser
  if ((stored && how === 'both') || isNewer(store.keyOf(given.id))) doc.id = documents.newId();
  else if (stored) follow(doc, stored);
  if (stored && seat === 'manager') keepRatings(doc, stored);
  const { problem } = seat ? seats.sit(doc.id, seat) : {};
  const trouble = problem ? { problem } : store.save(doc);
  if (!trouble) return { ok: true, doc };
  if (doc.id !== given.id || !stored) store.unsaved.set(doc.id, doc);
  return { doc, problem: trouble.problem };
}

/**
 * The employee's new file takes the place of the old one, not of what the manager has rated meanwhile.
 * @param doc - grows
 */
function keepRatings(doc: SavedAssessment, stored: SavedAssessment) {
  if (!seats.some(doc.manager.answers)) doc.manager = structuredClone(stored.manager);
}

/**
 * Other tabs must see that this comes after the version they know.
 * @param doc - grows
 */
function follow(doc: SavedAssessment, stored: SavedAssessment) {
  doc.changed = store.laterThan(stored.changed > doc.changed ? stored.changed : doc.changed);
  doc.tabs = signed(stored.tabs || {}, store.TAB, doc.changed);
}

/**
 * What was here before comes back in the place of what came after it.
 * @returns why it could not
 */
export function putBack(before: SavedAssessment): Problem | undefined {
  const doc = structuredClone(before);
  const stored = store.read(doc.id).doc;
  if (stored) follow(doc, stored);
  const trouble = store.save(doc);
  if (trouble) store.unsaved.set(doc.id, doc);
  else backupDue.noteChange(doc.id);
  return trouble?.problem;
}

/**
 * @param name - the person's own
 * @returns what `write` says, or why it cannot be read
 */
export function rename(id: string, name: string): Written | Read {
  const read = store.read(id);
  return read.doc ? store.write({ ...read.doc, name: name.trim().slice(0, 200) }) : read;
}

export function remove(id: string) {
  drop(store.keyOf(id));
  earlier.putBack(id, null);
  seats.leave(id);
  store.forget(id);
  backupDue.noteFile(id);
}

/** Erases everything that the reader has left here, also what could not be read, what was noted, and which level is marked as own or as aim. */
export function clear() {
  for (const id of [...knownIds(), ...store.unsaved.keys()]) store.forget(id);
  for (const key of keys()) drop(key);
  earlier.clear();
  seats.clear();
  marks.erase();
  seen.erase();
  ownNotes.clear();
  drafts.clear();
  drop(backupDue.KEY);
}

/** whether it is of a newer format, and left as it is */
const isNewer = (key: string): boolean => store.idIn(key) !== null && ['newer', 'too_big'].includes(documents.parse(get(key) || '').problem?.key || '');

/** whether nothing of it can be read, and there is no room to put it aside */
function isStuck(key: string): boolean {
  const id = store.idIn(key);
  return id !== null && store.entryIn(id) === null && get(key) !== null;
}

const isUnreadable = (key: string): boolean => key.startsWith(store.DAMAGED) || isStuck(key);

/** What could not be read, the last first. */
export function damaged(): Broken[] {
  const stuck = keys().filter(isStuck); // what is found only now is put aside
  const aside = keys().filter((key) => key.startsWith(store.DAMAGED)).reverse();
  return [...aside, ...stuck].map((key) => {
    const text = get(key) || '';
    const at = key.startsWith(store.DAMAGED) ? key.slice(store.DAMAGED.length).replace(/\++$/, '') : isNewer(key) ? '' : documents.now();
    return { key, at, size: text.length, target: TARGET.exec(text)?.[1] || '' };
  });
}

export const damagedText = (key: string): string => (isUnreadable(key) && get(key)) || '';

export function removeDamaged(key: string) {
  if (isUnreadable(key)) drop(key);
}

/**
 * @param words - of the page
 * @returns the sentence to show
 */
export const say = (words: Record<string, string>, { key, facts }: Problem): string =>
  speaker({ words }, 'store')(key, inLine(facts, () => speaker({ words }, 'core')('comma')));

/** the file of an assessment */
const blob = (doc: SavedAssessment): Blob => new Blob([documents.write(doc)], { type: 'application/json' });

/**
 * Hands a document over as a file, which says who made it.
 * @param name - of the file
 */
export function hand(doc: SavedAssessment, name: string, from: SavedAssessment['from']) {
  download(name, blob({ ...doc, from }));
  backupDue.noteFile(doc.id);
}

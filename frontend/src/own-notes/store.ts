/* The notes that this browser keeps. Every change is made on what stands in storage at that moment, note by note, so that two
   tabs do not write over each other; and what another tab wrote over without having been told of it is written again.
   What cannot be read is put aside under a key of its own before anything is written. */

import * as backupDue from '../backup/due.ts';
import { keptBook } from '../lib/kept-book.ts';
import type { Problem } from '../lib/kept-book.ts';
import * as local from '../lib/local-storage.ts';
import * as books from './book.ts';
import type { Book } from './book.ts';
import * as notes from './note.ts';
import type { Note, Use, Written } from './note.ts';

export const KEY = 'levelbook.notes';
export const DAMAGED = `${KEY}-damaged.`;
const SOON = 100; // milliseconds within which a tab writes again; each another time, so that the first spares the others

/** what came of a change */
export type Kept = { readonly problem?: Problem };
/** what could not be read, as it stands aside */
export type Broken = { readonly key: string; readonly at: string; readonly size: number };

/** who is told of changes, by this page or by another tab */
const listeners = new Set<() => void>();
/** what this tab has written, as long as the page is open; null: erased */
const written = new Map<string, Note>();

const readBook = () => keptBook({ key: KEY, damaged: DAMAGED, empty: books.EMPTY, read: books.read });

/** all that are kept, the latest first */
export const list = (): Note[] => notes.inOrder(readBook().book.notes);

/** how many there could not be read, and whether all are of a later format */
export function doubts(): { unread: number; newer: boolean } {
  const { book, problem } = readBook();
  return { unread: book.unread.length, newer: problem === 'newer' };
}

/** whether anything of them is here */
export const isAny = (): boolean => local.get(KEY) !== null || damaged().length > 0;

function tell() {
  for (const listener of listeners) listener();
}

function save(book: Book): Kept {
  const trouble = local.put(KEY, books.textOf(book));
  if (trouble) return { problem: trouble };
  backupDue.noteChange(backupDue.NOTES);
  tell();
  return {};
}

function change(how: (book: Book) => Book): Kept {
  const { book, problem } = readBook();
  return problem ? { problem } : save(how(book));
}

/** Keeps a note as it is now written. */
function keep(note: Note, how: (book: Book) => Book): Kept {
  const kept = change(how);
  if (!kept.problem) written.set(note.id, note);
  return kept;
}

export function add(what: Written): Kept {
  const note = notes.begin(what);
  return keep(note, (book) => books.withNote(book, note));
}

/**
 * Changes a note.
 * @param from - as it was when somebody began to change it: what another tab changed since stays beside it
 */
export function edit(from: Note, what: Written): Kept {
  const note = notes.changed(from, { ...what, text: what.text.trim() });
  return keep(note, (book) => books.laid(book, note));
}

/** Notes in which answer it was used. */
export function use(id: string, where: Use): Kept {
  const { book, problem } = readBook();
  const there = books.find(book, id);
  if (problem || !there) return problem ? { problem } : {};
  const note = notes.changed(there, { used: [...there.used, where] });
  return keep(note, (now) => books.laid(now, note));
}

/** Erases a note. */
export function erase(id: string): Kept {
  const kept = change((book) => books.without(book, id));
  if (!kept.problem) written.delete(id);
  return kept;
}

/** Brings an erased note back as it was. */
export function bringBack(note: Note): Kept {
  const again = notes.changed(note, {});
  return keep(again, (book) => books.withNote(book, again));
}

/** Takes notes of a file in: those that are newer than what is here, and those that stay beside it. */
export function take(fresh: readonly Note[]): Kept {
  const kept = change((book) => fresh.reduce(books.withNote, book));
  if (!kept.problem) for (const note of fresh) written.set(note.id, note);
  return kept;
}

/** Takes all notes of a file in, beside those that are here. */
export const takeAll = (file: Book): Kept => change((book) => books.withAll(book, file));

/** What stands in storage was put there by other hands: nothing that this tab wrote before is written over it. */
export function beganAnew() {
  written.clear();
  tell();
}

/** Erases everything. */
export function clear() {
  written.clear();
  local.drop(KEY);
  for (const { key } of damaged()) local.drop(key);
  tell();
}

export const whole = (): Book => readBook().book;

/** What could not be read, the last first. */
export function damaged(): Broken[] {
  readBook(); // what is found only now is put aside
  return local.keys(DAMAGED).reverse().map((key) => ({
    key, at: key.slice(DAMAGED.length).replace(/\++$/, ''), size: (local.get(key) ?? '').length,
  }));
}

const isAside = (key: string): boolean => key.startsWith(DAMAGED);

export const damagedText = (key: string): string => (isAside(key) && local.get(key)) || '';

export function removeDamaged(key: string) {
  if (isAside(key)) local.drop(key);
}

/** Writes again what another tab wrote over. */
function again() {
  const { book, problem } = readBook();
  if (problem) return;
  const lost = [...written.values()].filter((note) => books.lacks(book, note));
  if (lost.length) save(lost.reduce(books.laid, book));
}

/** Forgets what another tab erased or went on with. */
function follow() {
  const { book } = readBook();
  for (const [id, note] of written) if (!books.lacks(book, note) && books.find(book, id)?.state !== note.state) written.delete(id);
}

/** Calls back when notes have changed, here or in another tab. */
export function watch(callback: () => void) {
  let timer = 0;
  listeners.add(callback);
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && !key.startsWith(KEY)) return;
    if (newValue === null && (key === null || key === KEY)) written.clear();
    follow();
    clearTimeout(timer);
    timer = window.setTimeout(again, Math.random() * SOON);
    callback();
  });
  window.addEventListener('pagehide', () => {
    clearTimeout(timer);
    again();
  });
  window.addEventListener('pageshow', (event) => event.persisted && callback());
}

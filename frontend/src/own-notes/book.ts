/* All notes of a browser as one text of storage, and of a file: read, written, and two of them merged. No page and no
   storage here. */

import { entryAt, isMapping, parsedJson, valueAt } from '../lib/values.ts';
import type { Mapping } from '../lib/values.ts';
import { apart, parsed, plain, standing, usesOf } from './note.ts';
import type { Note } from './note.ts';

export const FORMAT = 1;
const MOST_ERASED = 200;

/** what is kept */
export interface Book {
  readonly notes: readonly Note[];
  /** the ids of notes that were erased, each with the state it had then, so that no other tab brings them back */
  readonly erased: Readonly<Record<string, string>>;
  /** notes that could not be understood, as they are */
  readonly unread: readonly unknown[];
  /** what a later version may have added */
  readonly more: Mapping;
}

/** newer: of a later format, which is left alone; damaged: no notes at all */
export type Read = { readonly book: Book; readonly problem?: undefined } | { readonly book?: undefined; readonly problem: 'newer' | 'damaged' };

export const EMPTY: Book = { notes: [], erased: {}, unread: [], more: {} };
const KNOWN = ['levelbook', 'format', 'notes', 'erased'];

export function read(text: string): Read {
  const value = parsedJson(text);
  const format = valueAt(value, 'format');
  const entries = valueAt(value, 'notes');
  if (valueAt(value, 'levelbook') !== 'notes' || typeof format !== 'number') return { problem: 'damaged' };
  if (format > FORMAT) return { problem: 'newer' };
  if (!isMapping(value) || !Array.isArray(entries)) return { problem: 'damaged' };
  const notes = new Map<string, Note>();
  const unread: unknown[] = [];
  for (const entry of entries as unknown[]) {
    const note = parsed(entry);
    if (note && !notes.has(note.id)) notes.set(note.id, note);
    else unread.push(entry);
  }
  const gone = valueAt(value, 'erased');
  const erased = Object.entries(isMapping(gone) ? gone : {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const more = Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.includes(key)));
  return { book: { notes: [...notes.values()], erased: Object.fromEntries(erased), unread, more } };
}

export function textOf({ notes, erased, unread, more }: Book): string {
  const gone = Object.fromEntries(Object.entries(erased).slice(-MOST_ERASED));
  return JSON.stringify({ ...more, levelbook: 'notes', format: FORMAT, notes: [...notes.map(plain), ...unread], erased: gone });
}

export const find = (book: Book, id: string): Note | undefined => book.notes.find((note) => note.id === id);

/** The same with a note put in its place, or at the end. */
export function withNote(book: Book, note: Note): Book {
  const isThere = find(book, note.id) !== undefined;
  const notes = isThere ? book.notes.map((other) => (other.id === note.id ? note : other)) : [...book.notes, note];
  const erased = Object.fromEntries(Object.entries(book.erased).filter(([id]) => id !== note.id));
  return { ...book, notes, erased };
}

export function without(book: Book, id: string): Book {
  const note = find(book, id);
  if (!note) return book;
  return { ...book, notes: book.notes.filter((other) => other !== note), erased: { ...book.erased, [id]: note.state } };
}

/**
 * Lays a note that somebody wrote over what is kept. What was changed on both sides since they parted stays twice: nothing
 * that anybody wrote is written over.
 */
export function laid(book: Book, note: Note): Book {
  const there = find(book, note.id);
  if (!there) return withNote(book, note);
  const used = usesOf(there, note);
  const how = standing(note, there);
  if (how === 'newer') return withNote(book, { ...note, used });
  if (how === 'forked') return withNote(book, apart(note));
  return used.length > there.used.length ? withNote(book, { ...there, used }) : book;
}

/** whether a book lacks what somebody wrote: it is not there, and was not erased as it is */
export function lacks(book: Book, note: Note): boolean {
  const there = find(book, note.id);
  if (there) return standing(note, there) === 'newer' || (standing(note, there) === 'forked' && !find(book, apart(note).id));
  const erased = entryAt(book.erased, note.id);
  return erased === undefined || (erased !== note.state && note.line.includes(erased));
}

/** What a file brings, held against what is kept. */
export interface Brought {
  /** notes that are not here, and later states of those that are */
  readonly fresh: readonly Note[];
  /** how many are here as they are in the file, or later */
  readonly known: number;
  /** what was changed on both sides */
  readonly differing: readonly { readonly here: Note; readonly there: Note }[];
}

export function brought(book: Book, file: Book): Brought {
  const fresh: Note[] = [];
  const differing: { here: Note; there: Note }[] = [];
  for (const there of file.notes) {
    const here = find(book, there.id);
    const how = here ? standing(there, here) : 'newer';
    if (how === 'newer') fresh.push(here ? { ...there, used: usesOf(here, there) } : there);
    else if (here && how === 'forked' && !find(book, apart(there).id)) differing.push({ here, there });
  }
  return { fresh, known: file.notes.length - fresh.length - differing.length, differing };
}

/** All notes of a file beside those that are here: what was changed on both sides stays twice, and nothing is asked. */
export function withAll(book: Book, file: Book): Book {
  const { fresh, differing } = brought(book, file);
  const known = new Set(book.unread.map((entry) => JSON.stringify(entry)));
  const unread = file.unread.filter((entry) => !known.has(JSON.stringify(entry)));
  const notes = [...fresh, ...differing.map(({ there }) => apart(there))];
  return { ...notes.reduce(withNote, book), unread: [...book.unread, ...unread], more: { ...file.more, ...book.more } };
}

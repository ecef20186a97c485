/* A book of entries under one key of this browser's storage. What cannot be read is put aside, where it is found again. */

import * as local from './local-storage.ts';
import type { Trouble } from './local-storage.ts';

/** newer: of a later format than this page knows; it stays as it is */
export type Problem = Trouble | 'newer';

export interface Place<Book> {
  readonly key: string;
  /** what the keys of texts begin with that are put aside */
  readonly damaged: string;
  readonly empty: Book;
  readonly read: (text: string) => { book?: Book; problem?: 'damaged' | 'newer' };
}

/** Where there is no room for it elsewhere, it stays where it is. */
function setAside(key: string, damaged: string, text: string): Trouble | '' {
  let at = `${damaged}${new Date().toISOString()}`;
  while (local.get(at) !== null) at += '+'; // several are found at one time
  local.drop(key);
  const trouble = local.put(at, text);
  if (trouble) local.put(key, text);
  return trouble;
}

/** @returns an empty book where none is here or none can be read; a problem where nothing may be written over what is here */
export function keptBook<Book>({ key, damaged, empty, read }: Place<Book>): { book: Book; problem?: Problem } {
  const text = local.get(key);
  if (text === null) return { book: empty };
  const { book, problem } = read(text);
  if (book) return { book };
  const trouble = problem === 'newer' ? problem : setAside(key, damaged, text);
  return trouble ? { book: empty, problem: trouble } : { book: empty };
}

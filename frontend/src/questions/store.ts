/* The answers that this browser keeps. Every change is made on what stands in storage at that moment, question by question; what
   another tab wrote over without having been told of it is written again. What could not be stored is still shown and saved. */

import * as backupDue from '../backup/due.ts';
import { keptBook } from '../lib/kept-book.ts';
import type { Problem } from '../lib/kept-book.ts';
import * as local from '../lib/local-storage.ts';
import { entryAt } from '../lib/values.ts';
import * as books from './answers.ts';
import type { Answer, Book, Filled } from './answers.ts';

export const KEY = 'levelbook.answers';
export const DAMAGED = `${KEY}-damaged.`;

/** Answers by question, as they are to be. */
export type Change = Readonly<Record<string, Filled & { readonly question: string }>>;

/** what this tab has written, as long as the page is open */
const written = new Map<string, Answer>();

const stored = () => keptBook({ key: KEY, damaged: DAMAGED, empty: books.EMPTY, read: books.read });

/** all that are here, by question: those of this tab also where they could not be stored */
export const all = (): Book['answers'] => books.merged(stored().book, Object.fromEntries(written)).answers;

/** how many texts stand aside that could not be read */
export const damaged = (): number => local.keys(DAMAGED).length;

function save(): Problem | '' {
  const { book, problem } = stored();
  if (problem) return problem;
  const whole = books.merged(book, Object.fromEntries(written));
  return whole === book ? '' : local.put(KEY, books.textOf(whole));
}

/** later than what it takes the place of, whatever the clock says */
function moment(there: Answer | undefined): string {
  const now = new Date().toISOString();
  return there && there.written >= now ? new Date(Date.parse(there.written) + 1 || Date.now()).toISOString() : now;
}

/** @returns why it was not stored; nothing where it is */
export function write(change: Change): Problem | '' {
  const before = all();
  for (const [key, answer] of Object.entries(change)) written.set(key, { ...answer, written: moment(entryAt(before, key)) });
  const problem = save();
  if (!problem) backupDue.noteChange(backupDue.ANSWERS);
  return problem;
}

/**
 * Writes, and gives the way back: each answer that nobody has changed since is as it was.
 */
export function writeUndoably(change: Change): { problem: Problem | ''; undo: () => Problem | '' } {
  const before = all();
  const problem = write(change);
  const after = all();
  const undo = () => {
    const now = all();
    const untouched = Object.entries(change).filter(([key]) => entryAt(now, key)?.written === entryAt(after, key)?.written);
    return write(Object.fromEntries(untouched.map(([key, { question }]) => [key, { ...books.NOTHING, question, ...entryAt(before, key) }])));
  };
  return { problem, undo };
}

/** Calls back when another tab has changed them. */
export function watch(callback: () => void) {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key !== null && key !== KEY) return;
    if (newValue === null) written.clear(); // everything was erased there
    else save();
    callback();
  });
}

/** Forgets what this tab has written. */
export const beginAnew = () => written.clear();

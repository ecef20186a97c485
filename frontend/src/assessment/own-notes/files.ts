/* Notes as a file, and a file laid over those that are here: what is new comes in, what was changed on both sides is asked. */

import { ask } from '../../lib/dialog.ts';
import { EMPTY, brought, read, textOf } from '../../own-notes/book.ts';
import type { Brought } from '../../own-notes/book.ts';
import { apart, changed, today, usesOf } from '../../own-notes/note.ts';
import type { Note } from '../../own-notes/note.ts';
import * as store from '../../own-notes/store.ts';
import * as backupDue from '../../backup/due.ts';
import { download } from '../../files/download.ts';
import { HEAD, isBackup } from '../document/document.ts';
import type { Shown } from './parts.tsx';

const LARGEST = 2 * 1024 * 1024; // bytes of a file

/** Hands all notes out. */
export function save() {
  const { notes, unread } = store.whole();
  const text = textOf({ ...EMPTY, notes, unread });
  download(`notes-${today()}.json`, new Blob([`${text}\n`], { type: 'application/json' }));
  backupDue.noteFile(backupDue.NOTES);
}

/**
 * Takes the notes of a file in.
 * @param home - in which questions stand
 * @returns what came of it, in a sentence
 */
export async function open(home: HTMLElement, { word }: Pick<Shown, 'word'>, file: File): Promise<string> {
  if (isBackup(await file.slice(0, 2 * HEAD).text().catch(() => ''))) return word('file_backup');
  if (file.size > LARGEST) return word('file_large');
  const text = await file.text().catch(() => null);
  if (text === null) return word('file_unreadable');
  const { book, problem } = read(text);
  if (problem) return word(`file_${problem}`);
  const found = brought(store.whole(), book);
  const chosen: Note[] = [];
  for (const pair of found.differing) {
    const note = await which(home, word, pair);
    if (note === 'leave') return word('file_left');
    if (note) chosen.push(note);
  }
  return taken(word, found, chosen, book.unread.length);
}

function taken(word: Shown['word'], found: Brought, chosen: readonly Note[], unread: number): string {
  const notes = [...found.fresh, ...chosen];
  const { problem } = notes.length ? store.take(notes) : {};
  if (problem) return word(`kept_${problem}`);
  const came = word('file_taken', { n: found.fresh.length, known: found.known + found.differing.length });
  return unread ? came + word('unread', { n: unread }) : came;
}

/** Asks which of two counts; null: the one that is here. */
async function which(home: HTMLElement, word: Shown['word'], { here, there }: Brought['differing'][number]): Promise<Note | 'leave' | null> {
  const choice = await ask(home, {
    title: word('differ_title'),
    text: [word('differ_here', { day: here.at, text: here.text }), word('differ_there', { day: there.at, text: there.text })],
    choices: [
      { key: 'leave', label: word('file_stop'), out: true },
      { key: 'here', label: word('differ_keep') },
      { key: 'there', label: word('differ_take') },
      { key: 'both', label: word('differ_both'), main: true },
    ],
  });
  if (choice === 'here') return null;
  if (choice === 'both') return apart(there);
  return choice === 'there' ? changed(here, { at: there.at, text: there.text, codes: there.codes, used: usesOf(here, there) }) : 'leave';
}

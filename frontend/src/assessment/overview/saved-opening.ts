/* Files that are opened from the list of what is saved: taken in one after the other, asking where one is here already. */

import type { Words } from '../../generated/words.ts';
import type { Question } from '../../lib/dialog.ts';
import type { Say } from '../../lib/words.ts';
import type { SavedAssessment } from '../document/model.ts';
import * as library from '../storage/library.ts';
import { openFile } from '../storage/open-file.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { fullName, timeOf } from './saved-assessment.ts';
import type { Saved, SavedData } from './saved-assessment.ts';

/** where questions about files are asked */
interface Home extends HTMLElement {
  readonly data: SavedData;
  readonly word: Say<Words['store']>;
  ask(question: Question): Promise<string>;
}

/**
 * @returns what came of it, to be said
 */
export async function openFiles(home: Home, files: readonly File[]): Promise<string> {
  const { word } = home;
  const said: string[] = [];
  const titles: string[] = [];
  for (const file of files) {
    const { title, problem = '' } = await take(home, file);
    if (title) titles.push(title);
    else said.push(word('file_says', { file: file.name, problem }));
  }
  if (titles.length) said.push(titles.length > 1 ? word('opened_many', { n: titles.length }) : word('opened', { title: titles[0] }));
  return said.join('\n');
}

async function take(home: Home, file: File): Promise<{ title?: string; problem?: string }> {
  const { data, word } = home;
  const { doc, stored, said } = await openFile(home, data, file);
  if (!doc) return { problem: said };
  const how = stored ? await which(home, stored.changed, doc) : 'both';
  const here = stored && store.read(stored.id).doc;
  const { seat, open } = how ? await seats.ask(home, data, doc, here) : { seat: '' as const, open: false };
  if (!how || !open) return { problem: word('left') };
  const { problem } = library.take(doc, how, seat);
  return problem ? { problem: library.say(data.words, problem) } : { title: fullName(opened(doc, seat), word('gap')) };
}

/**
 * @param changed - when the one that is here was
 * @returns nothing: neither
 */
async function which(home: Home, changed: string, there: SavedAssessment): Promise<'both' | 'replace' | ''> {
  const { word } = home;
  const chosen = await home.ask({
    title: word('same'),
    text: [
      fullName(opened(there, ''), word('gap')),
      word('same_say', { here: timeOf(changed), there: timeOf(there.changed) }),
    ],
    choices: [
      { key: 'no', label: word('leave'), out: true },
      { key: 'replace', label: word('same_replace') },
      { key: 'both', label: word('same_both'), main: true },
    ],
  });
  return chosen === 'both' || chosen === 'replace' ? chosen : '';
}

const opened = (doc: SavedAssessment, seat: seats.Seat): Saved => ({ doc, seat, called: '', unsaved: false });

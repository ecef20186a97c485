/* What could not be read: what is said of it, saved as it is, erased after asking. And: leaving while something is not saved asks. */

import { download } from '../../files/download.ts';
import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import type { Spoken } from '../../lib/words.ts';
import { clockOf, dayOf } from '../document/document.ts';
import * as library from './library.ts';
import type { Broken } from './library.ts';
import { unsaved } from './store.ts';

export type { Broken } from './library.ts';

/**
 * @param data - of the page
 * @returns what it is
 */
export function says(data: Spoken, { at, size }: Broken): string {
  const facts = { time: `${dayOf(at)} ${clockOf(at)}`.trim() || at, size: Math.max(1, Math.round(size / 1024)) };
  return speaker(data, 'store')(at ? 'damaged_one' : 'damaged_newer', facts);
}

export function save(file: Broken) {
  download(`damaged-${file.at.slice(0, 10) || 'newer'}.txt`, new Blob([library.damagedText(file.key)]));
}

/**
 * @param home - in which the question stands
 * @param what - as `says` says it
 * @returns whether it is gone
 */
export async function erase(home: HTMLElement, data: Spoken, file: Broken, what: string): Promise<boolean> {
  const word = speaker(data, 'store');
  const answer = await ask(home, {
    title: word('damaged_erase_title'), text: [word('damaged_erase_say', { what })],
    choices: [{ key: 'no', label: word('cancel'), out: true }, { key: 'yes', label: word('erase_yes'), main: true }],
  });
  if (answer === 'yes') library.removeDamaged(file.key);
  return answer === 'yes';
}

/**
 * Leaving the page asks as long as something in it could not be saved, and only then.
 * @param late - saves what is being written; whether that failed
 */
export function leaving(late: () => boolean) {
  window.addEventListener('beforeunload', (event) => {
    if (late() || unsaved.size) event.preventDefault();
  });
}

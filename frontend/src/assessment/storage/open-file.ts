/* Opening files of assessments: a hidden field to choose them with, a place to drop them on, and reading one. Where something is
   wrong with it, what can be read is offered; nothing is taken in here. */

import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import type { SavedAssessment } from '../document/model.ts';
import * as library from './library.ts';
import type { Entry } from './store.ts';

/**
 * @param more - attributes
 * @returns its click() lets the person choose
 */
export function fileField(take: (files: File[]) => void, more: Record<string, boolean> = {}): HTMLInputElement {
  const field = make('input', { type: 'file', accept: '.json,application/json', hidden: true, ...more });
  field.addEventListener('change', () => {
    const files = Array.from(field.files || []);
    field.value = ''; // or the same file could not be chosen again
    if (files.length) take(files);
  });
  return field;
}

/** Lets files be dropped on an element; one that falls beside it does not take the place of the page. */
export function fileDrop(element: HTMLElement, take: (files: File[]) => void) {
  const over = (event: DragEvent) => {
    const { dataTransfer, target } = event;
    if (!dataTransfer || !dataTransfer.types.includes('Files')) return false;
    event.preventDefault();
    return target instanceof Node && element.contains(target);
  };
  window.addEventListener('dragover', (event) => element.classList.toggle('is-over', over(event)));
  window.addEventListener('dragleave', () => element.classList.remove('is-over'));
  window.addEventListener('drop', (event) => {
    const files = over(event) && event.dataTransfer ? Array.from(event.dataTransfer.files) : [];
    element.classList.remove('is-over');
    if (files.length) take(files);
  });
}

/** of a page: its words, and the name of its handbook */
type Page = Parameters<typeof speaker>[0] & {words: Record<string, string>, handbook: string};

/**
 * @param home - in which the question stands
 * @param data - of the page
 * @returns stored: what is here under its id already; said: why there is no doc
 */
export async function openFile(home: HTMLElement, data: Page, file: File): Promise<{doc?: SavedAssessment, stored?: Entry, said: string}> {
  const word = speaker(data, 'store');
  const { doc, rest, problem, stored } = await library.open(file, data.handbook);
  if (!problem) return { doc, stored, said: '' };
  const said = library.say(data.words, problem);
  if (!rest) return { said: said + word('nothing_changed') };
  const chosen = await ask(home, {
    title: word('doubtful'), text: [word('file_says', { file: file.name, problem: said }), word('doubtful_say')],
    choices: [{ key: 'no', label: word('leave'), out: true }, { key: 'yes', label: word('doubtful_open'), main: true }],
  });
  return chosen === 'yes' ? { doc: rest, stored, said: '' } : { said: word('left') };
}

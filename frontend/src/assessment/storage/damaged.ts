/* What could not be read: said where one meets it, saved as it is, erased after asking. And: leaving while something is not saved asks. */

import { ask } from '../../lib/dialog.ts';
import { button, make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import { clockOf, dayOf } from '../document/document.ts';
import { download } from './library.ts';
import * as store from './library.ts';
import * as stores from './store.ts';

export type Broken = {key: string, at: string, size: number, target: string};

/**
 * @param data - of the page
 * @returns what it is
 */
export function says(data: any, { at, size }: Broken): string {
  const facts = { time: `${dayOf(at)} ${clockOf(at)}`.trim() || at, size: Math.max(1, Math.round(size / 1024)) };
  return speaker(data, 'store')(at ? 'damaged_one' : 'damaged_newer', facts);
}

export function save(one: Broken) {
  download(`damaged-${one.at.slice(0, 10) || 'newer'}.txt`, new Blob([store.damagedText(one.key)]));
}

/**
 * @param home - in which the question stands
 * @returns whether it is gone
 */
export async function erase(home: HTMLElement, data: any, one: Broken, what: string): Promise<boolean> {
  const word = speaker(data, 'store');
  const answer = await ask(home, {
    title: word('damaged_erase_title'), text: [word('damaged_erase_say', { what })],
    choices: [{ key: 'no', label: word('cancel'), out: true }, { key: 'yes', label: word('erase_yes'), main: true }],
  });
  if (answer === 'yes') store.removeDamaged(one.key);
  return answer === 'yes';
}

/** On a checklist: what was kept of it and cannot be read any more. */
export class Notice {
  declare host: any;
  declare word: any;
  declare box: any;
  declare state: any;

  constructor(host: any) {
    this.host = host;
    this.word = speaker(host.data, 'store');
    this.box = make('div', { class: 'lb-damaged lb-noprint', role: 'status' });
    const first = host.querySelector('section[data-view]');
    if (first) first.before(this.box);
  }

  show() {
    const { target } = this.host.data;
    const found = store.damaged().filter((one: Broken) => !one.target || one.target === target);
    const state = found.map((one: Broken) => one.key).join(' ');
    if (state === (this.state || '')) return;
    this.state = state;
    this.box.replaceChildren(...found.map((one: Broken) => this.line(one)));
  }

  line(one: Broken): HTMLElement {
    const { host, word } = this;
    const what = says(host.data, one);
    return make('div', { class: 'lb-damaged__one' }, [
      make('p', {}, [word(one.target ? 'damaged_here' : 'damaged_somewhere', { what })]),
      button(word('damaged_save'), 'lb-btn', () => save(one)),
      button(word('erase'), 'lb-link', () => this.erase(one, what)),
    ]);
  }

  async erase(one: Broken, what: string) {
    if (!(await erase(this.host, this.host.data, one, what))) return;
    this.show();
    this.host.say(this.word('erased_one', { title: what }));
  }
}

/**
 * Leaving the page asks as long as something in it could not be saved, and only then.
 * @param late - saves what is being written; whether that failed
 */
export function leaving(late: () => boolean) {
  window.addEventListener('beforeunload', (event) => {
    if (late() || stores.unsaved.size) event.preventDefault();
  });
}

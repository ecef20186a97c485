/* What a new release asks to be looked at again: old and new wording side by side, the old answer to confirm or to give anew. */

import { button, make } from '../../lib/draw.ts';
import { figure } from '../../lib/format.ts';
import { difference } from '../../lib/text-diff.ts';
import * as score from '../../scoring/item.ts';
import { said } from '../document/answers.ts';
import { adopt, confirm } from '../document/changes.ts';
import type { Look, Difference } from '../document/migrate.ts';
import { Kept as AssessKept } from './removed-answers.ts';


/**
 * @param tag - ins or del
 */
const marked = (runs: {text: string, changed: boolean}[], tag: string): (Node | string)[] => runs.map(({ text, changed }) => (changed && text.trim() ? make(tag, {}, [text]) : text));

export class Review {
  declare host: any;
  declare word: any;
  declare opened: Set<string>;
  declare kept: any;

  constructor(host: any) {
    this.host = host;
    this.word = host.word;
    /** items whose wordings are open */
    this.opened = new Set();
    this.kept = new AssessKept(host);
  }

  /** Shows, item by item, what is to be looked at again. */
  show() {
    const { data, look, closed } = this.host;
    for (const item of data.items) {
      const box = this.host.querySelector(`[data-item="${CSS.escape(item.code)}"]`);
      const place = box && (box.querySelector('.lb-item__review') as HTMLElement | null);
      if (!place) continue;
      const codes = [item, ...(item.parts || [])].map((one) => one.code);
      const found = look.filter((one: Look) => codes.includes(one.code));
      box.classList.toggle('is-review', found.length > 0);
      place.hidden = !found.length;
      const state = JSON.stringify([found, closed]);
      if (place.dataset.state === state) continue; // what has the focus stays
      place.dataset.state = state;
      this.fill(place, item, found);
    }
    this.kept.show(look);
  }

  fill(place: HTMLElement, item: any, found: Look[]) {
    const beside = place.nextElementSibling;
    if (beside && beside.classList.contains('lb-again')) beside.remove();
    if (!found.length) return place.replaceChildren();
    const open = this.opened.has(item.code);
    const wordings = make('div', { class: 'lb-again lb-noprint', id: `again-${item.code}`, hidden: !open },
      found.map((one) => this.wordings(item, one)));
    const more = this.button('look_show', 'lb-link', () => this.toggle(item.code, more, wordings));
    more.setAttribute('aria-expanded', String(open));
    more.setAttribute('aria-controls', wordings.id);
    const why = make('span', {}, [make('b', {}, [this.word('again')]), this.word('gap'), this.why(item, found)]);
    place.replaceChildren(why, more, ...(this.host.closed ? [] : this.choices(item, found)));
    place.after(wordings);
  }

  button(key: string, look: string, act: () => void, facts: Record<string, string | number> = {}): HTMLElement {
    return button(this.word(key, facts), look, act);
  }

  /** what has changed, a sentence each kind */
  why(item: any, found: Look[]): string {
    const told = new Map();
    for (const one of found) {
      const own = one.code === item.code;
      for (const kind of [one, ...(one.also || [])].map((each) => each.kind)) {
        const key = own || kind === 'new-part' ? `look_${kind}` : `look_part_${kind}`;
        told.set(key, (told.get(key) || 0) + 1);
      }
    }
    return [...told].map(([key, n]) => this.word(key, { n })).join('') + this.word(this.standing(item, found));
  }

  /** the key of what is said of the old answer: it counts, or not before somebody has looked, or cannot be given any more */
  standing(item: any, found: Look[]): string {
    if (found.some((one) => one.fits === false)) return 'look_gone';
    const result = this.host.result.items.find((one: any) => one.code === item.code);
    if (result && score.isAgain(result)) return 'look_out';
    return found.some((one) => one.points !== null && one.kind !== 'replaced') ? 'look_stays' : 'look_nothing';
  }

  /**
   * What the scale of today lacks is never offered.
   * @returns what one can do at once; else one rates anew
   */
  choices(item: any, found: Look[]): HTMLElement[] {
    const replaced = found.filter((one) => one.kind === 'replaced');
    if (replaced.length) {
      const { points } = replaced[0];
      const single = replaced.length === 1 && replaced[0].code === item.code && said(points);
      const lacks = replaced.every((one) => one.fits === false);
      return [
        this.button(lacks ? 'adopt_words' : single ? 'adopt' : 'adopt_all', 'lb-btn', () => this.settle(item, found, 'adopt'), { points: single ? figure(points) : '' }),
        this.button('not_adopt', 'lb-btn', () => this.settle(item, found, 'confirm')),
      ];
    }
    const fitting = found.filter((one) => one.fits !== false);
    if (!fitting.length) return [];
    const own = fitting.find((one) => one.code === item.code);
    const points = own && item.kind === 'rating' ? own.points : null;
    const key = fitting.every((one) => one.kind === 'new-part') ? 'seen' : said(points) ? 'still' : 'still_all';
    return [this.button(key, 'lb-btn', () => this.settle(item, fitting, 'confirm'), { points: said(points) ? figure(points) : '' })];
  }

  toggle(code: string, button: HTMLElement, wordings: HTMLElement) {
    wordings.hidden = !wordings.hidden;
    button.setAttribute('aria-expanded', String(!wordings.hidden));
    if (wordings.hidden) this.opened.delete(code);
    else this.opened.add(code);
  }

  settle(item: any, found: Look[], how: 'confirm' | 'adopt') {
    const { host } = this;
    this.opened.delete(item.code);
    host.update((draft: any) => {
      for (const one of found) (one.kind === 'replaced' && how === 'adopt' ? adopt : confirm)(draft, one, host.data);
    });
    host.focusItem(item.code);
  }

  wordings(item: any, one: Look): HTMLElement {
    const heads = [
      one.code !== item.code && this.word('look_part', { code: one.code }),
      one.kind === 'replaced' && this.word('look_from', { name: one.fromName || one.from || '' }),
    ];
    const all = [one, ...(one.also || [])];
    const part = one.code === item.code ? '' : 'part_';
    const what = ({ kind }: Difference) => {
      const key = all.length > 1 && [`look_what_${part}${kind}`, `look_what_${kind}`].find((name) => this.word.has(name));
      return key ? this.word(key) : '';
    };
    return make('div', {}, [...heads.map((text) => this.head(text)), ...all.flatMap((each) => [this.head(what(each)), ...this.pair(each)])]);
  }

  head(text: string | false): HTMLElement | false {
    return Boolean(text) && make('p', { class: 'lb-again__part' }, [text]);
  }

  /** old and new side by side */
  pair({ kind, old, now }: Difference): (HTMLElement | false)[] {
    const { before, after, rewritten } = difference(old || '', now || '');
    const side = (key: string, text: (Node | string)[]) =>
      make('div', {}, [make('dt', {}, [this.word(key)]), make('dd', {}, text.length ? text : [this.word('no_text')])]);
    return [
      ['reworded', 'replaced'].includes(kind) && rewritten && !!old && !!now && this.head(this.word('rewritten')),
      make('dl', { class: 'lb-again__pair' }, [side('look_old', marked(before, 'del')), side('look_now', marked(after, 'ins'))]),
    ];
  }
}

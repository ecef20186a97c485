/* <lb-panel>: how far one is, the list of the items, how one fills in, and what one can do with the assessment. */

import { button, make } from '../../lib/draw.ts';
import { figure, ratingOf } from '../../lib/format.ts';
import * as answers from '../document/answers.ts';
import { Files as AssessFiles } from './files.ts';
import { Settings as AssessSettings } from './settings.ts';

const LEGEND = ['done', 'review', 'na', 'todo'];

class LbPanel extends HTMLElement {
  declare host: any;
  declare word: any;
  declare big: any;
  declare bar: any;
  declare list: any;
  declare saved: any;
  declare next: any;
  declare settings: any;
  declare state: any;
  declare now: any;

  connectedCallback() {
    if (this.host) return;
    customElements.whenDefined('lb-assess').then(() => this.begin());
  }

  begin() {
    this.host = (this.closest('lb-assess') as any);
    if (!this.host || !this.host.doc) return;
    this.word = this.host.word;
    this.build();
    this.host.addEventListener('lb-change', () => this.show());
    this.host.addEventListener('lb-item', (event: CustomEvent) => this.mark(event.detail.code));
    this.show();
  }

  build() {
    this.big = make('p', { class: 'lb-panel__big lb-num' });
    this.bar = make('div', { class: 'lb-panel__bar', role: 'img' });
    const result = make('a', { class: 'lb-btn lb-btn--main', href: '#result' }, [this.word('to_result')]);
    this.list = make('ol', { class: 'lb-plain lb-panel__list', 'aria-label': this.word('list') });
    this.saved = make('p', { class: 'lb-panel__save', role: 'status' });
    this.next = button(this.word('next'), 'lb-btn lb-panel__next', () => this.host.next(this.now || ''));
    this.next.append(make('kbd', { 'aria-hidden': 'true' }, ['N']));
    this.settings = new AssessSettings(this.host);
    this.append(
      make('div', { class: 'lb-panel__sum' }, [this.big, this.bar, result]),
      make('div', { class: 'lb-panel__set' }, this.settings.parts()),
      make('div', { class: 'lb-panel__rest' }, [
        this.next, this.legend(), this.list, this.saved, new AssessFiles(this.host).buttons(),
      ]),
    );
  }

  legend(): HTMLElement {
    return make('ul', { class: 'lb-plain lb-panel__key' }, LEGEND.map((one) => make('li', { class: `k-${one}` }, [this.word(`state_${one}`)])));
  }

  show() {
    const all = this.host.standings();
    this.showSum(all);
    const state = JSON.stringify([all.map((one: any) => [one.state, one.again, one.of, this.rating(one)]), this.picked()]);
    if (state !== this.state) this.showList(all);
    this.state = state;
    this.showSaved();
    this.settings.show();
  }

  showSum(all: any[]) {
    const count = (test: (one: any) => boolean) => all.filter(test).length;
    const facts = {
      of: all.length,
      n: count((one) => one.state === 'done'),
      again: count((one) => one.again),
      na: count((one) => one.state === 'na' || one.state === 'unseen'),
      left: count((one) => one.state === 'todo' || one.state === 'part'),
    };
    this.big.replaceChildren(make('b', {}, [String(facts.n)]), this.word('of_rated', facts));
    this.bar.setAttribute('aria-label', this.word(facts.again ? 'bar_again' : 'bar', facts));
    this.bar.classList.toggle('is-many', all.length > 40);
    this.bar.replaceChildren(...all.map((one) => make('i', { class: this.look(one) })));
    this.next.hidden = this.host.closed || !(facts.left || facts.again);
  }

  look({ state, again }: any): string {
    if (again) return 'is-review';
    return { done: 'is-done', part: 'is-part', na: 'is-na', unseen: 'is-na', todo: '' }[(state as 'done')];
  }

  picked(): string[] {
    return answers.picked(this.host.data, this.host.doc, this.host.who);
  }

  showList(all: any[]) {
    const picked = this.picked();
    const at = this.list.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.code : '';
    this.list.replaceChildren(...all.map((one) => this.line(one, picked.includes(one.item.code))));
    const again = at && (this.list.querySelector(`[data-code="${CSS.escape(at)}"]`) as HTMLElement | null);
    if (again) again.focus();
    this.mark(this.now || '');
  }

  line(one: any, picked: boolean): HTMLElement {
    const { item } = one;
    const link = make('a', { href: `#q-${item.code}`, 'data-code': item.code }, [
      make('span', { class: 'lb-num' }, [item.number]), item.name,
      picked && make('em', { class: 'lb-panel__pick' }, [this.word('pick')]),
    ]);
    const rating = this.rating(one);
    const value = rating ? [one.again ? this.word('again_points', { points: rating }) : rating]
      : [make('span', { class: 'lb-vh' }, [this.word('state_todo')]), make('span', { 'aria-hidden': 'true' }, ['·'])];
    return make('li', {}, [link, make('span', { class: 'lb-num' }, value)]);
  }

  /** what was given, as short as it can be said */
  rating({ item, state, of }: any): string {
    const { host, word } = this;
    if (state === 'na' || state === 'unseen') return word(`state_${state}`);
    if (state === 'part') return word('part', { n: of[0], of: of[1] });
    if (state === 'todo') return '';
    const answer = answers.answersOf(host.doc, host.who)[item.code] || {};
    if (item.kind === 'condition') return word(answer.points === '1' ? 'met' : 'unmet');
    const found = host.result.items.find((other: any) => other.code === item.code);
    if ((of || item.kind === 'exam') && found) return found.points === null ? word('no_points') : figure(found.points);
    return this.named(item, answer.points || '');
  }

  /** the word that was chosen, where the ruler shows words alone */
  named(item: any, points: string): string {
    const worded = document.getElementById(`q-${item.code}`)?.querySelector('.lb-item__do > .lb-rate--words');
    const found = worded && ratingOf(this.host.data.scales[item.scale], points);
    return found ? found.name : figure(points);
  }

  /**
   * @param code - of the item one is at
   */
  mark(code: string) {
    this.now = code;
    for (const link of (this.list.querySelectorAll('a') as NodeListOf<HTMLElement>)) {
      const line = (link.parentElement as HTMLElement);
      line.toggleAttribute('aria-current', false);
      if (link.dataset.code !== code) continue;
      line.setAttribute('aria-current', 'true');
      this.reveal(line);
    }
  }

  /** Scrolls the list, and nothing but the list. */
  reveal(line: HTMLElement) {
    const [frame, place] = [this.list, line].map((one) => one.getBoundingClientRect());
    if (place.top < frame.top) this.list.scrollTop += place.top - frame.top;
    else if (place.bottom > frame.bottom) this.list.scrollTop += place.bottom - frame.bottom;
  }

  /** When it was saved last, to the minute, so that a reader is not told at every key. */
  showSaved() {
    const { keeper, doc } = this.host;
    const said = keeper.failed ? this.word('unsaved') : keeper.kept ? this.word('saved', { time: this.host.timeOf(doc.changed) }) : this.word('unbegun');
    if (this.saved.textContent !== said) this.saved.textContent = said;
  }
}

customElements.define('lb-panel', LbPanel);

/* A walk through a checklist, one item a screen: the items of the form itself, of which only the one that one is at is shown, with
   its choices as a column from the highest down. So keys, drafts, notes and what a new release asks work as they do in the list.
   Where one is stands in the state of the address, so that a reload, or the way back from the result, leads to the same item. */

import type { Words } from '../../generated/words.ts';
import { make } from '../../lib/draw.ts';
import { valueAt } from '../../lib/values.ts';
import type { Say } from '../../lib/words.ts';
import type { Standing } from '../document/answers.ts';
import type { Host } from '../host.ts';

/** in the place of an item, behind the last */
const END = 'end';

const isOpen = ({ state, again }: Standing): boolean => state === 'todo' || state === 'part' || again;

export class Walk {
  private readonly host: Host;
  private readonly word: Say<Words['first']>;
  private readonly figure = make('span', { class: 'lb-num' });
  private readonly bar = make('i');
  private readonly top: HTMLElement;
  private readonly back: HTMLButtonElement;
  private readonly on: HTMLButtonElement;
  private readonly foot: HTMLElement;
  private readonly endHead: HTMLElement;
  private readonly endText = make('p');
  private readonly toLeft: HTMLButtonElement;
  private readonly end: HTMLElement;
  /** the code of the item one is at, or the end; empty where nobody walks */
  private at = '';

  constructor(host: Host, word: Say<Words['first']>) {
    this.host = host;
    this.word = word;
    const button = (text: string, look: string, act: () => void) => {
      const made = make('button', { type: 'button', class: look }, [text]);
      made.addEventListener('click', act);
      return made;
    };
    const whole = button(word('whole'), 'lb-link', () => this.leave());
    this.top = make('div', { class: 'lb-walk__top' }, [this.figure, make('span', { class: 'lb-walk__bar', 'aria-hidden': 'true' }, [this.bar]), whole]);
    this.back = button(word('back'), 'lb-btn', () => this.step(-1));
    this.on = button('', 'lb-btn', () => this.step(1));
    this.foot = make('div', { class: 'lb-walk__foot' }, [this.back, this.on]);
    this.endHead = make('h2', { tabindex: -1 }, [word('end')]);
    this.toLeft = button(word('to_left'), 'lb-btn', () => this.toOpen());
    const result = make('a', { class: 'lb-btn lb-btn--main', href: '#result' }, [word('to_result')]);
    this.end = make('div', { class: 'lb-walk__end' }, [this.endHead, this.endText, make('p', {}, [result, this.toLeft])]);
    const grid = host.querySelector('.lb-check__grid');
    grid?.before(this.top);
    grid?.after(this.end, this.foot);
    host.addEventListener('lb-change', () => this.follow());
    host.addEventListener('lb-item', ({ detail }) => this.arrive(detail.code));
    host.addEventListener('lb-view', ({ detail }) => this.turn(detail.view));
    for (const name of ['beforeprint', 'afterprint']) window.addEventListener(name, () => { if (this.at) this.turnRound(); }); // paper shows the list
    this.turn('');
  }

  /** @param code - of the item to begin with; of none: where one was, or the first that is open */
  begin(code: string) {
    const { host } = this;
    if (host.closed) return;
    const all = host.standings();
    const first = all.find(isOpen) ?? all.at(0);
    const start = code === END || all.some(({ item }) => item.code === code) ? code : first?.item.code;
    if (start === undefined) return;
    if (!this.at) this.lead(true);
    this.go(start);
  }

  /** Shows one item alone, or the whole list again. */
  private lead(isOn: boolean) {
    const { host } = this;
    host.toggleAttribute('data-walk', isOn);
    host.leads = isOn ? (from) => this.from(from) : null;
    this.turnRound();
    if (!isOn) this.at = '';
  }

  /** Turns rulers round in the page itself, not by styles: so arrows on the keyboard go where the eye does. */
  private turnRound() {
    for (const ruler of this.host.querySelectorAll('.lb-item__do > .lb-rate')) ruler.append(...[...ruler.children].reverse());
  }

  /** Back in the whole list, at the same item. */
  private leave() {
    const item = this.at;
    this.lead(false);
    this.remember('');
    this.show();
    this.host.focusItem(item === END ? this.host.standings().at(-1)?.item.code ?? '' : item);
  }

  private step(by: number) {
    this.host.flush();
    const codes = this.host.standings().map(({ item }) => item.code);
    const place = this.at === END ? codes.length : codes.indexOf(this.at);
    this.go(codes.at(Math.max(0, place + by)) ?? END);
  }

  /** By keys one goes on from an item; from the end to what is open. */
  private from(code: string) {
    if (this.at === END) this.toOpen();
    else if (code === this.at) this.step(1);
    else this.go(code);
  }

  private toOpen() {
    const open = this.host.standings().find(isOpen);
    if (open) this.go(open.item.code);
  }

  private go(code: string) {
    const { host } = this;
    if (code === END) {
      this.arrive(END);
      this.endHead.focus({ preventScroll: true });
    } else host.focusItem(code);
    this.top.scrollIntoView();
  }

  private arrive(code: string) {
    if (!this.host.hasAttribute('data-walk')) return;
    this.at = code;
    this.remember(code);
    this.show();
  }

  private remember(walk: string) {
    if (valueAt(history.state, 'walk') !== walk) history.replaceState({ ...history.state, walk }, '');
  }

  /** What one cannot fill in any more is not walked through. */
  private follow() {
    if (this.at && this.host.closed) this.lead(false);
    this.show();
  }

  /** Another view is whole; on the way back one is where one was. */
  private turn(view: string) {
    const walk = valueAt(history.state, 'walk');
    if (view && view !== 'check' && this.at) this.lead(false);
    this.show();
    if (view === 'check' && !this.at && typeof walk === 'string' && walk) this.begin(walk);
  }

  private show() {
    const { host, word, at } = this;
    const isEnd = at === END;
    if (at) host.setAttribute('data-walk', isEnd ? END : '');
    this.top.hidden = !at;
    this.foot.hidden = !at;
    this.end.hidden = !isEnd;
    if (!at) return;
    const all = host.standings();
    const place = isEnd ? all.length : all.findIndex(({ item }) => item.code === at) + 1;
    this.figure.textContent = word('at', { n: place, of: all.length });
    this.bar.style.width = `${String((100 * place) / Math.max(1, all.length))}%`;
    const isDone = !isEnd && !isOpen(all[place - 1]);
    this.back.hidden = place === 1 && !isEnd;
    this.on.hidden = isEnd;
    this.on.textContent = word(isDone ? 'next' : 'skip');
    this.on.classList.toggle('lb-btn--main', isDone);
    const left = all.filter(isOpen).length;
    this.endText.textContent = word(left ? 'end_left' : 'end_done', { n: left });
    this.toLeft.hidden = !left;
  }
}

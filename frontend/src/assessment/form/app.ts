/* <lb-assess>: the host of an assessment. It holds the page's data and the document, takes every change, shows the views,
   and tells the parts inside: `lb-change` after every change, `lb-view` when a view opens. */

import { button, make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import * as score from '../../scoring/totals.ts';
import * as answers from '../document/answers.ts';
import { clockOf, dayOf, now } from '../document/document.ts';
import { leaving } from '../storage/damaged.ts';
import * as damaged from '../storage/damaged.ts';
import { Keeper } from '../storage/keeper.ts';
import * as library from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/sync.ts';
import { Form as AssessForm } from './form.ts';
import { Keys as AssessKeys } from './keyboard.ts';
import { Review as AssessReview } from './release-review.ts';
import { Who as AssessWho } from './seat.ts';

const VIEWS = ['check', 'result', 'plan'];

/**
 * @param name - as it stands in an address
 */
function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (error) {
    return name; // a lone per cent sign is one
  }
}

class LbAssess extends HTMLElement {
  declare word: any;
  declare alarm: any;
  declare keeper: any;
  declare form: any;
  declare review: any;
  declare whose: any;
  declare damaged: any;
  declare keys: any;
  declare data: any;
  declare by: any;
  declare sat: any;
  declare result: any;
  declare view: any;
  declare hush: any;

  connectedCallback() {
    if (this.keeper || !this.readData()) return;
    this.word = speaker(this.data, 'fill');
    this.alarm = make('div', { class: 'lb-alarm lb-noprint', role: 'alert' });
    this.prepend(this.alarm);
    this.keeper = new Keeper(this.data, {
      changed: () => this.changed(),
      saved: () => this.alarm.replaceChildren(),
      trouble: (problem: any) => this.showTrouble(problem),
      gone: () => this.say(this.word('gone')),
    });
    const form = this.querySelector('form.lb-check__items');
    this.form = form && new AssessForm(this, form);
    this.review = new AssessReview(this);
    this.whose = new AssessWho(this);
    this.damaged = new damaged.Notice(this);
    this.keys = new AssessKeys(this);
    this.keeper.start(this.asked() || (history.state || {}).assessment || '');
    this.listen();
    this.go(false);
  }

  /** whether the page says what is assessed; else it stays a form on paper */
  readData(): boolean {
    const script = this.querySelector('#lb-assess-data');
    this.data = script && JSON.parse(script.textContent || 'null');
    if (this.data) this.data.words = this.data.words || (window as any).levelbookWords || {};
    return Boolean(this.data);
  }

  listen() {
    window.addEventListener('hashchange', () => this.go(true));
    // when all is loaded the browser goes to the place in the address itself, and takes the focus away
    window.addEventListener('load', () => document.activeElement === document.body && this.goTo(this.place()));
    this.addEventListener('click', (event) => this.follow(event));
    window.addEventListener('pagehide', () => this.flush());
    leaving(() => { this.flush(); return this.keeper.failed; });
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
    window.addEventListener('beforeprint', () => this.flush());
    store.watch((what: any) => { this.keeper.follow(what); this.damaged.show(); });
    this.damaged.show();
  }

  /** the assessment as it stands; not to be changed but through update() */
  get doc(): any {
    return this.keeper && this.keeper.doc;
  }

  /** what the page's release asks to be looked at again; a finished one stays as it is */
  get look(): any[] {
    return this.doc.finished ? [] : this.keeper.look.filter((one: any) => (one.who || 'employee') === this.who);
  }

  /** who sits here; empty where nobody knows */
  get seat(): 'employee' | 'manager' | '' {
    return this.keeper.seat;
  }

  /** Somebody sits down here. */
  sit(seat: 'employee' | 'manager') {
    this.flush();
    const { keeper, doc } = this;
    const { problem } = keeper.kept ? seats.sit(doc.id, seat) : seats.take(doc.id, seat);
    keeper.seat = seat;
    this.changed();
    if (problem) this.showTrouble(problem);
    this.say(speaker(this.data, 'seat')(`${seat}_sits`));
  }

  /** whether nothing can be changed in the form: it is finished, or shows what somebody else owns */
  get closed(): boolean {
    return Boolean(this.doc.finished) || this.who !== this.seat;
  }

  /** whose ratings the form shows: employee or manager */
  get who(): string {
    return this.by || 'employee';
  }

  set who(who) {
    if (who === this.by) return;
    this.flush();
    this.by = who === 'manager' ? 'manager' : 'employee';
    this.changed();
  }

  /**
   * @param file - brings the ratings of both
   */
  update(change: (draft: any) => void, file: boolean = false) {
    this.keeper.update(change, file);
  }

  /** A text that is being typed: saved in a moment. */
  later(field: string, change: (draft: any) => void) {
    this.keeper.later(`${this.who}-${field}`, change);
  }

  /** whether the standard is not to be seen yet */
  get blind(): boolean {
    return this.doc.blind === true && !this.doc.finished && this.seat === 'employee';
  }

  flush() {
    this.keeper.flush();
  }

  /** Shows the document as it is now, here and in the parts. */
  changed() {
    const { doc, seat } = this;
    const sat = `${doc.id} ${seat}`;
    if (sat !== this.sat) this.by = seat || 'employee'; // whoever sits down sees the own ratings
    this.sat = sat;
    this.dataset.mode = doc.mode;
    this.dataset.who = this.who;
    this.dataset.seat = seat;
    this.toggleAttribute('data-blind', this.blind);
    this.result = score.assess(this.data, answers.answersOf(doc, this.who), doc.mode);
    if (this.form) this.form.show(doc, this.result);
    if (this.review) this.review.show();
    this.whose.show();
    this.remember();
    this.dispatchEvent(new CustomEvent('lb-change', { detail: { doc } }));
  }

  /** Notes which assessment this is, so that it is the same one after a reload; the address says nothing of it. */
  remember() {
    const assessment = this.keeper.kept ? this.doc.id : '';
    if ((history.state || {}).assessment !== assessment) history.replaceState({ ...history.state, assessment }, '');
  }

  /** codes to be looked at again */
  again(): Set<string> {
    return new Set(this.look.map((one: any) => one.code));
  }

  /** of every item in which state it is */
  standings(): any[] {
    return answers.standings(this.data, this.doc, this.who, this.again());
  }

  /** the assessment that somebody chose in a list on another page */
  asked(): string {
    const match = /^#open=([0-9a-f]{1,32})$/.exec(location.hash);
    return match ? match[1] : '';
  }

  /** Opens what was asked for; asked once, it is not asked again when one comes back to this address. */
  openAsked() {
    const asked = this.asked();
    if (!asked) return;
    history.replaceState(history.state, '', '#check');
    if (asked !== this.doc.id) this.keeper.use(asked);
  }

  /** the item, or another place on this page, that the address names */
  place(): HTMLElement | null {
    const name = location.hash.slice(1);
    return name && !VIEWS.includes(name) ? this.querySelector(`#${CSS.escape(decoded(name))}`) : null;
  }

  /**
   * Goes where the address says: to a view, to a place in one, or to an item, ready to rate it.
   * @param move - whether somebody went there just now
   */
  go(move: boolean) {
    this.openAsked();
    const name = location.hash.slice(1);
    const place = this.place();
    const view = place && (place.closest('section[data-view]') as HTMLElement | null);
    this.showView(VIEWS.includes(name) ? name : (view && view.dataset.view) || 'check', move);
    this.goTo(place);
  }

  goTo(place: HTMLElement | null) {
    if (!place) return;
    place.scrollIntoView(); // it may have been hidden when the browser looked for it
    this.focusItem(place.dataset.item || '');
  }

  /** A link to where the address points already changes nothing in it, but one may have gone elsewhere since. */
  follow(event: MouseEvent) {
    const link = event.target instanceof Element && (event.target.closest('a[href^="#"]') as HTMLAnchorElement | null);
    if (!link || link.hash !== location.hash || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // the browser would take the focus away again
    this.go(true);
  }

  /**
   * @param move - whether somebody went there
   */
  showView(view: string, move: boolean) {
    this.flush();
    const before = this.view;
    this.view = view;
    for (const section of (this.querySelectorAll('section[data-view]') as NodeListOf<HTMLElement>)) {
      section.hidden = section.dataset.view !== view;
    }
    for (const link of (this.querySelectorAll('a[data-view]') as NodeListOf<HTMLElement>)) {
      if (link.dataset.view === view) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
    this.remember();
    if (view === 'result' && this.blind) this.unveil();
    this.dispatchEvent(new CustomEvent('lb-view', { detail: { view } }));
    if (move && VIEWS.includes(location.hash.slice(1)) && before !== view) this.focusView(view);
  }

  /** Who has seen the result has seen the standard. */
  unveil() {
    this.update((draft) => { draft.blind = false; });
    this.say(this.word('unveiled'));
  }

  focusView(view: string) {
    const section = this.querySelector(`section[data-view="${view}"]`);
    const head = ((section && (section.querySelector('h1, h2') || section)) as HTMLElement | null);
    if (!head) return;
    head.setAttribute('tabindex', '-1');
    window.scrollTo(0, 0);
    head.focus({ preventScroll: true });
  }

  /** Goes to an item, ready to rate it. */
  focusItem(code: string) {
    const box = this.querySelector(`[data-item="${CSS.escape(code)}"], [data-part="${CSS.escape(code)}"]`);
    if (!box) return;
    if (this.view !== 'check') this.showView('check', false);
    const fields = (Array.from(box.querySelectorAll('input, textarea, button, summary')) as HTMLInputElement[]);
    const seen = fields.filter((one) => !one.disabled && (one.checkVisibility ? one.checkVisibility() : one.getClientRects().length > 0));
    const rates = seen.filter((one) => /^[rpm]-/.test(one.name || ''));
    const open = rates.filter((one) => one.type !== 'radio' || !rates.some((other) => other.name === one.name && other.checked));
    const first = open.find((one) => one.type === 'radio' || !one.value) || rates.find((one) => one.checked) || rates[0] || seen[0];
    if (!first) return;
    (rates.length > 1 && first.closest('[data-part]') || box).scrollIntoView({ block: 'center' });
    first.focus({ preventScroll: true });
  }

  /** The next item that is not rated, from this one on and round. */
  next(from: string) {
    this.flush();
    const all = this.standings();
    const at = all.findIndex((one: any) => one.item.code === from);
    const ahead = [...all.slice(at + 1), ...all.slice(0, at + 1)];
    const found = ahead.find((one) => one.state === 'todo' || one.state === 'part' || one.again);
    if (found) this.focusItem(found.item.code);
    else this.say(this.word('all_done'));
  }

  /** Says something for a moment, also to those who listen. */
  say(text: string) {
    const toast = (document.querySelector('.lb-toast') as HTMLElement | null);
    if (!toast) return;
    clearTimeout(this.hush);
    toast.textContent = text;
    toast.hidden = false;
    this.hush = window.setTimeout(() => { toast.hidden = true; }, Math.max(3000, text.length * 120));
  }

  /** What could not be kept, and how not to lose it; or what could not be opened. */
  showTrouble(problem: {key: string, facts?: any}) {
    const said = library.say(this.data.words, problem);
    if (this.alarm.firstChild && this.alarm.firstChild.textContent === said) return; // the button stays under the pointer
    const save = this.keeper.failed ? [button(this.word('to_file'), 'lb-btn', () => this.saveFile())] : [];
    this.alarm.replaceChildren(make('p', {}, [said]), ...save);
  }

  /** the time of today, of other days the day as well */
  timeOf(moment: string): string {
    const [day, time] = [dayOf(moment), clockOf(moment)];
    return day === dayOf(now()) ? time : `${day} ${time}`.trim();
  }

  /** Hands the document over as a file. */
  saveFile() {
    this.flush();
    library.hand(this.keeper.own);
  }
}

customElements.define('lb-assess', LbAssess);

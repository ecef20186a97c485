/* <lb-assess>: the host of an assessment. It holds the page's data and the document, takes every change, shows the views,
   and tells the parts inside: `lb-change` after every change, `lb-view` when a view opens. */

import type { ChecklistPageData } from '../../generated/page-data.ts';
import type { Words } from '../../generated/words.ts';
import { define } from '../../lib/define.ts';
import { pageData } from '../../lib/page-data.ts';
import type { Say } from '../../lib/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Standing } from '../document/answers.ts';
import { standings } from '../document/answers.ts';
import { onPage } from '../document/before-saving.ts';
import { clockOf, dayOf, now } from '../document/document.ts';
import type { Actor } from '../document/layers.ts';
import { canLook, canRate } from '../document/layers.ts';
import type { Look } from '../document/migrate.ts';
import { ratingsOf } from '../document/results.ts';
import { spelledOut } from '../document/wording.ts';
import type { Change, Host, PageData, Result, SavedAssessment, Side, View } from '../host.ts';
import { leaving } from '../storage/damaged.ts';
import { Keeper } from '../storage/keeper.ts';
import * as library from '../storage/library.ts';
import type { Seat } from '../storage/seats.ts';
import * as seats from '../storage/seats.ts';
import { watch } from '../storage/sync.ts';
import { fileNameOf } from '../opening/called.ts';
import { fileDrop } from '../storage/open-file.ts';
import { listenToFirstSteps } from '../first-steps/first-sight.ts';
import { Form } from './form.ts';
import { Gate } from './gate.tsx';
import * as keyMemory from './key-memory.ts';
import { listenToKeys } from './keyboard.ts';
import * as laterViews from './later-views.ts';
import { saidInForm } from './lines.ts';
import { Notices } from './notices.tsx';
import { prepareForPrint } from './print.ts';
import * as views from './views.ts';

const TOAST = { least: 3000, sign: 120 }; // milliseconds that something is said, and for each sign of it

class LbAssess extends HTMLElement implements Host {
  declare data: PageData;
  declare word: Say<Words['fill']>;
  declare keeper: Keeper;
  declare result: Result;
  declare form: Form | null;
  declare private notices: Notices;
  declare private gate: Gate;
  view: View = 'check';
  leads: Host['leads'] = null;
  /** whose ratings the form shows */
  private side: Side = 'employee';
  /** which assessment was shown last, and to whom */
  private shown = '';
  private hush = 0;
  private begun = false;

  connectedCallback() {
    const told = this.begun ? null : pageData<ChecklistPageData>('lb-assess-data');
    if (!told) return;
    this.begun = true;
    const data = spelledOut(told, saidInForm(this));
    onPage(data);
    this.data = data;
    this.word = speaker(data, 'fill');
    this.notices = new Notices(this);
    this.keeper = new Keeper(data, {
      changed: () => this.changed(),
      saved: () => this.notices.clear(),
      trouble: (problem) => this.notices.trouble(problem),
      gone: () => this.say(this.word('gone')),
    });
    const form = this.querySelector<HTMLFormElement>('form.lb-check__items');
    this.form = form && new Form(this, form);
    if (this.form) listenToKeys(this, this.form);
    this.toggleAttribute('data-few-keys', !keyMemory.areEverywhere());
    prepareForPrint(this);
    this.gate = new Gate(this);
    this.gate.start(views.askedFor() || views.remembered());
    fileDrop(this, (files) => void this.openFiles(files));
    this.listen();
    listenToFirstSteps(this);
    views.go(this, false);
    laterViews.bringWhenIdle(this);
  }

  private listen() {
    views.listenToAddress(this);
    window.addEventListener('pagehide', () => this.flush());
    window.addEventListener('beforeprint', () => this.flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
    leaving(() => {
      this.flush();
      return this.keeper.failed;
    });
    watch((what) => {
      if (!this.gate.isAsking) this.keeper.follow(what);
      this.notices.lookForDamage();
    });
    this.notices.lookForDamage();
  }

  get doc(): SavedAssessment {
    return this.keeper.doc;
  }

  /** A finished one stays as it is. */
  get look(): readonly Look[] {
    return this.doc.finished ? [] : this.keeper.look.filter(({ who }) => who === this.who);
  }

  get seat(): Seat {
    return this.keeper.seat;
  }

  sit(seat: Side) {
    this.flush();
    const { keeper, doc } = this;
    const { problem } = keeper.kept ? seats.sit(doc.id, seat) : seats.take(doc.id, seat);
    keeper.seat = seat;
    this.changed();
    if (problem) this.notices.trouble(problem);
    this.say(speaker(this.data, 'seat')(`${seat}_sits`));
  }

  sitTogether(together: boolean) {
    this.flush();
    seats.sitTogether(this.doc.id, together);
    this.changed();
  }

  call(name: string) {
    seats.call(this.doc.id, name);
    this.notices.show();
  }

  get actor(): Actor {
    return this.keeper.actor;
  }

  get looks(): boolean {
    return canLook(this.doc, this.actor);
  }

  /** It is handed over, agreed on or finished, or shows what somebody else owns. */
  get closed(): boolean {
    return !canRate(this.doc, this.actor, this.who);
  }

  get who(): Side {
    return this.side;
  }

  set who(who) {
    if (who === this.side) return;
    this.flush();
    this.side = who;
    this.changed();
  }

  get blind(): boolean {
    return this.doc.blind && !this.doc.finished && this.seat === 'employee';
  }

  get keysEverywhere(): boolean {
    return !this.hasAttribute('data-few-keys');
  }

  set keysEverywhere(everywhere) {
    keyMemory.choose(everywhere);
    this.toggleAttribute('data-few-keys', !everywhere);
  }

  update(change: Change, file = false) {
    this.keeper.update(change, file);
  }

  later(field: string, change: Change) {
    this.keeper.later(`${this.who}-${field}`, change);
  }

  flush() {
    this.keeper.flush();
  }

  /** Shows the document as it is now, here and in the parts. */
  private changed() {
    const { doc, seat } = this;
    const shown = `${doc.id} ${seat}`;
    if (shown !== this.shown) this.side = seats.sideOf(seat); // whoever sits down sees the own ratings
    this.shown = shown;
    Object.assign(this.dataset, { mode: doc.mode, who: this.who, seat });
    this.toggleAttribute('data-blind', this.blind);
    this.result = ratingsOf(this.data, doc, this.who);
    this.form?.show();
    this.notices.show();
    this.gate.show();
    views.remember(this);
    this.dispatchEvent(new CustomEvent('lb-change', { detail: { doc } }));
  }

  standings(): Standing[] {
    return standings(this.data, this.doc, this.who, new Set(this.look.map(({ code }) => code)));
  }

  showView(view: View, move: boolean) {
    this.flush();
    const before = this.view;
    this.view = view;
    views.turnTo(this, view);
    views.remember(this);
    if (view !== 'check') void laterViews.bringFor(this, view);
    if (view === 'result' && this.blind) this.unveil();
    this.dispatchEvent(new CustomEvent('lb-view', { detail: { view } }));
    if (move && before !== view) views.focusView(this, view);
  }

  /** Who has seen the result has seen the standard. */
  private unveil() {
    this.update((draft) => { draft.blind = false; });
    this.say(this.word('unveiled'));
  }

  get at(): string {
    return this.form?.now?.item.code ?? '';
  }

  bringViews(): Promise<boolean> {
    return laterViews.bring(this);
  }

  focusItem(code: string) {
    this.form?.reach(code);
    views.focusItem(this, code);
  }

  next(from: string) {
    if (this.leads) this.leads(from);
    else views.next(this, from);
  }

  say(text: string) {
    const toast = document.querySelector<HTMLElement>('.lb-toast');
    if (!toast) return;
    clearTimeout(this.hush);
    toast.textContent = text;
    toast.hidden = false;
    this.hush = window.setTimeout(() => { toast.hidden = true; }, Math.max(TOAST.least, text.length * TOAST.sign));
  }

  offerUndo(text: string, back: () => void) {
    this.notices.offer(text, back);
  }

  timeOf(moment: string): string {
    const [day, time] = [dayOf(moment), clockOf(moment)];
    return day === dayOf(now()) ? time : `${day} ${time}`.trim();
  }

  saveFile(named = false): string {
    this.flush();
    if (this.keeper.isExample) return ''; // what is made up is handed to nobody
    const { own } = this.keeper;
    const name = fileNameOf(own, named, speaker(this.data, 'whose'));
    library.hand(own, name, this.actor === 'reader' ? own.from : this.actor);
    this.dispatchEvent(new Event('lb-file'));
    return name;
  }

  async openFiles(files: readonly File[]) {
    this.flush();
    if (!await this.bringViews()) {
      this.say(this.word('views_missing'));
      return;
    }
    const { text, back, isBoth } = await this.querySelector('lb-result')?.openFiles(files) ?? { text: '' };
    if (isBoth) {
      history.replaceState(history.state, '', '#result'); // a link would scroll past what is said
      this.showView('result', true);
    }
    if (text) this.notices.offer(text, back);
  }
}

define('lb-assess', LbAssess);

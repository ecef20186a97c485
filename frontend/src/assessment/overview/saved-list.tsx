/* <lb-saved>: what is saved in this browser: go on, name, save as a file, open a file, erase; finished ones over time;
   what could not be read. Nothing leaves the page, nothing is erased or overwritten unasked. */

import { createRef, render } from 'preact';
import type { SavedListData } from '../../generated/page-data.ts';
import { define } from '../../lib/define.ts';
import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import type { Question } from '../../lib/dialog.ts';
import { pageData } from '../../lib/page-data.ts';
import type { Words } from '../../generated/words.ts';
import * as backupDue from '../../backup/due.ts';
import { speaker } from '../../lib/words.ts';
import type { Say } from '../../lib/words.ts';
import * as ownNotes from '../../own-notes/store.ts';
import * as keep from '../backup/keep.ts';
import { Backups } from '../backup/backups.tsx';
import * as documents from '../document/document.ts';
import type { Offer } from '../undo-line.tsx';
import { leaving } from '../storage/damaged.ts';
import * as damaged from '../storage/damaged.ts';
import type { Broken } from '../storage/damaged.ts';
import { openFiles } from '../opening/door.ts';
import { fileNameOf } from '../opening/called.ts';
import * as library from '../storage/library.ts';
import type { Problem } from '../storage/library.ts';
import { fileDrop, fileField } from '../storage/open-file.ts';
import { held } from '../storage/held.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { watch } from '../storage/sync.ts';
import { choiceOf, statesBefore } from './before.ts';
import { fullName, timeOf, titleOf } from './saved-assessment.ts';
import type { Saved, SavedData } from './saved-assessment.ts';
import { NameDraft } from './saved-naming.ts';
import { deskOf } from './desk.ts';
import type { Actions } from './saved-parts.tsx';
import { SavedView } from './saved-view.tsx';

type Word = Words['store'];

class LbSaved extends HTMLElement implements Actions {
  declare data: SavedData;
  declare word: Say<Word>;
  box: HTMLElement | null = null;
  readonly file = fileField((files) => void this.open(files), { multiple: true });
  readonly status = createRef<HTMLParagraphElement>();
  stop: () => void = () => {};
  readonly backups = new Backups(this);
  all: Saved[] = [];
  /** what can be taken back */
  offer: Offer | null = null;
  readonly draft = new NameDraft((problem) => this.say(library.say(this.data.words, problem)));
  /** somebody is choosing characters */
  composing = false;
  /** something was not shown for that reason */
  late = false;

  connectedCallback() {
    const data = pageData<SavedListData>('lb-saved-data');
    if (!data || this.box) return;
    this.data = data;
    this.word = speaker(data, 'store');
    this.box = document.createElement('div');
    this.box.className = 'lb-saved';
    this.append(this.box, this.file);
    fileDrop(this, (files) => void this.open(files));
    this.listen(this.box);
    this.show();
  }

  disconnectedCallback() {
    this.draft.flush();
    this.stop();
  }

  listen(box: HTMLElement) {
    this.stop = watch(() => this.follow());
    ownNotes.watch(() => this.follow()); // whether there is anything to erase
    backupDue.watch(() => this.follow());
    window.addEventListener('pagehide', () => this.draft.flush());
    leaving(() => !this.draft.flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.draft.flush());
    box.addEventListener('compositionstart', () => { this.composing = true; });
    box.addEventListener('compositionend', () => {
      this.composing = false;
      setTimeout(() => this.late && this.follow()); // the field tells what was written only after this
    });
  }

  /** Shows what another tab did, but not under the hands of somebody who is choosing characters. */
  follow() {
    this.late = this.composing;
    if (!this.late) this.show();
  }

  /** What is saved now; what had the focus keeps it. */
  show() {
    const { box, data, word, status } = this;
    if (!box) return;
    this.draft.flush(); // a name that is being written is in the list then
    this.all = store.list().flatMap(({ id, unsaved }) => savedOf(id, Boolean(unsaved)));
    const before = box.contains(document.activeElement) ? document.activeElement : null;
    const range = before instanceof HTMLInputElement ? ([before.selectionStart, before.selectionEnd] as const) : null;
    render(<SavedView data={data} word={word} actions={this} all={this.all} broken={library.damaged()} offer={this.offer} status={status} backups={this.backups} />, box);
    if (!(before instanceof HTMLElement) || before === document.activeElement) return;
    if (!before.isConnected) {
      this.focusHead();
      return;
    }
    before.focus(); // it was moved to another place of the list
    if (before instanceof HTMLInputElement && range) before.setSelectionRange(...range);
  }

  /** What had the focus is gone: it goes to the heading. */
  focusHead() {
    const head = this.querySelector('h2');
    if (!head) return;
    head.tabIndex = -1;
    head.focus();
  }

  say(text: string) {
    const status = this.status.current;
    if (!status) return;
    this.offer = null;
    status.textContent = '';
    // a text that is there already is not read out again
    requestAnimationFrame(() => { status.textContent = text; });
  }

  /** Shows and says what came of something. */
  report(problem: Problem | undefined, sentence: string) {
    this.offer = null;
    this.show();
    this.say(problem ? library.say(this.data.words, problem) : sentence);
  }

  nameOf(saved: Saved): string {
    return fullName(saved, this.word('gap'));
  }

  /* ---- asking ---- */

  async ask(question: Question): Promise<string> {
    const before = document.activeElement;
    const chosen = await ask(this, question);
    if (before && !before.isConnected) this.focusHead(); // the list may have changed meanwhile
    return chosen;
  }

  /**
   * @param stay - the word for changing nothing
   */
  async isSure(title: string, text: string[], stay: Word, go: Word): Promise<boolean> {
    const choices = [{ key: 'no', label: this.word(stay), out: true }, { key: 'yes', label: this.word(go), main: true }];
    return (await this.ask({ title, text, choices })) === 'yes';
  }

  /* ---- files ---- */

  choose() {
    this.file.click();
  }

  async open(files: File[]) {
    const { said, others } = await this.backups.open(files);
    const { text, back } = others.length ? await openFiles(deskOf(this, this.data, () => this.show()), others) : { text: '' };
    const all = [...said, text].filter(Boolean).join('\n');
    const { undo } = this.backups;
    if (all && (back || undo)) this.offerUndo(all, () => {
      back?.();
      return undo?.();
    });
    else this.report(undefined, all);
  }

  backUp() {
    this.say(this.backups.hand());
  }

  /** Says what was done and how to take it back, until something else is done. */
  offerUndo(text: string, back: () => Problem | undefined) {
    const undo = () => {
      this.offer = null;
      this.report(back(), speaker(this.data, 'seat')('undone'));
      this.focusHead();
    };
    this.say('');
    this.offer = { text, undo };
    this.show();
    this.querySelector('.lb-undo')?.scrollIntoView({ block: 'nearest' });
    this.querySelector<HTMLElement>('.lb-undo button')?.focus({ preventScroll: true });
  }

  /* ---- names ---- */

  type(saved: Saved, name: string) {
    this.draft.type(saved, name);
  }

  rename(saved: Saved, name: string) {
    this.type(saved, name);
    if (this.draft.flush()) this.say(this.word('renamed'));
  }

  /* ---- what is done with an assessment ---- */

  save({ doc, seat }: Saved) {
    library.hand(doc, fileNameOf(doc, false, speaker(this.data, 'whose')), seat === 'reader' ? doc.from : seat);
  }

  /**
   * @param period - for a new period
   */
  begin(saved: Saved, period: boolean) {
    const fresh = { ...documents.copy(saved.doc, period), name: '' };
    const back = held(fresh.id);
    const { ok, problem } = store.write(fresh);
    if (!ok) {
      this.report(problem, '');
      return;
    }
    seats.sit(fresh.id, 'employee');
    this.offerUndo(this.word('begun', { title: titleOf(saved) }), back);
  }

  async erase(saved: Saved) {
    const title = this.nameOf(saved);
    if (!(await this.isSure(this.word('erase_title'), [this.word('erase_say', { title })], 'cancel', 'erase_yes'))) return;
    const back = held(saved.doc.id);
    library.remove(saved.doc.id);
    this.offerUndo(this.word('erased_one', { title }), back);
  }

  async goBack({ doc, seat }: Saved) {
    const states = statesBefore(doc);
    const choices = states.map((state, at) => choiceOf(this.data, this.word, state, doc, seats.sideOf(seat), at));
    const answer = await this.ask({
      title: this.word('before_title'), text: [this.word('before_say')], more: make('div', { class: 'lb-before' }, choices.map(({ label }) => label)),
      choices: [{ key: 'no', label: this.word('before_not'), out: true }, { key: 'yes', label: this.word('before_do'), main: true }],
    });
    const chosen = states.find((_, at) => choices[at].input.checked);
    if (answer !== 'yes' || !chosen) return;
    const back = held(doc.id);
    const problem = library.putBack(chosen);
    if (problem) this.report(problem, '');
    else this.offerUndo(this.word('before_now', { time: timeOf(chosen.changed) }), back);
  }

  async eraseAll(n: number) {
    if (!(await this.isSure(this.word('erase_all_title'), [this.word('erase_all_say', { n, notes: ownNotes.list().length })], 'cancel', 'erase_all_yes'))) return;
    this.offerUndo(this.word('erased_all'), keep.clear());
  }

  /**
   * @param says - what it is
   */
  async eraseBroken(broken: Broken, says: string) {
    if (!(await damaged.erase(this, this.data, broken, says))) return;
    this.report(undefined, this.word('erased_one', { title: says }));
    this.focusHead();
  }
}

function savedOf(id: string, unsaved: boolean): Saved[] {
  const { doc } = store.read(id);
  return doc ? [{ doc, unsaved, seat: seats.of(doc), called: seats.named(id) || '' }] : [];
}

define('lb-saved', LbSaved);

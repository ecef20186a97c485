/* <lb-saved>: what is saved in this browser: go on, name, finish, save as a file, open a file, erase; finished ones over time;
   what could not be read. Nothing leaves the page, nothing is erased or overwritten unasked. */

import { createRef, render } from 'preact';
import type { SavedListData } from '../../generated/page-data.ts';
import type { SavedAssessment } from '../document/model.ts';
import { define } from '../../lib/define.ts';
import { ask } from '../../lib/dialog.ts';
import { pageData } from '../../lib/page-data.ts';
import type { Words } from '../../generated/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Say } from '../../lib/words.ts';
import * as documents from '../document/document.ts';
import { leaving } from '../storage/damaged.ts';
import * as damaged from '../storage/damaged.ts';
import type { Broken } from '../storage/damaged.ts';
import * as library from '../storage/library.ts';
import type { Problem } from '../storage/library.ts';
import { fileDrop, fileField, openFile } from '../storage/open-file.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import { watch } from '../storage/sync.ts';
import { SavedView, ownName, timeOf, titleOf } from './saved-view.tsx';
import type { Actions, Saved, SavedData } from './saved-view.tsx';

const SOON = 400; // milliseconds a name may wait before it is saved

type Word = Words['store'];
type Question = Parameters<typeof ask>[1];

class LbSaved extends HTMLElement implements Actions {
  declare data: SavedData;
  declare word: Say<Word>;
  box: HTMLElement | null = null;
  readonly file = fileField((files) => this.open(files), { multiple: true });
  readonly status = createRef<HTMLParagraphElement>();
  stop: () => void = () => {};
  all: Saved[] = [];
  /** a name that is being typed */
  typed: { saved: Saved; name: string } | null = null;
  timer = 0;
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
    fileDrop(this, (files) => this.open(files));
    this.listen(this.box);
    this.show();
  }

  disconnectedCallback() {
    this.flush();
    this.stop();
  }

  listen(box: HTMLElement) {
    this.stop = watch(() => this.follow());
    window.addEventListener('pagehide', () => this.flush());
    leaving(() => !this.flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
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
    const { box, data, status } = this;
    if (!box) return;
    this.flush(); // a name that is being written is in the list then
    this.all = store.list().flatMap(({ id, unsaved }) => savedOf(id, Boolean(unsaved)));
    const before = box.contains(document.activeElement) ? document.activeElement : null;
    const range = before instanceof HTMLInputElement ? ([before.selectionStart, before.selectionEnd] as const) : null;
    render(<SavedView data={data} actions={this} all={this.all} broken={library.damaged()} status={status} />, box);
    if (!(before instanceof HTMLElement) || before === document.activeElement) return;
    if (!before.isConnected) return this.focusHead();
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
    status.textContent = '';
    // a text that is there already is not read out again
    requestAnimationFrame(() => { status.textContent = text; });
  }

  /** Shows and says what came of something. */
  report(problem: Problem | undefined, sentence: string) {
    this.show();
    this.say(problem ? library.say(this.data.words, problem) : sentence);
  }

  nameOf(saved: Saved): string {
    return [titleOf(saved), ownName(saved)].filter(Boolean).join(this.word('gap'));
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

  /** Takes files in, one after the other. */
  async open(files: File[]) {
    const said: string[] = [];
    const titles: string[] = [];
    for (const file of files) {
      const { title, problem = '' } = await this.take(file);
      if (title) titles.push(title);
      else said.push(this.word('file_says', { file: file.name, problem }));
    }
    this.show();
    if (titles.length) said.push(titles.length > 1 ? this.word('opened_many', { n: titles.length }) : this.word('opened', { title: titles[0] }));
    this.say(said.join('\n'));
  }

  async take(file: File): Promise<{ title?: string; problem?: string }> {
    const { doc, stored, said } = await openFile(this, this.data, file);
    if (!doc) return { problem: said };
    const how = stored ? await this.which(stored.changed, doc) : 'both';
    const here = stored && store.read(stored.id).doc;
    const { seat, open } = how ? await seats.ask(this, this.data, doc, here) : { seat: '' as const, open: false };
    if (!how || !open) return { problem: this.word('left') };
    const { problem } = library.take(doc, how, seat);
    return problem ? { problem: library.say(this.data.words, problem) } : { title: this.nameOf({ doc, seat, called: '', unsaved: false }) };
  }

  /**
   * @param changed - when the one that is here was
   * @returns nothing: neither
   */
  async which(changed: string, there: SavedAssessment): Promise<'both' | 'replace' | ''> {
    const chosen = await this.ask({
      title: this.word('same'),
      text: [
        this.nameOf({ doc: there, seat: '', called: '', unsaved: false }),
        this.word('same_say', { here: timeOf(changed), there: timeOf(there.changed) }),
      ],
      choices: [
        { key: 'no', label: this.word('leave'), out: true },
        { key: 'replace', label: this.word('same_replace') },
        { key: 'both', label: this.word('same_both'), main: true },
      ],
    });
    return chosen === 'both' || chosen === 'replace' ? chosen : '';
  }

  /* ---- names ---- */

  /** A name that is being typed: saved in a moment, or when the page is left. */
  type(saved: Saved, name: string) {
    this.typed = { saved, name };
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), SOON);
  }

  rename(saved: Saved, name: string) {
    this.type(saved, name);
    if (this.flush()) this.say(this.word('renamed'));
  }

  /**
   * The list stays as it is: whoever goes on with the tab key must not lose the place.
   * @returns whether what was typed is saved
   */
  flush(): boolean {
    clearTimeout(this.timer);
    const { typed } = this;
    this.typed = null;
    if (!typed) return true;
    const { saved, name } = typed;
    if (ownName(saved) === name.trim() || !store.read(saved.doc.id).doc) return true;
    const problem = saved.seat === 'manager' ? callTheirs(saved, name.trim()) : nameOwn(saved, name);
    if (problem) this.say(library.say(this.data.words, problem));
    return !problem;
  }

  /* ---- what is done with one ---- */

  save({ doc }: Saved) {
    library.hand(doc);
  }

  async finish(saved: Saved) {
    const { done = 0, of = 0 } = saved.doc.result || {};
    const open = done < of ? [this.word('finish_open', { n: of - done })] : [];
    if (!(await this.isSure(this.word('finish_title'), [...open, this.word('finish_say')], 'not_yet', 'finish_yes'))) return;
    const { problem } = library.finish(saved.doc.id);
    this.report(problem, this.word('finished_one', { title: this.nameOf(saved) }));
  }

  /**
   * @param period - for a new period
   */
  begin(saved: Saved, period: boolean) {
    const { ok, doc, problem } = store.write({ ...documents.copy(saved.doc, period), name: '' });
    if (ok) seats.sit(doc.id, 'employee');
    this.report(problem, this.word('begun', { title: titleOf(saved) }));
  }

  async erase(saved: Saved) {
    const title = this.nameOf(saved);
    if (!(await this.isSure(this.word('erase_title'), [this.word('erase_say', { title })], 'cancel', 'erase_yes'))) return;
    library.remove(saved.doc.id);
    this.report(undefined, this.word('erased_one', { title }));
    this.focusHead();
  }

  async eraseAll(n: number) {
    if (!(await this.isSure(this.word('erase_all_title'), [this.word('erase_all_say', { n })], 'cancel', 'erase_all_yes'))) return;
    library.clear();
    this.report(undefined, this.word('erased_all'));
    this.focusHead();
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

/** How a manager calls the one who is rated: beside the document, which is the employee's. */
function callTheirs(saved: Saved, name: string): Problem | undefined {
  saved.called = name;
  return seats.call(saved.doc.id, name).problem;
}

function nameOwn(saved: Saved, name: string): Problem | undefined {
  const { doc, problem } = library.rename(saved.doc.id, name);
  if (doc && !problem) saved.doc = doc; // what its buttons hand over
  return problem;
}

define('lb-saved', LbSaved);

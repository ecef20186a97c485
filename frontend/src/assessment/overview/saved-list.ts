/* <lb-saved>: what is saved in this browser: go on, name, finish, save as a file, open a file, erase; finished ones over time;
   what could not be read. Nothing leaves the page, nothing is erased or overwritten unasked. */

import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import * as documents from '../document/document.ts';
import { leaving } from '../storage/damaged.ts';
import * as damageds from '../storage/damaged.ts';
import * as library from '../storage/library.ts';
import { fileDrop, fileField, openFile } from '../storage/open-file.ts';
import * as seats from '../storage/seats.ts';
import * as stores from '../storage/store.ts';
import * as store from '../storage/sync.ts';
import { SavedView } from './saved-view.ts';

const SOON = 400; // milliseconds a name may wait before it is saved

export type Doc = Record<string, any>;

class LbSaved extends HTMLElement {
  declare data: any;
  declare view: any;
  declare word: any;
  declare box: any;
  declare status: any;
  declare file: any;
  declare stop: any;
  declare composing: any;
  declare late: any;
  declare docs: Doc[];
  declare typed: any;
  declare timer: any;

  connectedCallback() {
    const script = this.querySelector('#lb-saved-data') || document.getElementById('lb-saved-data');
    if (!script || this.box) return;
    this.data = { words: (window as any).levelbookWords || {}, ...JSON.parse(script.textContent || '{}') };
    this.view = new SavedView(this);
    this.word = this.view.word;
    this.box = make('div', { class: 'lb-saved' });
    this.status = make('p', { class: 'lb-saved__status', role: 'status' });
    this.file = fileField((files: File[]) => this.take(files), { multiple: true });
    this.append(this.box, this.file);
    fileDrop(this, (files: File[]) => this.take(files));
    this.listen();
    this.show();
  }

  disconnectedCallback() {
    this.flush();
    if (this.stop) this.stop();
  }

  listen() {
    this.stop = store.watch(() => this.follow());
    window.addEventListener('pagehide', () => this.flush());
    leaving(() => !this.flush());
    document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
    this.box.addEventListener('compositionstart', () => { this.composing = true; });
    this.box.addEventListener('compositionend', () => {
      this.composing = false;
      setTimeout(() => this.late && this.follow()); // the field tells what was written only after this
    });
  }

  /** Shows what another tab did, but not under the hands of somebody who is choosing characters. */
  follow() {
    this.late = this.composing === true;
    if (!this.late) this.show();
  }

  /** Everything anew; what had the focus has it again. */
  show() {
    this.flush(); // a name that is being written is in the list then
    const before = ((this.box.contains(document.activeElement) ? document.activeElement : null) as HTMLElement | null);
    const docs: Doc[] = this.docs = stores.list().map((one: any) => this.entry(one)).filter((one: any) => one.id);
    const open = docs.filter((doc) => !doc.finished);
    const done = docs.filter((doc) => doc.finished);
    const damaged = library.damaged();
    const { view } = this;
    this.box.replaceChildren(...[
      view.head(docs.length),
      ...(open.length ? [view.list(open)] : []),
      view.tools(docs.length + damaged.length),
      this.status,
      ...view.past(done),
      ...(damaged.length ? view.broken(damaged) : []),
    ]);
    if (before) this.focusAgain(before);
  }

  /**
   * @param one - of the store's list
   * @returns the document, and what is known of it beside
   */
  entry({ id, unsaved }: any): Doc {
    const { doc } = stores.read(id);
    return doc ? { ...doc, unsaved, seat: seats.of(doc), called: seats.named(id) } : {};
  }

  /** the document alone */
  bare({ unsaved, seat, called, ...doc }: Doc): Doc {
    return doc;
  }

  /** What had the focus has it again, at the same place in the text; where it is gone, the heading has it. */
  focusAgain(before: HTMLElement) {
    const again = this.box.querySelector(`[data-key="${CSS.escape(before.dataset.key || '')}"]`);
    if (!(again instanceof HTMLElement)) return this.focusHead();
    again.focus();
    if (!(again instanceof HTMLInputElement && before instanceof HTMLInputElement)) return;
    again.setSelectionRange(before.selectionStart, before.selectionEnd);
  }

  choose() {
    this.file.click();
  }

  /** Takes files in, one after the other. */
  async take(files: File[]) {
    const said = [];
    const titles = [];
    for (const file of files) {
      const done = await this.takeOne(file);
      if (done.title) titles.push(done.title);
      else said.push(this.word('file_says', { file: file.name, problem: done.problem || '' }));
    }
    this.show();
    const all = titles.length > 1 ? this.word('opened_many', { n: titles.length }) : titles.length ? this.word('opened', { title: titles[0] }) : '';
    this.say([...said, all].filter(Boolean).join('\n'));
  }

  async takeOne(file: File): Promise<{title?: string, problem?: string}> {
    const { doc, stored, said } = await openFile(this, this.data, file);
    if (!doc) return { problem: said };
    const how = stored ? await this.which(stored, doc) : 'both';
    const here = stored && stores.read(stored.id).doc;
    const { seat, open } = how ? await seats.ask(this, this.data, doc, here) : { seat: '', open: false };
    if (!open) return { problem: this.word('left') };
    const taken = library.take(doc, how, seat);
    return taken.problem ? { problem: library.say(this.data.words, taken.problem) } : { title: this.nameOf(doc) };
  }

  /** both, replace, or nothing */
  async which(here: Doc, there: Doc): Promise<string> {
    const facts = { here: this.view.timeOf(here.changed), there: this.view.timeOf(there.changed) };
    const chosen = await this.ask({
      title: this.word('same'), text: [this.nameOf(there), this.word('same_say', facts)],
      choices: [
        { key: 'no', label: this.word('leave'), out: true },
        { key: 'replace', label: this.word('same_replace') },
        { key: 'both', label: this.word('same_both'), main: true },
      ],
    });
    return ['both', 'replace'].includes(chosen) ? chosen : '';
  }

  /** A name that is being typed: saved in a moment, or when the page is left. */
  type(id: string, name: string) {
    this.typed = { id, name };
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), SOON);
  }

  /**
   * @param name - as it is to be
   */
  rename(id: string, name: string) {
    this.type(id, name);
    if (this.flush()) this.say(this.word('renamed'));
  }

  /**
   * The list stays as it is: whoever goes on with the tab key must not lose the place.
   * @returns whether what was typed is saved
   */
  flush(): boolean {
    clearTimeout(this.timer);
    const { typed, docs = [] } = this;
    this.typed = null;
    const shown = typed && docs.find((doc) => doc.id === typed.id);
    if (!shown || this.ownName(shown) === typed.name.trim()) return true;
    if (shown.seat === 'manager') return this.call(shown, typed.name.trim());
    const done = library.rename(typed.id, typed.name);
    if (done.problem) this.say(library.say(this.data.words, done.problem));
    else Object.assign(shown, done.doc); // what its buttons hand over
    return !done.problem;
  }

  /** what stands in the field of its name */
  ownName(doc) {
    return doc.seat === 'manager' ? doc.called || doc.name : doc.name;
  }

  /** How a manager calls the one who is rated: beside the document, which is the employee's. */
  call(shown: Doc, name: string): boolean {
    const { problem } = seats.call(shown.id, name);
    if (problem) this.say(library.say(this.data.words, problem));
    shown.called = name;
    return !problem;
  }

  nameOf(doc) {
    const name = this.ownName(doc);
    return name ? [doc.title || doc.target, name].join(this.word('gap')) : doc.title || doc.target;
  }

  say(text: string) {
    this.status.textContent = '';
    // a text that is there already is not read out again
    requestAnimationFrame(() => { this.status.textContent = text; });
  }

  /**
   * @param done - what the store says
   */
  report(done: any, key: string, facts: Record<string, string> = {}) {
    this.show();
    this.say(done.problem ? library.say(this.data.words, done.problem) : this.word(key, facts));
  }

  save(doc: Doc) {
    library.hand(this.bare(doc));
  }

  /**
   * @param stay - the word for changing nothing
   */
  async sure(title: string, text: string[], stay: string, go: string): Promise<boolean> {
    const choices = [{ key: 'no', label: this.word(stay), out: true }, { key: 'yes', label: this.word(go), main: true }];
    return (await this.ask({ title, text, choices })) === 'yes';
  }

  /** what was chosen; the list may have been made anew meanwhile */
  async ask(question: any): Promise<string> {
    const before = (document.activeElement as HTMLElement | null);
    const chosen = await ask(this, question);
    if (before && !before.isConnected) this.focusAgain(before);
    return chosen;
  }

  async finish(doc: Doc) {
    const { done, of } = doc.result || {};
    const open = of && done < of ? [this.word('finish_open', { n: of - done })] : [];
    if (!(await this.sure(this.word('finish_title'), [...open, this.word('finish_say')], 'not_yet', 'finish_yes'))) return;
    this.report(library.finish(doc.id), 'finished_one', { title: this.nameOf(doc) });
  }

  /**
   * @param period - for a new period
   */
  begin(doc: Doc, period: boolean) {
    const written = stores.write({ ...documents.copy(this.bare(doc), period), name: '' });
    if (written.ok) seats.sit(written.doc.id, 'employee');
    this.report(written, 'begun', { title: doc.title || doc.target });
  }

  async erase(doc: Doc) {
    const title = this.nameOf(doc);
    if (!(await this.sure(this.word('erase_title'), [this.word('erase_say', { title })], 'cancel', 'erase_yes'))) return;
    library.remove(doc.id);
    this.report({}, 'erased_one', { title });
    this.focusHead();
  }

  async eraseAll(n: number) {
    if (!(await this.sure(this.word('erase_all_title'), [this.word('erase_all_say', { n })], 'cancel', 'erase_all_yes'))) return;
    library.clear();
    this.report({}, 'erased_all');
    this.focusHead();
  }

  /**
   * @param says - what it is
   */
  async eraseBroken(one: {key: string}, says: string) {
    if (!(await damageds.erase(this, this.data, one, says))) return;
    this.report({}, 'erased_one', { title: says });
    this.focusHead();
  }

  /** What had the focus is gone: it goes to the heading. */
  focusHead() {
    const head = (this.box.querySelector('h2') as HTMLElement | null);
    if (!head) return;
    head.tabIndex = -1;
    head.focus();
  }
}

customElements.define('lb-saved', LbSaved);

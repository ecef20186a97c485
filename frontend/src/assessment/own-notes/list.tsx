/* <lb-own-notes>: all that was noted, on the page of saved assessments: read, changed, moved, erased and brought back, saved as
   a file and read from one, printed. */

import { render } from 'preact';
import type { SavedListData } from '../../generated/page-data.ts';
import type { Words } from '../../generated/words.ts';
import { define } from '../../lib/define.ts';
import { ask } from '../../lib/dialog.ts';
import { pageData } from '../../lib/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { speaker } from '../../lib/words.ts';
import type { Say } from '../../lib/words.ts';
import type { Note } from '../../own-notes/note.ts';
import * as store from '../../own-notes/store.ts';
import { download } from '../../files/download.ts';
import type { Problem } from '../document/model.ts';
import * as library from '../storage/library.ts';
import { fileField } from '../storage/open-file.ts';
import type { Offer } from '../undo-line.tsx';
import { changeCopies, copiesOf } from './copies.ts';
import { Directory } from './directory.ts';
import * as files from './files.ts';
import type { Actions, Order } from './parts.tsx';
import { View } from './view.tsx';

const PRINTED = 'lb-prints-notes';

class LbOwnNotes extends HTMLElement implements Actions {
  declare data: WithWords<SavedListData>;
  declare word: Say<Words['note']>;
  declare directory: Directory;
  box: HTMLElement | null = null;
  readonly file = fileField(([file]) => void this.open(file));
  order: Order = 'time';
  unusedOnly = false;
  /** the id of the note that is being changed; empty: a new one; null: none */
  editing: string | null = null;
  /** what can be taken back, until the next change */
  offer: Offer | null = null;
  said = '';

  connectedCallback() {
    const data = pageData<SavedListData>('lb-saved-data');
    if (!data?.ownNotes || this.box) return;
    this.data = data;
    this.word = speaker(data, 'note');
    this.directory = new Directory(data.ownNotes);
    this.box = document.createElement('div');
    this.append(this.box, this.file);
    store.watch(() => this.follow());
    window.addEventListener('afterprint', () => document.documentElement.classList.remove(PRINTED));
    this.show();
  }

  private follow() {
    if (!store.isAny()) this.offer = null; // everything was erased, on this page or in another tab
    this.show();
  }

  show() {
    const { box, data, word, directory, order, unusedOnly, editing, offer, said } = this;
    if (!box) return;
    const notes = store.list();
    const doubts = { ...store.doubts(), damaged: store.damaged() };
    render(<View {...{ data, word, directory, notes, doubts, order, unusedOnly, editing, offer, said }} actions={this} />, box);
    const codes = notes.flatMap((note) => note.codes.slice(0, 1)).filter((code) => !directory.subject(code));
    if (codes.length) void this.name(codes);
  }

  /** Says what codes stand for once that is known, and what took the place of those that have ended. */
  private async name(codes: readonly string[]) {
    const known = () => codes.filter((code) => this.directory.subject(code)).length;
    const before = known();
    await this.directory.know(codes);
    const heirs = codes.flatMap((code) => this.directory.subject(code)?.instead ?? []);
    await this.directory.know(heirs);
    if (known() > before) this.show();
  }

  /** Loads the indicators of a competency. */
  async know(code: string) {
    await this.directory.know([code]);
    this.show();
  }

  private report(sentence: string) {
    this.offer = null;
    this.said = sentence;
    this.show();
  }

  arrange(order: Order, unusedOnly: boolean) {
    Object.assign(this, { order, unusedOnly });
    this.show();
  }

  edit(id: string | null) {
    const before = this.editing;
    this.editing = id;
    this.show();
    if (id === null && before !== null) this.querySelector<HTMLElement>(before ? `[data-id="${before}"] button` : '[data-act="note"]')?.focus();
  }

  kept(before?: Note) {
    this.report(this.word('kept'));
    this.edit(null);
    if (before) void this.askOfCopies(before);
  }

  /** Copies in checklists stay as they are, unless somebody wants them to follow. */
  private async askOfCopies(before: Note) {
    const { word } = this;
    const now = store.list().find(({ id }) => id === before.id);
    const copies = now && (now.text !== before.text || now.at !== before.at) ? copiesOf(before, now) : [];
    if (!copies.length) return;
    const choices = [{ key: 'no', label: word('copies_no'), out: true }, { key: 'yes', label: word('copies_yes'), main: true }];
    const text = [word('copies_say', { titles: copies.map(({ title }) => title).join(word('series')) })];
    if ((await ask(this, { title: word('copies_title'), text, choices })) !== 'yes') return;
    const { back, problem } = changeCopies(copies);
    if (problem) {
      this.report(library.say(this.data.words, problem));
      return;
    }
    this.offerUndo(word('copies_now'), () => this.takeBack(back));
  }

  private takeBack(back: () => Problem | undefined) {
    const problem = back();
    this.report(problem ? library.say(this.data.words, problem) : this.word('copies_back'));
  }

  move(note: Note, code: string) {
    const { problem } = store.edit(note, { ...note, codes: this.directory.codesOf(code) });
    this.report(this.word(problem ? `kept_${problem}` : 'moved', { code }));
  }

  erase(note: Note) {
    const { problem } = store.erase(note.id);
    if (problem) this.report(this.word(`kept_${problem}`));
    else this.offerUndo(this.word('erased', { day: note.at, text: note.text.slice(0, 30) }), () => this.bringBack(note));
  }

  private offerUndo(text: string, undo: () => void) {
    Object.assign(this, { said: '', offer: { text, undo } });
    this.show();
    this.querySelector<HTMLElement>('.lb-undo button')?.focus();
  }

  private bringBack(note: Note) {
    const { problem } = store.bringBack(note);
    this.report(this.word(problem ? `kept_${problem}` : 'brought_back'));
    this.querySelector<HTMLElement>(`[data-id="${note.id}"] button`)?.focus();
  }

  choose() {
    this.file.click();
  }

  private async open(file: File) {
    const sentence = await files.open(this, this, file);
    this.report(sentence);
  }

  saveFile() {
    files.save();
  }

  /** Prints the notes and nothing else of the page. */
  print() {
    document.documentElement.classList.add(PRINTED);
    window.print();
  }

  saveDamaged(key: string) {
    download('notes-damaged.txt', new Blob([store.damagedText(key)]));
  }

  async eraseDamaged(key: string) {
    const { word } = this;
    const choices = [{ key: 'no', label: word('cancel'), out: true }, { key: 'yes', label: word('erase'), main: true }];
    if ((await ask(this, { title: word('damaged_erase'), text: [word('damaged_erase_say')], choices })) !== 'yes') return;
    store.removeDamaged(key);
    this.show();
  }
}

define('lb-own-notes', LbOwnNotes);

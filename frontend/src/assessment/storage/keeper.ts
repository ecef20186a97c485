/* Keeps one assessment while it is filled in: finds it or begins it, saves at every change, follows other tabs.
   A change is a function on a draft, so two tabs that change different answers lose neither. */

import * as documents from '../document/document.ts';
import { carry } from '../document/migrate.ts';
import * as library from './library.ts';
import * as seats from './seats.ts';
import * as store from './store.ts';

const SOON = 400; // milliseconds a text may wait before it is saved

export type Change = (draft: any) => void;

export class Keeper {
  declare data: any;
  declare tell: any;
  declare doc: any;
  declare seat: 'employee' | 'manager' | '';
  declare look: any[];
  declare kept: any;
  declare failed: any;
  declare untouched: any;
  declare waiting: Map<string, Change>;
  declare since: any;
  declare timer: any;
  declare own: any;

  /**
   * @param data - of the page
   */
  constructor(data: any, tell: {changed: () => void, saved: () => void, trouble: (problem: any) => void, gone: () => void}) {
    this.data = data;
    this.tell = tell;
    this.doc = null;
    /** who sits at it here; empty: not known yet */
    this.seat = 'employee';
    /** what a new release asks to be looked at again */
    this.look = [];
    this.kept = false; // whether the document has ever been saved
    this.failed = false; // whether the last writing failed: then what is stored is older than what is here
    this.untouched = false; // begun as nothing was there, and still empty
    this.waiting = new Map();
    /** what stood here when the first of those that wait began to be written */
    this.since = null;
    this.timer = 0;
  }

  /** what is saved for this page, the last changed first */
  list(): any[] {
    const mine = store.list().filter((one: any) => one.target === this.data.target);
    return mine.sort((a: any, b: any) => String(b.changed).localeCompare(String(a.changed)));
  }

  /** what is open for this page and has somebody in this seat */
  open(seat: 'employee' | 'manager' | ''): any[] {
    return this.list().filter((one: any) => !one.finished && seats.at(one.id) === seat);
  }

  /**
   * Takes what was asked for, else the last changed of one's own, else one of which nobody knows whose it is, else begins.
   * What one rates for somebody else is opened by choice alone.
   * @param asked - the id of a saved one
   */
  start(asked: string) {
    const wanted = this.list().filter((one) => one.id === asked);
    for (const { id } of [...wanted, ...this.open('employee'), ...this.open('')]) if (this.use(id)) return;
    this.begin();
    this.untouched = true;
  }

  /** whether it could be read */
  use(id: string): boolean {
    this.flush();
    const found = store.read(id);
    if (!found.doc) {
      this.tell.trouble(found.problem);
      return false;
    }
    this.take(found.doc, true);
    return true;
  }

  /** A new one; nothing is stored before something is answered. */
  begin() {
    this.flush();
    this.take(documents.blank(this.data), false);
  }

  take(doc: any, kept: boolean) {
    this.kept = kept;
    this.failed = this.untouched = false;
    this.show(doc);
    this.tell.changed();
  }

  /**
   * A finished one is shown on the wording of this page, but stays as it was finished.
   * @param doc - as it is saved
   */
  show(doc: any) {
    this.own = doc;
    this.seat = seats.of(doc);
    this.doc = this.carried(doc);
    if (doc.finished) this.doc.release = doc.release;
  }

  /** the same on the wording of this page */
  carried(doc: any): any {
    const carried = carry(doc, this.data);
    this.look = carried.look;
    return carried.doc;
  }

  /**
   * What is being written was begun on what stood here then: what another tab has written into the same place since is merged
   * with it when it is saved, and kept.
   * @returns a copy to change: what is stored, as another tab may have changed it
   */
  draft(): any {
    if (this.since && this.since.id === this.doc.id && this.kept && !this.failed) return structuredClone(this.since);
    if (this.kept && !this.failed) {
      const found = store.read(this.doc.id);
      if (found.doc) return found.doc.finished ? found.doc : this.carried(found.doc);
    }
    return structuredClone(this.doc.finished ? this.own : this.doc);
  }

  /**
   * Changes and saves, what waits first. What belongs to somebody else than who sits here stays as it is.
   * @param file - a file that is laid over this one brings the ratings of both
   */
  update(change: Change, file: boolean = false) {
    clearTimeout(this.timer);
    const draft = this.draft();
    this.since = null;
    const held = seats.hold(draft, this.seat);
    const waiting = [...this.waiting.values()];
    this.waiting.clear(); // one that fails must not come again and again
    for (const one of waiting) one(draft);
    if (file) seats.restore(draft, this.seat, held);
    change(draft);
    if (!file) seats.restore(draft, this.seat, held);
    this.write(draft.finished ? draft : this.carried(draft));
    this.tell.changed();
  }

  /** Changes soon; a later change of the same field takes its place. */
  later(field: string, change: Change) {
    if (!this.waiting.size) this.since = this.doc.finished ? this.own : this.doc;
    this.waiting.set(field, change);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), SOON);
  }

  /** Saves what waits. */
  flush() {
    clearTimeout(this.timer);
    if (this.waiting.size) this.update(() => {});
  }

  write(doc: any) {
    if (this.seat && !seats.isKept(doc.id)) seats.take(doc.id, this.seat); // the first writing may bring the other's ratings
    const written = store.write(doc);
    this.failed = false;
    this.untouched = false;
    this.show(written.doc || doc);
    if (!written.ok) return this.stuck(written.problem);
    this.kept = true;
    if (this.seat && !seats.isKept(this.doc.id)) seats.sit(this.doc.id, this.seat);
    this.tell.saved();
  }

  /** What is here could not be stored: it lives on in this tab. */
  stuck(problem: any) {
    this.failed = true;
    this.tell.trouble(problem);
  }

  /** What another tab did to this one. */
  follow({ id, problem }: {id: string | null, problem?: any}) {
    if (this.waiting.size && this.seat !== seats.of(this.doc)) this.flush(); // it was written by who sat here until now
    if (problem && id === this.doc.id) return this.stuck(problem);
    if (this.untouched && !this.waiting.size && (this.open('employee').length || this.open('').length)) return this.start('');
    if (!this.kept || this.failed) return;
    const found = store.read(this.doc.id);
    if (found.doc) {
      this.show(found.doc);
      this.tell.changed();
    } else if (!store.list().some((one: any) => one.id === this.doc.id)) {
      this.waiting.clear();
      this.begin();
      this.tell.gone();
    }
  }

  /** Erases this assessment. */
  erase() {
    clearTimeout(this.timer);
    this.waiting.clear();
    library.remove(this.doc.id); // also one that could not be stored
    this.take(documents.blank(this.data), false);
  }
}

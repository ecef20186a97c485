/* Keeps one assessment while it is filled in: finds it or begins it, saves at every change, follows other tabs.
   A change is a function on a draft, so two tabs that change different answers lose neither. */

import * as noting from '../document/before-saving.ts';
import type { Look } from '../document/changes.ts';
import * as documents from '../document/document.ts';
import { canRate } from '../document/layers.ts';
import type { Actor } from '../document/layers.ts';
import { carry, rebased } from '../document/migrate.ts';
import type { ChecklistData, Problem, SavedAssessment } from '../document/model.ts';
import { isOf } from '../document/targets.ts';
import { held } from './held.ts';
import * as library from './library.ts';
import * as seats from './seats.ts';
import type { Seat } from './seats.ts';
import * as store from './store.ts';
import type { Entry } from './store.ts';
import type { Told } from './sync.ts';

const SOON = 400; // milliseconds a text may wait before it is saved

/** changes a draft */
export type Change = (draft: SavedAssessment) => void;
/** whom a keeper tells what has happened */
export type Listener = {changed: () => void, saved: () => void, trouble: (problem: Problem) => void, gone: () => void};

export class Keeper {
  readonly data: ChecklistData;
  readonly tell: Listener;
  /** on the wording of this page; not to be changed but through update() */
  doc: SavedAssessment;
  /** the same as it is saved */
  own: SavedAssessment;
  /** who sits at it here; empty: not known yet */
  seat: Seat = 'employee';
  /** what a new release asks to be looked at again */
  look: Look[] = [];
  /** whether the document has ever been saved */
  kept = false;
  /** whether the last writing failed: then what is stored is older than what is here */
  failed = false;
  /** begun as nothing was there, and still empty */
  untouched = false;
  /** made up, and never stored */
  isExample = false;
  private readonly waiting: Map<string, Change> = new Map();
  /** what stood here when the first of those that wait began to be written */
  private since: SavedAssessment | null = null;
  private timer = 0;

  /**
   * @param data - of the page
   */
  constructor(data: ChecklistData, tell: Listener) {
    noting.onPage(data);
    this.data = data;
    this.tell = tell;
    this.doc = this.own = documents.blank(data);
  }

  /** who writes: both, where they sit at one screen */
  get actor(): Actor {
    return this.seat && this.seat !== 'reader' && seats.areTogether(this.doc.id) ? 'both' : this.seat;
  }

  /** what is saved for this page, the last changed first */
  list(): Entry[] {
    return store.list().filter((entry) => isOf(this.data, entry));
  }

  /** what is open for this page and has somebody in this seat */
  open(seat: Seat): Entry[] {
    return this.list().filter((entry) => !entry.finished && seats.at(entry.id) === seat);
  }

  /**
   * Takes what was asked for, else the last changed of one's own, else one of which nobody knows whose it is, else begins.
   * What one rates for somebody else is opened by choice alone.
   * @param asked - the id of a saved one
   */
  start(asked: string) {
    const wanted = this.list().filter((entry) => entry.id === asked);
    for (const { id } of [...wanted, ...this.open('employee'), ...this.open('')]) if (this.use(id)) return;
    this.begin();
    this.untouched = true;
  }

  /** whether it could be read */
  use(id: string): boolean {
    this.flush();
    const read = store.read(id);
    if (!read.doc) {
      this.tell.trouble(read.problem);
      return false;
    }
    this.take(read.doc, true);
    return true;
  }

  /** A new one; nothing is stored before something is answered. */
  begin() {
    this.flush();
    this.take(documents.blank(this.data), false);
  }

  /** Shows what is kept nowhere, and cannot be changed. */
  lookAt(doc: SavedAssessment) {
    this.flush();
    seats.take(doc.id, 'reader');
    this.take(doc, false);
  }

  /** Shows what is made up, in this tab alone. */
  exhibit(doc: SavedAssessment) {
    this.flush();
    noting.note(doc, undefined);
    noting.sum(doc);
    seats.take(doc.id, 'employee');
    this.take(doc, false, true);
  }

  take(doc: SavedAssessment, kept: boolean, isExample = false) {
    this.kept = kept;
    this.isExample = isExample;
    this.failed = this.untouched = false;
    this.show(doc);
    this.tell.changed();
  }

  /**
   * All is shown on the wording of this page, but what is closed here stays of the release it was closed with.
   * @param doc - as it is saved
   */
  show(doc: SavedAssessment) {
    this.own = doc;
    this.seat = seats.of(doc);
    this.doc = this.carried(doc);
    if (!canRate(doc, this.actor, 'employee')) this.doc.release = doc.release;
  }

  /** as it is saved: what can be written here is on the wording of this page */
  private rebased(doc: SavedAssessment): SavedAssessment {
    return rebased(doc, this.data, this.actor);
  }

  /** the same on the wording of this page */
  carried(doc: SavedAssessment): SavedAssessment {
    const carried = carry(doc, this.data);
    this.look = carried.look;
    return carried.doc;
  }

  /**
   * What is being written was begun on what stood here then: what another tab has written into the same place since is merged
   * with it when it is saved, and kept.
   * @returns a copy to change: what is stored, as another tab may have changed it
   */
  draft(): SavedAssessment {
    if (this.since && this.since.id === this.doc.id && this.kept && !this.failed) return structuredClone(this.since);
    if (this.kept && !this.failed) {
      const read = store.read(this.doc.id);
      if (read.doc) return this.rebased(read.doc);
    }
    return this.rebased(this.own);
  }

  /**
   * Changes and saves, what waits first. What belongs to somebody else than who sits here stays as it is.
   * @param file - a file that is laid over this one brings the ratings of both
   */
  update(change: Change, file = false) {
    clearTimeout(this.timer);
    if (this.seat === 'reader') return; // what is only looked at is kept nowhere
    const draft = this.draft();
    this.since = null;
    const held = structuredClone(draft);
    const waiting = [...this.waiting.values()];
    this.waiting.clear(); // one that fails must not come again and again
    for (const wait of waiting) wait(draft);
    if (file) seats.restore(draft, held, this.actor);
    change(draft);
    if (!file) seats.restore(draft, held, this.actor);
    this.write(this.rebased(draft));
    this.tell.changed();
  }

  /** Changes soon; a later change of the same field takes its place. */
  later(field: string, change: Change) {
    if (!this.waiting.size) this.since = this.rebased(this.own);
    this.waiting.set(field, change);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.flush(), SOON);
  }

  /** Saves what waits. */
  flush() {
    clearTimeout(this.timer);
    if (this.waiting.size) this.update(() => {});
  }

  write(doc: SavedAssessment) {
    if (this.isExample) {
      this.show(doc);
      return;
    }
    if (this.seat && !seats.isKept(doc.id)) seats.take(doc.id, this.seat); // the first writing may bring the other's ratings
    const written = store.write(doc);
    this.failed = false;
    this.untouched = false;
    this.show(written.doc);
    if (written.problem) {
      this.stuck(written.problem);
      return;
    }
    this.kept = true;
    if (this.seat && !seats.isKept(this.doc.id)) seats.sit(this.doc.id, this.seat);
    this.tell.saved();
  }

  /** What is here could not be stored: it lives on in this tab. */
  stuck(problem: Problem) {
    this.failed = true;
    this.tell.trouble(problem);
  }

  /** What another tab did to this one. */
  follow({ id, problem }: Told) {
    if (this.waiting.size && this.seat !== seats.of(this.doc)) this.flush(); // it was written by who sat here until now
    if (problem && id === this.doc.id) {
      this.stuck(problem);
      this.tell.changed(); // nothing says any more that it is stored
    } else if (this.untouched && !this.waiting.size && (this.open('employee').length || this.open('').length)) this.start('');
    else if (this.kept && !this.failed) this.reread();
  }

  /** What is stored now, or that it is erased. */
  private reread() {
    const read = store.read(this.doc.id);
    if (read.doc) {
      this.show(read.doc);
      this.tell.changed();
    } else if (!store.list().some((entry) => entry.id === this.doc.id)) {
      this.waiting.clear();
      this.begin();
      this.tell.gone();
    }
  }

  /**
   * The way back to what is here now, before something is done to it.
   * @param others - ids of documents to which something is done besides
   */
  hold(...others: string[]): () => void {
    this.flush();
    const { own, kept, seat, isExample } = this;
    const back = held(own.id, ...others);
    return () => {
      clearTimeout(this.timer);
      this.waiting.clear();
      const problem = back();
      if (kept) this.use(own.id);
      else {
        if (seat) seats.take(own.id, seat);
        this.take(own, false, isExample);
      }
      if (problem) this.stuck(problem);
    };
  }

  /** Erases this assessment. */
  erase() {
    clearTimeout(this.timer);
    this.waiting.clear();
    library.remove(this.doc.id); // also one that could not be stored
    this.take(documents.blank(this.data), false);
  }
}

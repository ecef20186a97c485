/* Who sits at an assessment in this browser: the employee it is about, or the manager who rates. It is kept under a key of its own
   (levelbook.seat.<id>), never in the document nor in a file: so no file, reload, tab or release changes it.
   Every part of a document has an owner, and whoever else sits there cannot write it. */

import { drop, get } from '../../lib/local-storage.ts';
import * as session from './session-storage.ts';
import { valueAt } from '../../lib/values.ts';
import { blank } from '../document/answers.ts';
import { ownerOf } from '../document/kept.ts';
import { relock } from '../document/layers.ts';
import type { Actor } from '../document/layers.ts';
import type { Answers, Kept, Problem, SavedAssessment, Side } from '../document/model.ts';
import { same } from '../document/same.ts';
import { keys, put } from './browser.ts';
import * as store from './store.ts';

/** reader: only looks, which is kept nowhere; empty: not known, as before there were seats; then nobody's ratings can be changed */
export type Seat = Exclude<Actor, 'both'>;
type Trouble = {problem?: Problem};
/** name: how a manager calls it, for nobody else */
type Known = {seat: Seat, name: string};
type Note = {who: Known, kept: boolean};

export const PREFIX = 'levelbook.seat.';

/** What is known in this page, also where the browser keeps nothing. */
const known: Map<string, Known> = new Map();

/** whose ratings one has first in sight */
export const sideOf = (seat: Seat): Side => (seat === 'manager' ? 'manager' : 'employee');

const seatIn = (text: unknown): Seat => (text === 'employee' || text === 'manager' ? text : '');

function record(id: string): Known {
  const text = get(PREFIX + id);
  if (text === null) return known.get(id) || { seat: '', name: '' };
  try {
    const noted: unknown = JSON.parse(text);
    const name = valueAt(noted, 'name');
    return { seat: seatIn(valueAt(noted, 'seat')), name: typeof name === 'string' ? name : '' };
  } catch {
    return { seat: '', name: '' };
  }
}

/** how much has been answered */
const count = (answers: Answers): number => Object.values(answers).filter((answer) => !blank(answer)).length;

/** whether anything has been answered */
export const some = (answers: Answers): boolean => count(answers) > 0;

/** Where nobody was ever asked, a document without a manager's ratings is one's own. */
export const of = (doc: SavedAssessment): Seat => record(doc.id).seat || (some(doc.manager.answers) ? '' : 'employee');

/**
 * @param id - of a document that is kept here
 */
export function at(id: string): Seat {
  const { seat } = record(id);
  if (seat) return seat;
  const { doc } = store.read(id);
  return doc ? of(doc) : 'employee';
}

function write(id: string, who: Known): Trouble {
  known.set(id, who);
  return put(PREFIX + id, JSON.stringify(who)) || {};
}

export const sit = (id: string, seat: Seat): Trouble => write(id, { ...record(id), seat });

export const call = (id: string, name: string): Trouble => write(id, { ...record(id), name });

/** for a document that is not kept yet */
export function take(id: string, seat: Seat): Trouble {
  known.set(id, { ...record(id), seat });
  return {};
}

/** what is noted of who sits there, to be put back: stored, or known in this page alone; null where nothing is */
export const noteOf = (id: string): Note | null => (isKept(id) || known.has(id) ? { who: record(id), kept: isKept(id) } : null);

export function putBack(id: string, note: Note | null) {
  if (note?.kept) write(id, note.who);
  else leave(id);
  if (note) known.set(id, note.who);
}

/** whether it is kept who sits there */
export const isKept = (id: string): boolean => get(PREFIX + id) !== null;

export const named = (id: string): string => record(id).name;

/**
 * @param id - of a document that was erased
 */
export function leave(id: string) {
  known.delete(id);
  drop(PREFIX + id);
}

export function clear() {
  known.clear();
  for (const key of keys(PREFIX)) drop(key);
}

/* ---- what belongs to whom ---- */

/** what is kept of answers that somebody else owns; what was put aside of a plan is nobody's */
const isOthers = (entry: Kept, actor: Actor): boolean => entry.answer !== null && ownerOf(entry) !== actor;

const keptOf = (doc: SavedAssessment, actor: Actor): Kept[] => doc.kept.filter((entry) => isOthers(entry, actor));

/**
 * Whatever a change did to what somebody else owns, or to what is closed, is undone.
 * @param draft - changes
 * @param before - the same before it was changed
 */
export function restore(draft: SavedAssessment, before: SavedAssessment, actor: Actor) {
  relock(draft, before, actor);
  const held = keptOf(before, actor);
  if (same(keptOf(draft, actor), held)) return;
  draft.kept = [...held, ...draft.kept.filter((entry) => !isOthers(entry, actor))];
}

/* ---- both at one screen ---- */

const TOGETHER = 'levelbook.together.';

/** whether both look at it together in this tab */
export const areTogether = (id: string): boolean => session.get(TOGETHER + id) !== null;

/** in this tab, until it is ended or the tab is closed */
export function sitTogether(id: string, together: boolean) {
  if (together) session.put(TOGETHER + id, '1');
  else session.drop(TOGETHER + id);
}

/* Who sits at an assessment in this browser: the employee it is about, or the manager who rates. It is kept under a key of its own
   (levelbook.seat.<id>), never in the document nor in a file: so no file, reload, tab or release changes it.
   Every part of a document has an owner, and whoever else sits there cannot write it. */

import { ask as askOf } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import * as assessment from '../document/document.ts';
import { same } from '../document/merge.ts';
import * as carry from '../document/migrate.ts';
import { drop, get, keys, put } from './store.ts';
import * as store from './store.ts';

export type Doc = Record<string, any>;
/** empty: not known, as before there were seats; then nobody's ratings can be changed */
export type Seat = 'employee' | 'manager' | '';
/** what somebody else owns */
export type Held = {fields: Record<string, any>, kept: any[]};

      export const PREFIX = 'levelbook.seat.';
const OWNED = { employee: ['answers', 'mode', 'blind', 'name', 'period'], manager: ['manager'] };

/** What is known in this page, also where the browser keeps nothing. */
const known = ((new Map()) as Map<string, {seat: Seat, name: string}>);

/** name: how a manager calls it, for nobody else */
function record(id: string): {seat: Seat, name: string} {
  const text = get(PREFIX + id);
  if (text === null) return known.get(id) || { seat: '', name: '' };
  try {
    const { seat, name } = JSON.parse(text);
    return { seat: Object.hasOwn(OWNED, seat) ? seat : '', name: typeof name === 'string' ? name : '' };
  } catch (error) {
    return { seat: '', name: '' };
  }
}

/** whether anything has been answered */
export const some: (answers: any) => boolean = (answers) => Object.values(answers || {}).some((one) => !carry.blank(one));

/** Where nobody was ever asked, a document without a manager's ratings is one's own. */
export const of = (doc: Doc): Seat => record(doc.id).seat || (some(doc.manager && doc.manager.answers) ? '' : 'employee');

/**
 * @param id - of a document that is kept here
 */
export function at(id: string): Seat {
  const { seat } = record(id);
  if (seat) return seat;
  const { doc } = store.read(id);
  return doc ? of(doc) : 'employee';
}

function write(id: string, one: {seat: Seat, name: string}): {problem?: any} {
  known.set(id, one);
  return put(PREFIX + id, JSON.stringify(one)) || {};
}

export const sit: (id: string, seat: Seat) => {problem?: any} = (id, seat) => write(id, { ...record(id), seat });

export const call: (id: string, name: string) => {problem?: any} = (id, name) => write(id, { ...record(id), name });

/** for a document that is not kept yet */
export const take: (id: string, seat: Seat) => {problem?: any} = (id, seat) => { known.set(id, { ...record(id), seat }); return {}; };

/** whether it is kept who sits there */
export const isKept: (id: string) => boolean = (id) => get(PREFIX + id) !== null;

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

/** keys of a document that somebody else owns */
const others: (seat: Seat) => string[] = (seat) => Object.entries(OWNED).flatMap(([owner, keys]) => (owner === seat ? [] : keys));

/** whose an entry of `kept` is; what was put aside of a plan is nobody's */
const ownerOf: (one: any) => string = (one) => (one.answer ? one.who || 'employee' : '');

const keptOf: (doc: Doc, seat: Seat) => any[] = (doc, seat) => (doc.kept || []).filter((one: any) => ownerOf(one) && ownerOf(one) !== seat);

/** a copy of what this seat cannot write */
export function hold(draft: Doc, seat: Seat): Held {
  return structuredClone({ fields: Object.fromEntries(others(seat).map((key) => [key, draft[key]])), kept: keptOf(draft, seat) });
}

/**
 * Whatever a change did to what somebody else owns is undone.
 * @param draft - changes
 */
export function restore(draft: Doc, seat: Seat, held: Held) {
  for (const [key, value] of Object.entries(held.fields)) {
    if (value === undefined) delete draft[key];
    else draft[key] = value;
  }
  if (same(keptOf(draft, seat), held.kept)) return;
  draft.kept = [...held.kept, ...(draft.kept || []).filter((one: any) => !ownerOf(one) || ownerOf(one) === seat)];
}

/* ---- asking ---- */

/**
 * @param doc - of a file
 * @param here - what is kept under its id already
 * @returns whether it must be asked whose it is: it holds ratings, and nobody has said so yet
 */
const unknown = (doc: Doc, here: Doc | undefined): boolean => !(here ? of(here) : record(doc.id).seat) && (some(doc.answers) || some(doc.manager && doc.manager.answers));

/**
 * Before anything of a file is kept or shown: whose ratings are in it.
 * @param home - in which the question stands
 * @param data - of the page
 * @param first - what is said before
 * @returns open: false where it is not to be opened
 */
export async function ask(home: HTMLElement, data: any, doc: Doc, here: Doc | undefined, first: string = ''): Promise<{seat: Seat, open: boolean}> {
  if (!unknown(doc, here)) return { seat: here ? of(here) : record(doc.id).seat || 'employee', open: true };
  const word = speaker(data, 'seat');
  const count = (answers: any) => Object.values(answers || {}).filter((one) => !carry.blank(one)).length;
  const [own, manager] = [count(doc.answers), count(doc.manager && doc.manager.answers)];
  const title = [doc.title || doc.target, doc.name].filter(Boolean).join(word('gap'));
  const holds = word(manager ? 'holds_both' : 'holds', { title, n: own, manager, day: assessment.dayOf(doc.changed) });
  const chosen = await askOf(home, {
    title: word('title'), text: [first, holds, word('mine_say'), word('theirs_say')].filter(Boolean),
    choices: [
      { key: 'employee', label: word('mine') }, { key: 'manager', label: word('theirs') }, { key: 'no', label: word('leave'), out: true },
    ],
  });
  return { seat: Object.hasOwn(OWNED, chosen) ? (chosen as Seat) : '', open: Object.hasOwn(OWNED, chosen) };
}

export const named = (id: string) => record(id).name;

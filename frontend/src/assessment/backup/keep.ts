/* What a backup does to what is stored here: all of it read, a backup taken in, everything erased; each of them taken back again.
   Nothing that is here is overwritten. */

import * as backupDue from '../../backup/due.ts';
import * as local from '../../lib/local-storage.ts';
import { SITE_PATH } from '../../lib/site-root.ts';
import * as ownNotes from '../../own-notes/store.ts';
import { fail, parse } from '../document/document.ts';
import type { Problem } from '../document/model.ts';
import * as earlier from '../storage/earlier.ts';
import { held } from '../storage/held.ts';
import * as library from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';
import type { Comparison, Found } from './compare.ts';
import { COLLECTION, isOwn, markOf } from './file.ts';
import type { Stored } from './file.ts';

const SEEN = 'levelbook.seen'; // moved on by reading alone

/** what a collection is stored under here; the path of the site is not that of another address */
const HERE = `${COLLECTION}:${SITE_PATH}`;
const placeOf = (key: string): string => (key === COLLECTION ? HERE : key);

/** whether anything is here but what reading alone leaves */
export const isAnything = (stored: Stored): boolean => Object.keys(stored).some((key) => key !== SEEN);

/** Takes back what was done; why some of it could not be stored again. */
export type Undo = () => Problem | undefined;
/** Takes back one after the other, also where some of the first could not be stored again. */
export const undoing = (...each: readonly Undo[]): Undo => () => each.map((undo) => undo()).find(Boolean);
/** why something could not be stored: nothing is changed then */
export type Taken = { readonly undo: Undo; readonly problem?: undefined } | { readonly undo?: undefined; readonly problem: local.Trouble | 'newer' };

/** everything that somebody has left in storage */
function kept(): Stored {
  return Object.fromEntries(local.keys('levelbook').flatMap((key): [string, string][] => {
    const name = key === HERE ? COLLECTION : key;
    const text = isOwn(name) ? local.get(key) : null;
    return text === null ? [] : [[name, text]];
  }));
}

/** Everything that somebody has left here, also what could not be stored and lives in this tab. */
export function gather(): Stored {
  const unsaved = [...store.unsaved.values()].map((doc): [string, string] => [store.keyOf(doc.id), JSON.stringify(doc)]);
  return { ...kept(), ...Object.fromEntries(unsaved) };
}

/** of what is here now, to know it again */
export const mark = (stored: Stored): string => markOf(JSON.stringify(Object.entries(stored).filter(([key]) => key !== SEEN).sort()));

/** what is here, and what was counted of it */
interface Before {
  readonly stored: Stored;
  readonly counted: string | null;
}

const asItIs = (): Before => ({ stored: kept(), counted: local.get(backupDue.KEY) });

/** Puts back what is otherwise now than it was, unless somebody has changed it since. */
function undoTo({ stored, counted }: Before): Undo {
  const after = kept();
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(after)])].filter((key) => stored[key] !== after[key]);
  return () => {
    const still = keys.filter((key) => (local.get(placeOf(key)) ?? undefined) === after[key]);
    const troubles = still.map((key) => putBack(key, stored));
    if (counted === null) local.drop(backupDue.KEY);
    else local.set(backupDue.KEY, counted);
    ownNotes.beganAnew();
    const trouble = troubles.find(Boolean);
    return trouble ? fail(trouble).problem : undefined;
  };
}

/** An assessment for which there is no room any more lives on in this tab. */
function putBack(key: string, before: Stored): local.Trouble | '' {
  const id = store.idIn(key);
  if (id !== null) store.forget(id);
  if (Object.hasOwn(before, key)) {
    const trouble = local.put(placeOf(key), before[key]);
    const { doc } = trouble && id !== null ? parse(before[key]) : {};
    if (doc) store.unsaved.set(doc.id, doc);
    return trouble;
  }
  if (id === null) local.drop(placeOf(key));
  else library.remove(id);
  return '';
}

/** A text under a key, or under the next one that is free. */
function putAside(start: string, text: string): local.Trouble | '' {
  let key = start;
  while (local.get(key) !== null) key += '+';
  return local.put(key, text);
}

/** @param name - what the one that comes beside another is called */
function takeOne({ id, text, fate, beside, seat }: Found, name: string): local.Trouble | '' {
  const isNew = fate === 'new';
  const own = isNew ? id : beside;
  const trouble = local.put(store.keyOf(own), isNew ? text : withId(text, own));
  if (trouble) return trouble;
  if (seat !== undefined && !seats.isKept(own)) local.put(seats.PREFIX + own, seat);
  if (!isNew) call(own, name);
  return '';
}

function withId(text: string, id: string): string {
  const doc: unknown = JSON.parse(text);
  return JSON.stringify({ ...(typeof doc === 'object' ? doc : {}), id, tabs: undefined });
}

/** Where it cannot be called anything it is there all the same. */
function call(id: string, name: string) {
  if (seats.at(id) === 'manager') seats.call(id, name);
  else library.rename(id, name);
}

/**
 * Takes in what is new, and beside what is here what differs.
 * @param nameOf - what the second of two is called; nothing where it is left
 */
export function take({ assessments, notes, unread, others }: Comparison, nameOf: ((one: Found) => string) | null): Taken {
  const before = asItIs();
  const wanted = assessments.filter(({ fate }) => fate === 'new' || (fate === 'differs' && nameOf));
  const steps = [
    ...wanted.map((one) => () => takeOne(one, nameOf?.(one) ?? '')),
    ...Object.entries(others).map(([key, text]) => () => local.put(placeOf(key), text)),
    ...unread.map(([key, text]) => () => putAside(key, text)),
    () => (notes.fresh + notes.differing ? ownNotes.takeAll(notes.book).problem ?? '' : ''),
  ];
  for (const step of steps) {
    const problem = step();
    if (!problem) continue;
    undoTo(before)();
    return { problem };
  }
  ownNotes.beganAnew();
  return { undo: undoTo(before) };
}

/**
 * Erases, also what documents were like earlier and what could not be stored.
 * @param act - does it
 * @returns brings it back
 */
function erasing(act: (before: Stored) => void): Undo {
  const before = asItIs();
  const unsaved = held(...store.unsaved.keys());
  const states = earlier.all();
  act(before.stored);
  const undo = undoTo(before);
  ownNotes.beganAnew();
  return () => {
    const problem = undo();
    earlier.putBackAll(states);
    return unsaved() ?? problem;
  };
}

/** Erases all that is saved and noted, and which level is marked. */
export const clear = (): Undo => erasing(library.clear);

/** Erases everything. */
export const erase = (): Undo => erasing((stored) => {
  library.clear();
  for (const key of Object.keys(stored)) local.drop(placeOf(key));
});

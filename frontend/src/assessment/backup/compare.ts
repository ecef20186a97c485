/* A backup held against what is here: what is new, what is the same, what differs. Nothing is stored here. */

import { parse } from '../document/document.ts';
import { same } from '../document/same.ts';
import { entryAt, isMapping, textsOf, valueAt } from '../../lib/values.ts';
import * as books from '../../own-notes/book.ts';
import type { Book } from '../../own-notes/book.ts';
import { KEY as DRAFTS } from '../../own-notes/drafts.ts';
import { DAMAGED as DAMAGED_NOTES, KEY as NOTES } from '../../own-notes/store.ts';
import * as answers from '../../questions/answers.ts';
import { DAMAGED as DAMAGED_ANSWERS, KEY as ANSWERS } from '../../questions/store.ts';
import { PREFIX as SEAT } from '../storage/seats.ts';
import { DAMAGED, idIn, keyOf } from '../storage/store.ts';
import { markOf } from './file.ts';
import type { Backup, Stored } from './file.ts';

/** earlier: all that was written into it is in the one that is here, too */
export type Fate = 'new' | 'same' | 'earlier' | 'differs';

/** an assessment of the backup */
export interface Found {
  readonly id: string;
  readonly text: string;
  readonly fate: Fate;
  readonly title: string;
  readonly name: string;
  /** who is rated, where that is said */
  readonly person: string;
  /** when it was changed last */
  readonly changed: string;
  /** the id it gets beside the one that is here: always the same, so that nothing comes in twice */
  readonly beside: string;
  /** who sits there; nothing where that is not known */
  readonly seat: string | undefined;
}

export interface Comparison {
  readonly assessments: readonly Found[];
  readonly notes: { readonly book: Book; readonly fresh: number; readonly same: number; readonly differing: number };
  /** what could not be read, where it was stored or here: by the beginning of the key it gets */
  readonly unread: readonly (readonly [string, string])[];
  /** marks, drafts, settings and whatever else there is, where nothing of it is here */
  readonly others: Stored;
}

const decoded = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** without what differs from browser to browser */
const said = (text: string): unknown => {
  const { doc, rest } = parse(text);
  const known = doc ?? rest;
  return known && { ...known, tabs: undefined, changed: undefined };
};

/** whether all writings of the one are in the other */
function isWithin(text: string, other: string): boolean {
  const [tabs, all] = [text, other].map((one) => textsOf(valueAt(decoded(one), 'tabs')));
  return Object.keys(tabs).length > 0 && Object.entries(tabs).every(([tab, at]) => Object.hasOwn(all, tab) && all[tab] >= at);
}

function fateOf(text: string, here: string | undefined): Fate {
  if (here === undefined) return 'new';
  const [theirs, ours] = [said(text), said(here)];
  if (text === here || (theirs && same(theirs, ours))) return 'same';
  return isWithin(text, here) ? 'earlier' : 'differs';
}

const textAt = (value: unknown, key: string): string => {
  const text = valueAt(value, key);
  return typeof text === 'string' ? text.slice(0, 200) : '';
};

function foundIn(id: string, text: string, { stored }: Backup, here: Stored): Found {
  const doc = decoded(text);
  const beside = markOf(text);
  const fate = fateOf(text, entryAt(here, keyOf(id)));
  const isHere = fate === 'differs' && Object.hasOwn(here, keyOf(beside));
  const seat = entryAt(stored, SEAT + id);
  const name = textAt(decoded(seat ?? ''), 'name') || textAt(doc, 'name');
  return { id, text, beside, seat, name, person: textAt(doc, 'person'), fate: isHere ? 'same' : fate, title: textAt(doc, 'title') || textAt(doc, 'target') || id, changed: textAt(doc, 'changed') };
}

/** what nobody can read: it is kept as such, beside what else could not be read */
const isLoose = ({ fate, text }: Found): boolean => fate !== 'same' && !isMapping(decoded(text));

/** whole: to be stored as it is, as only a later version can read it; loose: nobody can */
function notesOf(text: string | undefined, here: string | undefined) {
  const [theirs, ours] = [text, here].map((one) => (one === undefined ? { book: books.EMPTY } : books.read(one)));
  const none = { book: books.EMPTY, fresh: 0, same: 0, differing: 0 };
  if (theirs.book && ours.book) {
    const { fresh, known, differing } = books.brought(ours.book, theirs.book);
    const odd = books.withAll(ours.book, theirs.book).unread.length - ours.book.unread.length;
    return { notes: { book: theirs.book, fresh: fresh.length + odd, same: known, differing: differing.length } };
  }
  if (text === here) return { notes: none };
  return here === undefined && theirs.problem === 'newer' ? { notes: none, whole: text } : { notes: none, loose: text };
}

/** Drafts that are begun here stay, those about something else come beside them. */
function draftsOf(text: string, here: string | undefined): string | undefined {
  const [theirs, ours] = [text, here ?? '{}'].map(decoded);
  if (!isMapping(theirs) || !isMapping(ours)) return here === undefined ? text : undefined;
  const isMore = Object.keys(theirs).some((about) => !Object.hasOwn(ours, about));
  return isMore ? JSON.stringify({ ...theirs, ...ours }) : undefined;
}

/** Answers to open questions: those that differ stand under those that are here. */
function answersOf(text: string, here: string | undefined): string | undefined {
  if (here === undefined) return text;
  const [theirs, ours] = [text, here].map(answers.read);
  if (!theirs.book || !ours.book) return undefined;
  const whole = answers.textOf(answers.withAll(ours.book, theirs.book));
  return whole === answers.textOf(ours.book) ? undefined : whole;
}

/**
 * @param here - what is stored here
 */
export function compare(backup: Backup, here: Stored): Comparison {
  const { stored } = backup;
  const entries = Object.entries(stored);
  const found = entries.flatMap(([key, text]) => {
    const id = idIn(key);
    return id === null ? [] : [foundIn(id, text, backup, here)];
  });
  const { notes, whole, loose } = notesOf(entryAt(stored, NOTES), entryAt(here, NOTES));
  const pieces = entries.filter(([key]) => [DAMAGED, DAMAGED_NOTES, DAMAGED_ANSWERS].some((start) => key.startsWith(start)));
  const unread = [
    ...pieces, ...found.filter(isLoose).map(({ text }) => [DAMAGED + backup.made, text] as const),
    ...(loose === undefined ? [] : [[DAMAGED_NOTES + backup.made, loose] as const]),
  ];
  const known = new Set(Object.entries(here).filter(([key]) => key.includes('damaged.')).map(([, text]) => text));
  const theirs = entryAt(stored, DRAFTS);
  const drafts = theirs === undefined ? undefined : draftsOf(theirs, entryAt(here, DRAFTS));
  const answer = entryAt(stored, ANSWERS);
  const answered = answer === undefined ? undefined : answersOf(answer, entryAt(here, ANSWERS));
  const isOther = ([key]: [string, string]) => idIn(key) === null && !key.startsWith(SEAT) && !key.includes('damaged.')
    && ![NOTES, DRAFTS, ANSWERS].includes(key) && !Object.hasOwn(here, key);
  const others = [...entries.filter(isOther), [NOTES, whole] as const, [DRAFTS, drafts] as const, [ANSWERS, answered] as const];
  return {
    assessments: found.filter((one) => !isLoose(one)),
    notes, unread: unread.filter(([, text]) => !known.has(text)),
    others: textsOf(Object.fromEntries(others)),
  };
}

/** whether there is anything to take in */
export function isAny({ assessments, notes, unread, others }: Comparison): boolean {
  const isMore = assessments.some(({ fate }) => fate === 'new' || fate === 'differs');
  return isMore || notes.fresh + notes.differing + unread.length + Object.keys(others).length > 0;
}

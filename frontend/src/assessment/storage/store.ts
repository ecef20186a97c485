/* Where assessments are kept: in this browser only. Several side by side, finished ones as history; nothing that is there is
   overwritten unseen, and what cannot be read is put aside, never thrown away.
   levelbook.assess.<id> = document, levelbook.assess.damaged.<time> = what could not be read.

   How two tabs get on: a browser tells a tab of another one's writing a little later, so two tabs can overwrite each other. There
   is no lock; instead every document says which tabs wrote what is in it, and when (`tabs`). Of two documents one `covers` the
   other where it has all its writings; where neither does, both are merged with the newest version that both came from
   (versions.ts). A tab that sees that storage lacks a writing it knows of is `behind`, and sync.ts writes again. Why so: it needs
   nothing of the browser but storage and its events, and nothing is lost even if events come late, twice, or never.
   What breaks it: writing past `write`/`save` (the document would not say who wrote), a clock as the only judge of who came later,
   anything in a document that differs from tab to tab after merging (they would write again and again), and forgetting that
   `write` gives back another document than it was given. */

import * as backupDue from '../../backup/due.ts';
import { drop, get } from '../../lib/local-storage.ts';
import { entryAt } from '../../lib/values.ts';
import * as noting from '../document/before-saving.ts';
import { check } from '../document/check.ts';
import { LIMIT, bytes, fail, newId, now, parse, tooBig, write as textOf } from '../document/document.ts';
import type { Failed } from '../document/document.ts';
import { covers, joined, merge, signed } from '../document/merge.ts';
import type { Answer, Answers, Problem, SavedAssessment } from '../document/model.ts';
import { same } from '../document/same.ts';
import { PREFIX, keys, put, storage } from './browser.ts';
import { ancestor, forgetVersions, isKnown, met, remember, tabsOf, version, wasHere } from './versions.ts';

/** what a list says of one; unsaved: it could not be stored, and lives in this tab */
export type Entry = Pick<SavedAssessment, 'id' | 'target' | 'title' | 'name' | 'handbook' | 'created' | 'changed' | 'finished'> & {unsaved?: boolean};
/** behind: what is stored lacks some of it; stuck: it could not be read, nor put aside; note: what in it could not be read */
export type Read = ({doc: SavedAssessment, problem?: undefined} | Failed) & {note?: Problem, behind?: true, stuck?: true};
/** doc: to be gone on with; merged: in how many places two tabs had said different things */
export type Written = {doc: SavedAssessment} & ({ok: true, merged?: number, problem?: undefined} | {ok?: undefined, problem: Problem});

export const DAMAGED = `${PREFIX}damaged.`;
const OWN = /^levelbook\.assess\.([0-9a-f]{16})$/;
const SAFE = LIMIT / 5; // below this, the text of a file is never above the limit
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
const STILL_OPEN = ['name', 'from', 'plan', 'signed', 'kept', 'result', 'changed', 'release', 'known', 'tabs']; // of a finished document
export const TAB = newId().slice(0, 8); // of this page, as long as it is open

/** what stood in storage and what the list says of it */
const listed: Map<string, {text: string, entry: Entry | null}> = new Map();
/** What could not be saved is held here as long as the page is open. */
export const unsaved: Map<string, SavedAssessment> = new Map();

export const keyOf = (id: string): string => `${PREFIX}${id}`;

/** the id of the document that stands under a key; null where it is none */
export const idIn = (key: string): string | null => OWN.exec(key)?.[1] ?? null;

/**
 * Puts what cannot be read where it is found again; where there is no room it stays where it is.
 * @param instead - what is to stand there from now on
 * @returns whether there was room
 */
function setAside(key: string, text: string, instead?: string): boolean {
  let at = `${DAMAGED}${now()}`;
  while (get(at) !== null) at += '+'; // several are found at one time
  drop(key);
  if (!put(at, text) && !(instead !== undefined && put(key, instead))) return true;
  drop(at);
  put(key, text);
  return false;
}

/** what stands in storage; what is wrong in it is put aside */
function decode(id: string, text: string): Read {
  const parsed = parse(text);
  if (parsed.doc) return { doc: { ...parsed.doc, id } };
  if (['newer', 'too_big'].includes(parsed.problem.key)) return { problem: parsed.problem };
  const rest = parsed.rest && { ...parsed.rest, id };
  const aside = setAside(keyOf(id), text, rest && JSON.stringify(rest));
  const stuck: {stuck?: true} = aside ? {} : { stuck: true };
  return rest ? { doc: rest, note: parsed.problem, ...stuck } : { ...fail('stored_damaged'), ...stuck };
}

/** a document; with a note where something in it could not be read */
export function read(id: string): Read {
  const held = unsaved.get(id);
  if (held) return { doc: structuredClone(held) };
  const text = get(keyOf(id));
  if (text === null) return fail(storage() ? 'unknown' : 'off');
  const stored = decode(id, text);
  if (!stored.doc) return stored;
  const doc = met(stored.doc);
  remember(doc);
  return { ...stored, doc: structuredClone(doc), ...(covers(stored.doc, doc) ? {} : { behind: true }) };
}

/** What another tab has written, whether or not it still stands in storage. */
export function hear(id: string, text: string) {
  if (!isKnown(id) || get(keyOf(id)) === null) return;
  const { doc } = parse(text);
  if (doc) remember(met({ ...doc, id }));
}

/** After it was erased: from now on nothing of it is known, but that it was there. */
export function forget(id: string) {
  unsaved.delete(id);
  forgetVersions(id);
}

function entryOf({ id, target, title, name, handbook, created, changed, finished }: SavedAssessment): Entry {
  return { id, target, title, name, handbook, created, changed, finished };
}

/** all that is saved, the last changed first */
export function list(): Entry[] {
  const entries = keys().flatMap((key): Entry[] => {
    const id = idIn(key);
    const entry = id && entryIn(id);
    return entry ? [entry] : [];
  });
  const stored = entries.filter(({ id }) => !unsaved.has(id));
  const held = [...unsaved.values()].map((doc): Entry => ({ ...entryOf(doc), unsaved: true }));
  return [...stored, ...held].sort((left, right) => (left.changed < right.changed ? 1 : left.changed > right.changed ? -1 : 0));
}

/** null where what is stored cannot be read */
export function entryIn(id: string): Entry | null {
  const text = get(keyOf(id)) || '';
  const before = listed.get(id);
  if (before && before.text === text) return before.entry;
  const { doc } = decode(id, text);
  const entry = doc ? entryOf(doc) : null;
  listed.set(id, { text, entry });
  return entry;
}

export function save(doc: SavedAssessment): Failed | null {
  const text = JSON.stringify(doc);
  if (text.length > SAFE && bytes(textOf(doc)) > LIMIT) return tooBig(bytes(textOf(doc)));
  const trouble = put(keyOf(doc.id), text);
  if (trouble) return trouble;
  unsaved.delete(doc.id);
  remember(doc);
  return null;
}

/** without what is noted of the handbook */
function saidIn(answer: Answer): Answer {
  return { ...answer, basis: undefined, scaleHash: undefined, weight: undefined, negative: undefined, papers: undefined };
}

/**
 * Notes when each answer was changed.
 * @param now - changes
 * @param isNew - nothing is known of before, so what says when it was changed goes on saying it
 */
function stamp(now: Answers, then: Answers, isNew: boolean, at: string) {
  for (const [code, answer] of Object.entries(now)) {
    const known = entryAt(then, code);
    const still = known && same(saidIn(known), saidIn(answer));
    if (still && known.at) answer.at = known.at;
    else if (!still && (!isNew || !answer.at)) answer.at = at;
  }
}

/** now, but later than that */
export function laterThan(after: string): string {
  const least = Date.parse(after) + 1;
  // nothing is later than the last millisecond of the year 9999, which only a file can bring
  return new Date(Math.max(Date.now(), least < LAST ? least : 0)).toISOString();
}

/** Saves a document. Whoever goes on with it takes `doc` from the answer: another tab may have changed other answers. */
export function write(given: SavedAssessment): Written {
  const { doc, wrong } = check(given);
  if (wrong.length) return hold(given, fail('not_fit', { fields: wrong.slice(0, 6) }));
  const text = get(keyOf(doc.id));
  if (text === null && wasHere(doc.id) && !unsaved.has(doc.id) && storage()) return { doc: given, problem: fail('erased').problem };
  if (text === null) return settle(doc, undefined);
  const stored = decode(doc.id, text);
  if (stored.stuck) return hold(given, fail('full')); // what cannot be read would be lost
  if (stored.problem && stored.problem.key !== 'stored_damaged') return hold(given, { problem: stored.problem });
  return settle(doc, stored.doc && met(stored.doc));
}

/**
 * @param theirs - what is written so far
 */
function settle(mine: SavedAssessment, theirs: SavedAssessment | undefined): Written {
  const at = laterThan(theirs && theirs.changed > mine.changed ? theirs.changed : mine.changed);
  const apart = theirs && !covers(mine, theirs) ? theirs : undefined;
  const before = version(mine.id, (_, tabs) => tabs === tabsOf(mine)) || (apart ? undefined : theirs);
  stamp(mine.answers, before ? before.answers : {}, !before, at);
  stamp(mine.manager.answers, before ? before.manager.answers : {}, !before, at);
  noting.note(mine, before);
  const { doc, both } = apart ? merge(ancestor(mine, apart), mine, apart) : { doc: mine, both: 0 };
  if (theirs && theirs.finished && isFrozenChanged(doc, theirs)) return hold(mine, fail('finished'));
  if (!(theirs && theirs.finished)) noting.sum(doc);
  const tabs = theirs ? joined(mine, theirs) : mine.tabs || {};
  const written = { ...doc, changed: at, tabs: signed(tabs, TAB, at) };
  const trouble = save(written);
  if (!trouble) {
    backupDue.noteChange(mine.id);
    return { ok: true, doc: structuredClone(written), ...(apart ? { merged: both } : {}) };
  }
  // the next attempt starts from what is stored
  if (theirs) remember(theirs);
  return hold({ ...doc, changed: theirs ? theirs.changed : doc.changed, tabs }, trouble);
}

/**
 * @param stored - finished
 * @returns whether more is changed than may be
 */
function isFrozenChanged(doc: SavedAssessment, stored: SavedAssessment): boolean {
  const open = stored.signed.length && !doc.signed.length ? [...STILL_OPEN, 'finished'] : STILL_OPEN; // the signing was taken back
  const frozen = (whole: SavedAssessment) => Object.fromEntries(Object.entries(whole).filter(([key]) => !open.includes(key)));
  return !same(frozen(doc), frozen(stored));
}

/** What cannot be saved stays in memory. */
function hold(doc: SavedAssessment, { problem }: Failed): Written {
  if (problem.key !== 'finished') unsaved.set(doc.id, structuredClone(doc));
  return { doc, problem };
}

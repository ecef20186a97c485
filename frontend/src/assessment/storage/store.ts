/* Where assessments are kept: in this browser only. Several side by side, finished ones as history; nothing that is there is
   overwritten unseen, and what cannot be read is put aside, never thrown away.
   levelbook.assess.<id> = document, levelbook.assess.damaged.<time> = what could not be read.
   A browser tells a tab of another one's writing a little later, so two tabs can overwrite each other: every document says which
   tabs wrote what is in it, and what is missing of that is merged with what this tab knows. */

import * as carry from '../document/changes.ts';
import { LIMIT, blank, bytes, check, copy, fileName, now, parse, tooBig, write as textOf } from '../document/document.ts';
import * as assessment from '../document/document.ts';
import { covers, joined, merge, same, signed } from '../document/merge.ts';

export type Doc = Record<string, any>;
export type Problem = {key: string, facts: Record<string, string | number | string[]>};
export type Entry = {id: string, target: string, title: string, name: string, handbook: string, created: string, changed: string, finished: string | null, unsaved?: boolean};
/** behind: what is stored lacks some of it; stuck: it could not be read, nor put aside */
export type Read = {doc?: Doc, note?: Problem, problem?: Problem, behind?: true, stuck?: boolean};
export type Written = {ok?: true, doc: Doc, merged?: number, problem?: Problem};

    export const PREFIX = 'levelbook.assess.';
export const DAMAGED = `${PREFIX}damaged.`;
export const OWN = /^levelbook\.assess\.([0-9a-f]{16})$/;
const SAFE = LIMIT / 5; // below this, the text of a file is never above the limit
const VERSIONS = 12;
const LAST = Date.parse('9999-12-31T23:59:59.999Z');
const STILL_OPEN = ['name', 'plan', 'result', 'changed', 'release', 'known', 'tabs']; // of a finished document
export const TAB = assessment.newId().slice(0, 8); // of this page, as long as it is open

export type Version = {tabs: string, text: string};

/** What a document was like, for the merging of two tabs, the newest last; of an erased one the list is empty. */
export const versions = ((new Map()) as Map<string, Version[]>);
/** what stood in storage and what the list says of it */
const listed: Map<string, {text: string, entry: Entry | null}> = new Map();
/** What could not be saved is held here as long as the page is open. */
export const unsaved = ((new Map()) as Map<string, Doc>);

export const fail: (key: string, facts?: Record<string, string | number>) => {problem: Problem} = (key, facts = {}) => ({ problem: { key, facts } });
export const keyOf: (id: string) => string = (id) => `${PREFIX}${id}`;

/** null where the browser does not let us keep anything */
export function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch (error) {
    return null;
  }
}

export function get(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch (error) {
    return null;
  }
}

export function put(key: string, text: string): {problem: Problem} | null {
  if (!storage()) return fail('off');
  try {
    window.localStorage.setItem(key, text);
    return null;
  } catch (error) {
    return fail(full(error) ? 'full' : 'off');
  }
}

const full: (error: any) => boolean = (error) => /quota/i.test(String(error && error.name));

export function drop(key: string) {
  try {
    window.localStorage.removeItem(key);
  } catch (error) {
    // nothing is kept where storage is switched off
  }
}

/** all keys of ours */
export function keys(prefix = PREFIX) {
  const found = [];
  try {
    for (let at = 0; at < window.localStorage.length; at++) found.push(window.localStorage.key(at) || '');
  } catch (error) {
    return [];
  }
  return found.filter((key) => key.startsWith(prefix)).sort();
}

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

/** whatever the order of the tabs in it */
const tabsOf: (doc: Doc) => string = (doc) => JSON.stringify(Object.entries(doc.tabs || {}).sort());

function remember(doc: Doc) {
  const tabs = tabsOf(doc);
  const others = (versions.get(doc.id) || []).filter((one) => one.tabs !== tabs);
  versions.set(doc.id, [...others, { tabs, text: JSON.stringify(doc) }].slice(-VERSIONS));
}

/** the newest version of those that fit */
function version(id: string, fits: (doc: Doc, tabs: string) => boolean): Doc | undefined {
  const known = [...(versions.get(id) || [])].reverse();
  for (const { tabs, text } of known) {
    const doc = JSON.parse(text);
    if (fits(doc, tabs)) return doc;
  }
  return undefined;
}

/** what both came from, where that is known */
const ancestor: (one: Doc, other: Doc) => Doc | undefined = (one, other) => version(one.id, (doc) => covers(one, doc) && covers(other, doc));

/** in an order that every tab finds alike */
const isLater: (one: Doc, other: Doc) => boolean = (one, other) => one.changed > other.changed || (one.changed === other.changed && tabsOf(one) > tabsOf(other));

/**
 * @param doc - from storage, or from what another tab says
 * @returns with what else this tab knows to be written
 */
function met(doc: Doc): Doc {
  const last = version(doc.id, () => true);
  if (!last || covers(doc, last)) return doc;
  if (covers(last, doc)) return last;
  remember(doc); // what comes after it has come from it
  const [later, earlier] = isLater(doc, last) ? [doc, last] : [last, doc];
  return { ...merge(ancestor(doc, last), later, earlier).doc, changed: later.changed, tabs: joined(doc, last) };
}

/** what stands in storage; what is wrong in it is put aside */
function decode(id: string, text: string): Read {
  const found = parse(text);
  if (found.doc) return { doc: { ...found.doc, id } };
  if (['newer', 'too_big'].includes(found.problem.key)) return { problem: found.problem };
  const rest = found.rest && { ...found.rest, id };
  const aside = setAside(keyOf(id), text, rest && JSON.stringify(rest));
  const stuck = aside ? {} : { stuck: true };
  return rest ? { doc: rest, note: found.problem, ...stuck } : { problem: { key: 'stored_damaged', facts: {} }, ...stuck };
}

/** a document; with a note where something in it could not be read */
export function read(id: string): Read {
  const held = unsaved.get(id);
  if (held) return { doc: structuredClone(held) };
  const text = get(keyOf(id));
  if (text === null) return fail(storage() ? 'unknown' : 'off');
  const found = decode(id, text);
  if (!found.doc) return found;
  const doc = met(found.doc);
  remember(doc);
  return { ...found, doc: structuredClone(doc), ...(covers(found.doc, doc) ? {} : { behind: true }) };
}

/** What another tab has written, whether or not it still stands in storage. */
export function hear(id: string, text: string) {
  if (!(versions.get(id) || []).length || get(keyOf(id)) === null) return;
  const { doc } = parse(text);
  if (doc) remember(met({ ...doc, id }));
}

/** After it was erased: from now on nothing of it is known, but that it was there. */
export function forget(id: string) {
  unsaved.delete(id);
  versions.set(id, []);
}

function entryOf(doc: Doc): Entry {
  const { id, target, title, name, handbook, created, changed, finished } = doc;
  return { id, target, title, name, handbook, created, changed, finished };
}

/** all that is saved, the last changed first */
export function list(): Entry[] {
  const ids = keys().map((key) => (OWN.exec(key) || [])[1]).filter(Boolean);
  const found = ids.map(entryIn).filter((one) => one !== null);
  for (const [id, doc] of unsaved) {
    const at = found.findIndex((one) => one.id === id);
    found.splice(at < 0 ? found.length : at, at < 0 ? 0 : 1, { ...entryOf(doc), unsaved: true });
  }
  return found.sort((one, other) => (one.changed < other.changed ? 1 : one.changed > other.changed ? -1 : 0));
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

export function save(doc: Doc): {problem: Problem} | null {
  const text = JSON.stringify(doc);
  if (text.length > SAFE && bytes(textOf(doc)) > LIMIT) return tooBig(bytes(textOf(doc)));
  const trouble = put(keyOf(doc.id), text);
  if (trouble) return trouble;
  unsaved.delete(doc.id);
  remember(doc);
  return null;
}

/** without what is noted of the handbook */
const words: (answer: any) => any = ({ basis, scaleHash, weight, negative, papers, ...rest }) => rest;

/**
 * Notes when each answer was changed.
 * @param doc - grows
 */
function stamp(doc: Doc, before: Doc | undefined, at: string) {
  const old = before || { answers: {}, manager: { answers: {} } };
  for (const [now, then] of [[doc.answers, old.answers], [doc.manager.answers, old.manager.answers]]) {
    for (const [code, answer] of Object.entries(now)) {
      const known = Object.hasOwn(then, code) ? then[code] : undefined;
      const still = known && same(words(known), words(answer));
      if (still && known.at) answer.at = known.at;
      else if (!still && (before || !answer.at)) answer.at = at;
    }
  }
}

/** now, but later than that */
export function laterThan(after: string): string {
  const least = Date.parse(after) + 1;
  // nothing is later than the last millisecond of the year 9999, which only a file can bring
  return new Date(Math.max(Date.now(), least < LAST ? least : 0)).toISOString();
}

/** Saves a document. Whoever goes on with it takes `doc` from the answer: another tab may have changed other answers. */
export function write(given: Doc): Written {
  const { doc, wrong } = check(given);
  if (wrong.length) return hold(given, fail('not_fit', { fields: wrong.slice(0, 6) }));
  const text = get(keyOf(doc.id));
  if (text === null && versions.has(doc.id) && !unsaved.has(doc.id) && storage()) return { doc: given, ...fail('erased') };
  const stored = text === null ? undefined : decode(doc.id, text);
  if (stored && stored.stuck) return hold(given, fail('full')); // what cannot be read would be lost
  if (stored && stored.problem && stored.problem.key !== 'stored_damaged') return hold(given, { problem: stored.problem });
  return settle(doc, stored && stored.doc && met(stored.doc));
}

/**
 * @param theirs - what is written so far
 */
function settle(mine: Doc, theirs: Doc | undefined): Written {
  const at = laterThan(theirs && theirs.changed > mine.changed ? theirs.changed : mine.changed);
  const apart = theirs && !covers(mine, theirs);
  const before = version(mine.id, (_, tabs) => tabs === tabsOf(mine)) || (apart ? undefined : theirs);
  stamp(mine, before, at);
  carry.note(mine, before);
  const { doc, both } = apart ? merge(ancestor(mine, theirs), mine, theirs) : { doc: mine, both: 0 };
  if (theirs && theirs.finished && frozenPart(doc, theirs)) return hold(mine, fail('finished'));
  if (!(theirs && theirs.finished)) carry.sum(doc);
  const tabs = theirs ? joined(mine, theirs) : mine.tabs || {};
  const written = { ...doc, changed: at, tabs: signed(tabs, TAB, at) };
  const trouble = save(written);
  if (!trouble) return { ok: true, doc: structuredClone(written), ...(apart ? { merged: both } : {}) };
  // the next attempt starts from what is stored
  if (theirs) remember(theirs);
  return hold({ ...doc, changed: theirs ? theirs.changed : doc.changed, tabs }, trouble);
}

/**
 * @param stored - finished
 * @returns whether more is changed than may be
 */
function frozenPart(doc: Doc, stored: Doc): boolean {
  const every = new Set([...Object.keys(doc), ...Object.keys(stored)].filter((key) => !STILL_OPEN.includes(key)));
  return [...every].some((key) => !same(doc[key], stored[key]));
}

/** What cannot be saved stays in memory. */
function hold(doc: Doc, trouble: {problem: Problem}): Written {
  if (trouble.problem.key !== 'finished') unsaved.set(doc.id, structuredClone(doc));
  return { doc, ...trouble };
}

export const inner = { PREFIX, DAMAGED, OWN, TAB, get, put, drop, keys, entryIn, keyOf, fail, unsaved, versions, save, storage, laterThan, hear, forget };

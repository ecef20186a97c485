/* Two versions of one document, changed side by side (two tabs), made into one without losing anything:
   what only one side changed is taken from there; what both changed is taken from the later, and the other one is kept in `kept`.
   Each answer knows when it was last changed (`at`), each document when which tab last wrote what is in it (`tabs`).

   How it works: `three` holds each value against what both came from and goes down into mappings and lists; entries of lists are
   found by what they are (align.ts), never by place. Where nothing is known of what both came from, what one side left open is no
   answer to what the other wrote. What lost is collected on the way down and becomes entries of `kept`, an answer as a whole.
   Why so: tabs tell each other late, so no tab may decide alone; every tab that merges the same two has to come to the same
   document. What breaks it: a choice that depends on who merges (time of the clock, order of keys) instead of on the documents;
   a value that is derived or noted on the side (ASIDE) and is merged as if somebody had typed it; entries of `kept` that are told
   apart by when they were put there. */

import { isMapping, valueAt } from '../../lib/values.ts';
import type { Mapping } from '../../lib/values.ts';
import { align } from './align.ts';
import { answerTo, unanswered } from './answers.ts';
import { bareKept, ownedBy } from './kept.ts';
import type { Kept, SavedAssessment, Side } from './model.ts';
import { isOpen, keyOf, same } from './same.ts';

type Loser = {path: string[], value: unknown};
type Course = {mineLater: boolean, losers: Loser[]};

const ASIDE = ['changed', 'release', 'result', 'kept', 'tabs']; // never a reason to keep two
const DAY = 24 * 60 * 60 * 1000; // milliseconds after which every tab has been told of a writing

/**
 * @param base - what both came from; undefined where that is not known
 * @param course - collects what lost
 */
function three(base: unknown, mine: unknown, theirs: unknown, path: string[], course: Course): unknown {
  if (same(mine, theirs)) return later(mine, theirs);
  if (base !== undefined && same(mine, base)) return theirs;
  if (base !== undefined && same(theirs, base)) return mine;
  // what one side took away and the other changed is kept
  if (mine === undefined || theirs === undefined) return mine === undefined ? theirs : mine;
  // both began it: what one of them left open is no answer to what the other wrote
  if (base === undefined && (isOpen(mine) || isOpen(theirs))) return isOpen(mine) ? theirs : mine;
  if (Array.isArray(mine) && Array.isArray(theirs)) return entries(Array.isArray(base) ? base : [], mine, theirs, path, course);
  if (isMapping(mine) && isMapping(theirs)) return fields(base, mine, theirs, path, course);
  course.losers.push({ path, value: course.mineLater ? theirs : mine });
  return course.mineLater ? mine : theirs;
}

function timeOf(value: unknown): string {
  const at = valueAt(value, 'at');
  return typeof at === 'string' ? at : '';
}

/** of two that say the same, the one with the later time */
const later = (mine: unknown, theirs: unknown): unknown => (timeOf(theirs) > timeOf(mine) ? theirs : mine);

/** of the same millisecond one is chosen that every tab chooses */
function isLater(mine: Mapping, theirs: Mapping): boolean {
  return timeOf(mine) === timeOf(theirs) ? keyOf(mine) > keyOf(theirs) : timeOf(mine) > timeOf(theirs);
}

function fields(base: unknown, mine: Mapping, theirs: Mapping, path: string[], course: Course): Mapping {
  const timed = typeof mine.at === 'string' && typeof theirs.at === 'string';
  const inner = timed ? { ...course, mineLater: isLater(mine, theirs) } : course;
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const merged = keys.map((key): [string, unknown] => {
    const [left, right] = [valueAt(mine, key), valueAt(theirs, key)];
    if (key === 'at' && timed) return [key, later(mine, theirs) === theirs ? right : left];
    if (!path.length && key === 'known') return [key, union(left, right)];
    if (!path.length && key === 'signed') return [key, unionOfSigned(valueAt(base, key), left, right)];
    if (!path.length && ASIDE.includes(key)) return [key, left === undefined ? right : left];
    return [key, three(valueAt(base, key), left, right, [...path, key], inner)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** what either has looked at was looked at */
function union(mine: unknown, theirs: unknown): unknown {
  const [ours, others]: (unknown[] | null)[] = [mine, theirs].map((list) => (Array.isArray(list) ? list : null));
  return ours && others ? [...new Set([...others, ...ours])].sort() : mine || theirs;
}

/** What was signed never changes: all of either stand side by side, but what one side took back. */
export function unionOfSigned(base: unknown, mine: unknown, theirs: unknown): unknown[] {
  const by = (list: unknown) => new Map((Array.isArray(list) ? list : []).map((entry: unknown) => [`${timeOf(entry)} ${String(valueAt(entry, 'hash'))}`, entry]));
  const [before, ours, others] = [base, mine, theirs].map(by);
  const stays = ([key]: [string, unknown]) => !before.has(key) || (ours.has(key) && others.has(key));
  return [...new Map([...others, ...ours])].filter(stays).sort(([left], [right]) => (left < right ? -1 : 1)).map(([, entry]) => entry);
}

function entries(base: unknown[], mine: unknown[], theirs: unknown[], path: string[], course: Course): unknown[] {
  const merged = align(base, mine, theirs).map((slot, at) => {
    const id = valueAt(slot.theirs ?? slot.mine, '@id');
    return three(slot.base, slot.mine, slot.theirs, [...path, typeof id === 'string' ? id : String(at)], course);
  });
  return merged.filter((entry) => entry !== undefined);
}

const pick = (value: unknown, path: string[]): unknown => path.reduce(valueAt, value);

/** whose answers a path leads into, how deep they lie, and nothing where it leads elsewhere */
function sideOf([first, second]: string[]): [who: Side, depth: number] | null {
  if (first === 'answers') return ['employee', 1];
  return first === 'manager' && second === 'answers' ? ['manager', 2] : null;
}

/** an entry of `kept`, or null where nothing is lost */
function entryOf(mine: SavedAssessment, theirs: SavedAssessment, { path, value }: Loser): Kept | null {
  if (value === '' || value === null || value === undefined || path.at(-1) === '@id') return null;
  const side = sideOf(path);
  if (!side || path.length <= side[1] + 1) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { code: path.join('.'), name: '', text, answer: null, why: 'tabs', since: '' };
  }
  const [who, depth] = side;
  const code = path[depth];
  const answers = [mine, theirs].map((doc) => answerTo(who === 'manager' ? doc.manager.answers : doc.answers, code));
  const lost = answers.find((answer) => same(pick(answer, path.slice(depth + 1)), value)) || unanswered();
  return { code, name: lost.name || '', text: lost.text || '', answer: lost, why: 'tabs', since: '', ...ownedBy(who) };
}

/** What is kept by either stays, each once, unless one side took it out; what either has looked at was looked at. */
function keptOf(base: SavedAssessment | undefined, mine: SavedAssessment, theirs: SavedAssessment, lost: Kept[]): Kept[] {
  const by = (kept: Kept[]) => new Map(kept.map((entry) => [keyOf(bareKept(entry)), entry]));
  const [before, ours, others] = [by(base ? base.kept : []), by(mine.kept), by(theirs.kept)];
  const isOut = (key: string) => before.has(key) && !(ours.has(key) && others.has(key));
  const all = new Map<string, Kept>();
  for (const [key, entry] of [...others, ...ours]) {
    const there = all.get(key);
    if (!isOut(key)) all.set(key, there && (there.seen || !entry.seen) ? there : entry);
  }
  for (const [key, entry] of by(lost)) if (!all.has(key)) all.set(key, entry);
  return [...all.values()];
}

/**
 * @param theirs - what is stored
 * @param mineLater - who wins where no time of an answer decides
 * @returns both: in how many places there were two values
 */
export function merge(base: SavedAssessment | undefined, mine: SavedAssessment, theirs: SavedAssessment, mineLater = true): {doc: SavedAssessment, both: number} {
  const course: Course = { mineLater, losers: [] };
  const merged = fields(base, mine, theirs, [], course);
  const lost = course.losers.map((loser) => entryOf(mine, theirs, loser)).filter((entry) => entry !== null);
  const doc: SavedAssessment = { ...mine, ...merged, kept: keptOf(base, mine, theirs, lost) }; // the fields of either are those of a document
  return { doc, both: lost.length };
}

/** whether everything that tabs wrote into the other is in the one */
export function covers(doc: SavedAssessment, other: SavedAssessment): boolean {
  const told = Date.parse(doc.changed) - DAY; // earlier ones do not stand in it any more
  const tabs = new Map(Object.entries(doc.tabs || {}));
  return Object.entries(other.tabs || {}).every(([tab, at]) => (tabs.get(tab) || '') >= at || Date.parse(at) < told);
}

/** the `tabs` of what has the writings of both */
export function joined(doc: SavedAssessment, other: SavedAssessment): Record<string, string> {
  const tabs = new Map(Object.entries(doc.tabs || {}));
  for (const [tab, at] of Object.entries(other.tabs || {})) if ((tabs.get(tab) || '') < at) tabs.set(tab, at);
  return Object.fromEntries(tabs);
}

/**
 * @param tab - which writes now
 * @returns the same with this writing, without those of which every tab has been told
 */
export function signed(tabs: Record<string, string>, tab: string, at: string): Record<string, string> {
  const fresh = Object.entries(tabs).filter(([, then]) => Date.parse(then) >= Date.parse(at) - DAY);
  return Object.fromEntries([...fresh, [tab, at]]);
}

/* Two versions of one document, changed side by side (two tabs), made into one without losing anything:
   what only one side changed is taken from there; what both changed is taken from the later, and the other one is kept in `kept`.
   Each answer knows when it was last changed (`at`), each document when which tab last wrote what is in it (`tabs`). */

import { isMapping } from '../../lib/values.ts';


export type Doc = Record<string, any>;
export type Loser = {path: string[], value: any};
export type Course = {mineLater: boolean, losers: Loser[]};

    const ASIDE = ['changed', 'release', 'result', 'kept', 'tabs']; // never a reason to keep two
const DAY = 24 * 60 * 60 * 1000; // milliseconds after which every tab has been told of a writing

const own: (value: any, key: string) => any = (value, key) => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined);

/** whether they say the same, times of answers aside */
export function same(one: any, other: any): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, at) => same(value, other[at]));
  if (!isMapping(one) || !isMapping(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => key !== 'at'));
  return [...keys].every((key) => same(own(one, key), own(other, key)));
}

/**
 * @param base - what both came from; undefined where that is not known
 * @param course - collects what lost
 */
function three(base: any, mine: any, theirs: any, path: string[], course: Course): any {
  if (same(mine, theirs)) return later(mine, theirs);
  if (base !== undefined && same(mine, base)) return theirs;
  if (base !== undefined && same(theirs, base)) return mine;
  // what one side took away and the other changed is kept
  if (mine === undefined || theirs === undefined) return mine === undefined ? theirs : mine;
  // both began it: what one of them left open is no answer to what the other wrote
  if (base === undefined && (isOpen(mine) || isOpen(theirs))) return isOpen(mine) ? theirs : mine;
  if (Array.isArray(mine) && Array.isArray(theirs)) return rows(Array.isArray(base) ? base : [], mine, theirs, path, course);
  if (isMapping(mine) && isMapping(theirs)) return fields(base, mine, theirs, path, course);
  course.losers.push({ path, value: course.mineLater ? theirs : mine });
  return course.mineLater ? mine : theirs;
}

/** what a field holds before anybody has written in it */
const isOpen: (value: any) => boolean = (value) => [null, '', false].includes(value);

/** of two that say the same, the one with the later time */
function later(mine: any, theirs: any): any {
  return isMapping(mine) && isMapping(theirs) && String(theirs.at || '') > String(mine.at || '') ? theirs : mine;
}

/** of the same millisecond one is chosen that every tab chooses */
const isLater: (mine: any, theirs: any) => boolean = (mine, theirs) => (mine.at === theirs.at ? JSON.stringify(mine) > JSON.stringify(theirs) : mine.at > theirs.at);

function fields(base: any, mine: Doc, theirs: Doc, path: string[], course: Course): Doc {
  const timed = typeof mine.at === 'string' && typeof theirs.at === 'string';
  const inner = timed ? { ...course, mineLater: isLater(mine, theirs) } : course;
  const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
  const merged = keys.map((key) => {
    if (key === 'at' && timed) return [key, mine.at >= theirs.at ? mine.at : theirs.at];
    if (!path.length && key === 'known') return [key, union(own(mine, key), own(theirs, key))];
    if (!path.length && ASIDE.includes(key)) return [key, own(mine, key) === undefined ? theirs[key] : mine[key]];
    return [key, three(own(base, key), own(mine, key), own(theirs, key), [...path, key], inner)];
  });
  return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
}

/** what either has looked at was looked at */
const union: (mine: any, theirs: any) => any = (mine, theirs) => (mine && theirs ? [...new Set([...theirs, ...mine])].sort() : mine || theirs);

/** whether every row says which it is */
const isNamed: (all: any[]) => boolean = (all) => new Set(all.map((row) => own(row, '@id'))).size === all.length && all.every((row) => typeof own(row, '@id') === 'string');

/**
 * Rows that say which they are, or of which there were one or as many before, are merged each with its own; of all other lists
 * every entry that neither took out stays, with what either added.
 */
function rows(base: any[], mine: any[], theirs: any[], path: string[], course: Course): any[] {
  if ([base, mine, theirs].every(isNamed)) return named(base, mine, theirs, path, course);
  const long = mine.length;
  const alike = theirs.length === long && (base.length === long || (long === 1 && !base.length)) && [...mine, ...theirs].every(isMapping);
  if (alike) return mine.map((row, at) => three(base[at], row, theirs[at], [...path, String(at)], course));
  const left = theirs.filter((one) => has(mine, one) || !has(base, one));
  return [...left, ...mine.filter((one) => !has(base, one) && !has(theirs, one))];
}

/** Rows that say which they are are matched by that, whatever their order. */
function named(base, mine, theirs, path, course) {
  const of = (all: any[], id: string) => all.find((row) => row['@id'] === id);
  const ids = [...new Set([...theirs, ...mine].map((row) => row['@id']))];
  return ids.map((id) => three(of(base, id), of(mine, id), of(theirs, id), [...path, id], course)).filter((row) => row !== undefined);
}

const pick: (value: any, path: string[]) => any = (value, path) => path.reduce((found, key) => own(found, key), value);

/** an entry of `kept`, or null where nothing is lost */
function entry(mine: Doc, theirs: Doc, { path, value }: Loser): Doc | null {
  if (value === '' || value === null || value === undefined) return null;
  const answers = path[0] === 'answers' ? 1 : path[0] === 'manager' && path[1] === 'answers' ? 2 : 0;
  if (!answers || path.length <= answers + 1) {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return { code: path.join('.'), name: '', text, answer: null, why: 'tabs', since: '' };
  }
  const code = path[answers];
  const lost = [mine, theirs].map((doc) => pick(doc, path.slice(0, answers + 1))).find((one) => same(pick(one, path.slice(answers + 1)), value));
  return { code, name: lost.name || '', text: lost.text || '', answer: lost, why: 'tabs', since: '', ...(answers === 2 ? { who: 'manager' } : {}) };
}

const has = (all: any, one: Doc): boolean => all.some((other: Doc) => same(other, one));

/** What is kept by either stays, unless one side took it out. */
function keptOf(base: Doc | undefined, mine: Doc, theirs: Doc, lost: Doc[]): Doc[] {
  const before = base ? base.kept : [];
  const out = before.filter((one: Doc) => !has(mine.kept, one) || !has(theirs.kept, one));
  const all = [...theirs.kept, ...mine.kept].filter((one) => !has(out, one)).concat(lost);
  return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at);
}

/**
 * @param theirs - what is stored
 * @param mineLater - who wins where no time of an answer decides
 * @returns both: in how many places there were two values
 */
export function merge(base: Doc | undefined, mine: Doc, theirs: Doc, mineLater: boolean = true): {doc: Doc, both: number} {
  const course: Course = { mineLater, losers: [] };
  const doc = fields(base, mine, theirs, [], course);
  const lost = course.losers.map((loser) => entry(mine, theirs, loser)).filter((one) => one !== null);
  doc.kept = keptOf(base, mine, theirs, (lost as Doc[]));
  return { doc, both: lost.length };
}

/** whether everything that tabs wrote into the other is in the one */
export function covers(one: Doc, other: Doc): boolean {
  const told = Date.parse(one.changed) - DAY; // earlier ones do not stand in it any more
  return Object.entries(other.tabs || {}).every(([tab, at]) => (own(one.tabs, tab) || '') >= at || Date.parse(at) < told);
}

/** the `tabs` of what has the writings of both */
export function joined(one: Doc, other: Doc): Record<string, string> {
  const tabs = { ...one.tabs };
  for (const [tab, at] of Object.entries(other.tabs || {})) if (!(own(tabs, tab) >= at)) tabs[tab] = at;
  return tabs;
}

/**
 * @param tab - which writes now
 * @returns the same with this writing, without those of which every tab has been told
 */
export function signed(tabs: Record<string, string>, tab: string, at: string): Record<string, string> {
  const fresh = Object.entries(tabs).filter(([, then]) => Date.parse(then) >= Date.parse(at) - DAY);
  return Object.fromEntries([...fresh, [tab, at]]);
}

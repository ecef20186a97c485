/* A new release of the handbook: what of a document stays, what is to be looked at again, what has lost its place.
   levelbook.carry is pure: the same document and data give the same answer, and carrying twice is carrying once.
   Nothing vanishes: what has no place any more goes into `kept`, with the wording that was rated; what comes back, comes back. */

import { isMapping } from '../../lib/values.ts';
import * as basis from './basis.ts';
import { look } from './changes.ts';
import { same } from './merge.ts';
import * as rests from './rests.ts';

export type Doc = Record<string, any>;
/** part: null where the item itself is meant */
export type Place = {item: any, part: any, group: any};
export type Difference = {kind: string, old: string, now: string};
/** fits: whether the scale of today has these points */
export type Look = {code: string, kind: string, also?: Difference[], name: string, old: string, now: string, points: string | null, who: string, from?: string, fromName?: string, fits?: boolean};

    /** So often at most: each time fewer find another place. */
const ROUNDS = 9;
const BACK = ['retired', 'replaced', 'moved'];
export const RATED = ['points', 'marks', 'mark', 'na', 'unseen', 'hash', 'seen'];
/** What comes back with a figure: on which it rests. */
const AGAIN = ['points', 'marks', 'mark', 'standard', 'scale', 'scaleName', 'scaleHash', 'basis', 'weight', 'negative', 'papers'];
export const said = (text: any) => typeof text === 'string' && text.trim() !== '';
/** whether a figure comes of it */
export const given: (answer: any) => boolean = (answer) => said(answer.points) || said(answer.mark) || Object.values(answer.marks || {}).some(said);

/** by the items of a page, so that a file of thousands of codes does not list them thousands of times */
const listed: WeakMap<object, Map<string, Place>> = new WeakMap();

/** what can be rated on this page, in its order */
export function placesOf(data: any): Map<string, Place> {
  const known = listed.get(data.items);
  if (known) return known;
  const found = list(data);
  listed.set(data.items, found);
  return found;
}

function list(data: any): Map<string, Place> {
  const groups = new Map((data.groups || []).map((one: any) => [one.id, one]));
  const found = new Map();
  for (const item of data.items) {
    if (item.kind === 'none') continue;
    const group = groups.get(item.group) || { id: item.group || '', name: item.group || '' };
    found.set(item.code, { item, part: null, group });
    for (const part of item.parts || []) found.set(part.code, { item, part, group });
  }
  return found;
}

/** whether it says anything about how one stands */
export const rated: (answer: any) => boolean = (answer) =>
  said(answer.points) || said(answer.mark) || Object.values(answer.marks || {}).some(said) || answer.na !== null && answer.na !== undefined ||
  answer.unseen === true;

export const blank: (answer: any) => boolean = (answer) => !rated(answer) && !said(answer.evidence) && !said(answer.date) && answer.pick !== true;

export const sides = (doc: Doc): [who: string, answers: Record<string, any>][] => [['employee', doc.answers], ['manager', doc.manager.answers]];

export const scaleOf: (data: any, place: Place) => any = (data, { item, part }) => {
  const id = (part && data.partScale) || item.scale || '';
  return { id, ...((data.scales || {})[id] || {}) };
};

export const standardOf: (data: any, place: Place) => string | null = (data, { item, part }) => (part ? null : item.standard || null);

/** whether these points can be given there */
export function fits(data: any, place: Place, points: string | null): boolean {
  if (!said(points)) return true;
  if (place.item.kind === 'condition') return points === '0' || points === '1';
  if (place.item.kind === 'exam') return false;
  const { ratings } = scaleOf(data, place);
  return !ratings || ratings.some((one: any) => one.points === points);
}

/**
 * Notes what was rated, and how it was to be rated.
 * @param answer - grows
 */
export function describe(answer: any, data: any, place: Place) {
  const scale = scaleOf(data, place);
  const { part, item, group } = place;
  Object.assign(answer, {
    place: part ? item.code : group.id, placeName: part ? item.name : group.name,
    standard: standardOf(data, place), scale: scale.id, scaleName: scale.name || '',
  });
  rests.note(answer, data, place);
}

/** the codes on this page that have taken its place */
export function heirs(data: any, code: string): string[] {
  const places = placesOf(data);
  const gone = data.gone || {};
  const found = new Set();
  const seen = new Set();
  const queue = [code];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (places.has(next)) found.add(next);
    else if (Object.hasOwn(gone, next)) queue.push(...(gone[next].replacedBy || []));
  }
  return [...found];
}

/** why it is not on this page any more */
function reason(data: any, code: string): {why: string, since: string} {
  const gone = Object.hasOwn(data.gone || {}, code) ? data.gone[code] : null;
  const since = (gone && gone.release) || data.release || '';
  if (!gone) return { why: 'moved', since };
  return { why: heirs(data, code).length ? 'replaced' : 'retired', since };
}

/** lists of what is kept, by code */
const indexes: WeakMap<any[], {upTo: number, of: Map<string, any[]>}> = new WeakMap();

/**
 * @param kept - may have grown at its end since it was last asked for
 * @returns what is kept of a code, in order
 */
export function keptOf(kept: any[], code: string): any[] {
  const before = indexes.get(kept);
  const index = before && before.upTo <= kept.length ? before : { upTo: 0, of: new Map() };
  for (; index.upTo < kept.length; index.upTo += 1) {
    const one = kept[index.upTo];
    const alike = index.of.get(one.code);
    if (alike) alike.push(one);
    else index.of.set(one.code, [one]);
  }
  indexes.set(kept, index);
  return index.of.get(code) || [];
}

/**
 * @param doc - grows
 */
function keep(doc: Doc, entry: any) {
  const bare = (one: any) => ({ ...one, since: '', seen: undefined });
  if (!keptOf(doc.kept, entry.code).some((one: any) => same(bare(one), bare(entry)))) doc.kept.push(entry);
}

/**
 * What had no place and has one again takes it, unless something else stands there.
 * @param doc - changes
 */
function bringBack(doc: Doc, data: any, places: Map<string, Place>) {
  doc.kept = doc.kept.filter((one: any) => {
    if (one.why === 'subject') return !one.answer || !remark(doc, places, one);
    if (one.why === 'scale') return !one.answer || !rescored(doc, data, places.get(one.code), one);
    if (!BACK.includes(one.why) || !places.has(one.code)) return true;
    const answers = one.who === 'manager' ? doc.manager.answers : doc.answers;
    if (one.agreed !== undefined && !Object.hasOwn(doc.agreed, one.code)) doc.agreed[one.code] = one.agreed;
    else if (one.agreed !== undefined) return true;
    if (!one.answer) return false;
    if (Object.hasOwn(answers, one.code) && !blank(answers[one.code])) return true;
    answers[one.code] = one.answer;
    return false;
  });
}

/**
 * @param doc - changes
 * @param kept - what was given on a scale that was no more
 * @returns whether it can be given again, and nothing else was meanwhile
 */
function rescored(doc: Doc, data: any, place: Place | undefined, kept: any): boolean {
  const answer = (kept.who === 'manager' ? doc.manager.answers : doc.answers)[kept.code];
  if (!place || !answer || given(answer)) return false;
  const then = kept.answer;
  const exam = place.item.kind === 'exam';
  if (exam ? said(then.points) || !given(then) : given({ ...then, points: null }) || !fits(data, place, then.points)) return false;
  const found = Object.fromEntries(AGAIN.filter((key) => then[key] !== undefined).map((key) => [key, then[key]]));
  Object.assign(answer, structuredClone(found));
  return true;
}

const examined: (place: Place | undefined, subject: string) => boolean = (place, subject) => !!place && (place.item.subjects || []).some((one: any) => one.name === subject);

/**
 * @param doc - changes
 * @param kept - marks of subjects that were no more
 * @returns whether they have their place again
 */
function remark(doc: Doc, places: Map<string, Place>, kept: any): boolean {
  const answer = (kept.who === 'manager' ? doc.manager.answers : doc.answers)[kept.code];
  const marks = Object.keys(kept.answer.marks);
  if (!answer || marks.some((subject) => !examined(places.get(kept.code), subject) || said((answer.marks || {})[subject]))) return false;
  answer.marks = { ...answer.marks, ...kept.answer.marks };
  return true;
}

/**
 * Marks of subjects that are no more, or have another name, are kept beside the exam.
 * @param doc - changes
 * @param answer - changes
 */
function dropSubjects(doc: Doc, data: any, place: Place, who: string, answer: any) {
  if (place.item.kind !== 'exam') return;
  const lost = Object.entries(answer.marks || {}).filter(([subject]) => !examined(place, subject));
  if (!lost.length) return;
  answer.marks = Object.fromEntries(Object.entries(answer.marks).filter(([subject]) => examined(place, subject)));
  const marks = Object.fromEntries(lost.filter(([, mark]) => said(mark)));
  const { code, name } = place.item;
  const mark = who === 'manager' ? { who } : {};
  if (Object.keys(marks).length) keep(doc, { code, name, text: '', answer: { marks }, why: 'subject', since: data.release || '', ...mark });
}

/**
 * @param doc - changes
 */
function putAside(doc: Doc, data: any, places: Map<string, Place>) {
  for (const [who, answers] of sides(doc)) {
    for (const [code, answer] of Object.entries(answers)) {
      const place = places.get(code);
      if (place) {
        rescale(doc, data, place, who, code, answer);
        dropSubjects(doc, data, place, who, answer);
        continue;
      }
      delete answers[code];
      const mark = who === 'manager' ? { who } : {};
      if (!blank(answer)) keep(doc, { code, name: answer.name || '', text: answer.text || '', answer, ...reason(data, code), ...mark });
    }
  }
  for (const [code, agreed] of Object.entries(doc.agreed)) {
    if (places.has(code)) continue;
    delete doc.agreed[code];
    const name = Object.hasOwn(data.gone || {}, code) ? data.gone[code].name : '';
    keep(doc, { code, name, text: '', answer: null, ...reason(data, code), agreed });
  }
}

/**
 * Points that the scale of today does not have are kept beside it.
 * @param doc - changes
 * @param answer - changes
 */
function rescale(doc: Doc, data: any, place: Place, who: string, code: string, answer: any) {
  const exam = place.item.kind === 'exam';
  const marked = !exam && (said(answer.mark) || Object.values(answer.marks || {}).some(said));
  if (!marked && fits(data, place, answer.points)) return;
  const mark = who === 'manager' ? { who } : {};
  keep(doc, {
    code, name: answer.name || '', text: answer.text || '', answer: structuredClone(answer), why: 'scale', since: data.release || '', ...mark,
  });
  if (marked) Object.assign(answer, { marks: {}, mark: null });
  if (!fits(data, place, answer.points)) answer.points = null;
}

/** whether anything went to what is kept, or came back from it */
const moved: (before: any[], after: any[]) => boolean = (before, after) => before.length !== after.length || before.some((one, at) => one !== after[at]);

/**
 * Answers of before it was noted what they rest on: noted as far as it can be seen.
 * @param doc - changes
 */
function settle(doc: Doc, data: any, places: Map<string, Place>) {
  const found = sides(doc).map(([who, before]) => {
    const answers = basis.settled(doc, data, who);
    for (const [code, answer] of Object.entries(answers)) {
      const place = places.get(code);
      if (place && answer.basis && Object.hasOwn(before[code], 'basis') === false) rests.note(answer, data, place);
    }
    return answers;
  });
  [doc.answers, doc.manager.answers] = found;
}

/**
 * @param given - any document
 * @param data - of the page
 * @returns the document on the wording of today; the one given is not changed
 */
export function carry(given: Doc, data: any): {doc: Doc, look: Look[]} {
  const doc = structuredClone(given);
  if (doc.target !== data.target || !isMapping(doc.answers)) return { doc, look: [] };
  doc.manager = { name: '', answers: {}, ...doc.manager };
  for (const [key, none] of (([['agreed', {}], ['plan', {}], ['kept', []]]) as [string, any][])) doc[key] = doc[key] || none;
  const places = placesOf(data);
  settle(doc, data, places);
  // what is put aside may make room for what was put aside before, so that one round is not always enough
  for (let round = 0, before = null; round < ROUNDS && (!before || moved(before, doc.kept)); round += 1) {
    before = doc.kept;
    bringBack(doc, data, places);
    putAside(doc, data, places);
  }
  doc.release = data.release || '';
  if (data.title) doc.title = data.title;
  return { doc, look: look(doc, data) };
}

export const inner = { placesOf, keptOf, sides, rated, given, blank, fits, describe, heirs, scaleOf, standardOf, said, RATED };

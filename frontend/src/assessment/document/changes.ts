/* What of a document is to be looked at again, how that is settled, and what is noted for the next time. */

import * as score from '../../scoring/totals.ts';
import { same } from './merge.ts';
import { RATED, blank, describe, fits, given, heirs, keptOf, placesOf, rated, said, scaleOf, sides } from './migrate.ts';
import type { Look, Place } from './migrate.ts';
import * as rests from './rests.ts';

export type Doc = Record<string, any>;

/**
 * @param figure - whether one comes of it, or came of it once
 * @returns what is different from when it was rated
 */
function differences(doc: Doc, data: any, place: Place, answer: any, figure: boolean): [kind: string, old: string, now: string][] {
  const { part, item, group } = place;
  const now = part || item;
  const found: [string, string, string][] = [];
  if (answer.hash && answer.hash !== now.hash) found.push(['reworded', answer.text || '', now.text || '']);
  if (answer.place && answer.place !== (part ? item.code : group.id)) {
    found.push(['moved', answer.placeName || answer.place, part ? item.name : group.name]);
  }
  return [...found, ...rests.changes(doc, data, place, answer, figure)];
}

/** whether it is rated part by part */
const byParts: (doc: Doc, data: any, place: Place) => boolean = (doc, data, { item }) => doc.mode === 'full' && item.kind === 'rating' && (item.parts || []).length > 0;

/** answers that were given to something else than what is asked today */
function changed(doc: Doc, data: any, places: Map<string, Place>): Look[] {
  const found = [];
  for (const [who, answers] of sides(doc)) {
    for (const [code, place] of places) {
      const answer = Object.hasOwn(answers, code) ? answers[code] : null;
      const seen = byParts(doc, data, place) ? place.part || (answer && (answer.unseen || said(answer.na))) : !place.part;
      if (!seen || !answer || (!rated(answer) && !said(answer.evidence) && !once(doc, who, code))) continue;
      const last = once(doc, who, code);
      const [first, ...others] = differences(doc, data, place, answer, given(answer) || last !== null);
      if (!first) continue;
      const points = answer.points || last;
      const also = others.length ? { also: others.map(([kind, old, now]) => ({ kind, old, now })) } : {};
      found.push({ code, kind: first[0], ...also, name: (place.part || place.item).name || place.item.name, old: first[1], now: first[2], points, who, fits: fits(data, place, points) });
    }
  }
  return found;
}

/** the points given on a scale that is no more */
function once(doc: Doc, who: string, code: string): string | null {
  const kept = keptOf(doc.kept, code).filter((one: any) => one.why === 'scale' && (one.who || 'employee') === who);
  const last = kept[kept.length - 1];
  return last && last.answer ? last.answer.points : null;
}

/** indicators that were not there when the others were rated */
function added(doc: Doc, places: Map<string, Place>, data: any): Look[] {
  if (!Array.isArray(doc.known)) return [];
  const known = new Set(doc.known);
  const fresh = [...places].filter(([code, place]) => place.part && byParts(doc, data, place) && !known.has(code) && !Object.hasOwn(doc.answers, code));
  return fresh.map(([code, { item, part }]) => ({
    code, kind: 'new-part', name: item.name, old: '', now: part.text || '', points: null, who: 'employee',
  }));
}

/** what is no longer on the page, and what may take its place */
function lost(doc: Doc, data: any, places: Map<string, Place>): Look[] {
  const open = doc.kept.filter((one: any) => ['retired', 'replaced', 'moved'].includes(one.why) && !one.seen && one.answer);
  return open.flatMap((one: any) => {
    const who = one.who || 'employee';
    const answers = who === 'manager' ? doc.manager.answers : doc.answers;
    const after = heirs(data, one.code);
    const { points } = one.answer;
    if (!after.length) {
      const gone = Object.hasOwn(data.gone || {}, one.code) ? data.gone[one.code] : {};
      return [{ code: one.code, kind: one.why === 'moved' ? 'moved' : 'retired', name: one.name, old: one.text, now: gone.why || '', points, who }];
    }
    const free = after.filter((code: string) => !Object.hasOwn(answers, code));
    return free.map((code: string) => {
      const place = (places.get(code) as Place);
      const { part, item } = place;
      return { code, kind: 'replaced', name: item.name, old: one.text, now: (part || item).text || '', points, who, from: one.code, fromName: one.name || '', fits: fits(data, place, points) };
    });
  });
}

/**
 * @param doc - carried
 * @returns in the order of the page, then what is not on it
 */
export function look(doc: Doc, data: any): Look[] {
  const places = placesOf(data);
  const order = new Map([...places.keys()].map((code, at) => [code, at]));
  const at = (one: Look) => (order.has(one.code) ? Number(order.get(one.code)) : order.size);
  const gone = lost(doc, data, places);
  const heir = new Set(gone.filter((one) => one.kind === 'replaced').map((one) => one.code)); // said once: what it has replaced
  const fresh = added(doc, places, data).filter((one) => !heir.has(one.code));
  const all = [...changed(doc, data, places), ...fresh, ...gone];
  return all.sort((one, other) => at(one) - at(other));
}

const answersOf: (draft: Doc, who: string) => Record<string, any> = (draft, who) => (who === 'manager' ? draft.manager.answers : draft.answers);

/**
 * @param draft - changes
 */
function settleKept(draft: Doc, one: Look, data: any) {
  for (const kept of keptOf(draft.kept, one.from || one.code)) {
    if ((kept.who || 'employee') === (one.who || 'employee')) kept.seen = data.release || 'seen';
  }
}

/**
 * The person has looked: the answer holds for what is asked today.
 * @param draft - changes
 * @param one - as found by `look`
 */
export function confirm(draft: Doc, one: Look, data: any) {
  const place = placesOf(data).get(one.code);
  const answers = answersOf(draft, one.who);
  if (['replaced', 'new-part'].includes(one.kind)) draft.known = [...new Set([...(draft.known || []), one.code])].sort();
  if (one.kind === 'new-part') return;
  if (one.kind === 'replaced' || !place) return settleKept(draft, one, data);
  const { hash = '', text = '', name = place.item.name } = place.part || place.item;
  Object.assign(answers[one.code], { hash, text, name, seen: data.release || '' });
  describe(answers[one.code], data, place);
}

/** the first, and what the second says beyond it */
function both(first: any, second: any): any {
  return {
    ...second, ...first,
    points: said(first.points) ? first.points : second.points, date: first.date || second.date || '', pick: first.pick === true || second.pick === true,
    evidence: [...new Set([first.evidence, second.evidence].filter(said))].join('\n'),
  };
}

/**
 * The old answer is taken over for what has replaced it.
 * @param draft - changes
 * @param one - of kind `replaced`
 */
export function adopt(draft: Doc, one: Look, data: any) {
  const place = placesOf(data).get(one.code);
  const from = keptOf(draft.kept, one.from || '').find((kept: any) =>
    kept.answer && (kept.who || 'employee') === (one.who || 'employee'));
  if (!place || !from) return;
  const answers = answersOf(draft, one.who);
  const { hash = '', text = '', name = place.item.name } = place.part || place.item;
  const old = from.answer;
  const alike = !old.scale || old.scale === scaleOf(data, place).id;
  const points = alike && fits(data, place, old.points) ? old.points : null;
  const marks = place.item.kind === 'exam' ? {} : { marks: {}, mark: null };
  const taken = { ...structuredClone(old), ...marks, points };
  const there = Object.hasOwn(answers, one.code) ? answers[one.code] : null; // several may have been replaced by one
  answers[one.code] = { ...(there ? both(there, taken) : taken), hash, text, name, seen: data.release || '' };
  describe(answers[one.code], data, place);
  settleKept(draft, one, data);
}

const page: {element: Element | null, data: any} = { element: null, data: null };

/** the data of the page, where it is about the same as the document */
function pageData(doc: Doc): any {
  const element = document.getElementById('lb-assess-data');
  if (element && element !== page.element) {
    page.element = element;
    page.data = JSON.parse(element.textContent || 'null');
    if (page.data) page.data.words = page.data.words || (window as any).levelbookWords || {};
  }
  return element && page.data && page.data.target === doc.target ? page.data : null;
}

/**
 * Before saving: notes for every answer given anew what it was given to.
 * @param doc - changes
 */
export function note(doc: Doc, before: Doc | undefined) {
  const data = pageData(doc);
  if (!data) return;
  const places = placesOf(data);
  const old = before ? new Map(sides(before)) : new Map();
  for (const [who, answers] of sides(doc)) {
    for (const [code, answer] of Object.entries(answers)) {
      const place = places.get(code);
      const then = (old.get(who) || {})[code];
      const again = !then || RATED.some((key: string) => !same(then[key], answer[key]));
      if (place && again && answer.hash === (place.part || place.item).hash) describe(answer, data, place);
    }
  }
  rests.keepScales(doc, data);
  const answered = Object.keys(doc.answers).filter((code) => places.has(code) && !blank(doc.answers[code]));
  const now = Array.isArray(doc.known) ? [...doc.known, ...answered] : [...places.keys()];
  doc.known = [...new Set(now)].sort();
}

/** the least that can be given, for drawing */
const lowest: (data: any) => string | null = ({ scales = {}, scale }) => {
  const { ratings = [] } = (Object.hasOwn(scales, scale || '') && scales[scale]) || {};
  return ratings.length ? ratings[0].points : null;
};

/**
 * Before saving: the figures that the list of saved assessments shows, where they can be worked out on this page.
 * @param doc - changes
 */
export function sum(doc: Doc) {
  const data = pageData(doc);
  if (!data) return;
  try {
    const { items, groups, mean, top, standard } = score.assess(data, doc.answers, doc.mode);
    const asked = items.filter((one: any) => one.state !== 'none' && one.kind !== 'none');
    const heads = groups.filter((one: any) => !one.parent);
    doc.result = {
      mean, low: lowest(data), top, standard, release: data.release || '',
      groups: heads.map((one: any) => ({ id: one.id, name: one.name, mean: one.mean })),
      done: asked.filter((one: any) => one.state !== 'open').length, of: asked.length,
    };
  } catch (error) {
    console.error(error); // saving must not fail because of a figure
  }
}

/* On what the answers of an assessment rest: noted with every answer, or, in documents of before that, as far as it can be seen.
   An answer without a mark rests on what stands today where nothing speaks against it: the figures that were saved with the document
   come out as they did then, or, where there are none, it is of the same release. Else what could have moved unseen is to be looked at
   again. Held to the same golden cases as levelbook.assessment.scoring.basis. No page here. */

import { isMapping } from '../../lib/values.ts';
import { basisOf } from '../../scoring/item.ts';
import * as score from '../../scoring/totals.ts';

const UNKNOWN = ''; // what an answer rested on where that is not known

/** what the document says of the figures it came to when it was saved: whether they come out the same today */
export type Then = {release: string, now: string, mean: boolean | null, ends: boolean, groups: Map<string, boolean>, heads: Map<string, string>};

const text: (value: any, key: string) => string = (value, key) => (isMapping(value) && typeof value[key] === 'string' ? value[key] : '');
const said = (value: any) => typeof value === 'string' && value.trim() !== '';

/** whether a figure comes of it */
const says: (answer: any) => boolean = (answer) =>
  said(answer.points) || said(answer.mark) || Object.values(isMapping(answer.marks) ? answer.marks : {}).some(said);

function given(doc, who) {
  const side = who === 'employee' ? doc : isMapping(doc.manager) ? doc.manager : {};
  return isMapping(side.answers) ? side.answers : {};
}

/** the same, as if nothing were known of what they rest on */
export function bare(answers: Record<string, any>): Record<string, any> {
  const all = Object.entries(answers).filter(([, one]) => isMapping(one));
  return Object.fromEntries(all.map(([code, { basis, ...one }]) => [code, one]));
}

function placesOf(data: any): Map<string, {item: any, part: any}> {
  const found = new Map();
  for (const item of data.items) {
    found.set(item.code, { item, part: null });
    for (const part of item.parts || []) found.set(part.code, { item, part });
  }
  return found;
}

/** The answers of one of the two, each with what it rests on; those of a finished assessment count as they are. */
export function settled(doc: any, data: any, who: string = 'employee'): Record<string, any> {
  const answers = given(doc, who);
  if (doc.finished) return bare(answers);
  const open = Object.entries(answers).filter(([, one]) => isMapping(one) && typeof one.basis !== 'string' && says(one));
  if (!open.length) return answers;
  const [then, places] = [thenOf(doc, data), placesOf(data)];
  const found = open.map(([code, one]) => [code, basisThen(one, places.get(code), data, then)]).filter(([, basis]) => basis !== null);
  return { ...answers, ...Object.fromEntries(found.map(([code, basis]) => [code, { ...answers[code], basis }])) };
}

/** null where it is not on the page, or the page does not say what it rests on */
function basisThen(answer: any, place: {item: any, part: any} | undefined, data: any, then: Then): string | null {
  const now = place ? basisOf(place.item, place.part) : '';
  if (!place || !now) return null;
  return mayHaveMoved(answer, place, data, then) ? UNKNOWN : now;
}

function mayHaveMoved(answer: any, { item, part }: {item: any, part: any}, data: any, then: Then): boolean {
  if (notedOtherwise(answer, { item, part }, data)) return true;
  const unseen = item.kind === 'exam' || Boolean(part);
  if (then.mean === null) return unseen && (text(answer, 'seen') || then.release) !== then.now;
  const group = then.groups.get(then.heads.get(item.group) || '');
  if (unseen) return !(group === undefined ? then.mean : group);
  return item.scale === data.scale && !then.ends;
}

/** whether it was given on another scale, or held against another standard */
function notedOtherwise(answer: any, { item, part }: {item: any, part: any}, data: any): boolean {
  const scale = text(answer, 'scale');
  if (!scale) return false;
  const standard = part ? null : item.standard || null;
  return scale !== (part ? data.partScale || data.scale : item.scale) || (text(answer, 'standard') || null) !== standard;
}

function thenOf(doc: any, data: any): Then {
  const saved = isMapping(doc.result) && doc.result.of ? doc.result : null;
  const now = saved && score.assess(data, bare(given(doc, 'employee')), doc.mode === 'full' ? 'full' : 'quick');
  const means = new Map(now ? now.groups.map((one: any) => [one.id, one.mean]) : []);
  const groups = saved && Array.isArray(saved.groups) ? saved.groups.filter((one: any) => isMapping(one) && means.has(one.id)) : [];
  return {
    release: text(doc, 'release'), now: data.release || '', mean: saved ? same(saved.mean, now.mean) : null, ends: !saved || sameEnds(saved, data, now),
    groups: new Map(groups.map((one: any) => [one.id, same(one.mean, means.get(one.id))])), heads: headsOf(data),
  };
}

const same: (one: any, other: any) => boolean = (one, other) => (one ?? null) === (other ?? null);

function sameEnds(saved, data, now) {
  const scale = Object.hasOwn(data.scales, data.scale) ? data.scales[data.scale] : null;
  const known = [[saved.top, now.top], [saved.low, scale && scale.ratings[0].points]];
  return known.every(([then, today]) => then === null || then === undefined || then === today);
}

/** the group on top that each is in; parents come first in the list */
function headsOf(data) {
  const found = new Map();
  for (const { id, parent } of data.groups) found.set(id, parent ? found.get(parent) || parent : id);
  return found;
}

/* Places of a page where something can be rated: an item or one of its indicators, with what it rests on; and what has taken the
   place of those that are gone. */

import { entryAt } from '../../lib/values.ts';
import { said } from './answers.ts';
import type { ChecklistData, Group, Item, Part, Scale } from './model.ts';

/** part: null where the item itself is meant */
export type Place = {item: Item, part: Part | null, group: Pick<Group, 'id' | 'name'>};
/** a scale by its id; the rest is missing where the page does not have it */
export type ScaleThere = {id: string} & Partial<Scale>;
type Scales = Pick<ChecklistData, 'scales' | 'partScale'>;
type Listed = Pick<ChecklistData, 'items' | 'groups'>;

/** by the items of a page, so that a file of thousands of codes does not list them thousands of times */
const listed: WeakMap<object, Map<string, Place>> = new WeakMap();

/** what can be rated on this page, in its order */
export function placesOf(data: Listed): Map<string, Place> {
  const known = listed.get(data.items);
  if (known) return known;
  const places = list(data);
  listed.set(data.items, places);
  return places;
}

function list(data: Listed): Map<string, Place> {
  const groups = new Map(data.groups.map((group) => [group.id, group]));
  const places = new Map<string, Place>();
  for (const item of data.items) {
    if (item.kind === 'none') continue;
    const group = groups.get(item.group) || { id: item.group || '', name: item.group || '' };
    places.set(item.code, { item, part: null, group });
    for (const part of item.parts) places.set(part.code, { item, part, group });
  }
  return places;
}

export function scaleOf(data: Scales, { item, part }: Pick<Place, 'item' | 'part'>): ScaleThere {
  const id = (part && data.partScale) || item.scale || '';
  return { id, ...entryAt(data.scales, id) };
}

export const standardOf = ({ item, part }: Pick<Place, 'item' | 'part'>): string | null => (part ? null : item.standard || null);

/** what answers note of it: its wording and what people call it */
export function wordingOf({ item, part }: Place): {hash: string, text: string, name: string} {
  const { hash, text } = part || item;
  return { hash: hash || '', text: text || '', name: item.name };
}

/** whether these points can be given there */
export function fits(data: Scales, place: Place, points: string | null | undefined): boolean {
  if (!said(points)) return true;
  if (place.item.kind === 'condition') return points === '0' || points === '1';
  if (place.item.kind === 'exam') return false;
  const { ratings } = scaleOf(data, place);
  return !ratings || ratings.some((rating) => rating.points === points);
}

/** whether the exam has this subject */
export const hasSubject = (place: Place | undefined, subject: string): boolean => !!place && place.item.subjects.some(({ name }) => name === subject);

/** what is said of a code that is gone */
export const goneOf = ({ gone }: Pick<ChecklistData, 'gone'>, code: string): ChecklistData['gone'][string] | null => entryAt(gone, code) ?? null;

/** the codes on this page that have taken its place */
export function heirs(data: Listed & Pick<ChecklistData, 'gone'>, code: string): string[] {
  const places = placesOf(data);
  const living = new Set<string>();
  const seen = new Set<string>();
  const queue = [code];
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (places.has(next)) living.add(next);
    else queue.push(...(goneOf(data, next)?.replacedBy || []));
  }
  return [...living];
}

/** why it is not on this page any more, and since when */
export function reason(data: ChecklistData, code: string): {why: string, since: string} {
  const gone = goneOf(data, code);
  if (!gone) return { why: 'moved', since: data.release };
  return { why: heirs(data, code).length ? 'replaced' : 'retired', since: gone.release || data.release };
}

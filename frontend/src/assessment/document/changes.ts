/* What of a document is to be looked at again on a page, and how that is settled. */

import { answerTo, answersOf, byParts, given, rated, said, sides } from './answers.ts';
import { keptOf, ownerOf } from './kept.ts';
import type { Answer, ChecklistData, Kept, Part, SavedAssessment, Side } from './model.ts';
import { fits, goneOf, heirs, placesOf, scaleOf, wordingOf } from './places.ts';
import type { Place } from './places.ts';
import * as rests from './rests.ts';

export type Difference = {kind: string, old: string, now: string};
/** fits: whether the scale of today has these points; from: the code it has replaced */
export type Look = Difference & {code: string, also?: Difference[], name: string, points: string | null, who: Side, from?: string, fromName?: string, fits?: boolean};
type Places = Map<string, Place>;

/**
 * @param figure - whether one comes of it, or came of it once
 * @returns what is different from when it was rated
 */
function differences(doc: SavedAssessment, data: ChecklistData, place: Place, answer: Answer, figure: boolean): rests.Change[] {
  const { part, item, group } = place;
  const now = part || item;
  const wordings: rests.Change[] = [];
  if (answer.hash && answer.hash !== now.hash) wordings.push(['reworded', answer.text || '', now.text || '']);
  if (answer.place && answer.place !== (part ? item.code : group.id)) {
    wordings.push(['moved', answer.placeName || answer.place, part ? item.name : group.name]);
  }
  return [...wordings, ...rests.changes(doc, data, place, answer, figure)];
}

/** whether this page asks for it in this mode, or it was set aside as a whole */
function isAsked(doc: SavedAssessment, { item, part }: Place, answer: Answer): boolean {
  return byParts(item, doc.mode) ? part !== null || answer.unseen || said(answer.na) : part === null;
}

/** what of one answer is to be looked at again */
function changeOf(doc: SavedAssessment, data: ChecklistData, who: Side, place: Place, answer: Answer): Look | null {
  const { code } = place.part || place.item;
  const last = once(doc, who, code);
  if (!isAsked(doc, place, answer) || (!rated(answer) && !said(answer.evidence) && last === null)) return null;
  const changes = differences(doc, data, place, answer, given(answer) || last !== null);
  if (!changes.length) return null;
  const [[kind, old, now], ...others] = changes;
  const points = answer.points || last;
  const also = others.map(([otherKind, before, after]) => ({ kind: otherKind, old: before, now: after }));
  return { code, kind, ...(also.length ? { also } : {}), name: place.item.name, old, now, points, who, fits: fits(data, place, points) };
}

/** answers that were given to something else than what is asked today */
function changed(doc: SavedAssessment, data: ChecklistData, places: Places): Look[] {
  const looks: Look[] = [];
  for (const [who, answers] of sides(doc)) {
    for (const [code, place] of places) {
      const answer = answerTo(answers, code);
      const look = answer && changeOf(doc, data, who, place, answer);
      if (look) looks.push(look);
    }
  }
  return looks;
}

/** the points given on a scale that is no more */
function once(doc: SavedAssessment, who: Side, code: string): string | null {
  const onAnother = keptOf(doc.kept, code).filter((entry) => entry.why === 'scale' && ownerOf(entry) === who);
  return onAnother.at(-1)?.answer?.points ?? null;
}

/** indicators that were not there when the others were rated */
function added(doc: SavedAssessment, places: Places): Look[] {
  if (!Array.isArray(doc.known)) return [];
  const known = new Set(doc.known);
  const isNew = (place: Place): place is Place & {part: Part} =>
    place.part !== null && byParts(place.item, doc.mode) && !known.has(place.part.code) && !answerTo(doc.answers, place.part.code);
  return [...places.values()].filter(isNew).map(({ item, part }) => ({
    code: part.code, kind: 'new-part', name: item.name, old: '', now: part.text || '', points: null, who: 'employee',
  }));
}

/** what is no longer on the page, and what may take its place */
function lost(doc: SavedAssessment, data: ChecklistData, places: Places): Look[] {
  const open = doc.kept.filter((entry) => ['retired', 'replaced', 'moved'].includes(entry.why) && !entry.seen);
  return open.flatMap((entry) => (entry.answer ? lostOf(doc, data, places, entry, entry.answer) : []));
}

function lostOf(doc: SavedAssessment, data: ChecklistData, places: Places, entry: Kept, { points }: Answer): Look[] {
  const who = ownerOf(entry);
  const after = heirs(data, entry.code);
  if (!after.length) {
    const now = goneOf(data, entry.code)?.why || '';
    return [{ code: entry.code, kind: entry.why === 'moved' ? 'moved' : 'retired', name: entry.name, old: entry.text, now, points, who }];
  }
  const answers = answersOf(doc, who);
  return after.flatMap((code) => {
    const place = places.get(code);
    if (!place || answerTo(answers, code)) return [];
    const now = wordingOf(place).text;
    return [{ code, kind: 'replaced', name: place.item.name, old: entry.text, now, points, who, from: entry.code, fromName: entry.name || '', fits: fits(data, place, points) }];
  });
}

/**
 * @param doc - carried
 * @returns in the order of the page, then what is not on it
 */
export function look(doc: SavedAssessment, data: ChecklistData): Look[] {
  const places = placesOf(data);
  const order = new Map([...places.keys()].map((code, at) => [code, at]));
  const at = ({ code }: Look) => order.get(code) ?? order.size;
  const gone = lost(doc, data, places);
  const heir = new Set(gone.filter(({ kind }) => kind === 'replaced').map(({ code }) => code)); // said once: what it has replaced
  const fresh = added(doc, places).filter(({ code }) => !heir.has(code));
  const all = [...changed(doc, data, places), ...fresh, ...gone];
  return all.sort((left, right) => at(left) - at(right));
}

/**
 * @param draft - changes
 */
function settleKept(draft: SavedAssessment, look: Look, data: ChecklistData) {
  for (const entry of keptOf(draft.kept, look.from || look.code)) {
    if (ownerOf(entry) === look.who) entry.seen = data.release || 'seen';
  }
}

/**
 * The person has looked: the answer holds for what is asked today.
 * @param draft - changes
 * @param look - as found by `look`
 */
export function confirm(draft: SavedAssessment, look: Look, data: ChecklistData) {
  const place = placesOf(data).get(look.code);
  if (['replaced', 'new-part'].includes(look.kind)) draft.known = [...new Set([...(draft.known || []), look.code])].sort();
  if (look.kind === 'new-part') return;
  if (look.kind === 'replaced' || !place) {
    settleKept(draft, look, data);
    return;
  }
  const answer = answersOf(draft, look.who)[look.code];
  Object.assign(answer, { ...wordingOf(place), seen: data.release || '' });
  rests.describe(answer, data, place);
}

/** the first, and what the second says beyond it */
function both(first: Answer, second: Answer): Answer {
  return {
    ...second, ...first,
    points: said(first.points) ? first.points : second.points, date: first.date || second.date || '', pick: first.pick || second.pick,
    evidence: [...new Set([first.evidence, second.evidence].filter(said))].join('\n'),
  };
}

/**
 * The old answer is taken over for what has replaced it.
 * @param draft - changes
 * @param look - of kind `replaced`
 */
export function adopt(draft: SavedAssessment, look: Look, data: ChecklistData) {
  const place = placesOf(data).get(look.code);
  const old = keptOf(draft.kept, look.from || '').find((entry) => entry.answer && ownerOf(entry) === look.who)?.answer;
  if (!place || !old) return;
  const answers = answersOf(draft, look.who);
  const alike = !old.scale || old.scale === scaleOf(data, place).id;
  const points = alike && fits(data, place, old.points) ? old.points : null;
  const marks = place.item.kind === 'exam' ? {} : { marks: {}, mark: null };
  const taken = { ...structuredClone(old), ...marks, points };
  const there = answerTo(answers, look.code); // several may have been replaced by one
  const answer = { ...(there ? both(there, taken) : taken), ...wordingOf(place), seen: data.release || '' };
  answers[look.code] = answer;
  rests.describe(answer, data, place);
  settleKept(draft, look, data);
}

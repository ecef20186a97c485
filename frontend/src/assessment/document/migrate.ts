/* A new release of the handbook: what of a document stays, what is to be looked at again, what has lost its place.
   `carry` is pure: the same document and data give the same answer, and carrying twice is carrying once.
   Nothing vanishes: what has no place any more goes into `kept`, with the wording that was rated; what comes back, comes back.

   How it works: one round brings back from `kept` what has its place again (an item, a scale, a subject of an exam), then puts
   aside what has none. What is put aside frees its place for what was put aside before, so rounds go on until one of them moves
   nothing; ROUNDS is a bound against mistakes. It runs at every tap, on documents of thousands of answers: places are listed once
   for a page (`placesOf`), `kept` is found by code (`keptOf`), and nothing here may go through all of `kept` for each code.
   What breaks it: an entry of `kept` that one round both brings back and puts aside (it would never be quiet), a field that a
   figure rests on and that is missing in AGAIN (the figure comes back without it), and changing the document that was given. */

import { answerTo, answersOf, blank, given, said, sides, unanswered } from './answers.ts';
import * as basis from './basis.ts';
import { look } from './changes.ts';
import type { Look } from './changes.ts';
import { keep, ownedBy, ownerOf } from './kept.ts';
import { canAgree, canRate } from './layers.ts';
import type { Actor } from './layers.ts';
import type { Answer, ChecklistData, Kept, SavedAssessment, Side } from './model.ts';
import { fits, goneOf, hasSubject, placesOf, reason } from './places.ts';
import type { Place } from './places.ts';
import * as rests from './rests.ts';
import { isOf } from './targets.ts';

export type { Difference, Look } from './changes.ts';
type Places = Map<string, Place>;
/** what moves on to the wording of today */
type Moving = {readonly sides: readonly Side[], readonly agreed: boolean};

const ALL: Moving = { sides: ['employee', 'manager'], agreed: true };
/** So often at most: each time fewer find another place. */
const ROUNDS = 9;
const BACK = ['retired', 'replaced', 'moved'];
/** What comes back with a figure: on which it rests. */
const AGAIN = ['points', 'marks', 'mark', 'standard', 'scale', 'scaleName', 'scaleHash', 'basis', 'weight', 'negative', 'papers'] as const satisfies (keyof Answer)[];

/**
 * What had no place and has one again takes it, unless something else stands there.
 * @param doc - changes
 */
function bringBack(doc: SavedAssessment, data: ChecklistData, places: Places, { sides: moving, agreed }: Moving) {
  doc.kept = doc.kept.filter((entry) => {
    if (entry.answer ? !moving.includes(ownerOf(entry)) : !agreed) return true;
    const place = places.get(entry.code);
    if (entry.why === 'subject') return !entry.answer || !isRemarked(doc, place, entry, entry.answer);
    if (entry.why === 'scale') return !entry.answer || !isRescored(doc, data, place, entry, entry.answer);
    return !BACK.includes(entry.why) || !place || !isTaken(doc, entry);
  });
}

/**
 * @param doc - changes
 * @param entry - of a code that is on the page again
 * @returns whether nothing of it is left to be kept
 */
function isTaken(doc: SavedAssessment, entry: Kept): boolean {
  const { code, agreed, answer } = entry;
  if (agreed !== undefined) {
    if (Object.hasOwn(doc.agreed, code)) return false;
    doc.agreed[code] = agreed;
  }
  if (!answer) return true;
  const answers = answersOf(doc, ownerOf(entry));
  const there = answerTo(answers, code);
  if (there && !blank(there)) return false;
  answers[code] = answer;
  return true;
}

/**
 * @param doc - changes
 * @param then - what was given on a scale that was no more
 * @returns whether it can be given again, and nothing else was meanwhile
 */
function isRescored(doc: SavedAssessment, data: ChecklistData, place: Place | undefined, entry: Kept, then: Answer): boolean {
  const answer = answerTo(answersOf(doc, ownerOf(entry)), entry.code);
  if (!place || !answer || given(answer)) return false;
  const exam = place.item.kind === 'exam';
  if (exam ? said(then.points) || !given(then) : given({ ...then, points: null }) || !fits(data, place, then.points)) return false;
  const again = Object.fromEntries(AGAIN.filter((key) => then[key] !== undefined).map((key) => [key, then[key]]));
  Object.assign(answer, structuredClone(again));
  return true;
}

/**
 * @param doc - changes
 * @param then - marks of subjects that were no more
 * @returns whether they have their place again
 */
function isRemarked(doc: SavedAssessment, place: Place | undefined, entry: Kept, then: Answer): boolean {
  const answer = answerTo(answersOf(doc, ownerOf(entry)), entry.code);
  if (!answer || Object.keys(then.marks).some((subject) => !hasSubject(place, subject) || said(answer.marks[subject]))) return false;
  answer.marks = { ...answer.marks, ...then.marks };
  return true;
}

/**
 * Marks of subjects that are no more, or have another name, are kept beside the exam.
 * @param doc - changes
 * @param answer - changes
 */
function dropSubjects(doc: SavedAssessment, data: ChecklistData, place: Place, who: Side, answer: Answer) {
  if (place.item.kind !== 'exam') return;
  const all = Object.entries(answer.marks);
  const lost = all.filter(([subject]) => !hasSubject(place, subject));
  if (!lost.length) return;
  answer.marks = Object.fromEntries(all.filter(([subject]) => hasSubject(place, subject)));
  const marks = Object.fromEntries(lost.filter(([, mark]) => said(mark)));
  const { code, name } = place.item;
  const then = { ...unanswered(), marks };
  if (Object.keys(marks).length) keep(doc, { code, name, text: '', answer: then, why: 'subject', since: data.release || '', ...ownedBy(who) });
}

/**
 * @param doc - changes
 */
function putAside(doc: SavedAssessment, data: ChecklistData, places: Places, moving: Moving) {
  for (const [who, answers] of sides(doc).filter(([side]) => moving.sides.includes(side))) {
    for (const [code, answer] of Object.entries(answers)) {
      const place = places.get(code);
      if (place) {
        rescale(doc, data, place, who, code, answer);
        dropSubjects(doc, data, place, who, answer);
        continue;
      }
      Reflect.deleteProperty(answers, code);
      if (!blank(answer)) keep(doc, { code, name: answer.name || '', text: answer.text || '', answer, ...reason(data, code), ...ownedBy(who) });
    }
  }
  for (const [code, agreed] of Object.entries(moving.agreed ? doc.agreed : {})) {
    if (places.has(code)) continue;
    Reflect.deleteProperty(doc.agreed, code);
    keep(doc, { code, name: goneOf(data, code)?.name ?? '', text: '', answer: null, ...reason(data, code), agreed });
  }
}

/**
 * Points that the scale of today does not have are kept beside it.
 * @param doc - changes
 * @param answer - changes
 */
function rescale(doc: SavedAssessment, data: ChecklistData, place: Place, who: Side, code: string, answer: Answer) {
  const marked = place.item.kind !== 'exam' && given({ ...answer, points: null });
  if (!marked && fits(data, place, answer.points)) return;
  keep(doc, {
    code, name: answer.name || '', text: answer.text || '', answer: structuredClone(answer), why: 'scale', since: data.release || '', ...ownedBy(who),
  });
  if (marked) Object.assign(answer, { marks: {}, mark: null });
  if (!fits(data, place, answer.points)) answer.points = null;
}

/** whether anything went to what is kept, or came back from it */
const hasMoved = (before: Kept[], after: Kept[]): boolean => before.length !== after.length || before.some((entry, at) => entry !== after[at]);

/**
 * Answers of before it was noted what they rest on: noted as far as it can be seen.
 * @param doc - changes
 */
function settle(doc: SavedAssessment, data: ChecklistData, places: Places) {
  const settled = sides(doc).map(([who, before]) => {
    const answers = basis.settled(doc, data, who);
    for (const [code, answer] of Object.entries(answers)) {
      const place = places.get(code);
      if (place && answer.basis && !Object.hasOwn(before[code], 'basis')) rests.note(answer, data, place);
    }
    return answers;
  });
  [doc.answers, doc.manager.answers] = settled;
}

/**
 * @param saved - any document
 * @param data - of the page
 * @returns the document on the wording of today; the one given is not changed
 */
export function carry(saved: SavedAssessment, data: ChecklistData): {doc: SavedAssessment, look: Look[]} {
  if (!isOf(data, saved)) return { doc: structuredClone(saved), look: [] };
  const doc = moved(saved, data, ALL);
  return { doc, look: look(doc, data) };
}

/**
 * The document as it is stored by somebody: only what they can write moves on. What the other side owns, or what is handed over,
 * agreed on or signed, stays to the byte on the release it was closed with, so that a release taken back gives it back.
 * @param data - of the page
 */
export function rebased(saved: SavedAssessment, data: ChecklistData, actor: Actor): SavedAssessment {
  if (saved.finished || !isOf(data, saved)) return structuredClone(saved);
  return moved(saved, data, { sides: ALL.sides.filter((side) => canRate(saved, actor, side)), agreed: canAgree(saved, actor) });
}

function moved(saved: SavedAssessment, data: ChecklistData, moving: Moving): SavedAssessment {
  const doc = structuredClone(saved);
  doc.target = data.target;
  const places = placesOf(data);
  settle(doc, data, places);
  // what is put aside may make room for what was put aside before, so that one round is not always enough
  for (let round = 0, before: Kept[] | null = null; round < ROUNDS && (!before || hasMoved(before, doc.kept)); round += 1) {
    before = doc.kept;
    bringBack(doc, data, places, moving);
    putAside(doc, data, places, moving);
  }
  if (!moving.sides.includes('employee')) return doc;
  doc.release = data.release || '';
  if (data.title) doc.title = data.title;
  return doc;
}

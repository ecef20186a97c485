/* The layers of a document, and who can write them. Every layer has one owner; what two own they write together, at one screen.
   A layer that is handed over or agreed on is closed, also to its owner, until it is taken back by name. */

import type { Answers, Handed, ManagerPart, SavedAssessment, Side } from './model.ts';

/** who sits at a document: one of the two, both at one screen, somebody who only looks; empty: nobody knows */
export type Actor = Side | 'both' | 'reader' | '';

type Fields = Partial<SavedAssessment>;

/** of the employee: whom it is about and how far it has gone, and what was rated */
const head = ({ name, period, person, named, handed, alone }: SavedAssessment): Fields => ({ name, period, person, named, handed, alone });
const self = ({ answers, mode, blind }: SavedAssessment): Fields => ({ answers, mode, blind });
const ratings = ({ manager: { answers, given, independent } }: SavedAssessment): Partial<ManagerPart> => ({ answers, given, independent });
const agreed = ({ agreed: points, agreement }: SavedAssessment): Fields => ({ agreed: points, agreement });

const rest = ({ plan, finished, signed }: SavedAssessment): Fields => ({ plan, finished, signed });

const isSettled = ({ finished, agreement }: SavedAssessment): boolean => Boolean(finished || agreement.done);

/** whether somebody can write what a side has rated */
export const canRate = (doc: SavedAssessment, actor: Actor, side: Side): boolean =>
  actor === side && !isSettled(doc) && (side === 'manager' || doc.handed.at === null);

/** a layer as it is handed over once more */
export const handedOver = ({ n, first }: Handed, at: string): Handed => ({ n: n + 1, at, first: first ?? at });

/** whether somebody can write what both agree on */
export const canAgree = (doc: SavedAssessment, actor: Actor): boolean => actor === 'both' && !doc.finished;

/** whether somebody sees what the other side has rated */
export function canLook(doc: SavedAssessment, actor: Actor): boolean {
  if (actor !== 'employee' && actor !== 'manager') return true;
  return doc.manager.given !== null || (actor === 'manager' && doc.manager.independent === false);
}

/** The document without what the other side has rated, where that may not be seen yet; marks of exams are facts of both. */
export function seenBy(doc: SavedAssessment, actor: Actor): SavedAssessment {
  if (canLook(doc, actor)) return doc;
  const marks = (answers: Answers): Answers => Object.fromEntries(Object.entries(answers).flatMap(([code, answer]) =>
    answer.mark === null && !Object.keys(answer.marks).length ? [] : [[code, { ...answer, evidence: '', date: '', pick: false }]]));
  return actor === 'manager' ? { ...doc, answers: marks(doc.answers) } : { ...doc, manager: { ...doc.manager, answers: marks(doc.manager.answers) } };
}

/**
 * Whatever somebody did to what is not theirs, or is closed as the document stands, is undone.
 * @param draft - changes
 * @param before - the same before it was changed
 */
export function relock(draft: SavedAssessment, before: SavedAssessment, actor: Actor) {
  if (actor !== 'employee') Object.assign(draft, head(before));
  else if (before.finished) Object.assign(draft, head(before), { name: draft.name }); // what it is called in the list
  if (!canRate(before, actor, 'employee')) Object.assign(draft, self(before));
  if (actor !== 'manager' || before.finished) draft.manager = before.manager;
  else if (!canRate(before, actor, 'manager')) Object.assign(draft.manager, ratings(before));
  if (!canAgree(before, actor)) Object.assign(draft, agreed(before));
  if (actor === 'reader') Object.assign(draft, rest(before));
}

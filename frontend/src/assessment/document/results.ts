/* What a document comes to: each side's ratings, with marks of exams that either has entered, and what both agreed on, which is
   the result once the talk is over. */

import { withMarks } from '../../scoring/marks.ts';
import type { Result } from '../../scoring/result.ts';
import * as review from '../../scoring/review.ts';
import { assess } from '../../scoring/totals.ts';
import { answersOf, otherOf, picked } from './answers.ts';
import type { ChecklistData, SavedAssessment, Side } from './model.ts';

type Rated = Pick<SavedAssessment, 'answers' | 'manager' | 'mode'>;
type Talked = Rated & Pick<SavedAssessment, 'agreed' | 'agreement'>;

/** of the other side, whose marks of exams count for both */
export const othersOf = (doc: Pick<SavedAssessment, 'answers' | 'manager'>, who: Side) => answersOf(doc, otherOf(who));

/** what the ratings of a side come to */
export const ratingsOf = (data: ChecklistData, doc: Rated, who: Side): Result =>
  assess(data, withMarks(data, answersOf(doc, who), othersOf(doc, who)), doc.mode);

/** what both agree on so far */
export const agreedOf = (data: ChecklistData, { answers, manager, agreed, mode }: Talked): Result =>
  review.agreed(data, answers, manager.answers, agreed, mode);

/** whether both have agreed, and that is the result */
export const isAgreed = ({ agreement }: Pick<SavedAssessment, 'agreement'>): boolean => agreement.done !== null;

/** the noted figures, where they are of the same ratings that count now: of one, or of what both agreed on */
export const notedOf = ({ result, agreement }: Pick<SavedAssessment, 'result' | 'agreement'>): SavedAssessment['result'] =>
  (result && !result.agreed === !agreement.done ? result : null);

/** what both agreed on, else what the employee has rated */
export const resultOf = (data: ChecklistData, doc: Talked): Result => (isAgreed(doc) ? agreedOf(data, doc) : ratingsOf(data, doc, 'employee'));

/** The items that are to be improved first: chosen by both; before that by the employee, else by the manager. */
export function chosenIn(data: Pick<ChecklistData, 'items'>, doc: SavedAssessment): string[] {
  if (isAgreed(doc)) return data.items.map(({ code }) => code).filter((code) => doc.agreement.picks.includes(code));
  const own = picked(data, doc, 'employee');
  return own.length ? own : picked(data, doc, 'manager');
}

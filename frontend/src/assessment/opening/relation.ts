/* Which of two versions of one layer came later: by how often it was handed over, as clocks of two computers prove nothing. A layer
   is closed once it is handed over, so one number is one content; taken back, it is a draft of what comes next. */

import { entryAt } from '../../lib/values.ts';
import { answerTo, rated } from '../document/answers.ts';
import type { Answer, Answers, Handed, SavedAssessment, Side } from '../document/model.ts';
import { isEmpty, saysSame } from './empty.ts';

/** of a file to what is here: forked where neither came from the other, or nobody can know */
export type Relation = 'same' | 'newer' | 'older' | 'forked';

export const handedOf = (doc: SavedAssessment, side: Side): Handed => (side === 'manager' ? doc.manager.handed : doc.handed);

/** the later the higher: never handed over, handed over once, taken back after that, handed over twice … */
export const rank = ({ n, at }: Handed): number => (n === 0 ? 0 : 2 * n + (at === null ? 1 : 0));

/** what a person said, without the wording it was said to */
export function core(answer: Answer | undefined) {
  if (!answer) return null;
  const { points, marks, mark, evidence, date, na, unseen, pick } = answer;
  const inapplicable = typeof na === 'string' ? { given: true, reason: na } : null; // given also before a reason is
  return { points, marks, mark, evidence, date, na: inapplicable, unseen, pick };
}

const cores = (answers: Answers) => Object.fromEntries(Object.entries(answers).map(([code, answer]) => [code, core(answer)]));

/** what a side says in its layer */
export function layerOf(doc: SavedAssessment, side: Side): unknown {
  const { name, person, period, named, mode, alone, answers, manager } = doc;
  if (side === 'manager') return { name: manager.name, given: manager.given, independent: String(manager.independent), answers: cores(manager.answers) };
  return { name, person, period, named, mode, alone, answers: cores(answers) };
}

/** how the layer of a file stands to the one here */
export function relation(here: SavedAssessment, file: SavedAssessment, side: Side): Relation {
  const [ours, theirs] = [here, file].map((doc) => rank(handedOf(doc, side)));
  if (ours !== theirs) return theirs > ours ? 'newer' : 'older';
  return saysSame(layerOf(here, side), layerOf(file, side)) ? 'same' : 'forked';
}

/** codes of items that were answered otherwise in the other */
export function changed(answers: Answers, others: Answers): string[] {
  const codes = [...new Set([...Object.keys(answers), ...Object.keys(others)])];
  return codes.filter((code) => !saysSame(core(answerTo(answers, code)), core(answerTo(others, code))));
}

/** whether the manager has said anything in it */
export const hasManager = ({ manager }: SavedAssessment): boolean => manager.given !== null || Object.values(manager.answers).some((answer) => !isEmpty(core(answer)));

/** whether a file comes back from the manager, or from both */
export const isBack = (file: SavedAssessment): boolean => (file.from ? file.from !== 'employee' : hasManager(file));

/** items that the employee answered anew after the manager had begun to rate */
export function answeredAfter({ answers, manager }: SavedAssessment): string[] {
  const times = Object.values(manager.answers).filter(rated).map(({ at }) => at ?? '').filter(Boolean).sort();
  if (!times.length) return [];
  return Object.keys(answers).filter((code) => (entryAt(answers, code)?.at ?? '') > times[0]);
}

/** all that two documents could differ in for a reader */
function whole(doc: SavedAssessment): unknown {
  const { handed, manager, agreed, agreement, plan, signed, finished } = doc;
  return [layerOf(doc, 'employee'), layerOf(doc, 'manager'), handed, manager.handed, agreed, agreement, plan, signed, finished];
}

export const saysAll = (here: SavedAssessment, file: SavedAssessment): boolean => saysSame(whole(here), whole(file));

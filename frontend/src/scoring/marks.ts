/* Marks of exams are facts of both: whoever enters one enters it for both. Two different marks are a difference like any other. */

import { isMapping, valueAt } from '../lib/values.ts';
import { basisOf, hasFigure, isOutdated, readAnswer } from './answers.ts';
import type { Answer } from './answers.ts';
import type { ScoredChecklist, ScoredItem } from './checklist.ts';

const saysNothing = (answer: Answer): boolean => !hasFigure(answer) && answer.na === null && !answer.unseen;

/** whether the marks of an exam were entered by the other side alone, and hold today */
export function isEnteredByOther(item: Pick<ScoredItem, 'code' | 'kind' | 'basis'>, answers: unknown, others: unknown): boolean {
  if (item.kind !== 'exam') return false;
  const [own, other] = [answers, others].map((all) => readAnswer(valueAt(all, item.code)));
  return saysNothing(own) && hasFigure(other) && other.na === null && !other.unseen && !isOutdated(other, basisOf(item));
}

/** What a side has answered, with the marks that only the other has entered. */
export function withMarks(checklist: Pick<ScoredChecklist, 'items'>, answers: unknown, others: unknown): unknown {
  const entered = checklist.items.filter((item) => isEnteredByOther(item, answers, others));
  if (!entered.length) return answers;
  return Object.fromEntries([...Object.entries(isMapping(answers) ? answers : {}), ...entered.map(({ code }) => [code, valueAt(others, code)])]);
}

/* What a person answered, as a file holds it: nothing of that is taken on trust. */

import { trim } from '../lib/rational.ts';
import { isMapping, valueAt } from '../lib/values.ts';
import type { ScoredIndicator, ScoredItem } from './checklist.ts';

export interface Answer {
  readonly points: string | null;
  /** by subject */
  readonly marks: ReadonlyMap<string, string>;
  /** the composite mark */
  readonly mark: string | null;
  /** why it does not apply; an empty text where the reason is still to be given: a draft, which leaves it unrated */
  readonly na: string | null;
  readonly unseen: boolean;
  /** the mark of what it rested on when it was given or looked at; empty where that is to be looked at again */
  readonly basis: string | null;
}

/** a text that says something */
const textOf = (value: unknown): string | null => (typeof value === 'string' && trim(value)) || null;

function marksOf(value: unknown): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const [subject, mark] of Object.entries(isMapping(value) ? value : {})) {
    const text = textOf(mark);
    if (text) marks.set(subject, text);
  }
  return marks;
}

export function readAnswer(value: unknown): Answer {
  const raw = isMapping(value) ? value : {};
  return {
    points: textOf(raw.points),
    marks: marksOf(raw.marks),
    mark: textOf(raw.mark),
    na: typeof raw.na === 'string' ? trim(raw.na) : null,
    unseen: raw.unseen === true,
    basis: typeof raw.basis === 'string' ? raw.basis : null,
  };
}

/** the answer to an item or indicator */
export const answerTo = (answers: unknown, code: string): Answer => readAnswer(valueAt(answers, code));

/** whether it does not apply, for a reason, or was not observed */
export const isSetAside = ({ na, unseen }: Answer): boolean => Boolean(na) || (unseen && na === null);

const REVERSED = '-'; // behind the mark of an indicator that counts the other way round

/** the mark of what the figure of an item or indicator rests on; nothing where the page has none */
export function basisOf({ basis, partBasis }: Pick<ScoredItem, 'basis' | 'partBasis'>, part?: Pick<ScoredIndicator, 'negative'> | null): string {
  if (!part) return basis || '';
  return partBasis ? partBasis + (part.negative ? REVERSED : '') : '';
}

export const hasFigure = ({ points, mark, marks }: Answer): boolean => points !== null || mark !== null || marks.size > 0;

/** whether its figure rests on something else today: then it does not count before somebody has looked */
export const isOutdated = (answer: Answer, basisToday: string): boolean =>
  hasFigure(answer) && basisToday !== '' && answer.basis !== null && answer.basis !== basisToday;

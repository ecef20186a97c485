/* From marks to points: weighted mean, rounded as the scale says, looked up in the bands. */

import { compare, decimal, div, exact, halfUp, mul, plain, plainOrNull, rational, shown, sum } from '../lib/rational.ts';
import type { Exact } from '../lib/rational.ts';
import { isPresent } from '../lib/values.ts';
import { readAnswer } from './answers.ts';
import type { Answer } from './answers.ts';
import type { ExamRule, ScoredScale, Subject } from './checklist.ts';
import { why } from './reasons.ts';
import type { Why } from './result.ts';

const LONGEST = 20; // characters of what was typed, where it is told

/** what an exam came to; open: marks are still to be filled in */
interface Examined<Figure> {
  readonly points: Figure | null;
  readonly mean: Figure | null;
  readonly rounded: Figure | null;
  readonly why: Why;
  readonly open: boolean;
}

/** as much of a text as is told again */
export const short = (text: string): string => Array.from(text).slice(0, LONGEST).join('');

const without = (reason: Why, open: boolean = false): Examined<Exact> => ({ points: null, mean: null, rounded: null, why: reason, open });

/** The points of an exam; a composite mark goes straight to the bands. */
export function examine(scale: ScoredScale, subjects: readonly Subject[], answer: Answer): Examined<Exact> {
  const rule = scale.exam;
  if (!rule) return without(why('exam_no_bands'));
  if (answer.mark !== null) {
    const problem = problemOf(rule, '', answer.mark);
    return problem ? without(problem) : lookUp(rule, decimal(answer.mark), 'exam_mark', answer.mark);
  }
  const marks = new Map<string, Exact>();
  for (const { name } of subjects) {
    const mark = answer.marks.get(name);
    if (mark === undefined) continue;
    const problem = problemOf(rule, name, mark);
    if (problem) return without(problem);
    marks.set(name, decimal(mark));
  }
  return marks.size ? weigh(rule, subjects, marks) : without(why('exam_open'), true);
}

/** The weighted mean of all subjects; a single subject needs no weight. */
function weigh(rule: ExamRule, subjects: readonly Subject[], marks: ReadonlyMap<string, Exact>): Examined<Exact> {
  const weights = subjects.length > 1 ? subjects.map(({ weight }) => rational(weight)) : [exact(1n)];
  const named = (some: readonly Subject[]) => ({ names: some.map(({ name }) => name), n: some.length });
  const unweighed = subjects.filter((_, at) => !weights[at]);
  if (unweighed.length) return without(why('exam_weights_missing', named(unweighed)));
  const missing = subjects.filter(({ name }) => !marks.has(name));
  if (missing.length) return without(why('exam_marks_missing', named(missing)), true);
  const shares = weights.filter(isPresent);
  const whole = sum(shares);
  if (whole.n <= 0n || shares.some(({ n }) => n < 0n)) return without(why('exam_weights_zero'));
  const weighted = subjects.map(({ name }) => marks.get(name)).filter(isPresent).map((mark, at) => mul(mark, shares[at]));
  return lookUp(rule, div(sum(weighted), whole), 'exam_mean');
}

/**
 * @param typed - a composite mark is told as it was typed
 */
function lookUp(rule: ExamRule, mean: Exact, key: 'exam_mark' | 'exam_mean', typed?: string): Examined<Exact> {
  const rounds = rule.round === 'half-up';
  const rounded = rounds ? exact(halfUp(mean)) : mean;
  const facts = { mean: typed ? short(typed) : shown(mean), rounded: rounds ? plain(rounded) : shown(rounded) };
  const band = rule.bands.find(({ from }) => compare(decimal(from), rounded) <= 0);
  if (!band) return { points: null, mean, rounded, why: why('exam_no_band', facts), open: false };
  const points = decimal(band.points);
  const sentence = compare(rounded, mean) === 0 ? key : `${key}_rounded` as const;
  return { points, mean, rounded, why: why(sentence, { points: plain(points), ...facts }), open: false };
}

/**
 * @param subject - nothing for the composite mark
 * @returns what is wrong with a mark
 */
function problemOf(rule: ExamRule, subject: string, mark: string): Why | null {
  const value = rational(mark);
  const most = decimal(rule.outOf);
  const key = subject ? 'exam' : 'exam_mark';
  const facts = { ...(subject ? { name: subject } : {}), mark: short(mark) };
  if (!value) return why(`${key}_unreadable`, facts);
  const outside = value.n < 0n || compare(value, most) > 0;
  return outside ? why(`${key}_outside`, { ...facts, most: plain(most) }) : null;
}

/** What an exam comes to while it is typed. */
export function exam(scale: ScoredScale, subjects: readonly Subject[], answer: unknown): Examined<string> {
  const { points, mean, rounded, why: reason, open } = examine(scale, subjects, readAnswer(answer));
  return { points: plainOrNull(points), mean: plainOrNull(mean), rounded: plainOrNull(rounded), why: reason, open };
}

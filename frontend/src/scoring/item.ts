/* What one item came to: its points, or the state it is in and why. No page, no floats; the same golden cases hold this
   folder and levelbook.assessment.scoring together. */

import { ZERO, add, compare, decimal, div, mean, mul, rational, shown, sub } from '../lib/rational.ts';
import type { Exact } from '../lib/rational.ts';
import { indicatorOf } from '../lib/text.ts';
import { entryAt } from '../lib/values.ts';
import { answerTo, basisOf, isOutdated, isSetAside } from './answers.ts';
import type { Answer } from './answers.ts';
import type { Mode, ScoredChecklist, ScoredIndicator, ScoredItem, ScoredScale } from './checklist.ts';
import { examine, short } from './exam.ts';
import { why } from './reasons.ts';
import type { Outcome, State, Why } from './result.ts';

type Judged = Partial<Pick<Outcome, 'why' | 'points' | 'met' | 'again'>>;
type Is = (state: State, more: Judged) => Outcome;

const lowest = ({ ratings }: ScoredScale): Exact => decimal(ratings[0].points);
const highest = ({ ratings }: ScoredScale): Exact => decimal(ratings[ratings.length - 1].points);

export const scaleOf = ({ scales }: ScoredChecklist, id: string): ScoredScale | undefined => entryAt(scales, id);

/** the points of a rating; null where the scale has no such rating */
function pointsOf(scale: ScoredScale, text: string | null): Exact | null {
  const value = rational(text);
  return value && scale.ratings.some(({ points }) => compare(decimal(points), value) === 0) ? value : null;
}

export function outcome(checklist: ScoredChecklist, item: ScoredItem, state: State, judged: Judged): Outcome {
  const { why: reason = null, points = null, met = null, again = false } = judged;
  const scale = scaleOf(checklist, item.scale);
  const [low, high] = scale ? [lowest(scale), highest(scale)] : [ZERO, ZERO];
  const [standard, weight] = [rational(item.standard), rational(item.weight)];
  const gap = points && standard ? sub(points, standard) : null;
  const range = sub(high, low);
  const earned = points && weight && range.n ? mul(weight, div(sub(points, low), range)) : null;
  const reached = gap ? gap.n >= 0n : met;
  return { item, scaleId: item.scale, low, high, state, why: reason, points, met, gap, reached, weight, earned, again };
}

/** whether its indicators are rated one by one in every mode: of some that count the other way round, the whole has no rating */
export const isOneByOne = ({ parts }: Pick<ScoredItem, 'parts'>): boolean => parts.some(({ negative }) => negative);

/**
 * Whether its indicators are what is judged; of a record a rating of the whole counts as it was given.
 * @param answer - to the item
 */
export function goesByParts(item: Pick<ScoredItem, 'kind' | 'parts'>, answer: Pick<Answer, 'points' | 'basis'>, mode: Mode): boolean {
  if (item.kind !== 'rating' || !item.parts.length) return false;
  const isRecord = answer.points !== null && answer.basis === null;
  return mode === 'full' || (isOneByOne(item) && !isRecord);
}

/** The order of the questions is the rule: a reason why an item does not apply, written or not, beats any rating beside it. */
export function judge(checklist: ScoredChecklist, item: ScoredItem, answers: unknown, mode: Mode): Outcome {
  const [scale, answer] = [scaleOf(checklist, item.scale), answerTo(answers, item.code)];
  const is: Is = (state, more) => outcome(checklist, item, state, more);
  if (item.kind === 'none') return is('none', { why: item.none?.text ? why('none', { text: item.none.text }) : why('none_bare') });
  if (answer.na !== null) return answer.na ? is('na', { why: why('na', { reason: answer.na }) }) : is('open', { why: why('na_bare') });
  if (answer.unseen) return is('unseen', { why: why('unseen') });
  if (item.kind === 'condition') return judgeCondition(item, answer, is);
  if (!scale) return is('unscorable', { why: why('no_scale') });
  if (goesByParts(item, answer, mode)) return judgeParts(checklist, item, scale, answers);
  if (isOutdated(answer, basisOf(item))) return is('open', { why: why('again'), again: true });
  return item.kind === 'exam' ? judgeExam(item, scale, answer, is) : judgeRating(scale, answer, is);
}

function judgeExam(item: ScoredItem, scale: ScoredScale, answer: Answer, is: Is): Outcome {
  const { points, why: reason, open } = examine(scale, item.subjects, answer);
  return is(points ? 'scored' : open ? 'open' : 'unscorable', { why: reason, points });
}

function judgeCondition(item: ScoredItem, answer: Answer, is: Is): Outcome {
  if (isOutdated(answer, basisOf(item))) return is('open', { why: why('again'), again: true });
  const known = answer.points === '0' || answer.points === '1';
  return known ? is('scored', { met: answer.points === '1' }) : is('open', { why: why('open') });
}

function judgeRating(scale: ScoredScale, answer: Answer, is: Is): Outcome {
  const points = pointsOf(scale, answer.points);
  if (points) return is('scored', { points });
  return is('open', { why: answer.points ? why('foreign', { points: short(answer.points) }) : why('open') });
}

/** the points an indicator counts with; null where it is not rated */
function counted(scale: ScoredScale, { negative }: ScoredIndicator, { na, points }: Answer): Exact | null {
  const value = na === null ? pointsOf(scale, points) : null;
  return value && negative ? sub(add(lowest(scale), highest(scale)), value) : value;
}

/**
 * The indicators that were rated one by one, and came out under the standard.
 * @returns their codes
 */
export function partsBelow(checklist: ScoredChecklist, item: ScoredItem, answers: unknown, mode: Mode): string[] {
  const scale = scaleOf(checklist, checklist.partScale || checklist.scale);
  const standard = rational(scale?.standard);
  if (!scale || !standard || !goesByParts(item, answerTo(answers, item.code), mode)) return [];
  return item.parts.filter((part) => {
    const answer = answerTo(answers, part.code);
    const value = isSetAside(answer) || isOutdated(answer, basisOf(item, part)) ? null : counted(scale, part, answer);
    return value && compare(value, standard) < 0;
  }).map(({ code }) => code);
}

/** the points of each indicator: those of its items that were rated come to their mean first */
function meansByCode(rated: readonly { code: string, value: Exact }[]): Exact[] {
  const values = new Map<string, Exact[]>();
  for (const { code, value } of rated) values.set(code, [...values.get(code) ?? [], value]);
  return [...values.values()].flatMap((of) => mean(of) ?? []);
}

/** The mean of the indicators that were rated, converted to the scale of the item. */
function judgeParts(checklist: ScoredChecklist, item: ScoredItem, scale: ScoredScale, answers: unknown): Outcome {
  const is: Is = (state, more) => outcome(checklist, item, state, more);
  const partScaleId = checklist.partScale || checklist.scale;
  const partScale = checklist.scales[partScaleId];
  const answered = item.parts.map((part) => ({ part, answer: answerTo(answers, part.code) }));
  const applying = answered.filter(({ answer }) => !isSetAside(answer));
  const of = answered.length;
  const outdated = applying.filter(({ part, answer }) => isOutdated(answer, basisOf(item, part))).length;
  if (outdated) return is('open', { why: why('parts_again', { n: outdated, of }), again: true });
  const rated = applying.flatMap(({ part, answer }) => {
    const value = counted(partScale, part, answer);
    return value ? [{ code: indicatorOf(part.code), value }] : [];
  });
  const left = applying.length - rated.length;
  if (left) return is('open', { why: left < of ? why('parts_open', { n: left, of }) : whyOpen(item, answers) });
  const average = mean(meansByCode(rated));
  if (!average) {
    const state = answered.some(({ answer }) => !answer.na) ? 'unseen' : 'na';
    return is(state, { why: why(`parts_${state}`, { of }) });
  }
  const points = partScaleId === item.scale ? average : converted(average, partScale, scale, item.standard);
  return is('scored', { why: why('parts', { n: rated.length, of, mean: shown(average) }), points });
}

/** A rating of the whole, of before its indicators were rated one by one, does not count any more. */
const whyOpen = (item: ScoredItem, answers: unknown): Why =>
  why(isOneByOne(item) && answerTo(answers, item.code).points !== null ? 'one_by_one' : 'open');

/** Lowest to lowest, standard to standard, highest to highest, straight between. */
function converted(value: Exact, source: ScoredScale, target: ScoredScale, standard: string | null): Exact {
  const [middle, meets] = [rational(source.standard), rational(standard) || rational(target.standard)];
  const [low, high, bottom, top] = [lowest(source), highest(source), lowest(target), highest(target)];
  if (!middle || !meets) return interpolated(value, [low, high], [bottom, top]);
  return compare(value, middle) <= 0
    ? interpolated(value, [low, middle], [bottom, meets])
    : interpolated(value, [middle, high], [meets, top]);
}

type Span = readonly [from: Exact, to: Exact];

function interpolated(value: Exact, [low, high]: Span, [bottom, top]: Span): Exact {
  return compare(low, high) === 0 ? top : add(bottom, div(mul(sub(value, low), sub(top, bottom)), sub(high, low)));
}


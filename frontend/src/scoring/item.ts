/* What answers come to: points, gaps, means, weighted points, and why there are none. No page, no floats;
   the same golden cases hold this file and levelbook.assessment.scoring together. */

import { ZERO, add, compare, div, exact, halfUp, mean, mul, plain, plainOrNull, rational, shown, sub, sum, trim } from '../lib/rational.ts';
import { isMapping } from '../lib/values.ts';
import { fill } from '../lib/words.ts';

export type Exact = {n: bigint, d: bigint};
export type Why = {key: string, facts: Record<string, string | string[]>};
export type Rating = {points: string, name: string};
export type ExamRule = {outOf: string, round: string, bands: {from: string, points: string}[]};
export type Scale = {name: string, standard: string | null, ratings: Rating[], exam: ExamRule | null};
export type Part = {code: string, negative: boolean};
export type Subject = {name: string, weight: string | null};
export type Item = {code: string, name: string, group: string, kind: string, scale: string, standard: string | null, weight: string | null, parts: Part[], subjects: Subject[], none: {text: string} | null, basis?: string, partBasis?: string};
export type Group = {id: string, name: string, parent: string};
export type Data = {target: string, scale: string, partScale: string | null, scales: Record<string, Scale>, groups: Group[], items: Item[], total: string | null};
export type Answer = {points: string | null, marks: Map<string, string>, mark: string | null, na: string | null, unseen: boolean, basis: string | null};
export type Marked = {points: Exact | null, mean: Exact | null, rounded: Exact | null, why: Why, open: boolean};
/** again: it has no points only because what they rest on has changed and nobody has looked again */
export type Outcome = {item: Item, scaleId: string, low: Exact, high: Exact, state: string, why: Why | null, points: Exact | null, met: boolean | null, gap: Exact | null, reached: boolean | null, weight: Exact | null, earned: Exact | null, again: boolean};

export function why(key: string, facts: Record<string, string | string[] | number> = {}): Why {
  const said = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? String(fact) : fact]);
  return { key, facts: Object.fromEntries(said) };
}

/**
 * The sentence of a reason.
 * @param words - data.words
 */
export function say(words: Record<string, string>, { key, facts }: Why): string {
  const listed = Object.entries(facts).map(([name, fact]) => [name, [fact].flat().join(words['core.comma'])]);
  const one = facts.n === '1' ? words[`core.${key}_one`] : undefined;
  return fill(one || words[`core.${key}`] || key, Object.fromEntries(listed));
}

const said = (value: unknown) => (typeof value === 'string' && trim(value)) || null;
const short = (text: string) => Array.from(text).slice(0, 20).join('');

/**
 * @param answers - of a file: nothing is taken on trust
 */
function answerOf(answers: any, code: string): Answer {
  const found = isMapping(answers) && Object.hasOwn(answers, code) && isMapping(answers[code]) ? answers[code] : {};
  const marks = Object.entries(isMapping(found.marks) ? found.marks : {}).map(([name, mark]) => [name, said(mark)]);
  return {
    points: said(found.points),
    marks: new Map((marks.filter(([, mark]) => mark) as [string, string][])),
    mark: said(found.mark),
    na: typeof found.na === 'string' ? trim(found.na) : null,
    unseen: found.unseen === true,
    basis: typeof found.basis === 'string' ? found.basis : null,
  };
}

const REVERSED = '-'; // behind the mark of an indicator that counts the other way round

/** the mark of what the figure of an item or indicator rests on; nothing where the page has none */
export const basisOf = ({ basis, partBasis }: {basis?: string, partBasis?: string}, part?: {negative: boolean} | null): string => (part ? (partBasis ? partBasis + (part.negative ? REVERSED : '') : '') : basis || '');

/** whether its figure rests on something else today: then it does not count before somebody has looked */
const hasMoved = (answer: Answer, now: string): boolean =>
  (answer.points !== null || answer.mark !== null || answer.marks.size > 0) && Boolean(now) && answer.basis !== null && answer.basis !== now;

const lowest = (scale: Scale) => rational(scale.ratings[0].points);
const highest = (scale: Scale) => rational(scale.ratings[scale.ratings.length - 1].points);

/** the points of a rating; null where the scale has no such rating */
function ratingOf(scale: Scale, text: string | null): Exact | null {
  const value = rational(text);
  return value && scale.ratings.some((one) => compare(rational(one.points), value) === 0) ? value : null;
}

/* Exams */

const nothing = (reason: Why, open: boolean = false): Marked => ({ points: null, mean: null, rounded: null, why: reason, open });

function examine(scale: Scale, subjects: Subject[], answer: Answer): Marked {
  const rule = scale.exam;
  if (!rule) return nothing(why('exam_no_bands'));
  if (answer.mark !== null) {
    const wrong = outside(rule, '', answer.mark);
    return wrong ? nothing(wrong) : lookUp(rule, rational(answer.mark), 'exam_mark', answer.mark);
  }
  const given = subjects.filter((one) => answer.marks.has(one.name));
  if (!given.length) return nothing(why('exam_open'), true);
  for (const { name } of given) {
    const wrong = outside(rule, name, (answer.marks.get(name) as string));
    if (wrong) return nothing(wrong);
  }
  return compose(rule, subjects, answer.marks);
}

/** The weighted mean of all subjects; a single subject needs no weight. */
function compose(rule: ExamRule, subjects: Subject[], marks: Map<string, string>): Marked {
  const weights = subjects.length > 1 ? subjects.map((one) => rational(one.weight)) : [exact(1n)];
  const names = (some: Subject[]) => ({ names: some.map((one) => one.name), n: some.length });
  const unweighed = subjects.filter((_, at) => !weights[at]);
  if (unweighed.length) return nothing(why('exam_weights_missing', names(unweighed)));
  const missing = subjects.filter((one) => !marks.has(one.name));
  if (missing.length) return nothing(why('exam_marks_missing', names(missing)), true);
  const whole = sum(weights);
  if (whole.n <= 0n || weights.some((one) => one.n < 0n)) return nothing(why('exam_weights_zero'));
  const parts = subjects.map((one, at) => mul(rational(marks.get(one.name)), weights[at]));
  return lookUp(rule, div(sum(parts), whole), 'exam_mean');
}

/**
 * @param typed - a composite mark is told as it was typed
 */
function lookUp(rule: ExamRule, found: Exact, key: string, typed?: string): Marked {
  const rounds = rule.round === 'half-up';
  const rounded = rounds ? exact(halfUp(found)) : found;
  const facts = { mean: typed ? short(typed) : shown(found), rounded: rounds ? plain(rounded) : shown(rounded) };
  const band = rule.bands.find((one) => compare(rational(one.from), rounded) <= 0);
  if (!band) return { points: null, mean: found, rounded, why: why('exam_no_band', facts), open: false };
  const points = rational(band.points);
  const told = compare(rounded, found) === 0 ? key : `${key}_rounded`;
  return { points, mean: found, rounded, why: why(told, { points: plain(points), ...facts }), open: false };
}

/**
 * @param name - of the subject; nothing for the composite mark
 * @returns what is wrong with a mark
 */
function outside(rule: ExamRule, name: string, mark: string): Why | null {
  const value = rational(mark);
  const [most, key] = [rational(rule.outOf), name ? 'exam' : 'exam_mark'];
  const facts = { ...(name ? { name } : {}), mark: short(mark) };
  if (!value) return why(`${key}_unreadable`, facts);
  const wrong = value.n < 0n || compare(value, most) > 0;
  return wrong ? why(`${key}_outside`, { ...facts, most: plain(most) }) : null;
}

/* One item */

export function outcome(data: Data, item: Item, state: string, { why: reason = null, points = null, met = null, again = false }: {why?: Why | null, points?: Exact | null, met?: boolean | null, again?: boolean}): Outcome {
  const scale = data.scales[item.scale];
  const [low, high] = scale ? [lowest(scale), highest(scale)] : [ZERO, ZERO];
  const [standard, weight] = [rational(item.standard), rational(item.weight)];
  const gap = points && standard ? sub(points, standard) : null;
  const range = sub(high, low);
  const earned = points && weight && range.n ? mul(weight, div(sub(points, low), range)) : null;
  const reached = gap ? gap.n >= 0n : met;
  return { item, scaleId: item.scale, low, high, state, why: reason, points, met, gap, reached, weight, earned, again };
}

export function judge(data: Data, item: Item, answers: any, mode: string): Outcome {
  const [scale, answer] = [data.scales[item.scale], answerOf(answers, item.code)];
  const is = (state: string, more: Parameters<typeof outcome>[3]) =>
    outcome(data, item, state, more);
  if (item.kind === 'none') {
    const text = item.none ? item.none.text : '';
    return is('none', { why: text ? why('none', { text }) : why('none_bare') });
  }
  if (answer.na !== null) return is('na', { why: answer.na ? why('na', { reason: answer.na }) : why('na_bare') });
  if (answer.unseen) return is('unseen', { why: why('unseen') });
  if (!scale && item.kind !== 'condition') return is('unscorable', { why: why('no_scale') });
  if (item.kind === 'rating' && item.parts.length && mode === 'full') return judgeParts(data, item, answers);
  if (hasMoved(answer, basisOf(item))) return is('open', { why: why('again'), again: true });
  if (item.kind === 'exam') {
    const { points, why: reason, open } = examine(scale, item.subjects, answer);
    return is(points ? 'scored' : open ? 'open' : 'unscorable', { why: reason, points });
  }
  if (item.kind === 'condition') {
    const known = answer.points === '0' || answer.points === '1';
    return known ? is('scored', { met: answer.points === '1' }) : is('open', { why: why('open') });
  }
  const points = ratingOf(scale, answer.points);
  if (points) return is('scored', { points });
  return is('open', { why: answer.points ? why('foreign', { points: short(answer.points) }) : why('open') });
}

/** The mean of the indicators that were rated, carried over to the scale of the item. */
function judgeParts(data: Data, item: Item, answers: any): Outcome {
  const byId = data.partScale || data.scale;
  const by = data.scales[byId];
  const given = item.parts.map((part) => ({ part, answer: answerOf(answers, part.code) }));
  const seen = given.filter(({ answer }) => answer.na === null && !answer.unseen);
  const moved = seen.filter(({ part, answer }) => hasMoved(answer, basisOf(item, part))).length;
  if (moved) return outcome(data, item, 'open', { why: why('parts_again', { n: moved, of: given.length }), again: true });
  const rated = seen.flatMap(({ part, answer }) => {
    const value = ratingOf(by, answer.points);
    return value ? [part.negative ? sub(add(lowest(by), highest(by)), value) : value] : [];
  });
  const [left, of] = [seen.length - rated.length, given.length];
  if (left) return outcome(data, item, 'open', { why: left < of ? why('parts_open', { n: left, of }) : why('open') });
  const found = mean(rated);
  if (!found) {
    const state = given.some(({ answer }) => answer.na === null) ? 'unseen' : 'na';
    return outcome(data, item, state, { why: why(`parts_${state}`, { of }) });
  }
  const points = byId === item.scale ? found : carry(found, by, data.scales[item.scale], item.standard);
  return outcome(data, item, 'scored', { why: why('parts', { n: rated.length, of, mean: shown(found) }), points });
}

/** Lowest to lowest, standard to standard, highest to highest, straight between. */
function carry(value: Exact, source: Scale, target: Scale, standard: string | null): Exact {
  const [middle, meets] = [rational(source.standard), rational(standard) || rational(target.standard)];
  const [low, high, bottom, top] = [lowest(source), highest(source), lowest(target), highest(target)];
  if (!middle || !meets) return straight(value, low, high, bottom, top);
  return compare(value, middle) <= 0
    ? straight(value, low, middle, bottom, meets)
    : straight(value, middle, high, meets, top);
}

const straight: (value: Exact, low: Exact, high: Exact, bottom: Exact, top: Exact) => Exact = (value, low, high, bottom, top) =>
  compare(low, high) === 0 ? top : add(bottom, div(mul(sub(value, low), sub(top, bottom)), sub(high, low)));

/** whether it does not count before somebody has looked again */
export const isAgain: (row: {why: Why | null}) => boolean = ({ why: reason }) => Boolean(reason) && ['again', 'parts_again'].includes((reason as Why).key);

export function exam(scale: Scale, subjects: Subject[], answer: unknown) {
  const found = examine(scale, subjects, answerOf({ answer }, 'answer'));
  const [points, middle, rounded] = [found.points, found.mean, found.rounded].map(plainOrNull);
  return { points, mean: middle, rounded, why: found.why, open: found.open };
}

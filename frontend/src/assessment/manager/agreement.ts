/* Where two ratings of one person differ, as it is said, and the values that both can agree on. No page here. */

import type { ChecklistItem, Scale } from '../../generated/page-data.ts';
import { figure } from '../../lib/format.ts';
import { compare, rational } from '../../lib/rational.ts';
import { isAgain } from '../../scoring/reasons.ts';
import type { RatingDifference, Score } from '../../scoring/result.ts';
import * as review from '../../scoring/review.ts';
import { answerTo, answersOf } from '../document/answers.ts';
import type { SavedAssessment, Side } from '../document/model.ts';
import { agreedOf } from '../document/results.ts';
import { pointsOf, scaleOf } from '../figures.ts';
import type { Figures } from '../figures.ts';

export interface Difference {
  readonly item: ChecklistItem;
  readonly ratings: RatingDifference;
}

/** whether a side has changed what it said of an item since it was handed over first, or said to be rated to the end, by its own clock */
export function isChangedSince(doc: SavedAssessment, { code, parts }: ChecklistItem, who: Side): boolean {
  const since = who === 'manager' ? doc.manager.given : doc.handed.first;
  return !!since && [code, ...parts.map((part) => part.code)].some((one) => (answerTo(answersOf(doc, who), one)?.at ?? '') > since);
}

/** how that is marked beside what it said; empty where there is nothing to mark */
export const changeMark = ({ say, doc }: Pick<Figures, 'say' | 'doc'>, item: ChecklistItem, who: Side): string =>
  (isChangedSince(doc, item, who) ? say(who === 'manager' ? 'changed_since' : 'changed_since_handed') : '');

/** what one of the two said; side: 0 own, 1 the manager's */
export function saidBy(view: Figures, { item, ratings }: Difference, side: 0 | 1): string {
  const { say } = view;
  const points = side ? ratings.manager : ratings.own;
  if (ratings.met[side] !== null) return say(ratings.met[side] ? 'condition_met' : 'condition_unmet');
  if (points !== null) return pointsOf(view, item, points);
  return say(ratings.again[side] ? 'state_again' : `state_${ratings.states[side]}`);
}

/** what an item came to, in words where there is no figure */
export function said(view: Figures, item: ChecklistItem, score: Score | null): string {
  const { say } = view;
  if (!score) return say('state_open');
  if (review.isScored(score)) return score.points === null ? say(score.reached ? 'condition_met' : 'condition_unmet') : pointsOf(view, item, score.points);
  return say(isAgain(score) ? 'state_again' : `state_${score.state}`);
}

/**
 * Sets down what both agree on.
 * @param value - empty where it is left open
 */
export function agree(draft: SavedAssessment, code: string, value: string) {
  const { agreed, agreement } = draft;
  if (value) agreed[code] = value;
  else Reflect.deleteProperty(agreed, code);
  agreement.open = agreement.open.filter((other) => other !== code);
}

interface Agreeable {
  readonly value: string;
  readonly text: string;
  /** shown, but never offered */
  readonly gone?: boolean;
}

/** values that can be agreed on, with their names */
function valuesOf(view: Figures, item: ChecklistItem): Agreeable[] {
  const { say } = view;
  if (item.kind === 'condition') return [{ value: '1', text: say('condition_met') }, { value: '0', text: say('condition_unmet') }];
  const named = (points: string, name: string) => (item.scale === 'levels' ? name : say('rating', { points: figure(points), name }));
  return (scaleOf(view, item)?.ratings ?? []).map(({ points, name }) => ({ value: points, text: named(points, name) }));
}

/** whether two can agree on that there, also between two ratings */
function isWithin(scale: Scale | undefined, points: string): boolean {
  const [value, low, high] = [points, scale?.ratings[0].points, scale?.ratings.at(-1)?.points].map(rational);
  return !!value && !!low && !!high && compare(value, low) >= 0 && compare(value, high) <= 0;
}

/** a value that was agreed on and is none of the scale's ratings */
function unlisted({ say }: Figures, scale: Scale | undefined, value: string): Agreeable {
  const gone = !isWithin(scale, value);
  return { value, gone, text: gone ? say('agreed_gone', { points: figure(value) }) : figure(value) };
}

/**
 * What can be agreed on, and which of it is.
 * @param now - what is agreed on; empty where nothing is
 */
export function choicesOf(view: Figures, item: ChecklistItem, now: string): { choices: readonly Agreeable[]; chosen: Agreeable } {
  const listed = [{ value: '', text: view.say('agreed_open') }, ...valuesOf(view, item)];
  const known = listed.find(({ value }) => (now ? figure(value) === figure(now) : value === ''));
  if (known) return { choices: listed, chosen: known };
  const chosen = unlisted(view, scaleOf(view, item), now);
  return { choices: [...listed, chosen], chosen };
}

/** the differences beside their items */
export function differencesOf({ data, doc, rows, conditions }: Figures): Difference[] {
  const items = new Map([...rows, ...conditions].map(({ item }) => [item.code, item]));
  return review.differences(data, doc.answers, doc.manager.answers, doc.mode).flatMap((ratings) => {
    const item = items.get(ratings.code);
    return item ? [{ item, ratings }] : [];
  });
}

/** what both agreed on so far, in figures */
export function agreedSoFar(view: Figures): string {
  const { say, data, doc } = view;
  const agreed = agreedOf(data, doc);
  const can = agreed.items.filter(({ state }) => state !== 'none');
  const settled = can.filter(review.isScored);
  if (!settled.length) return say('together_none');
  const mean = agreed.mean === null || view.byLevels ? '' : say('together_mean', { mean: agreed.mean });
  const reached = settled.filter((score) => score.reached).length;
  return say('together', { n: settled.length, of: can.length, reached, mean });
}

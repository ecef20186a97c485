/* Outcomes added up: means of groups and of the whole, weighted points, what moves the result most. What counts is the same
   everywhere: items that have points. */

import { ZERO, compare, decimal, div, mean, minus, mul, plain, plainOrNull, rational, shown, shownOrNull, sub, sum } from '../lib/rational.ts';
import type { Exact } from '../lib/rational.ts';
import { isPresent } from '../lib/values.ts';
import type { Mode, ScoredChecklist, ScoredGroup } from './checklist.ts';
import { judge, scaleOf } from './item.ts';
import { why } from './reasons.ts';
import type { Conditions, GroupScore, Mean, Outcome, Points, Result, Score, Why } from './result.ts';

const isOpen = ({ state }: Outcome): boolean => state === 'open';
const isBelow = ({ gap }: Outcome): boolean => gap !== null && gap.n < 0n;
const isCondition = ({ item }: Outcome): boolean => item.kind === 'condition';
const weightOf = ({ weight }: Outcome): Exact => weight ?? ZERO;
const withoutConditions = (outcomes: readonly Outcome[]): Outcome[] => outcomes.filter((outcome) => !isCondition(outcome));

/** what every item came to, in the order of the page */
export const outcomes = (checklist: ScoredChecklist, answers: unknown, mode: Mode): Outcome[] =>
  checklist.items.map((item) => judge(checklist, item, answers, mode));

/** what reaching the standard would add, if anything: to the weighted total, or as a share of the scale */
function gainOf(outcome: Outcome, byWeight: boolean): Exact {
  const range = sub(outcome.high, outcome.low);
  if (!outcome.gap || !isBelow(outcome) || !range.n) return ZERO;
  const share = minus(div(outcome.gap, range));
  return byWeight ? mul(share, weightOf(outcome)) : share;
}

export function summary(checklist: ScoredChecklist, all: readonly Outcome[]): Result {
  const below = all.filter(isBelow);
  const byWeight = below.length > 0 && below.every(({ weight }) => weight);
  const order = [...below].sort((a, b) => compare(gainOf(b, byWeight), gainOf(a, byWeight)));
  const scale = scaleOf(checklist, checklist.scale);
  return {
    ...meanOf(all),
    items: all.map((outcome) => scoreOf(outcome, byWeight)),
    groups: checklist.groups.map((group) => groupOf(checklist, group, all)),
    top: scale ? plain(decimal(scale.ratings[scale.ratings.length - 1].points)) : null,
    reached: all.filter(({ gap }) => gap && gap.n >= 0n).length,
    below: below.length,
    short: plain(minus(sum(below.map(({ gap }) => gap).filter(isPresent)))),
    left: all.filter(isOpen).length,
    again: all.filter(({ again }) => again).length,
    points: pointsOf(checklist, all),
    conditions: conditionsOf(all.filter(isCondition)),
    most: order.map(({ item }) => item.code),
    by: byWeight ? 'weight' : 'gap',
  };
}

function scoreOf(outcome: Outcome, byWeight: boolean): Score {
  const { item, gap } = outcome;
  return {
    code: item.code,
    name: item.name,
    group: item.group,
    kind: item.kind,
    state: outcome.state,
    why: outcome.why,
    points: shownOrNull(outcome.points),
    gap: shownOrNull(gap),
    standard: plainOrNull(rational(item.standard)),
    weight: plainOrNull(outcome.weight),
    earned: shownOrNull(outcome.earned),
    adds: gap && isBelow(outcome) ? shown(byWeight ? gainOf(outcome, true) : minus(gap)) : null,
    reached: outcome.reached,
  };
}

/** The plain mean of the items that have points; points of different scales have none. */
function meanOf(all: readonly Outcome[]): Mean {
  const items = withoutConditions(all);
  const counted = items.filter(({ points }) => points);
  const reason = whyNoMean(items, counted);
  const value = reason ? null : mean(counted.map(({ points }) => points).filter(isPresent));
  const gaps = counted.map(({ gap }) => gap).filter(isPresent);
  return {
    mean: shownOrNull(value),
    standard: standardOf(items),
    gap: value && gaps.length === counted.length ? shownOrNull(mean(gaps)) : null,
    counted: counted.length,
    of: items.length,
    why: reason,
  };
}

/** the standard of all that can be judged, where that is one and the same */
function standardOf(items: readonly Outcome[]): string | null {
  const standards = new Set(items.filter(({ state }) => state !== 'none').map(({ item }) => plainOrNull(rational(item.standard))));
  return standards.size === 1 ? [...standards][0] : null;
}

function whyNoMean(items: readonly Outcome[], counted: readonly Outcome[]): Why | null {
  if (!items.length) return why('mean_nothing');
  if (new Set(counted.map(({ scaleId }) => scaleId)).size > 1) return why('mean_scales');
  if (counted.length) return null;
  const again = items.filter((outcome) => outcome.again).length;
  if (again) return why('mean_again', { n: again });
  const left = items.filter(isOpen).length;
  if (left) return why('mean_open', { n: left });
  const none = items.every(({ state }) => state === 'none');
  return why(none ? 'mean_none' : 'mean_uncounted', { n: items.length });
}

function groupOf(checklist: ScoredChecklist, group: ScoredGroup, all: readonly Outcome[]): GroupScore {
  const ids = new Set([group.id]);
  for (const { id, parent } of checklist.groups) if (ids.has(parent)) ids.add(id);
  const inside = all.filter(({ item }) => ids.has(item.group));
  const counted = inside.filter(({ earned }) => earned);
  return {
    ...meanOf(inside),
    id: group.id,
    name: group.name,
    parent: group.parent || '',
    earned: counted.length ? shown(earnedBy(counted)) : null,
    weight: counted.length ? plain(sum(counted.map(weightOf))) : null,
  };
}

const earnedBy = (counted: readonly Outcome[]): Exact => sum(counted.map(({ earned }) => earned).filter(isPresent));

/** The weighted points, and how much of the whole they speak of. */
function pointsOf(checklist: ScoredChecklist, all: readonly Outcome[]): Points | null {
  const items = withoutConditions(all);
  if (items.every(({ weight }) => !weight)) return null;
  const counted = items.filter(({ earned }) => earned);
  const of = sum(counted.map(weightOf));
  const open = sum(items.filter(isOpen).map(weightOf));
  const total = rational(checklist.total);
  const left = total && sub(sub(total, of), open);
  const rest = left && left.n < 0n ? ZERO : left;
  return {
    earned: shown(earnedBy(counted)),
    of: plain(of),
    total: plainOrNull(total),
    open: plain(open),
    uncounted: plainOrNull(rest),
    without: items.filter(({ points, weight }) => points && !weight).length,
    why: howMuch(of, open, rest, total),
  };
}

function howMuch(of: Exact, open: Exact, rest: Exact | null, total: Exact | null): Why {
  if (!total || !rest) return why('points_no_total', { of: plain(of), open: plain(open) });
  const facts = { of: plain(of), open: plain(open), uncounted: plain(rest), total: plain(total) };
  return why(rest.n ? 'points_part' : open.n ? 'points_open' : 'points_whole', facts);
}

const conditionsOf = (conditions: readonly Outcome[]): Conditions => ({
  met: conditions.filter(({ met }) => met === true).length,
  of: conditions.length,
  open: conditions.filter(isOpen).length,
});

/** What a person's answers came to. */
export const assess = (checklist: ScoredChecklist, answers: unknown, mode: Mode): Result => summary(checklist, outcomes(checklist, answers, mode));

/** the codes of those so many items that move the result most */
export const most = (result: Pick<Result, 'most'>, n: number): readonly string[] => result.most.slice(0, Math.max(n, 0));

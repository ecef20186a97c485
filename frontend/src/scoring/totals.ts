/* Outcomes added up: means of groups and of the whole, weighted points, what moves the result most. */

import { ZERO, compare, div, mean, minus, mul, plain, plainOrNull, rational, shown, shownOrNull, sub, sum } from '../lib/rational.ts';
import { judge, why } from './item.ts';

export type Exact = {n: bigint, d: bigint};
export type Why = {key: string, facts: Record<string, string | string[]>};
export type Item = {code: string, name: string, group: string, kind: string, standard: string | null, weight: string | null};
export type Group = {id: string, name: string, parent: string};
export type Data = {scale: string, scales: Record<string, {ratings: {points: string}[]}>, groups: Group[], items: Item[], total: string | null};
export type Outcome = {item: Item, scaleId: string, low: Exact, high: Exact, state: string, why: Why | null, points: Exact | null, met: boolean | null, gap: Exact | null, reached: boolean | null, weight: Exact | null, earned: Exact | null, again: boolean};

const isOpen = (one: Outcome) => one.state === 'open';
const isBelow = (one: Outcome) => one.gap !== null && one.gap.n < 0n;
const isCondition = (one: Outcome) => one.item.kind === 'condition';

/** what every item came to, in the order of the page */
export const outcomes = (data: Data, answers: any, mode: string): Outcome[] => data.items.map((item) => judge(data, item, answers, mode));

/** what reaching the standard would add: to the weighted total, or as a share of the scale */
function adds(one: Outcome, byWeight: boolean): Exact {
  const range = sub(one.high, one.low);
  if (!isBelow(one) || !range.n) return ZERO;
  const share = minus(div(one.gap, range));
  return byWeight ? mul(share, one.weight || ZERO) : share;
}

export function summary(data: Data, found: Outcome[]) {
  const below = found.filter(isBelow);
  const byWeight = below.length > 0 && below.every((one) => one.weight);
  const order = [...below].sort((a, b) => compare(adds(b, byWeight), adds(a, byWeight)));
  const scale = data.scales[data.scale];
  return {
    ...meanOf(found),
    items: found.map((one) => scoreOf(one, byWeight)),
    groups: data.groups.map((group) => groupOf(data, group, found)),
    top: scale ? plain(rational(scale.ratings[scale.ratings.length - 1].points)) : null,
    reached: found.filter((one) => one.gap && one.gap.n >= 0n).length,
    below: below.length,
    short: plain(minus(sum(below.map((one) => one.gap)))),
    left: found.filter(isOpen).length,
    again: found.filter((one) => one.again).length,
    points: pointsOf(data, found),
    conditions: conditionsOf(found.filter(isCondition)),
    most: order.map((one) => one.item.code),
    by: byWeight ? 'weight' : 'gap',
  };
}

function scoreOf(one: Outcome, byWeight: boolean) {
  const { item, gap } = one;
  return {
    code: item.code,
    name: item.name,
    group: item.group,
    kind: item.kind,
    state: one.state,
    why: one.why,
    points: shownOrNull(one.points),
    gap: shownOrNull(gap),
    standard: plainOrNull(rational(item.standard)),
    weight: plainOrNull(one.weight),
    earned: shownOrNull(one.earned),
    adds: isBelow(one) ? shown(byWeight ? adds(one, true) : minus(gap)) : null,
    reached: one.reached,
  };
}

/** The plain mean of the items that have points; points of different scales have none. */
function meanOf(found: Outcome[]) {
  const every = found.filter((one) => !isCondition(one));
  const counted = every.filter((one) => one.points);
  const reason = noMean(every, counted);
  const value = reason ? null : mean(counted.map((one) => one.points));
  const gaps = counted.map((one) => one.gap);
  return {
    mean: shownOrNull(value),
    standard: standardOf(every),
    gap: value && gaps.every(Boolean) ? shown(mean(gaps)) : null,
    counted: counted.length,
    of: every.length,
    why: reason,
  };
}

/** the standard of all that can be judged, where that is one and the same */
function standardOf(every: Outcome[]): string | null {
  const found = new Set(every.filter((one) => one.state !== 'none').map((one) => plainOrNull(rational(one.item.standard))));
  return found.size === 1 ? [...found][0] : null;
}

/** why there is no mean */
function noMean(every: Outcome[], counted: Outcome[]): Why | null {
  if (!every.length) return why('mean_nothing');
  if (new Set(counted.map((one) => one.scaleId)).size > 1) return why('mean_scales');
  if (counted.length) return null;
  const again = every.filter((one) => one.again).length;
  if (again) return why('mean_again', { n: again });
  const left = every.filter(isOpen).length;
  if (left) return why('mean_open', { n: left });
  const none = every.every((one) => one.state === 'none');
  return why(none ? 'mean_none' : 'mean_uncounted', { n: every.length });
}

function groupOf(data: Data, group: Group, found: Outcome[]) {
  const inside = new Set([group.id]);
  for (const one of data.groups) if (inside.has(one.parent)) inside.add(one.id);
  const own = found.filter((one) => inside.has(one.item.group));
  const counted = own.filter((one) => one.earned);
  return {
    ...meanOf(own),
    id: group.id,
    name: group.name,
    parent: group.parent || '',
    earned: counted.length ? shown(sum(counted.map((one) => one.earned))) : null,
    weight: counted.length ? plain(sum(counted.map((one) => one.weight))) : null,
  };
}

/** The weighted points, and how much of the whole they speak of. */
function pointsOf(data: Data, found: Outcome[]) {
  const every = found.filter((one) => !isCondition(one));
  if (every.every((one) => !one.weight)) return null;
  const counted = every.filter((one) => one.earned);
  const of = sum(counted.map((one) => one.weight));
  const open = sum(every.filter(isOpen).map((one) => one.weight || ZERO));
  const total = rational(data.total);
  const left = total && sub(sub(total, of), open);
  const rest = left && left.n < 0n ? ZERO : left;
  return {
    earned: shown(sum(counted.map((one) => one.earned))),
    of: plain(of),
    total: plainOrNull(total),
    open: plain(open),
    uncounted: plainOrNull(rest),
    without: every.filter((one) => one.points && !one.weight).length,
    why: howMuch(of, open, rest, total),
  };
}

function howMuch(of: Exact, open: Exact, rest: Exact | null, total: Exact | null): Why {
  if (!total || !rest) return why('points_no_total', { of: plain(of), open: plain(open) });
  const facts = { of: plain(of), open: plain(open), uncounted: plain(rest), total: plain(total) };
  return why(rest.n ? 'points_part' : open.n ? 'points_open' : 'points_whole', facts);
}

const conditionsOf = (found: Outcome[]) => ({
  met: found.filter((one) => one.met === true).length,
  of: found.length,
  open: found.filter(isOpen).length,
});

export const assess: (data: Data, answers: unknown, mode: string) => ReturnType<typeof summary> = (data, answers, mode) => summary(data, outcomes(data, answers, mode));

export const most: (result: {most: string[]}, n: number) => string[] = (result, n) => result.most.slice(0, Math.max(n, 0));

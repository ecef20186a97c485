/* Several ratings laid together: the manager's over the employee's, what was agreed, and a team. */

import * as basis from '../assessment/document/basis.ts';
import { ZERO, abs, compare, div, mean, mul, plain, plainOrNull, rational, shownOrNull, sub, trim } from '../lib/rational.ts';
import { isMapping } from '../lib/values.ts';
import { outcome, why } from './item.ts';
import { outcomes, summary } from './totals.ts';

export type Exact = {n: bigint, d: bigint};
export type Outcome = {item: any, low: Exact, high: Exact, state: string, points: Exact | null, met: boolean | null, reached: boolean | null, weight: Exact | null, again: boolean};
export type Pair = [own: Outcome, manager: Outcome];

export const FEWEST = 3; // of two people, each would know what the other said
const isScored = (one: Outcome) => one.state === 'scored';
const valueOf = (values: any, code: string) =>
  isMapping(values) && Object.hasOwn(values, code) ? values[code] : undefined;

/**
 * @param own - answers of the employee
 * @param manager - answers of the manager
 */
function pairsOf(data: any, own: any, manager: any, mode: string): Pair[] {
  const other = outcomes(data, manager, mode);
  return outcomes(data, own, mode).map((one: Outcome, at: number) => [one, other[at]]);
}

/** the manager's points above the employee's */
const apartOf = ([own, manager]: Pair): Exact | null => (own.points && manager.points ? sub(manager.points, own.points) : null);

/** the same points, or both none, and the same about a condition */
function isAlike([own, manager]: Pair): boolean {
  if (own.met !== manager.met || !own.points !== !manager.points) return false;
  return !own.points || compare(own.points, manager.points) === 0;
}

const sameOf = (pair: Pair) => (pair.every(isScored) ? isAlike(pair) : null);

/** Differences by size times weight; then conditions that differ; what agrees; what only one judged. */
function rankOf(pair: Pair, byWeight: boolean): {rank: number, size: Exact} {
  const [apart, same, one] = [apartOf(pair), sameOf(pair), pair[0]];
  if (!apart || !apart.n) return { rank: same === null ? 3 : same ? 2 : 1, size: ZERO };
  const range = sub(one.high, one.low);
  const size = range.n ? div(abs(apart), range) : abs(apart);
  return { rank: 0, size: byWeight ? mul(size, one.weight || ZERO) : size };
}

/** What either of the two judged: the weightiest differences first, then page order, one-sided items last. */
export function differences(data: any, own: any, manager: any, mode: string) {
  const pairs = pairsOf(data, own, manager, mode).filter((pair) => pair.some(isScored));
  const byWeight = pairs.every((pair) => !(apartOf(pair) || ZERO).n || pair[0].weight);
  return pairs
    .map((pair) => ({ pair, ...rankOf(pair, byWeight) }))
    .sort((a, b) => a.rank - b.rank || compare(b.size, a.size))
    .map(({ pair }) => differenceOf(pair));
}

function differenceOf(pair: Pair) {
  const [own, manager] = pair;
  return {
    code: own.item.code,
    name: own.item.name,
    group: own.item.group,
    kind: own.item.kind,
    standard: plainOrNull(rational(own.item.standard)),
    weight: plainOrNull(own.weight),
    own: shownOrNull(own.points),
    manager: shownOrNull(manager.points),
    difference: shownOrNull(apartOf(pair)),
    states: [own.state, manager.state],
    again: [own.again, manager.again],
    met: [own.met, manager.met],
    same: sameOf(pair),
  };
}

/**
 * What both agreed on: the value set down, else what both say alike; the rest is still open.
 * @param values - agreed values by code
 */
export function agreed(data: any, own: any, manager: any, values: any, mode: string) {
  return summary(data, pairsOf(data, own, manager, mode).map((pair) => settle(data, pair, values)));
}

function settle(data: any, pair: Pair, values: any): Outcome {
  const [own, manager] = pair;
  if (own.state === 'none') return own;
  if (own.again || manager.again) return own.again ? own : manager;
  const settled = setDown(data, own, valueOf(values, own.item.code));
  if (settled) return settled;
  if (own.state === manager.state && own.state !== 'open' && isAlike(pair)) return own;
  const bothOpen = own.state === 'open' && manager.state === 'open';
  return outcome(data, own.item, 'open', { why: why(bothOpen ? 'open' : 'not_agreed') });
}

/** The value set down, if the item can have it: any points of its scale, also between two ratings. */
function setDown(data: any, own: Outcome, value: unknown): Outcome | null {
  const { item } = own;
  if (own.state === 'none' || own.again) return null;
  if (item.kind === 'condition') {
    const said = typeof value === 'string' ? trim(value) : '';
    const known = said === '0' || said === '1';
    return known ? outcome(data, item, 'scored', { why: why('agreed'), met: said === '1' }) : null;
  }
  const points = rational(value);
  if (!points || compare(points, own.low) < 0 || compare(points, own.high) > 0) return null;
  return outcome(data, item, 'scored', { why: why('agreed'), points });
}

/* A team */

/** How the ratings of a team spread, never who gave which; only from so many assessments on. */
export function team(data: any, docs: any[], least: number) {
  const own = docs.filter((one) => isMapping(one) && one.target === data.target);
  const once = newest(own);
  const found = once.map((one) => outcomesOf(data, one)).filter((one) => one.some(isScored));
  const needed = Math.max(least, FEWEST);
  const enough = found.length >= needed;
  return {
    count: found.length,
    least: needed,
    why: enough ? null : why('team_few', { n: found.length, least: needed }),
    other: docs.length - own.length,
    double: own.length - once.length,
    empty: once.length - found.length,
    again: enough ? found.flat().filter((one: Outcome) => one.again).length : 0,
    items: enough ? teamItems(data, found, needed) : [],
  };
}

/** each assessment once: the one changed last */
function newest(docs: any[]): any[] {
  const found = new Map();
  const changed = (one: any) => (typeof one.changed === 'string' ? one.changed : '');
  docs.forEach((one, at) => {
    const key = typeof one.id === 'string' && one.id ? one.id : at;
    if (!found.has(key) || changed(one) > changed(found.get(key))) found.set(key, one);
  });
  return [...found.values()];
}

/** the agreed value where there is one, else the person's own */
function outcomesOf(data: any, doc: any): Outcome[] {
  const own = outcomes(data, basis.settled(doc, data), doc.mode === 'full' ? 'full' : 'quick');
  return own.map((one: Outcome) => setDown(data, one, valueOf(doc.agreed, one.item.code)) || one);
}

function teamItems(data: any, found: Outcome[][], least: number) {
  return data.items.flatMap((item: any, at: number) =>
    item.kind === 'none' ? [] : [teamItem(data, item, found.map((one) => one[at]), least)],
  );
}

function teamItem(data: any, item: any, column: Outcome[], least: number) {
  const scored = column.filter(isScored);
  const points = (scored.map((one) => one.points).filter(Boolean) as Exact[]);
  const told = scored.length >= least;
  const aims = item.standard !== null || item.kind === 'condition';
  return {
    code: item.code,
    name: item.name,
    group: item.group,
    kind: item.kind,
    standard: plainOrNull(rational(item.standard)),
    scored: told ? scored.length : null,
    counts: told && points.length ? counts(data.scales[item.scale], points) : [],
    mean: told ? shownOrNull(mean(points)) : null,
    reached: told && aims ? scored.filter((one) => one.reached === true).length : null,
    why: told ? null : why('team_few_item', { least }),
  };
}

/** the nearest rating counts, half way the higher */
function counts(scale: {ratings: {points: string, name: string}[]}, points: Exact[]): {points: string, name: string, n: number}[] {
  const found = scale.ratings.map(({ points: text, name }) => ({ value: rational(text), name, n: 0 }));
  const far = (one: {value: Exact}, value: Exact) => abs(sub(one.value, value));
  for (const value of points) {
    const nearest = found.reduce((best, one) => (compare(far(one, value), far(best, value)) <= 0 ? one : best));
    nearest.n += 1;
  }
  return found.map(({ value, name, n }) => ({ points: plain(value), name, n }));
}

/* Two ratings of one person: where they differ, and what was agreed. Neither side is right: nothing is averaged, and what
   differs without a value set down stays open. */

import { ZERO, abs, compare, div, mul, plainOrNull, rational, shownOrNull, sub, trim } from '../lib/rational.ts';
import type { Exact } from '../lib/rational.ts';
import { valueAt } from '../lib/values.ts';
import type { Mode, ScoredChecklist } from './checklist.ts';
import { outcome } from './item.ts';
import { withMarks } from './marks.ts';
import { why } from './reasons.ts';
import type { Outcome, RatingDifference, Result } from './result.ts';
import { outcomes, summary } from './totals.ts';

/** what an item came to with the employee and with the manager */
type Pair = readonly [own: Outcome, manager: Outcome];

export const isScored = ({ state }: { readonly state: string }): boolean => state === 'scored';

function pairsOf(checklist: ScoredChecklist, own: unknown, manager: unknown, mode: Mode): Pair[] {
  const theirs = outcomes(checklist, withMarks(checklist, manager, own), mode);
  return outcomes(checklist, withMarks(checklist, own, manager), mode).map((judged, at) => [judged, theirs[at]]);
}

/** the manager's points above the employee's */
const pointsApart = ([own, manager]: Pair): Exact | null => (own.points && manager.points ? sub(manager.points, own.points) : null);

/** the same points, or both none, and the same about a condition */
function haveSameFigures([own, manager]: Pair): boolean {
  if (own.met !== manager.met) return false;
  return own.points && manager.points ? compare(own.points, manager.points) === 0 : own.points === manager.points;
}

const isSame = (pair: Pair): boolean | null => (pair.every(isScored) ? haveSameFigures(pair) : null);

type Rank = { readonly rank: number; readonly size: Exact };

/** Differences by size times weight; then conditions that differ; what agrees; what only one judged. */
function rankOf(pair: Pair, byWeight: boolean): Rank {
  const [apart, same, [own]] = [pointsApart(pair), isSame(pair), pair];
  if (!apart || !apart.n) return { rank: same === null ? 3 : same ? 2 : 1, size: ZERO };
  const range = sub(own.high, own.low);
  const size = range.n ? div(abs(apart), range) : abs(apart);
  return { rank: 0, size: byWeight ? mul(size, own.weight ?? ZERO) : size };
}

/** What either of the two judged: the weightiest differences first, then page order, one-sided items last. */
export function differences(checklist: ScoredChecklist, own: unknown, manager: unknown, mode: Mode): RatingDifference[] {
  const pairs = pairsOf(checklist, own, manager, mode).filter((pair) => pair.some(isScored));
  const byWeight = pairs.every((pair) => !pointsApart(pair)?.n || pair[0].weight);
  return pairs
    .map((pair) => ({ pair, ...rankOf(pair, byWeight) }))
    .sort((a, b) => a.rank - b.rank || compare(b.size, a.size))
    .map(({ pair }) => differenceOf(pair));
}

function differenceOf(pair: Pair): RatingDifference {
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
    difference: shownOrNull(pointsApart(pair)),
    states: [own.state, manager.state],
    again: [own.again, manager.again],
    met: [own.met, manager.met],
    same: isSame(pair),
  };
}

/**
 * What both agreed on: the value set down, else what both say alike; the rest is still open.
 * @param values - agreed values by code
 */
export function agreed(checklist: ScoredChecklist, own: unknown, manager: unknown, values: unknown, mode: Mode): Result {
  return summary(checklist, pairsOf(checklist, own, manager, mode).map((pair) => settle(checklist, pair, values)));
}

function settle(checklist: ScoredChecklist, pair: Pair, values: unknown): Outcome {
  const [own, manager] = pair;
  if (own.state === 'none') return own;
  if (own.again || manager.again) return own.again ? own : manager;
  const setDown = outcomeSetDown(checklist, own, valueAt(values, own.item.code));
  if (setDown) return setDown;
  if (own.state === manager.state && own.state !== 'open' && haveSameFigures(pair)) return own;
  const bothOpen = own.state === 'open' && manager.state === 'open';
  return outcome(checklist, own.item, 'open', { why: why(bothOpen ? 'open' : 'not_agreed') });
}

/** The value set down, if the item can have it: any points of its scale, also between two ratings. */
export function outcomeSetDown(checklist: ScoredChecklist, own: Outcome, value: unknown): Outcome | null {
  const { item } = own;
  if (own.state === 'none' || own.again) return null;
  if (item.kind === 'condition') {
    const text = typeof value === 'string' ? trim(value) : '';
    const known = text === '0' || text === '1';
    return known ? outcome(checklist, item, 'scored', { why: why('agreed'), met: text === '1' }) : null;
  }
  const points = rational(value);
  if (!points || compare(points, own.low) < 0 || compare(points, own.high) > 0) return null;
  return outcome(checklist, item, 'scored', { why: why('agreed'), points });
}


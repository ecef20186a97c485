/* What the radar of a result shows: an axis for every item, or for every group where items are too many. */

import type { Scale } from '../../generated/page-data.ts';
import { figure, place } from '../../lib/format.ts';
import { decimal, plain, sub } from '../../lib/rational.ts';
import type { GroupScore, Result } from '../../scoring/result.ts';
import { isScored } from '../../scoring/review.ts';
import { scaleOf, shareOf } from '../figures.ts';
import type { Figures, Row } from '../figures.ts';
import { MOST, wrap } from './radar-geometry.ts';
import type { Axis, Ring } from './radar-geometry.ts';

type Drawn = Axis & { readonly me: number };

export interface Axes {
  /** those with a value */
  readonly drawn: readonly Drawn[];
  /** whether they stand for groups */
  readonly grouped: boolean;
}

/** One axis for every item with a score; where there are too many of them, one for every group. */
export function axesOf(view: Figures): Axes {
  const scored = view.rows.filter(({ score }) => isScored(score));
  const grouped = scored.length > MOST;
  const axes = grouped ? shownGroups(view).map((group, at) => groupAxis(view, group, at)) : scored.map((row) => itemAxis(view, row));
  return { drawn: axes.filter((axis): axis is Drawn => axis.me !== null), grouped };
}

function itemAxis(view: Figures, { item, score, manager }: Row): Axis {
  const scale = scaleOf(view, item);
  return {
    no: item.number,
    name: item.name,
    share: shareOf(score),
    me: place(scale, score.points),
    standard: place(scale, score.standard),
    manager: isAgreed(view) ? null : place(scale, manager && isScored(manager) ? manager.points : null),
  };
}

/** the groups that hold items of their own, else those on top, as many as can be drawn */
export function shownGroups({ result, data }: Figures): GroupScore[] {
  const known = result.groups.filter(({ mean }) => mean !== null);
  const holding = new Set(data.items.map(({ group }) => group));
  const low = known.filter(({ id }) => holding.has(id));
  return low.length <= MOST ? low : known.filter(({ parent }) => !parent);
}

/** of what both agreed on no line of one of them is drawn */
const isAgreed = ({ headline }: Figures): boolean => headline === 'agreed';

/** the same group by the ratings of a side */
export const sameGroup = (result: Result | null, { id }: GroupScore): GroupScore | null => result?.groups.find((group) => group.id === id) ?? null;

/** the scale its scores are on: only where that is one there is a mean */
function scaleOfGroup(view: Figures, { id }: GroupScore): Scale | undefined {
  const { groups } = view.result;
  const isWithin = (inner: string): boolean =>
    inner === id || groups.some((group) => group.id === inner && group.parent !== '' && isWithin(group.parent));
  const row = view.rows.find(({ score }) => isScored(score) && isWithin(score.group));
  return row && scaleOf(view, row.item);
}

/** Where a group's items have standards of their own, their mean: it is as far from the mean of the scores as the gap says. */
function standardOf({ mean, standard, gap }: GroupScore): string | null {
  if (standard !== null || mean === null || gap === null) return standard;
  return plain(sub(decimal(mean), decimal(gap)));
}

function groupAxis(view: Figures, group: GroupScore, at: number): Axis {
  const scale = scaleOfGroup(view, group);
  return {
    no: String(at + 1),
    name: group.name,
    share: { counted: group.counted, of: group.of },
    me: place(scale, group.mean),
    standard: place(scale, standardOf(group)),
    manager: isAgreed(view) ? null : place(scale, sameGroup(view.managerResult, group)?.mean),
  };
}

/** rings where the ratings of the scale are */
export function ringsOf({ scale, byLevels }: Pick<Figures, 'scale' | 'byLevels'>): Ring[] {
  if (!scale) return [0.25, 0.5, 0.75, 1].map((at) => ({ at, label: '' }));
  const every = scale.ratings.length > 5 ? 2 : 1;
  return scale.ratings.map(({ points, name }, at) => {
    const label = byLevels ? (at ? wrap(name, 5, 1).join('') : '') : at % every === 0 ? figure(points) : '';
    return { at: place(scale, points) ?? 0, label };
  });
}

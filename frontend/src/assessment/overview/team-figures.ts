/* Several assessments of one target laid together: how the ratings spread, never who gave which. */

import { settled } from '../document/basis.ts';
import type { SavedAssessment } from '../document/model.ts';
import { abs, compare, decimal, mean, plain, plainOrNull, rational, shownOrNull, sub } from '../../lib/rational.ts';
import type { Exact } from '../../lib/rational.ts';
import { isMapping, isPresent, valueAt } from '../../lib/values.ts';
import type { ScoredChecklist, ScoredItem, ScoredScale } from '../../scoring/checklist.ts';
import { withMarks } from '../../scoring/marks.ts';
import { why } from '../../scoring/reasons.ts';
import type { Count, Outcome, Team, TeamItem } from '../../scoring/result.ts';
import { isScored, outcomeSetDown } from '../../scoring/review.ts';
import { outcomes } from '../../scoring/totals.ts';

export const FEWEST = 3; // of two people, each would know what the other said

/**
 * Only from so many assessments on.
 * @param documents - of files: nothing is taken on trust
 */
export function team(checklist: ScoredChecklist, documents: readonly SavedAssessment[], least: number): Team {
  const own = documents.filter((document) => isMapping(document) && document.target === checklist.target);
  const newest = newestOfEach(own);
  const scored = newest.map((document) => outcomesOf(checklist, document)).filter((all) => all.some(isScored));
  const needed = Math.max(least, FEWEST);
  const enough = scored.length >= needed;
  return {
    count: scored.length,
    least: needed,
    why: enough ? null : why('team_few', { n: scored.length, least: needed }),
    other: documents.length - own.length,
    double: own.length - newest.length,
    empty: newest.length - scored.length,
    again: enough ? scored.flat().filter(({ again }) => again).length : 0,
    items: enough ? itemsOf(checklist, scored, needed) : [],
  };
}

/** each assessment once: the one changed last */
export function newestOfEach(documents: readonly SavedAssessment[]): SavedAssessment[] {
  const changed = ({ changed: at }: SavedAssessment) => (typeof at === 'string' ? at : '');
  const newest = new Map<string | number, SavedAssessment>();
  documents.forEach((document, at) => {
    const key = typeof document.id === 'string' && document.id ? document.id : at;
    const known = newest.get(key);
    if (!known || changed(document) > changed(known)) newest.set(key, document);
  });
  return [...newest.values()];
}

/** the agreed value where there is one, else the person's own, with marks of exams that the manager has entered */
export function outcomesOf(checklist: ScoredChecklist, document: SavedAssessment): Outcome[] {
  const managers = isMapping(valueAt(document.manager, 'answers')) ? settled(document, checklist, 'manager') : {};
  const answers = withMarks(checklist, settled(document, checklist), managers);
  const own = outcomes(checklist, answers, document.mode === 'full' ? 'full' : 'quick');
  return own.map((judged) => outcomeSetDown(checklist, judged, valueAt(document.agreed, judged.item.code)) ?? judged);
}

function itemsOf(checklist: ScoredChecklist, scored: readonly (readonly Outcome[])[], least: number): TeamItem[] {
  return checklist.items.flatMap((item, at) =>
    item.kind === 'none' ? [] : [itemOf(checklist, item, scored.map((person) => person[at]), least)],
  );
}

function itemOf(checklist: ScoredChecklist, item: ScoredItem, column: readonly Outcome[], least: number): TeamItem {
  const scored = column.filter(isScored);
  const points = scored.map((judged) => judged.points).filter(isPresent);
  const enough = scored.length >= least;
  const hasAim = item.standard !== null || item.kind === 'condition';
  return {
    code: item.code,
    name: item.name,
    group: item.group,
    kind: item.kind,
    standard: plainOrNull(rational(item.standard)),
    scored: enough ? scored.length : null,
    counts: enough && points.length ? countsOf(checklist.scales[item.scale], points) : [],
    mean: enough ? shownOrNull(mean(points)) : null,
    reached: enough && hasAim ? scored.filter(({ reached }) => reached === true).length : null,
    why: enough ? null : why('team_few_item', { least }),
  };
}

/** the nearest rating counts, half way the higher */
function countsOf(scale: ScoredScale, points: readonly Exact[]): Count[] {
  const values = scale.ratings.map((rating) => decimal(rating.points));
  const counts = values.map(() => 0);
  for (const value of points) {
    const distances = values.map((rating) => abs(sub(rating, value)));
    const nearest = distances.reduce((best, distance, at) => (compare(distance, distances[best]) <= 0 ? at : best), 0);
    counts[nearest] += 1;
  }
  return scale.ratings.map(({ name }, at) => ({ points: plain(values[at]), name, n: counts[at] }));
}

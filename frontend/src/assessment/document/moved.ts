/* What a release that came after it has done to the figures of an assessment: which items do not count because of it, which were
   rated and are asked no more, whose weights are others, and what the mean was. No page here. */

import { isScored } from '../../scoring/review.ts';
import type { Result } from '../../scoring/result.ts';
import type { Look } from './changes.ts';
import type { ChecklistData, SavedAssessment } from './model.ts';
import { isAgreed } from './results.ts';

/** a weight, or the sum of all, as it was and as it is */
export interface Reweighed {
  readonly name: string;
  readonly then: string;
  readonly now: string;
}

export interface Moved {
  /** names of items that are not counted before somebody has looked at them again */
  readonly out: readonly string[];
  /** names of what was rated and is asked no more */
  readonly gone: readonly string[];
  /** how many items changed, and count all the same */
  readonly counted: number;
  readonly weights: readonly Reweighed[];
  /** all weights together, in their unit */
  readonly total: Omit<Reweighed, 'name'> | null;
  /** what it came to on the release that it was last worked out on, where that was something else */
  readonly mean: { readonly release: string, readonly then: string } | null;
}

interface Given {
  readonly data: ChecklistData;
  readonly doc: SavedAssessment;
  readonly result: Result;
  /** codes of items of which something is to be looked at again */
  readonly again: readonly string[];
  /** whether what counts is what the document notes of its figures: what only the manager has rated is not */
  readonly isNoted: boolean;
  /** what of the answers that count is to be looked at again */
  readonly looks: readonly Look[];
}

/** the figures noted on another release, of the same ratings: of one, or of what both agreed on */
export function resultThen({ release }: Pick<ChecklistData, 'release'>, doc: SavedAssessment): SavedAssessment['result'] {
  const { result } = doc;
  return result?.release && result.release !== release && (result.agreed ?? false) === isAgreed(doc) ? result : null;
}

function weightsIn(looks: readonly Look[]): Reweighed[] {
  const all = looks.flatMap(({ code, name, kind, old, now, also = [] }) =>
    [{ kind, old, now }, ...also].filter((one) => one.kind === 'weight').map((one): [string, Reweighed] => [code, { name, then: one.old, now: one.now }]));
  return [...new Map(all).values()];
}

function totalOf({ total, weightUnit }: ChecklistData, then: SavedAssessment['result']): Moved['total'] {
  if (!then || then.total === undefined) return null;
  const [before, today] = [[then.total, then.unit], [total, weightUnit]].map((pair) => pair.filter(Boolean).join(' '));
  return before === today ? null : { then: before || '—', now: today || '—' };
}

export function movedOf({ data, doc, result, again, isNoted, looks }: Given): Moved | null {
  const scored = new Set(result.items.filter(isScored).map(({ code }) => code));
  const places = new Set(data.items.flatMap((item) => [item.code, ...item.parts.map(({ code }) => code)]));
  const changed = data.items.filter(({ code }) => again.includes(code));
  const gone = looks.filter(({ code, from, points }) => points !== null && (from !== undefined || !places.has(code)));
  const then = isNoted ? resultThen(data, doc) : null;
  const mean = then?.mean && then.mean !== result.mean ? { release: then.release ?? '', then: then.mean } : null;
  const moved: Moved = {
    out: changed.filter(({ code }) => !scored.has(code)).map(({ name }) => name),
    gone: [...new Set(gone.map(({ code, from, name, fromName }) => (from === undefined ? name : fromName) || (from ?? code)))],
    counted: changed.filter(({ code }) => scored.has(code)).length,
    weights: weightsIn(looks), total: totalOf(data, then), mean,
  };
  const { out, counted, weights, total } = moved;
  return out.length + moved.gone.length + counted + weights.length || total || mean ? moved : null;
}

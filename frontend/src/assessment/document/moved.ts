/* What a release that came after it has done to the figures of an assessment: which items do not count because of it, which were
   rated and are asked no more, whose weights are others, and what the mean was. No page here. */

import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import { isScored } from '../../scoring/review.ts';
import type { Result } from '../../scoring/result.ts';
import type { Look } from './changes.ts';
import type { ChecklistData, SavedAssessment } from './model.ts';
import { placesOf } from './places.ts';
import { notedOf } from './results.ts';

/** empty, or null, where nothing is to be said */
export interface Moved {
  /** names of items that are not counted before somebody has looked at them again */
  readonly out: string;
  /** names of what was rated and is asked no more */
  readonly gone: string;
  /** weights, and the sum of all, as they were and as they are */
  readonly weights: string;
  /** what it came to on the release that it was last worked out on, where that was something else */
  readonly mean: { readonly release: string, readonly mean: string } | null;
}

interface Given {
  readonly data: ChecklistData;
  readonly doc: SavedAssessment;
  readonly result: Result;
  /** codes of items of which something is to be looked at again */
  readonly again: readonly string[];
  /** what of the answers that count is to be looked at again */
  readonly looks: readonly Look[];
  /** whether what counts is what the document notes of its figures: what only the manager has rated is not */
  readonly isNoted: boolean;
  readonly say: Say<Words['result']>;
}

/** the figures as they were noted on another release */
export function resultThen({ release }: Pick<ChecklistData, 'release'>, doc: SavedAssessment): SavedAssessment['result'] {
  const noted = notedOf(doc);
  return noted?.release && noted.release !== release ? noted : null;
}

const step = (name: string, then: string, now: string): string => `${name} ${then} → ${now}`;

function weightsIn({ data, looks, say }: Given, then: SavedAssessment['result']): string[] {
  const each = looks.flatMap(({ name, kind, old, now, also = [] }) =>
    [{ kind, old, now }, ...also].filter((one) => one.kind === 'weight').map((one) => step(name, one.old, one.now)));
  if (then?.total === undefined) return each;
  const [before, today] = [[then.total, then.unit], [data.total, data.weightUnit]].map((pair) => pair.filter(Boolean).join(' ') || '—');
  return before === today ? each : [...each, step(say('moved_total'), before, today)];
}

export function movedOf(given: Given): Moved {
  const { data, doc, result, again, looks, isNoted, say } = given;
  const scored = new Set(result.items.filter(isScored).map(({ code }) => code));
  const places = placesOf(data);
  const out = data.items.filter(({ code }) => again.includes(code) && !scored.has(code)).map(({ name }) => name);
  const gone = looks.filter(({ code, from, points }) => points !== null && (from !== undefined || !places.has(code)));
  const then = isNoted ? resultThen(data, doc) : null;
  const list = (names: readonly string[]) => (names.length ? [...new Set(names)].join(say('list')) : '');
  return {
    out: list(out), gone: list(gone.map(({ code, from, name, fromName }) => (from === undefined ? name : fromName) || (from ?? code))),
    weights: list(weightsIn(given, then)), mean: then?.mean && then.mean !== result.mean ? { release: then.release ?? '', mean: then.mean } : null,
  };
}

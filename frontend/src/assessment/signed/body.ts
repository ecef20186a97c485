/* What is signed, whole: a snapshot that is shown and printed from its own data alone, whatever becomes of the handbook. Its text is
   never written again, so a field may come, and every later version must go on reading those of before. */

import { isMapping } from '../../lib/values.ts';
import { choice, count, flag, like, list, orNull, prose, record } from '../document/shapes.ts';

/** of the snapshot, not of the file it stands in */
export const VERSION = '1';

const figure = like(/^-?\d{1,9}(\.\d{1,9})?$/);
const side = choice('employee', 'manager');

/** of an indicator that was rated by itself */
const PART = record({ code: prose, points: orNull(figure), na: orNull(prose), unseen: flag, evidence: prose, date: prose });

/** points: as they were given; score, said: what came of it, in figures and in words */
const GIVEN = record({
  points: orNull(figure), mark: orNull(prose), marks: list(record({ subject: prose, mark: prose })), na: orNull(prose), unseen: flag,
  evidence: prose, date: prose, parts: list(PART), score: orNull(figure), said: prose,
});

const ITEM = record({
  code: prose, number: prose, name: prose, group: prose, kind: prose, scale: prose, standard: orNull(figure), standardSaid: prose, weight: orNull(figure),
  text: prose, sentences: list(record({ code: prose, text: prose, negative: flag })), subjects: list(record({ name: prose, weight: orNull(figure) })),
  self: orNull(GIVEN), manager: orNull(GIVEN), agreed: orNull(figure), unmet: list(prose), picked: flag,
  state: prose, points: orNull(figure), said: prose, gap: orNull(figure), reached: orNull(flag), earned: orNull(figure), why: prose, counted: count, parts: count,
});

const GROUP = record({ id: prose, name: prose, parent: prose, weight: orNull(figure), mean: orNull(figure), gap: orNull(figure), counted: count, of: count });

const SCALE = record({
  id: prose, name: prose, origin: prose, standard: orNull(figure), ratings: list(record({ points: figure, name: prose })),
  exam: orNull(record({ outOf: figure, round: prose, bands: list(record({ from: figure, points: figure })) })),
});

const FIGURES = record({
  mean: orNull(figure), why: prose, top: orNull(figure), standard: orNull(figure), counted: count, of: count, reached: count, below: count, short: orNull(figure),
  left: count, self: orNull(figure), manager: orNull(figure), differ: count,
  points: orNull(record({ earned: figure, of: figure, total: orNull(figure), unit: prose, why: prose })), conditions: record({ met: count, of: count }),
});

const SHEET = record({ name: prose, head: list(prose), rows: list(list(prose)) });

const BODY = record({
  levelbook: choice('signed'), version: prose, kind: choice('result', 'review'), language: prose,
  id: prose, mark: prose, person: prose, managerName: prose, name: prose, period: prose, handbook: prose, release: prose, mode: choice('quick', 'full'),
  target: record({ code: prose, title: prose, step: prose, sequence: prose }), whose: choice('self', 'agreed'), independent: orNull(flag),
  scale: prose, partScale: prose, scales: list(SCALE), groups: list(GROUP), items: list(ITEM), figures: FIGURES, plan: list(SHEET),
  by: list(record({ role: side, how: choice('screen', 'paper'), name: prose })), after: prose,
});

export type Body = ReturnType<typeof BODY>;
export type BodyItem = Body['items'][number];
export type Given = NonNullable<BodyItem['self']>;
export type BodySheet = Body['plan'][number];
export type Signer = Body['by'][number];

/**
 * What can be shown of a signed text: it may come from anywhere.
 * @returns null where it is no snapshot
 */
export function readBody(text: string): Body | null {
  try {
    const value: unknown = JSON.parse(text);
    if (!isMapping(value) || value.levelbook !== 'signed' || !Array.isArray(value.items)) return null;
    return BODY(value, '', []);
  } catch {
    return null;
  }
}

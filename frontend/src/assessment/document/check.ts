/* Which shape a document has. Whatever comes from outside passes `check`, which names every field that is wrong and keeps all the
   others. The types of the saved file are generated from its schema: a field that is missing here, or has another type, does not
   compile. The shape is documented in docs/guide/assessment-file and assessment-2.schema.json. */

import type { SavedAssessment } from './model.ts';
import { always, cell, choice, count, flag, like, line, list, mapping, maybe, orNull, prose, record } from './shapes.ts';
import type { Shape } from './shapes.ts';

export const FORMAT = 2;

const time = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/);
const figure = like(/^-?\d{1,9}(\.\d{1,9})?$/);
const date = like(/^(\d{4,6}-\d\d-\d\d)?$/);

const ANSWER = record({
  points: orNull(figure), marks: mapping(line(40)), mark: orNull(line(40)), evidence: prose, date, na: orNull(prose),
  unseen: flag, pick: flag, hash: like(/^([0-9a-f]{16})?$/), text: prose, name: prose, seen: line(100),
  at: maybe(time), place: maybe(line(120)), placeName: maybe(prose), standard: maybe(orNull(figure)), scale: maybe(line(120)),
  scaleName: maybe(prose), basis: maybe(like(/^([0-9a-f]{16}-?)?$/)), scaleHash: maybe(like(/^[0-9a-f]{16}$/)), weight: maybe(orNull(figure)),
  negative: maybe(flag), papers: maybe(mapping(orNull(line(40)))),
});

const SCALE = record({
  name: prose, standard: orNull(figure), ratings: list(record({ points: figure, name: prose })),
  exam: orNull(record({ outOf: figure, round: line(40), bands: list(record({ from: figure, points: figure })) })),
});

const RESULT = record({
  mean: maybe(orNull(figure)), low: maybe(orNull(figure)), top: maybe(orNull(figure)), standard: maybe(orNull(figure)), release: maybe(line(100)),
  groups: maybe(list(record({ id: line(120), name: prose, mean: orNull(figure), counted: maybe(count), of: maybe(count) }))), done: maybe(count), of: maybe(count),
  counted: maybe(count), items: maybe(count), agreed: maybe(flag), total: maybe(orNull(figure)), unit: maybe(line(100)),
});

/** how often it was handed over, when, unless it was taken back, and when for the first time */
const HANDED = record({ n: count, at: orNull(time), first: maybe(time) });

const SIGNED = record({
  n: count, kind: choice('result', 'review'), at: time,
  by: list(record({ role: choice('employee', 'manager'), how: choice('screen', 'paper') })), body: prose, hash: like(/^([0-9a-f]{64})?$/),
});

const DOCUMENT: Shape<SavedAssessment> = record({
  levelbook: choice('assessment'), format: always<typeof FORMAT>(FORMAT), handbook: line(1000), release: line(100), target: like(/^\S{1,200}$/),
  title: line(1000), id: like(/^[0-9a-f]{16}$/), name: line(1000), person: line(1000), named: flag,
  from: choice('', 'employee', 'manager', 'both'), previous: orNull(record({ id: like(/^([0-9a-f]{16})?$/), hash: like(/^([0-9a-f]{64})?$/) })),
  created: time, changed: time, finished: orNull(time), mode: choice('quick', 'full'), blind: flag, period: line(1000), handed: HANDED, alone: flag,
  answers: mapping(ANSWER), manager: record({ name: line(1000), answers: mapping(ANSWER), given: orNull(time), independent: orNull(flag), handed: HANDED }),
  agreed: mapping(orNull(figure)), agreement: record({ done: orNull(time), unmet: mapping(list(line(200))), open: list(line(200)), picks: list(line(200)) }),
  plan: mapping(list(mapping(cell))), signed: list(SIGNED),
  kept: list(record({
    code: line(200), name: prose, text: prose, answer: orNull(ANSWER), why: line(40), since: line(100), who: maybe(line(40)),
    agreed: maybe(orNull(figure)), seen: maybe(line(100)),
  })),
  scales: maybe(mapping(SCALE)), result: orNull(RESULT), known: maybe(list(line(200))), tabs: maybe(mapping(time)),
});
const NEEDED = ['target', 'id', 'created', 'changed'] as const;

/**
 * @param value - from anywhere
 * @returns the document without what is wrong in it, and where that is
 */
export function check(value: unknown): {doc: SavedAssessment, wrong: string[]} {
  const wrong: string[] = [];
  const doc = DOCUMENT(value, '', wrong);
  for (const key of NEEDED) if (!doc[key] && !wrong.includes(key)) wrong.push(key);
  return { doc, wrong };
}

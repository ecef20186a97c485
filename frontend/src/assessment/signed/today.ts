/* What was signed, held against the standard of today: the same answers on the release of this page, and why each figure that is
   different is so. It reads what was signed alone, and changes nothing in it. No page here. */

import { entryAt } from '../../lib/values.ts';
import type { Result, Score } from '../../scoring/result.ts';
import { withMarks } from '../../scoring/marks.ts';
import * as review from '../../scoring/review.ts';
import { assess } from '../../scoring/totals.ts';
import type { ChecklistData, Item, Scale } from '../document/model.ts';
import * as rests from '../document/rests.ts';
import { same } from '../document/same.ts';
import { valuer } from '../figures.ts';
import { sentencesOf } from '../standard.ts';
import type { Body, BodyItem, Given } from './body.ts';

export type CauseKind =
  'gone' | 'new' | 'kind' | 'renamed' | 'reworded' | 'sentence_new' | 'sentence_gone' | 'standard' | 'points' | 'bands' | 'papers' | 'names' | 'weight' | 'negative';

/** of what kind, how it was, how it is */
export interface Cause {
  readonly kind: CauseKind;
  readonly old: string;
  readonly now: string;
}

/** an item of which anything is different; then, now: what it came to, where that is different */
export interface Moved {
  readonly code: string;
  readonly name: string;
  readonly then: string;
  readonly now: string;
  readonly causes: readonly Cause[];
}

export interface Today {
  readonly mean: string | null;
  readonly counted: number;
  readonly of: number;
  readonly moved: readonly Moved[];
}

type BodyScale = Body['scales'][number];

/** what somebody answered, as it is scored: on what it rested then is left out, so that it counts on what stands today */
function answersOf({ items }: Body, who: 'self' | 'manager'): Record<string, unknown> {
  return Object.fromEntries(items.flatMap((item): [string, unknown][] => {
    const given = item[who];
    if (!given) return [];
    const { points, mark, marks, na, unseen } = given;
    const whole = { points, mark, na, unseen, marks: Object.fromEntries(marks.map(({ subject, mark: one }) => [subject, one])) };
    return [[item.code, whole], ...given.parts.map((part): [string, unknown] => [part.code, { points: part.points, na: part.na, unseen: part.unseen }])];
  }));
}

function resultOf(body: Body, data: ChecklistData): Result {
  const [self, manager] = [answersOf(body, 'self'), answersOf(body, 'manager')];
  if (body.whose === 'self') return assess(data, withMarks(data, self, manager), body.mode);
  const agreed = Object.fromEntries(body.items.filter((item) => item.agreed !== null).map((item) => [item.code, item.agreed]));
  return review.agreed(data, self, manager, agreed, body.mode);
}

const isSame = (then: string | null, now: string | null): boolean => (then ?? '') === (now ?? '');

function wordings({ sentences, name }: BodyItem, item: Item): Cause[] {
  const now = sentencesOf(item);
  const keyOf = ({ code, text }: { code: string, text: string }) => code || text;
  const [before, after] = [new Map(sentences.map((one) => [keyOf(one), one])), new Map(now.map((one) => [keyOf(one), one]))];
  const causes: Cause[] = name === item.name ? [] : [{ kind: 'renamed', old: name, now: item.name }];
  for (const [key, one] of before) {
    const today = after.get(key);
    if (!today) causes.push({ kind: 'sentence_gone', old: one.text, now: '' });
    else if (today.text !== one.text) causes.push({ kind: 'reworded', old: one.text, now: today.text });
    if (today && (today.negative ?? false) !== one.negative) causes.push({ kind: 'negative', old: one.text, now: today.text });
  }
  for (const [key, one] of after) if (!before.has(key)) causes.push({ kind: 'sentence_new', old: '', now: one.text });
  return causes;
}

/** the name of what was rated, then and now */
function names(given: Given | null, agreed: string | null, then: BodyScale, now: Scale): Cause[] {
  const points = agreed ?? given?.points;
  const [old, today] = [then.ratings, now.ratings].map((ratings) => ratings.find((rating) => rating.points === points)?.name);
  if (points === null || points === undefined || old === undefined || today === undefined || old === today) return [];
  return [{ kind: 'names', old: `${points} ${old}`, now: `${points} ${today}` }];
}

function scales(body: Body, data: ChecklistData, signed: BodyItem, item: Item): Cause[] {
  const then = body.scales.find(({ id }) => id === signed.scale);
  const now = entryAt(data.scales, item.scale);
  if (!then || !now) return [];
  const points = ({ ratings }: Pick<Scale, 'ratings'>) => ratings.map((rating) => rating.points);
  const causes: Cause[] = [];
  if (!same(points(then), points(now))) {
    causes.push({ kind: 'points', old: rests.ratingsInWords(data, then.ratings), now: rests.ratingsInWords(data, now.ratings) });
  } else causes.push(...names(signed.self, signed.agreed, then, now));
  if (signed.kind === 'exam' && !same(then.exam, now.exam)) {
    causes.push({ kind: 'bands', old: rests.bandsInWords(data, then.exam), now: rests.bandsInWords(data, now.exam) });
  }
  return causes;
}

function papers({ subjects }: BodyItem, item: Item): Cause[] {
  const said = (list: readonly { name: string, weight: string | null }[]) => list.map(({ name, weight }) => [name, weight].filter(Boolean).join(' ')).join(' / ');
  const [old, now] = [said(subjects), said(item.subjects)];
  return old === now ? [] : [{ kind: 'papers', old, now }];
}

function causesOf(body: Body, data: ChecklistData, signed: BodyItem, item: Item, score: Score): Cause[] {
  if (signed.kind !== item.kind) return [{ kind: 'kind', old: '', now: '' }];
  const causes = [...wordings(signed, item), ...scales(body, data, signed, item), ...papers(signed, item)];
  if (!isSame(signed.standard, score.standard)) {
    causes.push({ kind: 'standard', old: signed.standardSaid || '—', now: score.standard === null ? '—' : valuer(data)(item, score.standard) });
  }
  if (!isSame(signed.weight, item.weight)) causes.push({ kind: 'weight', old: signed.weight ?? '—', now: item.weight ?? '—' });
  return causes;
}

function movedOf(body: Body, data: ChecklistData, signed: BodyItem, item: Item, score: Score): Moved[] {
  const causes = causesOf(body, data, signed, item, score);
  const now = score.state === 'scored' && score.points !== null ? valuer(data)(item, score.points) : '—';
  const differs = signed.state !== score.state || !isSame(signed.points, score.points);
  const then = signed.state === 'scored' && signed.points !== null ? signed.said : '—';
  if (!causes.length && !differs) return [];
  return [{ code: item.code, name: signed.name, then: differs ? then : '', now: differs ? now : '', causes }];
}

/**
 * The same answers on this page's release.
 * @returns what has moved a figure first, then what else is different
 */
export function todayOf(body: Body, data: ChecklistData): Today {
  const result = resultOf(body, data);
  const items = new Map(data.items.map((item, at) => [item.code, { item, score: result.items[at] }]));
  const known = new Set(body.items.map(({ code }) => code));
  const moved = body.items.flatMap((signed) => {
    const today = items.get(signed.code);
    if (today) return movedOf(body, data, signed, today.item, today.score);
    return [{ code: signed.code, name: signed.name, then: '', now: '', causes: [{ kind: 'gone', old: '', now: '' }] } satisfies Moved];
  });
  const fresh = data.items.filter(({ code }) => !known.has(code))
    .map(({ code, name }): Moved => ({ code, name, then: '', now: '', causes: [{ kind: 'new', old: '', now: '' }] }));
  const all = [...moved, ...fresh];
  const { mean, counted, of } = result;
  return { mean, counted, of, moved: [...all.filter((one) => one.then), ...all.filter((one) => !one.then)] };
}

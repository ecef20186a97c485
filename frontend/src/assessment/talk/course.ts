/* The course of a talk: which items both talk about, in which order, and what stands beside each. No page here. */

import type { ChecklistItem, ChecklistPart } from '../../generated/page-data.ts';
import { figure } from '../../lib/format.ts';
import type { Result, Score } from '../../scoring/result.ts';
import { isScored } from '../../scoring/review.ts';
import * as totals from '../../scoring/totals.ts';
import type { SavedAssessment } from '../document/model.ts';
import { agreedOf } from '../document/results.ts';
import { scaleOf } from '../figures.ts';
import type { Figures, Row } from '../figures.ts';
import { differencesOf, said } from '../manager/agreement.ts';
import type { Difference } from '../manager/agreement.ts';
import { rowsOf, underStandard } from '../result/candidates.ts';

export interface Topic extends Row {
  /** the manager's points above the employee's */
  readonly apart: string | null;
  /** whether both say the same */
  readonly isAlike: boolean;
}

export interface Course {
  /** what is talked about: differences by weight, what one has not rated, sentences that both say are not met */
  readonly topics: readonly Topic[];
  /** what both say alike */
  readonly alike: readonly Topic[];
  /** what nobody has rated */
  readonly silent: readonly Topic[];
  /** what nobody can agree on: it applies to neither, or comes to no figure */
  readonly rest: readonly Topic[];
}

/** Whether both rated the indicators one by one, and some under their standard: which of them is told by nobody's figure. */
function isUnmetByBoth(view: Figures, { item }: Difference): boolean {
  const { answers, manager } = view.doc;
  const theirs = new Set(underStandard(view, item, manager.answers).map(({ code }) => code));
  return underStandard(view, item, answers).some(({ code }) => theirs.has(code));
}

export function courseOf(view: Figures): Course {
  const differences = differencesOf(view);
  const seen = new Map(differences.map(({ item, ratings }) => [item.code, ratings]));
  const topics = (some: readonly Difference[]) => rowsOf(view, some.map(({ item }) => item.code)).map(topic);
  const topic = (row: Row): Topic => {
    const ratings = seen.get(row.item.code);
    return { ...row, apart: ratings?.difference ?? null, isAlike: ratings?.same === true };
  };
  const unseen = [...view.rows, ...view.conditions].filter(({ item }) => !seen.has(item.code));
  const alike = differences.filter(({ ratings: { same } }) => same === true);
  const unmet = alike.filter((difference) => isUnmetByBoth(view, difference));
  return {
    topics: topics([
      ...differences.filter(({ ratings: { same } }) => same === false), ...differences.filter(({ ratings: { same } }) => same === null), ...unmet,
    ]),
    alike: topics(alike.filter((difference) => !unmet.includes(difference))),
    silent: unseen.filter(({ score }) => score.state === 'open').map(topic),
    rest: unseen.filter(({ score }) => score.state !== 'open' && score.state !== 'none').map(topic),
  };
}

/** a choice on the ruler */
export interface Choice {
  readonly value: string;
  /** its figure; empty where it is said by name alone */
  readonly figure: string;
  readonly name: string;
  /** what chooses it by keyboard; empty where nothing does */
  readonly key: string;
  /** whether the key is not read off the choice itself */
  readonly isKeyed: boolean;
  readonly isStandard: boolean;
}

/** up to so many ratings are said by name alone, as on the checklist: MAX_RATINGS_BY_NAME */
const MOST_BY_NAME = 5;
const LAST_KEY = 9;

export function choicesOn(view: Figures, item: ChecklistItem): readonly Choice[] {
  const { say } = view;
  const isCondition = item.kind === 'condition';
  const ratings = isCondition
    ? [{ points: '0', name: say('condition_unmet') }, { points: '1', name: say('condition_met') }]
    : scaleOf(view, item)?.ratings ?? [];
  const isByName = isCondition || item.scale === 'levels' || ratings.length <= MOST_BY_NAME;
  const isByPlace = isByName || !ratings.some(({ points }) => points.length === 1);
  return ratings.map(({ points, name }, at) => ({
    value: points, name, figure: isByName ? '' : figure(points), isKeyed: isByPlace && at < LAST_KEY,
    key: isByPlace ? (at < LAST_KEY ? String(at + 1) : '') : points.length === 1 ? points : '',
    isStandard: item.standard !== null && figure(points) === figure(item.standard),
  }));
}

/** Where points stand on a ruler of equal choices, from 0 to 1; between two of them in proportion. */
export function placeOn(choices: readonly Pick<Choice, 'value'>[], points: string | null): number | null {
  if (points === null || !choices.length) return null;
  const values = choices.map(({ value }) => Number(value));
  const point = Math.min(Math.max(Number(points), values[0]), values[values.length - 1]);
  const above = values.findIndex((value) => value >= point);
  const [low, high] = [values[Math.max(above - 1, 0)], values[above]];
  const at = high === low ? above : above - (high - point) / (high - low);
  return (at + 0.5) / values.length;
}

/** the points of a score, on a ruler; of a condition whether it is met */
export const onRuler = (score: Score | null): string | null =>
  score && isScored(score) ? score.points ?? (score.reached ? '1' : '0') : null;

export interface Standing {
  readonly result: Result;
  readonly settled: readonly Row['item'][];
  readonly open: readonly Row['item'][];
}

/** what is agreed on by now, and what is open; what applies to nobody, or comes to no figure, is neither */
export function standingOf({ data, doc }: Figures): Standing {
  const result = agreedOf(data, doc);
  const at = (state: Score['state']) => data.items.filter((_, place) => result.items[place].state === state);
  return { result, settled: at('scored'), open: at('open') };
}

/** The sentences of an item that both can say are not met: while what is agreed on is under the standard. */
export const tickable = ({ item }: Pick<Row, 'item'>, agreed: Score | undefined): readonly ChecklistPart[] => (agreed?.gap?.startsWith('-') ? item.parts : []);

/** what most moves the result that both agreed on, as many items as are to be chosen */
export const proposed = ({ data }: Figures, { result }: Standing): readonly string[] => totals.most(result, data.pick);

/** what an item came to as its ruler says it: by figure or by name; between two ratings as a figure; else why there is nothing */
export function readOff(view: Figures, item: ChecklistItem, score: Score | null): string {
  const points = onRuler(score);
  const named = points === null ? undefined : choicesOn(view, item).find((choice) => !choice.figure && figure(choice.value) === figure(points));
  return named?.name ?? said(view, item, score);
}

/** what both agree on by now; nothing where it is open */
export const valueSaid = (view: Figures, item: ChecklistItem, score: Score | undefined): string =>
  onRuler(score ?? null) === null ? '' : readOff(view, item, score ?? null);

/** An indicator is said not to be met by now, or not any more. */
export function tick(draft: SavedAssessment, item: ChecklistItem, part: string, isUnmet: boolean) {
  const { unmet } = draft.agreement;
  const before = Object.hasOwn(unmet, item.code) ? unmet[item.code] : [];
  const codes = item.parts.map(({ code }) => code).filter((code) => (code === part ? isUnmet : before.includes(code)));
  if (codes.length) unmet[item.code] = codes;
  else Reflect.deleteProperty(unmet, item.code);
}

/** What both leave open, by name of its own: its value is taken back. */
export function leaveOpen(draft: SavedAssessment, code: string) {
  const { agreed, agreement } = draft;
  Reflect.deleteProperty(agreed, code);
  if (!agreement.open.includes(code)) agreement.open.push(code);
}

/** The talk is over: what is open is noted, what is met by now is not said to be unmet any more. */
export function close(draft: SavedAssessment, { result, open }: Standing, picks: readonly string[], at: string) {
  const { agreement } = draft;
  const under = new Set(result.items.filter(({ gap }) => gap?.startsWith('-')).map(({ code }) => code));
  agreement.unmet = Object.fromEntries(Object.entries(agreement.unmet).filter(([code]) => under.has(code)));
  agreement.open = open.map(({ code }) => code);
  agreement.picks = [...picks];
  agreement.done = at;
}

/** where a talk goes on: at the first topic that both have neither agreed on nor left open */
export function beginning({ topics }: Course, { open }: Standing, { agreement }: Pick<SavedAssessment, 'agreement'>): number {
  const waiting = new Set(open.map(({ code }) => code).filter((code) => !agreement.open.includes(code)));
  const at = topics.findIndex(({ item }) => waiting.has(item.code));
  return at < 0 ? topics.length : at;
}

/* What the parts of a result look at: the document and what it came to, worked out once. */

import type { ChecklistItem, Scale } from '../generated/page-data.ts';
import { figure, ratingOf } from '../lib/format.ts';
import type { Share } from '../lib/format.ts';
import { speaker } from '../lib/words.ts';
import { isOneByOne } from '../scoring/item.ts';
import * as score from '../scoring/reasons.ts';
import type { Result, Score, Why } from '../scoring/result.ts';
import { isScored } from '../scoring/review.ts';
import * as totals from '../scoring/totals.ts';
import * as answers from './document/answers.ts';
import type { Look } from './document/changes.ts';
import { canAgree, canRate } from './document/layers.ts';
import type { Answers, SavedAssessment, Side } from './document/model.ts';
import { movedOf } from './document/moved.ts';
import type { Moved } from './document/moved.ts';
import { agreedOf, chosenIn, isAgreed, ratingsOf } from './document/results.ts';
import type { Host } from './host.ts';
import { sideOf } from './storage/seats.ts';

type Data = Host['data'];
export type Say = ReturnType<typeof speakerOf>;

/** what counts: what the employee has rated, or rates without a manager; what the manager has, as long as the other may not be seen; or what both agreed on */
export type Headline = 'self' | 'alone' | 'manager' | 'agreed';

/** an item with what came of it */
export interface Row {
  readonly item: ChecklistItem;
  /** what counts */
  readonly score: Score;
  /** the employee's, where it stands beside what counts */
  readonly self: Score | null;
  /** the manager's, where it stands beside what counts */
  readonly manager: Score | null;
}

/** of what figures are worked out */
type Source = Pick<Host, 'data' | 'doc' | 'seat' | 'actor' | 'looks'> & { readonly keeper: Pick<Host['keeper'], 'look'> };

export interface Figures {
  readonly data: Data;
  readonly doc: SavedAssessment;
  readonly say: Say;
  readonly headline: Headline;
  /** what counts */
  readonly result: Result;
  /** the employee's, where it stands beside what counts */
  readonly selfResult: Result | null;
  /** the manager's, where it stands beside what counts */
  readonly managerResult: Result | null;
  /** of the side whose ratings count; of what both agreed on there are none */
  readonly answers: Answers | null;
  /** all items but conditions */
  readonly rows: readonly Row[];
  readonly conditions: readonly Row[];
  /** codes of items of which something is to be looked at again */
  readonly again: readonly string[];
  /** what a release that came after it has done to what counts; null where it is finished */
  readonly moved: Moved | null;
  /** codes of the items that were chosen as the most important ones */
  readonly picked: readonly string[];
  /** the scale that all scores are on, if it is one */
  readonly scale: Scale | null;
  /** whether that is the levels, which are said by name */
  readonly byLevels: boolean;
  /** what all items with a score ask alike */
  readonly standard: string | null;
  /** whether any item asks anything */
  readonly hasStandards: boolean;
  /** whether whose ratings count sits here, and can still answer */
  readonly canAnswer: boolean;
  /** whether who sits here can choose the most important ones: before they have agreed each their own, then both together */
  readonly canPick: boolean;
}

export interface ResultView extends Figures {
  readonly host: Host;
}

const speakerOf = (data: Data) => speaker(data, 'result');

/** whether anything of it has been answered */
export const hasBegun = (result: Result): boolean => result.items.some(isScored);

/** points as they are said: levels by their name */
export const valuer = (data: Pick<Data, 'scales'>) => (item: Pick<ChecklistItem, 'scale'>, points: string): string => {
  const rating = item.scale === 'levels' ? ratingOf(data.scales.levels, points) : null;
  return rating ? rating.name : figure(points);
};

export const pointsOf = ({ data }: Figures, item: ChecklistItem, points: string): string => valuer(data)(item, points);

/** why there is no figure, or only half of it */
export const reasonOf = ({ data }: Figures, why: Why | null, otherwise: string): string => (why ? score.say(data.words, why) : otherwise);

/** of how many of its indicators the points of an item are the mean; null where they are not worked out from any */
export function shareOf({ why }: Pick<Score, 'why'>): Share | null {
  return why?.key === 'parts' ? { counted: Number(why.facts.n), of: Number(why.facts.of) } : null;
}

export const scaleOf = ({ data }: Figures, item: ChecklistItem): Scale | undefined => data.scales[item.scale];

/** the permanent address of an indicator; nothing where it has no code of its own */
export function codeHref({ data }: Pick<Figures, 'data'>, code: string): string {
  const { href } = data.sequence;
  const root = href.slice(0, href.lastIndexOf('sequences/'));
  return code.includes('.') ? '' : `${root}id/${encodeURIComponent(code)}/index.html`;
}

/** what all texts are, where they are one and the same */
function commonOf(texts: readonly (string | null)[]): string | null {
  const different = [...new Set(texts)];
  return different.length === 1 ? different[0] : null;
}

function commonScale(data: Data, scored: readonly Row[]): Scale | null {
  const id = commonOf(scored.map(({ item }) => item.scale));
  return id === null ? null : data.scales[id] ?? null;
}

function commonStandard(scored: readonly Row[]): string | null {
  const standard = commonOf(scored.map(({ score: own }) => own.standard));
  return standard === null ? null : figure(standard);
}

/** whose answers what counts comes from */
const sidesOf = (headline: Headline): readonly Side[] =>
  (headline === 'agreed' ? ['employee', 'manager'] : headline === 'manager' ? ['manager'] : ['employee']);

/** the items of which something is to be looked at again */
function lookedAt({ data }: Source, looks: readonly Look[]): string[] {
  const codes = new Set(looks.map(({ code }) => code));
  return data.items.filter((item) => [item, ...item.parts].some(({ code }) => codes.has(code))).map(({ code }) => code);
}

function headlineOf({ doc, seat, looks }: Source): Headline {
  if (isAgreed(doc)) return 'agreed';
  if (seat === 'manager' && !looks) return 'manager';
  return doc.alone ? 'alone' : 'self';
}

type Results = Pick<Figures, 'result' | 'selfResult' | 'managerResult'>;

/** What counts, and what stands beside it: nothing of the other side before it may be seen. */
function resultsOf({ data, doc, looks }: Source, headline: Headline): Results {
  if (headline === 'manager') return { result: ratingsOf(data, doc, 'manager'), selfResult: null, managerResult: null };
  const hasManager = hasBegun(totals.assess(data, doc.manager.answers, doc.mode));
  const own = ratingsOf(data, doc, 'employee');
  const managerResult = hasManager && (looks || headline === 'agreed') ? ratingsOf(data, doc, 'manager') : null;
  if (headline === 'agreed') return { result: agreedOf(data, doc), selfResult: own, managerResult };
  return { result: own, selfResult: null, managerResult };
}

function rowsOf(data: Data, { result, selfResult, managerResult }: Results): Row[] {
  return data.items.map((item, at) => ({
    item, score: result.items[at], self: selfResult?.items[at] ?? null, manager: managerResult?.items[at] ?? null,
  }));
}

/** which items were chosen, and whether that can be changed here */
function picking(source: Source, headline: Headline): Pick<Figures, 'picked' | 'canPick'> {
  const { data, doc, seat, actor } = source;
  if (headline === 'agreed') return { picked: chosenIn(data, doc), canPick: canAgree(doc, actor) };
  const own = answers.picked(data, doc, 'employee');
  const isManagers = headline === 'manager' || (seat === 'manager' && !own.length);
  const picked = isManagers ? answers.picked(data, doc, 'manager') : own;
  return { picked, canPick: canRate(doc, actor, sideOf(seat)) && (seat === 'employee' || isManagers) };
}

export function figuresOf(source: Source): Figures {
  const { data, doc, actor } = source;
  const headline = headlineOf(source);
  const results = resultsOf(source, headline);
  const all = rowsOf(data, results);
  const rows = all.filter(({ item }) => item.kind !== 'condition');
  const scored = rows.filter(({ score: own }) => isScored(own));
  const scale = commonScale(data, scored);
  const side: Side = headline === 'manager' ? 'manager' : 'employee';
  const looks = doc.finished ? [] : source.keeper.look.filter(({ who }) => sidesOf(headline).includes(who));
  const again = lookedAt(source, looks);
  return {
    data, doc, headline, ...results, rows, scale,
    say: speakerOf(data),
    answers: headline === 'agreed' ? null : answers.answersOf(doc, side),
    conditions: all.filter(({ item }) => item.kind === 'condition'),
    again, moved: doc.finished ? null : movedOf({ data, doc, result: results.result, again, looks, isNoted: headline !== 'manager', say: speakerOf(data) }),
    byLevels: !!scale && scale === data.scales.levels,
    standard: commonStandard(scored),
    hasStandards: rows.some(({ score: own }) => own.state !== 'none' && own.standard !== null),
    canAnswer: headline !== 'agreed' && canRate(doc, actor, side),
    ...picking(source, headline),
  };
}

/** what both agreed to leave open, or never agreed on */
export const unsettled = ({ headline, rows, conditions, again }: Figures): Row[] =>
  headline === 'agreed' ? [...rows, ...conditions].filter(({ item, score }) => score.state === 'open' && !again.includes(item.code)) : [];

/** whose ratings count, as the head of their column says it */
export function mineOf({ headline, say }: Pick<Figures, 'headline' | 'say'>): string {
  return say(headline === 'agreed' ? 'agreed_short' : headline === 'manager' ? 'manager' : 'mine');
}

export const resultView = (host: Host): ResultView => ({ ...figuresOf(host), host });

/** the scales by which people rated: that of indicators too, where they rated one by one */
export function scalesOf(data: Pick<Data, 'scale' | 'partScale' | 'scales' | 'items'>, mode: SavedAssessment['mode']): Scale[] {
  const used = new Set([data.scale, mode === 'full' || data.items.some(isOneByOne) ? data.partScale : '']);
  return [...used].map((id) => data.scales[id]).filter(Boolean);
}

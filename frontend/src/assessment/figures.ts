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
import type { SavedAssessment } from './document/model.ts';
import type { Host } from './host.ts';

type Data = Host['data'];
export type Say = ReturnType<typeof speakerOf>;

/** an item with what both made of it */
export interface Row {
  readonly item: ChecklistItem;
  readonly own: Score;
  /** the manager's, where there is any */
  readonly manager: Score | null;
}

/** of what figures are worked out */
type Source = Pick<Host, 'data' | 'doc' | 'seat'> & { readonly keeper: Pick<Host['keeper'], 'look'> };

export interface Figures {
  readonly data: Data;
  readonly doc: SavedAssessment;
  readonly say: Say;
  readonly result: Result;
  /** where the manager has rated anything */
  readonly managerResult: Result | null;
  /** all items but conditions */
  readonly rows: readonly Row[];
  readonly conditions: readonly Row[];
  /** codes of items of which something is to be looked at again */
  readonly again: readonly string[];
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
  /** whether the employee looks at it, and can still answer */
  readonly canAnswer: boolean;
  /** whether who sits here can choose the most important ones: where the employee has, the manager cannot */
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
  const standard = commonOf(scored.map(({ own }) => own.standard));
  return standard === null ? null : figure(standard);
}

/** the items of which something is to be looked at again, of the employee's answers */
function lookedAt({ data, keeper }: Source): string[] {
  const codes = new Set(keeper.look.filter(({ who }) => who === 'employee').map(({ code }) => code));
  return data.items.filter((item) => [item, ...item.parts].some(({ code }) => codes.has(code))).map(({ code }) => code);
}

function rowsOf(data: Data, result: Result, managerResult: Result | null): Row[] {
  return data.items.map((item, at) => ({ item, own: result.items[at], manager: managerResult ? managerResult.items[at] : null }));
}

export function figuresOf(source: Source): Figures {
  const { data, doc, seat } = source;
  const result = totals.assess(data, doc.answers, doc.mode);
  const theirs = totals.assess(data, doc.manager.answers, doc.mode);
  const managerResult = hasBegun(theirs) ? theirs : null;
  const all = rowsOf(data, result, managerResult);
  const rows = all.filter(({ item }) => item.kind !== 'condition');
  const scored = rows.filter(({ own }) => isScored(own));
  const scale = commonScale(data, scored);
  const own = answers.picked(data, doc, 'employee');
  const managerPicks = seat === 'manager' && !own.length;
  return {
    data, doc, result, managerResult, rows, scale,
    say: speakerOf(data),
    conditions: all.filter(({ item }) => item.kind === 'condition'),
    again: doc.finished ? [] : lookedAt(source),
    picked: managerPicks ? answers.picked(data, doc, 'manager') : own,
    byLevels: !!scale && scale === data.scales.levels,
    standard: commonStandard(scored),
    hasStandards: rows.some((row) => row.own.state !== 'none' && row.own.standard !== null),
    canAnswer: seat === 'employee' && !doc.finished,
    canPick: !doc.finished && (seat === 'employee' || managerPicks),
  };
}

export const resultView = (host: Host): ResultView => ({ ...figuresOf(host), host });

/** the scales by which people rated: that of indicators too, where they rated one by one */
export function scalesOf(data: Pick<Data, 'scale' | 'partScale' | 'scales' | 'items'>, mode: SavedAssessment['mode']): Scale[] {
  const used = new Set([data.scale, mode === 'full' || data.items.some(isOneByOne) ? data.partScale : '']);
  return [...used].map((id) => data.scales[id]).filter(Boolean);
}

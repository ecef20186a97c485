/* The rows of the list under a search field, as values: what stands in which row, and which links it has. */

import type { SearchPopupData } from '../generated/page-data.ts';
import type { SearchWord } from '../generated/words.ts';
import type { Say } from '../lib/words.ts';
import type { Answer, GroupName, Hit, HitGroup, SearchResult } from './result.ts';

/** So many hits of a group are shown at first. */
const SHOWN: Readonly<Record<GroupName, number>> = { levels: 6, competencies: 6, requirements: 6, guides: 5, problems: 3 };
const NEAREST = 5;

export interface RowLink {
  readonly text: string;
  readonly href: string;
}

export type PopupRow =
  | { readonly kind: 'answer', readonly answer: Answer }
  | { readonly kind: 'links', readonly links: readonly RowLink[] }
  | { readonly kind: 'hit', readonly hit: Hit, readonly label: string, readonly place: string }
  | { readonly kind: 'elsewhere', readonly title: string, readonly href: string, readonly place: string }
  | { readonly kind: 'all', readonly text: string, readonly href: string }
  | { readonly kind: 'more', readonly text: string, readonly group: GroupName };

export interface PopupSection {
  readonly key: string;
  readonly title: string;
  /** whether the title is seen; it is heard always */
  readonly isTitled: boolean;
  readonly rows: readonly PopupRow[];
}

/** What the list was asked for, and what surrounds it. */
export interface Asked {
  readonly query: string;
  readonly say: Say<SearchWord>;
  readonly told: SearchPopupData;
  /** groups of which all is shown */
  readonly unfolded: ReadonlySet<GroupName>;
}

/** How many links a row has, from left to right. */
export function cellCount(row: PopupRow): number {
  if (row.kind === 'links') return row.links.length;
  return row.kind === 'hit' && row.hit.codeHref ? 2 : 1;
}

export const rowsOf = (sections: readonly PopupSection[]): readonly PopupRow[] => sections.flatMap(({ rows }) => rows);

/** What a hit is of: sequence, level, competency, and what has to be known about it. */
function placeOf({ parts, alias, reference, codes = [] }: Hit, say: Say<SearchWord>): string {
  const notes = [alias && say('also_called', { name: alias }), codes.length > 1 && say('same_text', { codes: codes.slice(1).join(' ') })];
  const place = [...parts, ...(reference ? [say('reference')] : [])].join(say('dot'));
  return [place, ...notes].filter(Boolean).join(say('comma'));
}

function hitRow(hit: Hit, say: Say<SearchWord>): PopupRow {
  const label = hit.kind === 'indicator' ? '' : say(`kind_${hit.kind}`);
  return { kind: 'hit', hit, label, place: placeOf(hit, say) };
}

/** The page of indicators with what was typed, where no server sees it. */
const allIndicators = ({ told, query }: Asked): string => `${told.indicators}#${new URLSearchParams({ q: query }).toString()}`;

function restRow({ name, hits }: HitGroup, asked: Asked): readonly PopupRow[] {
  const left = hits.length - SHOWN[name];
  if (left <= 0) return [];
  if (name === 'requirements') return [{ kind: 'all', text: asked.say('requirements', { n: hits.length }), href: allIndicators(asked) }];
  return asked.unfolded.has(name) ? [] : [{ kind: 'more', text: asked.say('more', { n: left }), group: name }];
}

function groupSection(group: HitGroup, asked: Asked, hasAnswer: boolean): PopupSection {
  const { name, hits } = group;
  const { say, unfolded } = asked;
  const shown = unfolded.has(name) ? hits : hits.slice(0, SHOWN[name]);
  const title = hasAnswer && name === 'levels' ? say('head_levels_more') : say(`head_${name}`);
  return { key: name, title, isTitled: true, rows: [...shown.map((hit) => hitRow(hit, say)), ...restRow(group, asked)] };
}

function answerLinks({ comparison, checklist, matrix, print }: Answer, say: Say<SearchWord>): readonly RowLink[] {
  return [
    ...(comparison ? [{ text: say('compare', { name: comparison.name }), href: comparison.href }] : []),
    ...(checklist ? [{ text: say('checklist'), href: checklist.href }] : []),
    ...(matrix ? [{ text: say('matrix'), href: matrix.href }] : []),
    { text: say('print'), href: print.all },
    ...(print.pocket === null ? [] : [{ text: say('pocket'), href: print.pocket }]),
  ];
}

function answerSection(answer: Answer, say: Say<SearchWord>): PopupSection {
  const rows: PopupRow[] = [{ kind: 'answer', answer }, { kind: 'links', links: answerLinks(answer, say) }];
  return { key: 'answer', title: say('head_answer'), isTitled: false, rows };
}

/** What is near to words that nothing holds, and where else to look. */
function withoutHits({ nearest }: SearchResult, { say, told }: Asked): readonly PopupSection[] {
  const near = (nearest?.hits ?? []).slice(0, NEAREST).map((hit) => hitRow(hit, say));
  const elsewhere = told.elsewhere.map(([title, href, place]): PopupRow => ({ kind: 'elsewhere', title, href, place }));
  return [
    ...(near.length ? [{ key: 'near', title: say('head_near'), isTitled: true, rows: near }] : []),
    { key: 'elsewhere', title: say('head_elsewhere'), isTitled: true, rows: elsewhere },
  ];
}

const isEmpty = ({ answer, groups }: SearchResult): boolean => !answer && !groups.length;

/** What is shown of a result, in order: the answer first. */
export function sectionsOf(result: SearchResult, asked: Asked): readonly PopupSection[] {
  if (isEmpty(result)) return withoutHits(result, asked);
  const groups = result.groups.map((group) => groupSection(group, asked, Boolean(result.answer)));
  return [...(result.answer ? [answerSection(result.answer, asked.say)] : []), ...groups];
}

/**
 * What the line over the rows says: how many were found, and of what.
 * @param isWhole - whether everything was looked through
 */
export function statusOf(result: SearchResult, { say, query }: Asked, isWhole: boolean): string {
  const n = result.groups.reduce((sum, { hits }) => sum + hits.length, 0);
  if (isEmpty(result)) return say(result.nearest?.hits.length ? 'near' : 'none', { query });
  if (!isWhole) return say('still', { n });
  if (result.readAs) return say('read_as', { query, word: result.readAs });
  if (result.answer) return say(n ? 'answered_more' : 'answered', { n });
  if (result.groups.length === 1) return say('found', { n });
  const groups = result.groups.map(({ name, hits }) => say(`count_${name}`, { n: hits.length })).join(say('comma'));
  return say('found_groups', { n, groups });
}

/* The search itself, without a page: substrings over codes, indicator texts and titles.
   Chinese has no blanks between words, so that a substring is what people remember of a sentence. */

import type { IndicatorEntry, PageEntry, PlaceEntry, SearchData } from '../generated/page-data.ts';
import { normalise, plainCode } from '../lib/text.ts';

/** So many of the best hits are looked through for equal words; nobody reads further down. */
const MERGED = 60;

/** From this length on, a piece found in an indicator means the indicator, not a page. */
const SENTENCE = 6;

/** a page, and its texts as they are compared */
export interface PageHit {
  readonly title: string;
  readonly href: string;
  readonly kind: string;
  readonly norm: string;
  readonly codes: readonly string[];
  readonly extra: string;
}

/** an indicator, and its texts as they are compared */
export interface IndicatorHit {
  readonly code: string;
  readonly text: string;
  readonly place: PlaceEntry;
  readonly norm: string;
  readonly plain: string;
  /** of all that say the same */
  readonly codes?: readonly string[];
  /** codes of others of its competency that hold the words too */
  readonly also?: readonly string[];
}

export interface SearchIndex {
  readonly pages: readonly PageHit[];
  readonly indicators: readonly IndicatorHit[];
}

/** what was found, best first; query: what to mark in texts */
export interface Hits extends SearchIndex {
  readonly pagesFirst: boolean;
  readonly query: string;
}

function toPage([title, href, kind, extra]: PageEntry): PageHit {
  const words = extra.split(/\s+/).filter(Boolean);
  return { title, href, kind, norm: normalise(title), codes: words.map(plainCode), extra: normalise(extra) };
}

function toIndicator([code, text, place]: IndicatorEntry, places: readonly PlaceEntry[]): IndicatorHit {
  return { code, text, place: places[place], norm: normalise(text), plain: plainCode(code) };
}

const shortest = (a: { readonly norm: string }, b: { readonly norm: string }) => a.norm.length - b.norm.length;

/**
 * Makes everything ready once, so that a query only compares. Short ones stand first: among those that
 * hold the words sought, the shorter is the likelier to be meant.
 */
export function prepare(data: Omit<SearchData, 'next'>): SearchIndex {
  return {
    pages: data.pages.map(toPage).sort(shortest),
    indicators: data.indicators.map((entry) => toIndicator(entry, data.places)).sort(shortest),
  };
}

/** What two files of a long index hold together. */
export function joined(index: SearchIndex, more: SearchIndex): SearchIndex {
  return {
    pages: [...index.pages, ...more.pages].sort(shortest),
    indicators: [...index.indicators, ...more.indicators].sort(shortest),
  };
}

/**
 * Sorts things into drawers by rank, best first; those of one rank keep their order.
 * @param rank - 0 is best; below 0 is no hit
 */
function drawers<T>(things: readonly T[], rank: (thing: T) => number): T[][] {
  const sorted: T[][] = [[], [], [], [], []];
  for (const thing of things) {
    const place = rank(thing);
    if (place >= 0) sorted[place].push(thing);
  }
  return sorted;
}

/** the code, its beginning, the text's beginning, its inside, inside the code */
function indicatorRank(query: string, code: string): (indicator: IndicatorHit) => number {
  return (indicator) => {
    if (code && indicator.plain.startsWith(code)) return indicator.plain === code ? 0 : 1;
    const at = indicator.norm.indexOf(query);
    if (at >= 0) return at === 0 ? 2 : 3;
    return code.length > 2 && indicator.plain.includes(code) ? 4 : -1;
  };
}

/** the title or code, its beginning, its inside, the other words of the page */
function pageRank(query: string, code: string): (page: PageHit) => number {
  return (page) => {
    if (page.norm === query || (code && page.codes.includes(code))) return 0;
    const at = page.norm.indexOf(query);
    if (at >= 0) return at === 0 ? 1 : 2;
    return query.length > 1 && page.extra.includes(query) ? 3 : -1;
  };
}

/** what holds all the words, wherever they stand */
function findTerms(index: SearchIndex, terms: readonly string[]): Hits {
  const holds = (text: string) => terms.every((term) => text.includes(term));
  const placed = ({ norm, plain, place }: IndicatorHit) => `${norm} ${plain} ${normalise(place.slice(0, 3).join(' '))}`;
  return {
    query: terms[0],
    pages: index.pages.filter(({ norm, extra }) => holds(`${norm} ${extra}`)),
    indicators: index.indicators.filter((indicator) => holds(placed(indicator))),
    pagesFirst: true,
  };
}

const codesOf = ({ code, codes }: IndicatorHit): readonly string[] => codes ?? [code];
const isOfCompetency = ({ place: [competency, sequence] }: IndicatorHit, other: IndicatorHit): boolean =>
  other.place[0] === competency && other.place[1] === sequence;

/** What a competency says in the same words at several levels is one hit that names all its codes. */
function merge(hits: readonly IndicatorHit[]): IndicatorHit[] {
  const merged = new Map<string, IndicatorHit>();
  for (const hit of hits.slice(0, MERGED)) {
    const key = `${hit.place[0]}|${hit.place[1]}|${hit.norm}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, codes: [...codesOf(known), hit.code] } : hit);
  }
  return [...merged.values(), ...hits.slice(MERGED)];
}

/**
 * Levels of one competency are worded in parallel, so that the same words often stand in several of them:
 * the first hit names the others, which follow as hits of their own.
 */
function withKin(hits: readonly IndicatorHit[]): readonly IndicatorHit[] {
  if (!hits.length) return hits;
  const [first, ...rest] = hits;
  const kin = rest.slice(0, MERGED).filter((hit) => isOfCompetency(first, hit));
  return [{ ...first, also: kin.flatMap(codesOf) }, ...rest];
}

/**
 * @param raw - what was typed
 * @returns all hits, best first
 */
export function find(index: SearchIndex, raw: string): Hits {
  const query = normalise(raw);
  if (!query) return { query, pages: [], indicators: [], pagesFirst: true };
  const code = /^[a-z0-9]+$/.test(plainCode(raw)) ? plainCode(raw) : '';
  const indicators = drawers(index.indicators, indicatorRank(query, code));
  const pages = drawers(index.pages, pageRank(query, code));
  const terms = raw.trim().split(/\s+/).map(normalise).filter(Boolean);
  const none = ![...indicators, ...pages].some((drawer) => drawer.length);
  if (none && terms.length > 1) return findTerms(index, terms);
  return {
    query,
    pages: pages.flat(),
    indicators: withKin(merge(indicators.flat())),
    pagesFirst: pagesFirst(query, indicators, pages, Boolean(code)),
  };
}

/** whether the pages stand above the indicators */
function pagesFirst(query: string, indicators: readonly IndicatorHit[][], pages: readonly PageHit[][], isCode: boolean): boolean {
  const titled = pages[0].length + pages[1].length + pages[2].length > 0;
  if (indicators[0].length) return false;
  if (isCode && pages[0].length) return true;
  const sentence = query.length >= SENTENCE && indicators[2].length + indicators[3].length > 0;
  return titled && !sentence;
}

/**
 * Where the query stands in a text as written, blanks and widths as they are there.
 * @param query - normalised
 */
export function range(text: string, query: string): [start: number, end: number] | null {
  let plain = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const piece = normalise(text[at]);
    plain += piece;
    for (let n = 0; n < piece.length; n += 1) origin.push(at);
  }
  const start = query ? plain.indexOf(query) : -1;
  return start < 0 ? null : [origin[start], origin[start + query.length - 1] + 1];
}

/* The search itself, without a page: what a query finds, in the order in which it is shown.

   First as typed; names also by the words that a query without blanks is made of (沟通能力 finds 沟通倾听能力); where nothing is
   found, by these words wherever they stand, then as if one slip had been made, and at last by what comes nearest, or has one word of it. */

import type { SearchData } from '../generated/page-data.ts';
import { answered, toAnswer } from './answer.ts';
import { codeMatches } from './codes.ts';
import { grouped } from './groups.ts';
import { HitMaker } from './hits.ts';
import { SearchIndex } from './index.ts';
import type { Answerable } from './index.ts';
import { isNamed, matches } from './match.ts';
import type { Match, Matches } from './match.ts';
import { nearest } from './nearest.ts';
import type { Hit, SearchResult } from './result.ts';
import { readings } from './slip.ts';
import { cut, inside, typed, withSounds } from './terms.ts';
import type { Term } from './terms.ts';

/** what it costs to be found by the words of a query only */
const CUT = 4;
/** Fewer signs are no part of a sentence. */
const COPIED = 5;
/** Fewer signs of a query are not sought alone. */
const ALONE = 2;
/** so much is shown that has something in common with a query that nothing holds */
const NEAR = 5;
/** Nobody types more signs; whole pages are pasted by mistake. */
const LONGEST = 120;
/** so many words of such a query are sought alone */
const WORDS = 5;
/** ways to mean a query that are tried where nothing holds it */
const READINGS = 4;

/**
 * Makes a file's data ready.
 * @param before - what earlier files have brought
 */
export const prepare = (data: Omit<SearchData, 'next'>, before: SearchIndex | null = null): SearchIndex => new SearchIndex(data, before);

/** what was found, and by which terms and pieces of these */
export interface Found extends Matches {
  readonly terms: readonly Term[];
  readonly pieces: readonly Term[];
}

const isEmpty = ({ things, cells, requirements }: Matches): boolean => !things.length && !cells.length && !requirements.length;

/** Both, each match once; of what is in both, the first. */
function both(first: readonly Match[], second: readonly Match[], more: number): readonly Match[] {
  if (!second.length) return first;
  if (!first.length && !more) return second;
  const known = new Set(first.map(({ at }) => at));
  return [...first, ...second.filter(({ at }) => !known.has(at)).map(({ at, cost }) => ({ at, cost: cost + more }))];
}

/** Terms of letters that no name holds may be the sound of Chinese. */
function withSoundsWhereUnnamed(terms: readonly Term[], index: SearchIndex): Term[] {
  return terms.map((term) => (/^[a-z]{2,}$/.test(term.text) && !isNamed(term, index) ? withSounds(term, index.dictionary) : term));
}

/** What is found without supposing a slip. */
function found(query: string, index: SearchIndex, isAnswered: boolean): Found {
  const [asTyped, asCut] = [typed(query, index.dictionary), cut(query, index.dictionary)];
  const terms = withSoundsWhereUnnamed(asTyped, index);
  const whole = matches(terms, index, 'texts');
  if (asCut.map(({ text }) => text).join(' ') === asTyped.map(({ text }) => text).join(' ')) return { ...whole, terms, pieces: [] };
  const pieces = withSoundsWhereUnnamed(asCut, index);
  const isFound = whole.requirements.length > 0 || isAnswered;
  const parts = matches(pieces, index, isFound ? 'names' : 'names and requirements');
  return {
    things: both(whole.things, parts.things, CUT),
    cells: both(whole.cells, parts.cells, CUT),
    requirements: isFound ? whole.requirements : parts.requirements,
    terms,
    pieces,
  };
}

function foundBy(query: string, index: SearchIndex): Found {
  const terms = withSoundsWhereUnnamed(cut(query, index.dictionary), index).map((term) => inside(term, index.dictionary));
  return { ...matches(terms, index, 'texts'), terms, pieces: [] };
}

/** What is found by a query as one piece, wherever that begins and ends: part of a sentence that somebody copied. */
function foundAsPiece(query: string, index: SearchIndex): Found {
  const terms: Term[] = [{ text: query, soft: false, alternatives: [{ piece: query, edge: 'any', cost: 0 }] }];
  return { ...matches(terms, index, 'texts'), terms, pieces: [] };
}

/** What is found by the pieces of a query wherever they stand, also inside words, as two words or as one. */
function foundInside(query: string, index: SearchIndex): Found {
  const copied = query.length < COPIED ? null : foundAsPiece(query, index);
  if (copied && !isEmpty(copied)) return copied;
  const apart = foundBy(query, index);
  return isEmpty(apart) && query.includes(' ') ? foundBy(query.replace(/ /g, ''), index) : apart;
}

/** What was found, and how the query was understood. */
export interface Understood {
  readonly found: Found;
  readonly answer: Answerable | null;
  /** whether a requirement has the code that was typed */
  readonly isCode: boolean;
  readonly readAs: string;
}

/** The first way to mean the query that finds something. */
function misread(query: string, index: SearchIndex): Understood | null {
  for (const readAs of readings(query, index.dictionary).slice(0, READINGS)) {
    const answer = answered(readAs, index);
    const better = found(readAs, index, answer !== null);
    if (!isEmpty(better)) return { found: better, answer, isCode: false, readAs };
  }
  return null;
}

/** The beginning of a query as it is compared, with a blank wherever one was typed: between Chinese words that is meant, in texts it is not. */
const spaced = (raw: string, index: SearchIndex): string => raw.trim().slice(0, LONGEST).split(/\s+/).map((word) => index.fold(word)).filter(Boolean).join(' ');

const NOTHING: SearchResult = { answer: null, groups: [], readAs: '', nearest: null };

/**
 * What a query finds in all, and how it was understood; nothing where nothing holds it.
 * @param raw - what was typed
 */
export function understood(index: SearchIndex, raw: string): Understood | null {
  const query = spaced(raw, index);
  if (!query) return null;
  const codes = codeMatches(raw, index);
  const answer = answered(query, index);
  const asTyped = found(query, index, answer !== null);
  const literal = isEmpty(asTyped) && !codes.things.length && !codes.requirements.length ? foundInside(query, index) : asTyped;
  const whole: Found = {
    ...literal,
    things: both(codes.things, literal.things, 0),
    requirements: both(codes.requirements, literal.requirements, 0),
  };
  return !isEmpty(whole) || answer ? { found: whole, answer, isCode: codes.isExact, readAs: '' } : misread(query, index);
}

/**
 * @param raw - what was typed
 */
export function find(index: SearchIndex, raw: string): SearchResult {
  const query = spaced(raw, index);
  if (!query) return NOTHING;
  const known = understood(index, raw);
  if (known) return shown(index, known.readAs || query, known);
  return { ...NOTHING, nearest: { hits: near(query, index) } };
}

/** The names that come nearest; where none does, what one word of the query finds alone, the longest first. */
function near(query: string, index: SearchIndex): readonly Hit[] {
  const words = cut(query, index.dictionary);
  const names = nearest(query, index, NEAR);
  if (names.length) return names.map((match) => new HitMaker(index, words).thing(match));
  const alone = words.filter(({ text, soft }) => !soft && text.length >= ALONE && text !== query);
  for (const { text } of alone.sort((a, b) => b.text.length - a.text.length).slice(0, WORDS)) {
    const part = found(text, index, false);
    const known = { found: part, answer: null, isCode: false, readAs: '' };
    if (!isEmpty(part)) return shown(index, text, known).groups.flatMap(({ hits }) => hits).slice(0, NEAR);
  }
  return [];
}

function shown(index: SearchIndex, query: string, { found: matched, answer, isCode, readAs }: Understood): SearchResult {
  const words = matched.terms.filter(({ soft }) => !soft).map(({ text }) => text);
  const groups = grouped(index, matched, { query: index.fold(query), words, answer, isCode, maker: new HitMaker(index, matched.terms, matched.pieces) });
  return { answer: answer && toAnswer(answer), groups, readAs, nearest: null };
}

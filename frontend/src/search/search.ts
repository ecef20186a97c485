/* The search itself, without a page: what a query finds, in the order in which it is shown.

   First as typed; names also by the words that a query without blanks is made of (沟通能力 finds 沟通倾听能力); where nothing is
   found, by these words wherever they stand, then as if one slip had been made, and at last by what comes nearest. */

import type { HitKind, SearchData } from '../generated/page-data.ts';
import { answered, toAnswer } from './answer.ts';
import { codeMatches } from './codes.ts';
import { grouped } from './groups.ts';
import { HitMaker } from './hits.ts';
import { SearchIndex } from './index.ts';
import { matches } from './match.ts';
import type { Match, Matches } from './match.ts';
import { nearest } from './nearest.ts';
import type { SearchResult } from './result.ts';
import { readings } from './slip.ts';
import { cut, inside, typed, withSounds } from './terms.ts';
import type { Term } from './terms.ts';

/** what it costs to be found by the words of a query only */
const CUT = 4;
/** ways to mean a query that are tried where nothing holds it */
const READINGS = 12;
const NAMES: ReadonlySet<HitKind> = new Set(['sequence', 'level', 'grade', 'position', 'competency', 'concept', 'group']);

/**
 * Makes a file's data ready.
 * @param before - what earlier files have brought
 */
export const prepare = (data: Omit<SearchData, 'next'>, before: SearchIndex | null = null): SearchIndex => new SearchIndex(data, before);

/** what was found, and by which terms and pieces of these */
interface Found extends Matches {
  readonly terms: readonly Term[];
  readonly pieces: readonly Term[];
}

const isEmpty = ({ things, cells, requirements }: Matches): boolean => !things.length && !cells.length && !requirements.length;

/** Both, each match once; of what is in both, the first. */
function both(first: readonly Match[], second: readonly Match[], more: number): Match[] {
  const known = new Set(first.map(({ at }) => at));
  return [...first, ...second.filter(({ at }) => !known.has(at)).map(({ at, cost }) => ({ at, cost: cost + more }))];
}

/** Terms of letters that no name holds may be the sound of Chinese. */
function withSoundsWhereUnnamed(terms: readonly Term[], index: SearchIndex): Term[] {
  return terms.map((term) => {
    if (!/^[a-z]{2,}$/.test(term.text)) return term;
    const isNamed = matches([term], index, 'names').things.some(({ at }) => NAMES.has(index.things[at].kind));
    return isNamed ? term : withSounds(term, index.dictionary);
  });
}

/** What is found without supposing a slip. */
function found(query: string, index: SearchIndex): Found {
  const { dictionary } = index;
  const terms = withSoundsWhereUnnamed(typed(query, dictionary), index);
  const whole = matches(terms, index, 'texts');
  const pieces = withSoundsWhereUnnamed(cut(query, dictionary), index);
  if (pieces.map(({ text }) => text).join(' ') === terms.map(({ text }) => text).join(' ')) return { ...whole, terms, pieces: [] };
  const parts = matches(pieces, index, 'names');
  const joined: Found = {
    things: both(whole.things, parts.things, CUT),
    cells: both(whole.cells, parts.cells, CUT),
    requirements: whole.requirements.length || answered(query, index) ? whole.requirements : parts.requirements,
    terms,
    pieces,
  };
  return joined;
}

/** What is found by the pieces of a query wherever they stand, also inside words. */
function foundInside(query: string, index: SearchIndex): Found {
  const terms = withSoundsWhereUnnamed(cut(query, index.dictionary), index).map(inside);
  return { ...matches(terms, index, 'texts'), terms, pieces: [] };
}

/** The first way to mean the query that finds something. */
function misread(query: string, index: SearchIndex): { readonly found: Found; readonly readAs: string } | null {
  for (const readAs of readings(query, index.dictionary).slice(0, READINGS)) {
    const better = found(readAs, index);
    if (!isEmpty(better)) return { found: better, readAs };
  }
  return null;
}

const NOTHING: SearchResult = { answer: null, groups: [], readAs: '', nearest: null };

/**
 * @param raw - what was typed
 */
export function find(index: SearchIndex, raw: string): SearchResult {
  const query = index.fold(raw);
  if (!query) return NOTHING;
  const codes = codeMatches(raw, index);
  const asTyped = found(query, index);
  const literal = isEmpty(asTyped) && !codes.things.length && !codes.requirements.length ? foundInside(query, index) : asTyped;
  const whole: Found = {
    ...literal,
    things: both(codes.things, literal.things, 0),
    requirements: both(codes.requirements, literal.requirements, 0),
  };
  const answer = answered(query, index);
  if (!isEmpty(whole) || answer) return shown(index, query, whole, codes.isExact, '');
  const misreading = misread(query, index);
  if (misreading) return shown(index, misreading.readAs, misreading.found, false, misreading.readAs);
  const maker = new HitMaker(index, cut(query, index.dictionary));
  return { ...NOTHING, nearest: { hits: nearest(query, index).map((match) => maker.thing(match)) } };
}

function shown(index: SearchIndex, query: string, matched: Found, isCode: boolean, readAs: string): SearchResult {
  const answer = answered(query, index);
  const groups = grouped(index, matched, { query, answer, isCode, maker: new HitMaker(index, matched.terms, matched.pieces) });
  return { answer: answer && toAnswer(answer), groups, readAs, nearest: null };
}

/* Matches under their heads, in the order in which people ask for them. */

import type { HitKind } from '../generated/page-data.ts';
import type { HitMaker } from './hits.ts';
import type { Answerable, SearchIndex } from './index.ts';
import type { Match, Matches } from './match.ts';
import type { GroupName, HitGroup } from './result.ts';
import { Shortlist } from './shortlist.ts';
import type { MakeHit } from './shortlist.ts';

/** So many hits are made of a head; of requirements, which may be thousands, the page of all shows the rest. */
const SHOWN: Readonly<Record<GroupName, number>> = { levels: 50, competencies: 50, requirements: 12, pages: 50, guides: 50, problems: 50 };
const GROUPS: Readonly<Record<Exclude<HitKind, 'indicator'>, GroupName>> = {
  sequence: 'levels', level: 'levels', grade: 'levels', position: 'levels', comparison: 'levels',
  competency: 'competencies', concept: 'competencies', group: 'competencies',
  checklist: 'pages', action: 'pages', page: 'pages',
  guide: 'guides', problem: 'problems',
};
const ORDER: readonly GroupName[] = ['levels', 'competencies', 'requirements', 'pages', 'guides', 'problems'];
/** what is found only by what is written of it costs as much */
const WEAK = 9;
/** from this cost on a name does not hold the query as it was typed */
const IN_PIECES = 4;
/** From so many signs on, a piece found in a requirement means the requirement, not a name. */
const SENTENCE = 5;
/** signs of a text in which a word that is dwelt on comes once */
const DWELT = 200;
/** what comes after the others of its head, where both fit as well */
const LATER: Readonly<Partial<Record<HitKind, number>>> = { concept: 3, group: 0.5, comparison: 1.5 };
const REFERENCE_LATER = 1.5;
/** what is called so besides, where its own name does not say it */
const ALIAS_LATER = 0.5;

interface Asked {
  readonly query: string;
  /** of the query, without those that mean little */
  readonly words: readonly string[];
  readonly answer: Answerable | null;
  /** whether a requirement has the code that was typed */
  readonly isCode: boolean;
  readonly maker: HitMaker;
}

type Add = (name: GroupName, cost: number, match: Match, make: MakeHit) => void;

export function grouped(index: SearchIndex, matched: Matches, asked: Asked): HitGroup[] {
  const heads = new Map<GroupName, Shortlist>(ORDER.map((name) => [name, new Shortlist(SHOWN[name])]));
  const add: Add = (name, cost, match, make) => heads.get(name)?.add(cost, match, make);
  addThings(index, matched, asked, add);
  addCells(index, matched, asked, add);
  addSiblings(index, matched, asked, add);
  addRequirements(index, matched, asked, add);
  const best = (name: GroupName) => heads.get(name)?.least ?? Infinity;
  return ordered(index, best, matched, asked).flatMap((name) => {
    const head = heads.get(name);
    const count = name === 'requirements' ? matched.requirements.length : head?.count;
    return head && count ? [{ name, count, hits: head.hits() }] : [];
  });
}

function addThings(index: SearchIndex, { things: matches }: Matches, { query, words, answer, maker }: Asked, add: Add) {
  const answered = new Set([answer?.entry.href, answer?.entry.checklist, answer?.entry.matrix]);
  const make: MakeHit = (match) => maker.thing(match);
  for (const match of matches) {
    const { kind, href, plainTitle, plainNames, plainText, reference } = index.things[match.at];
    if (answered.has(href)) continue;
    const isName = plainTitle === query || plainNames.includes(query);
    const isAlias = isName && !plainTitle.includes(query);
    const later = (reference ? REFERENCE_LATER : 0) + (LATER[kind] ?? 0) + (isAlias ? ALIAS_LATER : 0);
    const cost = (isName ? Math.min(match.cost, 1) : match.cost) + later - (match.cost < WEAK ? 0 : dwellingOn(plainText, query, words));
    add(kind === 'indicator' ? 'requirements' : GROUPS[kind], cost, match, make);
  }
}

function addCells(index: SearchIndex, { cells: matches }: Matches, { maker }: Asked, add: Add) {
  const make: MakeHit = (match) => maker.cell(match);
  for (const match of matches) {
    const later = index.cells[match.at].reference ? REFERENCE_LATER : 0;
    add('competencies', match.cost - IN_PIECES * 2 + later, match, make);
  }
}

/** How much of a text is about the query, below 1: sections of a guide that only mention it come last. */
function dwelling(text: string, query: string): number {
  const times = text.split(query).length - 1;
  return times / (times + 1 + text.length / DWELT);
}

/** Of what does not hold the query as it was typed, how much is about its words. */
function dwellingOn(text: string, query: string, words: readonly string[]): number {
  if (!words.length || text.includes(query)) return dwelling(text, query);
  return words.reduce((sum, word) => sum + dwelling(text, word), 0) / words.length / 2;
}

/** The other levels of the sequence that is answered for. */
function addSiblings(index: SearchIndex, { things: matches }: Matches, { answer, maker }: Asked, add: Add) {
  if (!answer) return;
  const known = new Set(matches.map(({ at }) => at));
  const { sequence, href } = answer.entry;
  index.things.forEach(({ kind, parts, href: other }, at) => {
    if (kind === 'level' && parts[0] === sequence && other !== href && !known.has(at)) add('levels', IN_PIECES, { at, cost: IN_PIECES }, (match) => maker.thing(match));
  });
}

/** What a competency says in the same words at several levels is one hit that names all its codes. */
function addRequirements(index: SearchIndex, { requirements: matches }: Matches, { maker }: Asked, add: Add) {
  const { alike } = index;
  const isFound = new Uint8Array(index.requirements.length);
  const make: MakeHit = (match) => {
    const found = (alike.others.get(alike.first[match.at]) ?? [match.at]).filter((at) => isFound[at]);
    return maker.requirement(match, found.map((at) => index.requirements[at].code));
  };
  const isCounted = new Uint8Array(index.requirements.length);
  for (const match of matches) {
    isFound[match.at] = 1;
    const first = alike.first[match.at];
    if (isCounted[first]) continue;
    isCounted[first] = 1;
    const { cell, plainText } = index.requirements[match.at];
    const later = index.cells[cell].reference ? REFERENCE_LATER : 0;
    add('requirements', match.cost + later + plainText.length / 1000, match, make);
  }
}

/**
 * Requirements come first where their code was typed, or a piece of them too long to be a name. What fits only by its text comes
 * after them, and pages that only mention it after the guides, which explain it.
 */
function ordered(index: SearchIndex, best: (name: GroupName) => number, matched: Matches, { query, isCode }: Asked): GroupName[] {
  const holdsAll = query.length >= SENTENCE && matched.requirements.some(({ at }) => index.requirements[at].plainText.includes(query));
  const limit = isCode ? -Infinity : holdsAll ? IN_PIECES : WEAK;
  const [named, rest] = [ORDER.slice(0, 2), ORDER.slice(3)];
  const isInPieces = (name: GroupName) => (best(name) < IN_PIECES ? 0 : 1);
  const strong = named.filter((name) => best(name) < limit).sort((a, b) => isInPieces(a) - isInPieces(b));
  const weak = named.filter((name) => !strong.includes(name));
  const pages = best('pages') < WEAK - 1 ? rest : ['guides' as const, 'pages' as const, 'problems' as const];
  return [...strong, 'requirements', ...weak, ...pages];
}

/* Matches under their heads, in the order in which people ask for them. */

import type { HitKind } from '../generated/page-data.ts';
import type { HitMaker } from './hits.ts';
import type { Answerable, SearchIndex } from './index.ts';
import type { Match, Matches } from './match.ts';
import type { GroupName, Hit, HitGroup } from './result.ts';

const SHOWN = 50;
const GROUPS: Readonly<Record<Exclude<HitKind, 'indicator'>, GroupName>> = {
  sequence: 'levels', level: 'levels', grade: 'levels', position: 'levels',
  competency: 'competencies', concept: 'competencies', group: 'competencies',
  checklist: 'pages', action: 'pages', page: 'pages',
  guide: 'guides', problem: 'problems',
};
const ORDER: readonly GroupName[] = ['levels', 'competencies', 'requirements', 'pages', 'guides', 'problems'];
/** what is found only by what is written of it costs as much */
const WEAK = 8;
/** from this cost on a name does not hold the query as it was typed */
const IN_PIECES = 4;
/** From so many signs on, a piece found in a requirement means the requirement, not a name. */
const SENTENCE = 6;
/** what comes after the others of its head, where both fit as well */
const LATER = { reference: 1.5, concept: 3, group: 0.5 };

interface Asked {
  readonly query: string;
  readonly answer: Answerable | null;
  /** whether a requirement has the code that was typed */
  readonly isCode: boolean;
  readonly maker: HitMaker;
}

/** a match, and how it becomes a hit */
interface Candidate {
  readonly cost: number;
  readonly make: () => Hit;
}

const byCost = (a: { readonly cost: number }, b: { readonly cost: number }): number => a.cost - b.cost;

export function grouped(index: SearchIndex, matched: Matches, asked: Asked): HitGroup[] {
  const heads = new Map<GroupName, Candidate[]>(ORDER.map((name) => [name, []]));
  for (const [name, candidates] of things(index, matched, asked)) heads.get(name)?.push(...candidates);
  heads.get('requirements')?.push(...requirements(index, matched, asked));
  const order = ordered(index, heads, matched, asked);
  return order.flatMap((name) => {
    const candidates = [...(heads.get(name) ?? [])].sort(byCost);
    return candidates.length ? [{ name, count: candidates.length, hits: candidates.slice(0, SHOWN).map(({ make }) => make()) }] : [];
  });
}

function things(index: SearchIndex, { things: matches, cells }: Matches, { query, answer, maker }: Asked): [GroupName, Candidate[]][] {
  const answered = new Set([answer?.entry.href, answer?.entry.checklist, answer?.entry.matrix]);
  const hits = matches.filter(({ at }) => !answered.has(index.things[at].href));
  const own = hits.map((match): [GroupName, Candidate[]] => {
    const { kind, plainTitle, plainNames, reference } = index.things[match.at];
    const later = (reference ? LATER.reference : 0) + (kind === 'concept' ? LATER.concept : kind === 'group' ? LATER.group : 0);
    const isName = plainTitle === query || plainNames.includes(query);
    return [kind === 'indicator' ? 'requirements' : GROUPS[kind], [{ cost: (isName ? Math.min(match.cost, 1) : match.cost) + later, make: () => maker.thing(match) }]];
  });
  const ofCells = cells.map((match): Candidate => {
    const later = index.cells[match.at].reference ? LATER.reference : 0;
    return { cost: match.cost - IN_PIECES * 2 + later, make: () => maker.cell(match) };
  });
  return [...own, ['competencies', ofCells], ['levels', siblings(index, matches, answer, maker)]];
}

/** The other levels of the sequence that is answered for. */
function siblings(index: SearchIndex, matches: readonly Match[], answer: Answerable | null, maker: HitMaker): Candidate[] {
  if (!answer) return [];
  const known = new Set(matches.map(({ at }) => at));
  const { sequence, href } = answer.entry;
  return index.things.flatMap(({ kind, parts, href: other }, at) => {
    const isSibling = kind === 'level' && parts[0] === sequence && other !== href && !known.has(at);
    return isSibling ? [{ cost: IN_PIECES, make: () => maker.thing({ at }) }] : [];
  });
}

/** What a competency says in the same words at several levels is one hit that names all its codes. */
function requirements(index: SearchIndex, { requirements: matches }: Matches, { maker }: Asked): Candidate[] {
  const same = new Map<string, { readonly match: Match; readonly codes: string[] }>();
  for (const match of matches) {
    const { cell, plainText, code } = index.requirements[match.at];
    const { competency, sequence } = index.cells[cell];
    const key = `${sequence}\n${competency}\n${plainText}`;
    const known = same.get(key);
    if (known) known.codes.push(code);
    else same.set(key, { match, codes: [code] });
  }
  return [...same.values()].map(({ match, codes }) => {
    const { cell, plainText } = index.requirements[match.at];
    const later = index.cells[cell].reference ? LATER.reference : 0;
    return { cost: match.cost + later + plainText.length / 1000, make: () => maker.requirement(match, codes) };
  });
}

/** Requirements come first where their code was typed, or a piece of them too long to be a name; what fits only by its text comes after them. */
function ordered(index: SearchIndex, heads: ReadonlyMap<GroupName, readonly Candidate[]>, matched: Matches, { query, isCode }: Asked): GroupName[] {
  const best = (name: GroupName) => Math.min(Infinity, ...(heads.get(name) ?? []).map(({ cost }) => cost));
  const holdsAll = query.length >= SENTENCE && matched.requirements.some(({ at }) => index.requirements[at].plainText.includes(query));
  const limit = isCode ? -Infinity : holdsAll ? IN_PIECES : WEAK;
  const names = ORDER.slice(0, 2);
  if (best('requirements') === Infinity) return [...ORDER];
  const strong = names.filter((name) => best(name) < limit);
  return [...strong, 'requirements', ...names.filter((name) => !strong.includes(name)), ...ORDER.slice(3)];
}

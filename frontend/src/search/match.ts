/* Which things hold the terms of a query, and how well. Costs: the less, the likelier is what is meant. */

import { NAMING } from './index.ts';
import type { Haystacks, SearchIndex } from './index.ts';
import type { Haystack } from './haystack.ts';
import type { Term } from './terms.ts';

/** what it costs to be found in which text */
const COST = { title: 0, begins: 1, inside: 2, name: 1, inName: 3, parts: 2, text: 10, soft: 1, place: 4 };

export interface Match {
  /** the number of the thing, cell or requirement */
  readonly at: number;
  readonly cost: number;
}

export interface Matches {
  readonly things: readonly Match[];
  readonly cells: readonly Match[];
  readonly requirements: readonly Match[];
}

/** Which texts may hold a term: names of things, requirements too, or whatever is written of them. */
export type Depth = 'names' | 'names and requirements' | 'texts';

/** what each thing pays for a term, in the text that holds it best */
interface Paid {
  readonly things: Float32Array;
  /** whether the term stands in what is the thing's own, not only in the name of its sequence */
  readonly own: Uint8Array;
  readonly cells: Float32Array;
  readonly competencies: Uint8Array;
  readonly levels: Uint8Array;
  readonly requirements: Float32Array;
  /** whether anything at all holds the term */
  isAnywhere: boolean;
}

const unpaid = (length: number): Float32Array => new Float32Array(length).fill(Infinity);

function payFor(term: Term, index: SearchIndex, depth: Depth): Paid {
  const stacks = index.haystacks;
  const paid: Paid = {
    things: unpaid(index.things.length),
    own: new Uint8Array(index.things.length),
    cells: unpaid(index.cells.length),
    competencies: new Uint8Array(index.cells.length),
    levels: new Uint8Array(index.cells.length),
    requirements: unpaid(index.requirements.length),
    isAnywhere: false,
  };
  for (const alternative of term.alternatives) {
    payThings(paid, stacks, alternative, depth);
    payCells(paid, stacks, alternative);
    if (depth !== 'names') pay(stacks.requirements, alternative, (at, cost, isStart) => {
      paid.isAnywhere = true;
      lower(paid.requirements, at, cost + (isStart ? 0 : 1));
    });
  }
  if (index.levels.has(term.text)) {
    paid.isAnywhere = true;
    index.cells.forEach(({ plainLevels }, at) => { if (plainLevels.includes(term.text)) paid.levels[at] = 1; });
  }
  return paid;
}

type Alternative = Term['alternatives'][number];

function pay(stack: Haystack, { piece, edge, cost }: Alternative, tell: (at: number, cost: number, isStart: boolean, isWhole: boolean) => void) {
  stack.scan(piece, edge, (at, isStart, isWhole) => tell(at, cost, isStart, isWhole));
}

function lower(costs: Float32Array, at: number, cost: number) {
  if (cost < costs[at]) costs[at] = cost;
}

function payThings(paid: Paid, { titles, names, parts, texts }: Haystacks, alternative: Alternative, depth: Depth) {
  const own = (at: number, cost: number) => {
    lower(paid.things, at, cost);
    paid.own[at] = 1;
    paid.isAnywhere = true;
  };
  pay(titles, alternative, (at, cost, isStart, isWhole) => own(at, cost + (isWhole ? COST.title : isStart ? COST.begins : COST.inside)));
  pay(names, alternative, (at, cost, _, isWhole) => own(at, cost + (isWhole ? COST.name : COST.inName)));
  pay(parts, alternative, (at, cost) => {
    lower(paid.things, at, cost + COST.parts);
    paid.isAnywhere = true;
  });
  if (depth === 'texts') pay(texts, alternative, (at, cost) => own(at, cost + COST.text));
}

function payCells(paid: Paid, { cells, cellNames, cellPlaces }: Haystacks, alternative: Alternative) {
  const named = (at: number, cost: number) => {
    lower(paid.cells, at, cost);
    paid.competencies[at] = 1;
    paid.isAnywhere = true;
  };
  pay(cells, alternative, (at, cost, isStart, isWhole) => named(at, cost + (isWhole ? COST.title : isStart ? COST.begins : COST.inside)));
  pay(cellNames, alternative, (at, cost) => named(at, cost + COST.inName));
  pay(cellPlaces, alternative, (at, cost) => {
    lower(paid.cells, at, cost + COST.inName);
    paid.isAnywhere = true;
  });
}

/** Whether a name of the house holds a term. */
export function isNamed({ alternatives }: Term, { haystacks: { titles, names }, things }: SearchIndex): boolean {
  return alternatives.some((alternative) => [titles, names].some((stack) => {
    const holders: number[] = [];
    pay(stack, alternative, (at) => holders.push(at));
    return holders.some((at) => NAMING.has(things[at].kind));
  }));
}

const NONE: Matches = { things: [], cells: [], requirements: [] };

/** Everything that holds all the terms, the soft ones if it can; the best first, of equal ones as the handbook has them. */
export function matches(terms: readonly Term[], index: SearchIndex, depth: Depth): Matches {
  const paid: Paid[] = [];
  for (const term of terms) {
    const paidForTerm = payFor(term, index, depth);
    if (!term.soft && !paidForTerm.isAnywhere) return NONE;
    paid.push(paidForTerm);
  }
  return {
    things: collected(index.things.length, (at) => thingCost(terms, paid, at)),
    cells: collected(index.cells.length, (at) => cellCost(terms, paid, at)),
    requirements: depth === 'names' ? [] : requirementMatches(terms, paid, index.cellOf),
  };
}

function collected(length: number, cost: (at: number) => number): Match[] {
  const all: Match[] = [];
  for (let at = 0; at < length; at += 1) {
    const paid = cost(at);
    if (paid < Infinity) all.push({ at, cost: paid });
  }
  return all;
}

/** What a term costs that is not there. */
const missing = ({ soft }: Term): number => (soft ? COST.soft : Infinity);

/** What a term costs where it stands: what says little is no reason to come later. */
const costOf = ({ soft }: Term, paid: number): number => (soft ? Math.min(paid, COST.soft) : paid);

function thingCost(terms: readonly Term[], paid: readonly Paid[], at: number): number {
  let cost = 0;
  let isOwn = false;
  for (let n = 0; n < terms.length && cost < Infinity; n += 1) {
    cost += costOf(terms[n], paid[n].things[at]);
    if (!terms[n].soft && paid[n].own[at]) isOwn = true;
  }
  return isOwn ? cost : Infinity;
}

/** A cell is meant where its competency and its level are both named. */
function cellCost(terms: readonly Term[], paid: readonly Paid[], at: number): number {
  let cost = 0;
  let [hasCompetency, hasLevel] = [false, false];
  for (let n = 0; n < terms.length && cost < Infinity; n += 1) {
    if (paid[n].levels[at]) hasLevel = true;
    else cost += costOf(terms[n], paid[n].cells[at]);
    if (!terms[n].soft && paid[n].competencies[at]) hasCompetency = true;
  }
  return hasCompetency && hasLevel ? cost : Infinity;
}

/** A requirement holds one of the terms itself; the others may stand in what its competency, sequence and level are called. */
function requirementMatches(terms: readonly Term[], paid: readonly Paid[], cellOf: Int32Array): Match[] {
  const costs = new Float32Array(cellOf.length);
  const own = new Uint8Array(cellOf.length);
  terms.forEach((term, n) => {
    const { requirements, levels, cells } = paid[n];
    const without = missing(term);
    const hard = term.soft ? 0 : 1;
    for (let at = 0; at < costs.length; at += 1) {
      const paidForText = requirements[at];
      const cell = cellOf[at];
      const paidForPlace = levels[cell] ? COST.place : cells[cell] + COST.place;
      costs[at] += Math.min(paidForText, paidForPlace, without);
      if (paidForText < Infinity) own[at] |= hard;
    }
  });
  const all: Match[] = [];
  for (let at = 0; at < costs.length; at += 1) if (own[at] && costs[at] < Infinity) all.push({ at, cost: costs[at] });
  return all;
}

/* Which things hold the terms of a query, and how well. Costs: the less, the likelier is what is meant. */

import type { Haystacks, SearchIndex } from './index.ts';
import type { Haystack } from './haystack.ts';
import type { Term } from './terms.ts';

/** what it costs to be found in which text */
const COST = { title: 0, begins: 1, inside: 2, name: 1, inName: 3, parts: 5, text: 9, soft: 3, place: 4 };

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

/** Which texts of things may hold a term: names, or whatever is written of them. */
export type Depth = 'names' | 'texts';

/** what each thing pays for a term, in the text that holds it best */
interface Paid {
  readonly things: Float32Array;
  /** whether the term stands in what is the thing's own, not only in the name of its sequence */
  readonly own: Uint8Array;
  readonly cells: Float32Array;
  readonly competencies: Uint8Array;
  readonly levels: Uint8Array;
  readonly requirements: Float32Array;
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
  };
  for (const alternative of term.alternatives) {
    payThings(paid, stacks, alternative, depth);
    payCells(paid, stacks, alternative);
    pay(stacks.requirements, alternative, (at, cost, isStart) => lower(paid.requirements, at, cost + (isStart ? 0 : 1)));
  }
  if (index.levels.has(term.text)) {
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
  };
  pay(titles, alternative, (at, cost, isStart, isWhole) => own(at, cost + (isWhole ? COST.title : isStart ? COST.begins : COST.inside)));
  pay(names, alternative, (at, cost, _, isWhole) => own(at, cost + (isWhole ? COST.name : COST.inName)));
  pay(parts, alternative, (at, cost) => lower(paid.things, at, cost + COST.parts));
  if (depth === 'texts') pay(texts, alternative, (at, cost) => own(at, cost + COST.text));
}

function payCells(paid: Paid, { cells, cellNames, cellPlaces }: Haystacks, alternative: Alternative) {
  const named = (at: number, cost: number) => {
    lower(paid.cells, at, cost);
    paid.competencies[at] = 1;
  };
  pay(cells, alternative, (at, cost, isStart, isWhole) => named(at, cost + (isWhole ? COST.title : isStart ? COST.begins : COST.inside)));
  pay(cellNames, alternative, (at, cost) => named(at, cost + COST.inName));
  pay(cellPlaces, alternative, (at, cost) => lower(paid.cells, at, cost + COST.inName));
}

/** Everything that holds all the terms, the soft ones if it can; the best first, of equal ones as the handbook has them. */
export function matches(terms: readonly Term[], index: SearchIndex, depth: Depth): Matches {
  const paid = terms.map((term) => payFor(term, index, depth));
  return {
    things: collected(index.things.length, (at) => thingCost(terms, paid, at)),
    cells: collected(index.cells.length, (at) => cellCost(terms, paid, at)),
    requirements: collected(index.requirements.length, (at) => requirementCost(terms, paid, at, index.requirements[at].cell)),
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

function thingCost(terms: readonly Term[], paid: readonly Paid[], at: number): number {
  let cost = 0;
  let isOwn = false;
  for (let n = 0; n < terms.length && cost < Infinity; n += 1) {
    cost += Math.min(paid[n].things[at], missing(terms[n]));
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
    else cost += Math.min(paid[n].cells[at], missing(terms[n]));
    if (!terms[n].soft && paid[n].competencies[at]) hasCompetency = true;
  }
  return hasCompetency && hasLevel ? cost : Infinity;
}

/** A requirement holds one of the terms itself; the others may stand in what its competency, sequence and level are called. */
function requirementCost(terms: readonly Term[], paid: readonly Paid[], at: number, cell: number): number {
  let cost = 0;
  let isOwn = false;
  for (let n = 0; n < terms.length && cost < Infinity; n += 1) {
    const own = paid[n].requirements[at];
    const place = paid[n].levels[cell] ? COST.place : paid[n].cells[cell] + COST.place;
    cost += Math.min(own, place, missing(terms[n]));
    if (!terms[n].soft && own < Infinity) isOwn = true;
  }
  return isOwn ? cost : Infinity;
}

/* Which entries of three versions of a list are the same one: what both came from, and what either made of it.

   How it works: entries of the base are paired with those of each side, in this order: rows that say which they are (@id), by
   that; entries that say the same; rows that are alike in some cells, the most alike first; rows that lie between the same
   neighbours, as many on either side. What is left of a side is new, and what both brought anew and say alike is one. Of two
   plain values only equal ones are the same; there is nothing else to know them by. Why not by position: whoever takes an entry
   out moves all that follow, and two tabs that each took out another one would undo each other. What breaks it: pairing an entry
   twice (one of two equal rows would vanish), so every step takes only what no step before has taken. */

import { isMapping, valueAt } from '../../lib/values.ts';
import { isOpen, keyOf } from './same.ts';

/** an entry in all three versions; undefined where it is not in one */
export type Slot = {base: unknown, mine: unknown, theirs: unknown};
type Pairing = {readonly base: readonly unknown[], readonly side: readonly unknown[], /** of each of the side, by place; -1: new */ readonly to: number[]};

const ID = '@id';
const MOST_PAIRS = 250_000; // to be held against each other

const idOf = (row: unknown): string | null => {
  const id = valueAt(row, ID);
  return typeof id === 'string' ? id : null;
};

/** places of a side that have no partner, and those of the base that are nobody's partner */
function unpaired({ base, side, to }: Pairing): [ofBase: number[], ofSide: number[]] {
  const taken = new Set(to);
  return [[...base.keys()].filter((at) => !taken.has(at)), [...side.keys()].filter((at) => to[at] < 0)];
}

/** Pairs those of which this says the same; null: it says nothing. */
function pairBy(pairing: Pairing, keyed: (entry: unknown) => string | null) {
  const [ofBase, ofSide] = unpaired(pairing);
  const places = new Map<string, number[]>();
  for (const at of ofBase) {
    const key = keyed(pairing.base[at]);
    if (key !== null) places.set(key, [...(places.get(key) || []), at]);
  }
  for (const at of ofSide) {
    const key = keyed(pairing.side[at]);
    const partner = key === null ? undefined : places.get(key)?.shift();
    if (partner !== undefined) pairing.to[at] = partner;
  }
}

/** whether a row may be the other one, as far as they say which they are */
function mayBeOne(left: unknown, right: unknown): boolean {
  const [leftId, rightId] = [idOf(left), idOf(right)];
  return isMapping(left) && isMapping(right) && (leftId === null || rightId === null || leftId === rightId);
}

/** in how many cells two rows say the same */
function likeness(left: unknown, right: unknown): number {
  if (!isMapping(left) || !isMapping(right) || !mayBeOne(left, right)) return 0;
  const said = Object.keys(left).filter((key) => !isOpen(left[key]));
  return said.filter((key) => keyOf(left[key]) === keyOf(valueAt(right, key))).length;
}

function pairAlike(pairing: Pairing) {
  const [ofBase, ofSide] = unpaired(pairing);
  if (ofBase.length * ofSide.length > MOST_PAIRS) return;
  const pairs = ofBase.flatMap((from) => ofSide.map((at) => ({ from, at, alike: likeness(pairing.base[from], pairing.side[at]) })));
  const best = pairs.filter(({ alike }) => alike > 0)
    .sort((left, right) => right.alike - left.alike || Math.abs(left.from - left.at) - Math.abs(right.from - right.at));
  const taken = new Set<number>();
  for (const { from, at } of best) {
    if (taken.has(from) || pairing.to[at] >= 0) continue;
    taken.add(from);
    pairing.to[at] = from;
  }
}

/** between which paired entries of the base each place of a list lies; to: of each place, its place in the base, or -1 */
function neighbours(to: readonly number[]): string[] {
  let before = -1;
  const ahead = to.map((from) => { const key = before; if (from >= 0) before = from; return key; });
  let after = -1;
  const behind = [...to].reverse().map((from) => { const key = after; if (from >= 0) after = from; return key; }).reverse();
  return ahead.map((from, at) => `${from} ${behind[at]}`);
}

/** places by the gap that each lies in */
function grouped(places: readonly number[], gaps: readonly string[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const at of places) groups.set(gaps[at], [...(groups.get(gaps[at]) || []), at]);
  return groups;
}

/** Pairs rows of which as many lie on either side between the same two neighbours. */
function pairBetween(pairing: Pairing) {
  const [ofBase, ofSide] = unpaired(pairing);
  const free = new Set(ofBase);
  const between = neighbours([...pairing.base.keys()].map((from) => (free.has(from) ? -1 : from)));
  const betweenOfSide = neighbours(pairing.to);
  const gapsOfSide = grouped(ofSide, betweenOfSide);
  for (const [gap, before] of grouped(ofBase, between)) {
    const after = gapsOfSide.get(gap) || [];
    if (before.length !== after.length) continue;
    before.forEach((from, nth) => {
      if (mayBeOne(pairing.base[from], pairing.side[after[nth]])) pairing.to[after[nth]] = from;
    });
  }
}

/** of each entry of a side its place in the base; -1 where it is new */
function pair(base: readonly unknown[], side: readonly unknown[]): number[] {
  const pairing: Pairing = { base, side, to: side.map(() => -1) };
  pairBy(pairing, idOf);
  pairBy(pairing, keyOf);
  pairAlike(pairing);
  pairBetween(pairing);
  return pairing.to;
}

/** whether both began a list with one row that does not say which it is: a form that has but one */
const areOneRow = (base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): boolean =>
  !base.length && mine.length === 1 && theirs.length === 1 && [...mine, ...theirs].every((row) => isMapping(row) && idOf(row) === null);

/** The slots of one side, in its order; those of entries that were in the base are shared. */
function slotsOf(base: readonly Slot[], to: readonly number[], side: readonly unknown[], which: 'mine' | 'theirs'): Slot[] {
  return side.map((entry, at) => {
    const slot = base[to[at]] || { base: undefined, mine: undefined, theirs: undefined };
    slot[which] = entry;
    return slot;
  });
}

/** What both brought anew is one slot where it says the same, or says that it is the same row. */
function join(mine: Slot[], theirs: readonly Slot[], oneRow: boolean): Slot[] {
  const isNew = (slot: Slot) => slot.base === undefined;
  const [ours, others] = [mine.filter(isNew), theirs.filter(isNew)];
  const pairing: Pairing = { base: others.map((slot) => slot.theirs), side: ours.map((slot) => slot.mine), to: ours.map(() => (oneRow ? 0 : -1)) };
  pairBy(pairing, idOf);
  pairBy(pairing, keyOf);
  const joined = new Map(ours.map((slot, at) => [slot, others[pairing.to[at]]]));
  return mine.map((slot) => {
    const other = joined.get(slot);
    if (!other) return slot;
    other.mine = slot.mine;
    return other;
  });
}

/** whether a side has the entries that were there before in another order */
function isMoved(to: readonly number[]): boolean {
  const before = to.filter((from) => from >= 0);
  return before.some((from, at) => at > 0 && from < before[at - 1]);
}

/** Lays one list into another: what the other has not comes before what follows it in its own. */
function laidInto(order: readonly Slot[], others: readonly Slot[]): Slot[] {
  const there = new Set(order);
  const before = new Map<Slot | undefined, Slot[]>();
  let next: Slot | undefined;
  for (const slot of [...others].reverse()) {
    if (there.has(slot)) next = slot;
    else before.set(next, [slot, ...(before.get(next) || [])]);
  }
  return [...order.flatMap((slot) => [...(before.get(slot) || []), slot]), ...(before.get(undefined) || [])];
}

/** All entries that either side has, in the order of theirs, or of mine where only there things were moved. */
export function align(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): Slot[] {
  const shared = base.map((entry): Slot => ({ base: entry, mine: undefined, theirs: undefined }));
  const [toMine, toTheirs] = [pair(base, mine), pair(base, theirs)];
  const ofTheirs = slotsOf(shared, toTheirs, theirs, 'theirs');
  const ofMine = join(slotsOf(shared, toMine, mine, 'mine'), ofTheirs, areOneRow(base, mine, theirs));
  return isMoved(toMine) && !isMoved(toTheirs) ? laidInto(ofMine, ofTheirs) : laidInto(ofTheirs, ofMine);
}

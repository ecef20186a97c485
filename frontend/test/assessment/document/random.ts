/* Chance that comes out alike for the same seed, so that a case that fails can be run again. */

export interface Chances {
  /** from 0 on, less than that */
  below: (limit: number) => number;
  pick: <Value>(values: readonly Value[]) => Value;
  /** some of them, in any order */
  some: <Value>(values: readonly Value[]) => Value[];
  times: <Value>(count: number, make: (number: number) => Value) => Value[];
}

export function chances(seed: number): Chances {
  let state = (seed + 1) * 0x9e3779b9;
  const below = (limit: number) => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  const times = <Value>(count: number, make: (number: number) => Value) => Array.from({ length: count }, (_, number) => make(number));
  return {
    below,
    pick: (values) => values[below(values.length)],
    some: (values) => values.map((value) => ({ value, rank: below(1000) })).filter(({ rank }) => rank % 2).sort((left, right) => left.rank - right.rank).map(({ value }) => value),
    times,
  };
}

/* The likeliest hits of a head. A common word finds thousands; sorting them all would take longer than finding them. */

import type { Match } from './match.ts';
import type { Hit } from './result.ts';

interface Candidate {
  readonly cost: number;
  readonly match: Match;
  readonly make: MakeHit;
}

export type MakeHit = (match: Match) => Hit;

export class Shortlist {
  count = 0;
  readonly #most: number;
  readonly #best: Candidate[] = [];

  /**
   * @param most - so many are kept
   */
  constructor(most: number) {
    this.#most = most;
  }

  /** what the likeliest one costs */
  get least(): number {
    return this.#best.length ? this.#best[0].cost : Infinity;
  }

  /** Counts a candidate, and keeps it if it is one of the cheapest; of equal ones the first stays first. */
  add(cost: number, match: Match, make: MakeHit) {
    this.count += 1;
    const best = this.#best;
    if (best.length === this.#most && cost >= best[best.length - 1].cost) return;
    let at = best.length;
    while (at > 0 && best[at - 1].cost > cost) at -= 1;
    best.splice(at, 0, { cost, match, make });
    if (best.length > this.#most) best.pop();
  }

  hits(): Hit[] {
    return this.#best.map(({ match, make }) => make(match));
  }
}

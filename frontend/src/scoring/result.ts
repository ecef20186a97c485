/* What an assessment came to, as it is written: every figure is text, rounded half up to two digits. The same fields as in
   levelbook.assessment.scoring.result. */

import type { Words } from '../generated/words.ts';
import type { Exact } from '../lib/rational.ts';
import type { ItemKind, ScoredItem } from './checklist.ts';

/** a reason: the key of a sentence and the facts in it */
export interface Why {
  readonly key: Words['core'];
  readonly facts: Readonly<Record<string, string | readonly string[]>>;
}

export type State = 'scored' | 'open' | 'na' | 'unseen' | 'none' | 'unscorable';

/** what an item came to, before it is written */
export interface Outcome {
  readonly item: ScoredItem;
  readonly scaleId: string;
  readonly low: Exact;
  readonly high: Exact;
  readonly state: State;
  readonly why: Why | null;
  readonly points: Exact | null;
  /** whether a condition is met */
  readonly met: boolean | null;
  /** the points above the standard */
  readonly gap: Exact | null;
  readonly reached: boolean | null;
  readonly weight: Exact | null;
  /** what it adds to the weighted total */
  readonly earned: Exact | null;
  /** it has no points only because what they rest on has changed and nobody has looked again */
  readonly again: boolean;
}

export interface Score {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly kind: ItemKind;
  readonly state: State;
  /** how its points were worked out, or why there are none */
  readonly why: Why | null;
  readonly points: string | null;
  readonly gap: string | null;
  readonly standard: string | null;
  readonly weight: string | null;
  readonly earned: string | null;
  /** what reaching the standard would add: to the weighted total, or to these points */
  readonly adds: string | null;
  readonly reached: boolean | null;
}

export interface Mean {
  readonly mean: string | null;
  /** the standard of all of them, where that is one and the same */
  readonly standard: string | null;
  readonly gap: string | null;
  readonly counted: number;
  /** how many there are, conditions apart */
  readonly of: number;
  /** why there is no mean */
  readonly why: Why | null;
}

export interface GroupScore extends Mean {
  readonly id: string;
  readonly name: string;
  readonly parent: string;
  readonly earned: string | null;
  readonly weight: string | null;
}

export interface Points {
  readonly earned: string;
  /** the weights of the items that count */
  readonly of: string;
  readonly total: string | null;
  /** the weights of items not yet answered */
  readonly open: string;
  /** what is left of the whole: it can neither be counted nor answered */
  readonly uncounted: string | null;
  /** how many items have points but no weight */
  readonly without: number;
  /** how much of the whole this is */
  readonly why: Why;
}

export interface Conditions {
  readonly met: number;
  readonly of: number;
  readonly open: number;
}

export interface Result extends Mean {
  readonly items: readonly Score[];
  readonly groups: readonly GroupScore[];
  /** the most points; null without a scale */
  readonly top: string | null;
  readonly reached: number;
  readonly below: number;
  /** what these lack, added up */
  readonly short: string;
  /** how many items and conditions are not yet answered */
  readonly left: number;
  /** how many of these were, and are to be looked at again */
  readonly again: number;
  readonly points: Points | null;
  readonly conditions: Conditions;
  /** codes of items below their standard; those that move the result most come first */
  readonly most: readonly string[];
  /** what `most` and `adds` go by */
  readonly by: 'weight' | 'gap';
}

/** of the employee and of the manager */
type Both<T> = readonly [own: T, manager: T];

/** an item that one of the two, or both, judged */
export interface RatingDifference {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly kind: ItemKind;
  readonly standard: string | null;
  readonly weight: string | null;
  readonly own: string | null;
  readonly manager: string | null;
  /** the manager's points above the employee's */
  readonly difference: string | null;
  readonly states: Both<State>;
  readonly again: Both<boolean>;
  readonly met: Both<boolean | null>;
  /** whether both say the same; null where one says nothing */
  readonly same: boolean | null;
}

/** how many chose a rating; figures between two count with the nearer, half way with the higher */
export interface Count {
  readonly points: string;
  readonly name: string;
  readonly n: number;
}

export interface TeamItem {
  readonly code: string;
  readonly name: string;
  readonly group: string;
  readonly kind: ItemKind;
  readonly standard: string | null;
  /** null where they are too few to be told */
  readonly scored: number | null;
  readonly counts: readonly Count[];
  readonly mean: string | null;
  readonly reached: number | null;
  readonly why: Why | null;
}

export interface Team {
  /** how many assessments count */
  readonly count: number;
  /** how many are needed */
  readonly least: number;
  readonly why: Why | null;
  /** how many are for something else, */
  readonly other: number;
  /** the same again, */
  readonly double: number;
  /** or without a figure */
  readonly empty: number;
  readonly again: number;
  readonly items: readonly TeamItem[];
}

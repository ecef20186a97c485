/* A checklist as the arithmetic reads it: as much of a page's data as figures depend on. Figures are texts, since a number
   of JSON would be a float. */

export type ItemKind = 'rating' | 'exam' | 'condition' | 'none';
/** item by item, or indicator by indicator */
export type Mode = 'quick' | 'full';

export interface Rating {
  readonly points: string;
  readonly name: string;
}

/** how marks become points; bands from the highest mark down */
export interface ExamRule {
  readonly outOf: string;
  readonly round: string;
  readonly bands: readonly { readonly from: string; readonly points: string }[];
}

export interface ScoredScale {
  readonly name: string;
  /** the points that meet the requirement, where that is the same for all items */
  readonly standard?: string | null;
  /** low to high */
  readonly ratings: readonly Rating[];
  readonly exam?: ExamRule | null;
}

export interface ScoredIndicator {
  readonly code: string;
  /** counts the other way round */
  readonly negative?: boolean;
}

export interface Subject {
  readonly name: string;
  readonly weight: string | null;
}

export interface ScoredItem {
  readonly code: string;
  readonly name: string;
  /** the id of its group */
  readonly group: string;
  readonly kind: ItemKind;
  /** the id of its scale */
  readonly scale: string;
  readonly standard: string | null;
  readonly weight: string | null;
  readonly parts: readonly ScoredIndicator[];
  readonly subjects: readonly Subject[];
  /** why it cannot be judged */
  readonly none: { readonly text: string } | null;
  /** the mark of what its figure rests on */
  readonly basis?: string;
  /** the mark of what the figures of its indicators rest on */
  readonly partBasis?: string;
}

export interface ScoredGroup {
  readonly id: string;
  readonly name: string;
  /** the id of the group around it */
  readonly parent: string;
}

export interface ScoredChecklist {
  /** the code of what it is for; an outline of several has none */
  readonly target?: string;
  readonly release?: string;
  readonly scale: string;
  readonly partScale: string | null;
  readonly scales: Readonly<Record<string, ScoredScale>>;
  /** in the order of the tree, parents first */
  readonly groups: readonly ScoredGroup[];
  /** in the order of the page */
  readonly items: readonly ScoredItem[];
  readonly total: string | null;
}

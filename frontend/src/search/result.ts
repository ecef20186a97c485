/* What a search gives, as values: the matching makes them, the popup and the page of the search show them.
   Addresses are those from the site's folder; words of the interface are left to whoever shows them. */

import type { HitKind } from '../generated/page-data.ts';

/** a stretch of a text, [first, behind the last], as JavaScript counts characters; those of a text stand in order and never overlap */
export type Range = readonly [start: number, end: number];

/** Something that was found. */
export interface Hit {
  /** its name, or the text of an indicator */
  readonly title: string;
  /** what to mark in the title */
  readonly marks: readonly Range[];
  /** the page, at the marked line where it is an indicator */
  readonly href: string;
  /** of the second line, in order: sequence, level, competency, extent; whoever shows them joins them */
  readonly parts: readonly string[];
  /** the further name that was found where the title does not hold it: an alias, a concept, a name in the other language */
  readonly alias?: string;
  /** of an indicator; opens its own page */
  readonly code?: string;
  readonly codeHref?: string;
  /** all codes where several say the same in one competency, its own first; only where there are several */
  readonly codes?: readonly string[];
  readonly kind: HitKind;
  /** the word for its kind */
  readonly kindName: string;
  /** of a sequence that is kept for reference only */
  readonly reference: boolean;
}

/** levels: sequences, levels, grades and positions; competencies: groups and concepts too; pages: checklists, tables, actions, chapters */
export type GroupName = 'levels' | 'competencies' | 'requirements' | 'pages' | 'guides' | 'problems';

/** Hits of one head, the best first. */
export interface HitGroup {
  readonly name: GroupName;
  /** how many there are; of requirements those too that others repeat word for word */
  readonly count: number;
  /** the first ones */
  readonly hits: readonly Hit[];
}

export interface AnswerLink {
  /** the name of the level or grade that is compared with, where it is a comparison; else nothing */
  readonly name: string;
  readonly href: string;
}

/** What answers a sequence with a level: 政企客户经理2级. */
export interface Answer {
  readonly sequence: string;
  /** the level's name, or that of the grade where a grade is no level */
  readonly title: string;
  /** the grade's name where the level is one */
  readonly grade: string;
  readonly href: string;
  /** which step of how many; 0 where levels have no order */
  readonly step: number;
  readonly steps: number;
  /** requirements that apply */
  readonly count: number;
  /** with the level before */
  readonly comparison: AnswerLink | null;
  readonly checklist: AnswerLink | null;
  readonly matrix: AnswerLink | null;
  /** what can be printed of it */
  readonly print: { readonly all: string; readonly pocket: string | null };
  readonly reference: boolean;
}

/** What comes nearest to words that nothing holds. */
export interface NearestWords {
  readonly hits: readonly Hit[];
}

export interface SearchResult {
  /** where the query means one sequence and one of its levels */
  readonly answer: Answer | null;
  /** in the order in which they are shown; none is empty, and none repeats the answer */
  readonly groups: readonly HitGroup[];
  /** how a word was read where only a slip of one sign led to something; else nothing */
  readonly readAs: string;
  /** only where nothing was found */
  readonly nearest: NearestWords | null;
}

/* Generated from the TypedDicts of levelbook.hosts.serving, do not edit; written by: LEVELBOOK_GOLDEN=write make test ARGS=tests/frontend/test_types.py */
/* eslint max-lines: off */

/** What the preview server says of the last build. */
export interface PreviewState {
  /** How many reports there were. */
  epoch: number;
  /** Which edition of the pages is shown. */
  pages: number;
  /** The time at which the pages were made that are shown. */
  made: string;
  seconds: number;
  /** The language of what it says, as HTML names it. */
  lang: string;
  /** What kept the build from ending, where that is no problem of the data. */
  failure: string;
  /** Whether what is shown is what stands in the folder. */
  is_good: boolean;
  has_site: boolean;
  problems: ShownProblem[];
  words: Record<string, string>;
}

/** A problem. */
export interface ShownProblem {
  /** Names it and the bytes of its file: a cure is written only where both are as they were. */
  key: string;
  /** An error keeps pages as they were. */
  severity: 'error' | 'warning';
  code: string;
  place: string;
  message: string;
  /** The address that opens the place in an editor; empty where there is none. */
  editor: string;
  lines: ShownLine[];
  /** Whether a program may mend it. */
  is_safe: boolean;
}

/** A line of a file. */
export interface ShownLine {
  kind: LineKind;
  number: number;
  pieces: Piece[];
}

/** Whether a line stands beside the one that is wrong, or is that one as it is or should be. */
export type LineKind = 'around' | 'now' | 'then';

/** A stretch of a line. */
export interface Piece {
  kind: PieceKind;
  text: string;
}

/** Whether a stretch of a line stays, goes, comes, or is the place of the problem. */
export type PieceKind = 'same' | 'gone' | 'new' | 'here';

/** What came of having cures written. */
export interface MendAnswer {
  /** How many are written. */
  mended: number;
  /** Why none is; empty otherwise. */
  sentence: string;
}

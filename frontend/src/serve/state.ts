/* What the preview server says of the last build, as hosts/serving/board.py writes it. */

export interface Piece {
  readonly kind: 'same' | 'gone' | 'new' | 'here';
  readonly text: string;
}

export interface ShownLine {
  readonly kind: 'around' | 'now' | 'then';
  readonly number: number;
  readonly pieces: readonly Piece[];
}

export interface Problem {
  readonly key: string;
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly place: string;
  readonly message: string;
  readonly editor: string;
  readonly lines: readonly ShownLine[];
  readonly is_safe: boolean;
}

export interface State {
  readonly epoch: number;
  /** which edition of the pages is shown */
  readonly pages: number;
  /** the time at which the pages were made that are shown */
  readonly made: string;
  readonly seconds: number;
  readonly language: string;
  /** what kept the build from ending, where that is no problem of the data */
  readonly failure: string;
  readonly is_good: boolean;
  readonly has_site: boolean;
  readonly problems: readonly Problem[];
  readonly words: Readonly<Record<string, string>>;
}

export type OverlayWord =
  | 'region' | 'count' | 'warnings' | 'stays' | 'gone' | 'none' | 'none_yet' | 'failed' | 'mend' | 'mend_all' | 'open' | 'fold' | 'key'
  | 'now' | 'then' | 'updated' | 'warning' | 'lost';

/** those that keep pages as they were */
export const errorsIn = ({ problems }: State): readonly Problem[] => problems.filter(({ severity }) => severity === 'error');

/** those that a program may mend */
export const safeIn = (problems: readonly Problem[]): readonly Problem[] => problems.filter((problem) => problem.is_safe);

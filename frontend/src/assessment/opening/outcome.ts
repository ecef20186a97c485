/** what came of a file: a sentence, and how to take it back where anything was done */
export interface Outcome {
  readonly text: string;
  readonly back?: () => void;
  /** both ratings are there now, to be looked at */
  readonly isBoth?: boolean;
}

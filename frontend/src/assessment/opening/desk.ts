/* What the page gives on which a file is opened: a checklist, or the list of what is saved. The same is asked on each. */

import type { Words } from '../../generated/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Say, Spoken } from '../../lib/words.ts';
import type { Problem, SavedAssessment, Side } from '../document/model.ts';
import type { Whose } from './called.ts';
import type { Outcome } from './outcome.ts';
import type { Reader } from './question-text.ts';
import type { NamedHandbook } from '../document/handbook-name.ts';

export interface Desk {
  /** in which dialogs stand */
  readonly home: HTMLElement;
  readonly data: Spoken & NamedHandbook;
  readonly reader: Reader;
  /** what is open and begun; nothing on a list */
  current(): SavedAssessment | null;
  /** whether a document can be shown here */
  shows(doc: SavedAssessment): boolean;
  /** the same as it is stored here by who sits there */
  carried(doc: SavedAssessment, seat: Side): SavedAssessment;
  /** The way back to what is here now. */
  hold(...ids: string[]): () => void;
  /** Changes what is stored under an id, and shows it. */
  change(id: string, change: (draft: SavedAssessment) => void): Problem | undefined;
  /** Shows what is stored under an id. */
  open(id: string): void;
  /** Shows what is kept nowhere; missing where nothing can be shown. */
  look?(doc: SavedAssessment): void;
}

/** a file that was read */
export interface Read {
  readonly desk: Desk;
  readonly doc: SavedAssessment;
  /** its name */
  readonly file: string;
  /** whether it is of a format that does not say who sat where */
  readonly isFormer: boolean;
  readonly word: Say<Words['open']>;
  readonly whose: Whose;
}

export const left = (desk: Desk): Outcome => ({ text: speaker(desk.data, 'store')('left') });

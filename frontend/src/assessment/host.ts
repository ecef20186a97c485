/* What the parts of an assessment ask of the element that holds it, `lb-assess`. It sends `lb-change` after every change and
   `lb-view` when a view opens, `lb-file` when a file was made of it; the form sends `lb-item` when somebody gets to an item. */

import type { Words } from '../generated/words.ts';
import type { Say, Spoken } from '../lib/words.ts';
import type { Result } from '../scoring/result.ts';
import type { Standing } from './document/answers.ts';
import type { Actor } from './document/layers.ts';
import type { Look } from './document/migrate.ts';
import type { ChecklistData, SavedAssessment, Side } from './document/model.ts';
import type { Outcome } from './opening/outcome.ts';
import type { Keeper } from './storage/keeper.ts';
import type { Seat } from './storage/seats.ts';

export type { ChecklistData, Result, SavedAssessment, Side };
export type PageData = ChecklistData & Spoken;
export type View = 'check' | 'talk' | 'result' | 'plan';
/** changes a draft; what is the other side's is undone */
export type Change = (draft: SavedAssessment) => void;

export interface Host extends HTMLElement {
  /** of the page, with its words */
  readonly data: PageData;
  /** the assessment as it stands; changed by update() and later() alone */
  readonly doc: SavedAssessment;
  /** what the page's release asks to be looked at again */
  readonly look: readonly Look[];
  /** what the ratings that are shown come to */
  readonly result: Result;
  readonly keeper: Keeper;
  /** the view that is open */
  readonly view: View;
  /** who sits here; empty where nobody knows */
  readonly seat: Seat;
  /** who writes: both, where they look at it together */
  readonly actor: Actor;
  /** whether what the other side has rated may be seen */
  readonly looks: boolean;
  /** whose ratings the form shows */
  who: Side;
  /** the code of the item one is at */
  readonly at: string;
  /** where one goes on from an item, while one is led from one to the next */
  leads: ((from: string) => void) | null;
  /** whether nothing can be changed in the form */
  readonly closed: boolean;
  /** whether the standard is not to be seen yet */
  readonly blind: boolean;
  /** whether single keys hold on the whole page, and not on rulers alone */
  keysEverywhere: boolean;
  /** words of the form */
  readonly word: Say<Words['fill']>;
  /** file: it brings the ratings of both */
  update(change: Change, file?: boolean): void;
  /** A text that is being typed: saved in a moment, by the name of its field. */
  later(field: string, change: Change): void;
  flush(): void;
  sit(seat: Side): void;
  /** Both look at it at one screen, until that is ended. */
  sitTogether(together: boolean): void;
  /** How a manager calls the one who is rated, for nobody else. */
  call(name: string): void;
  /** Says something for a moment, also to those who listen. */
  say(text: string): void;
  /**
   * Says what was done, with a button that takes it back, until something else is changed.
   * @param back - takes it back, as `keeper.hold()` does, asked before it was done
   */
  offerUndo(text: string, back: () => void): void;
  /** Opens a view; move: somebody went there, so it gets the focus. */
  showView(view: View, move: boolean): void;
  /** Brings result and plan, where they are not here yet; says whether they are. */
  bringViews(): Promise<boolean>;
  focusItem(code: string): void;
  /** Goes to the next item that is not rated, from this one on and round. */
  next(from: string): void;
  standings(): Standing[];
  /** the time of today, of other days the day as well */
  timeOf(moment: string): string;
  /**
   * Hands the document over as a file.
   * @param named - whether its name says the name of the person
   * @returns its name
   */
  saveFile(named?: boolean): string;
  /** Opens files: says what each is, asks, says what came of it. */
  openFiles(files: readonly File[]): Promise<void>;
}

/** What `lb-result` offers to the form, as both come in scripts of their own. */
export interface ResultElement extends HTMLElement {
  openFiles(files: readonly File[]): Promise<Outcome>;
}

declare global {
  interface HTMLElementTagNameMap {
    'lb-assess': Host;
    'lb-result': ResultElement;
  }
  interface HTMLElementEventMap {
    'lb-change': CustomEvent<{ doc: SavedAssessment }>;
    'lb-view': CustomEvent<{ view: View }>;
    'lb-file': Event;
    'lb-item': CustomEvent<{ code: string }>;
  }
}

/* What every part of the list of notes has at hand, and what a person can do with it. */

import type { ComponentChildren } from 'preact';
import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import type { Note } from '../../own-notes/note.ts';
import type { Directory } from './directory.ts';

export type Order = 'time' | 'competency';

/** what a person can do */
export interface Actions {
  arrange(order: Order, unusedOnly: boolean): void;
  /** id: of a note; empty: a new one; null: none any more */
  edit(id: string | null): void;
  /** it was kept; before: as it was, where it was there before */
  kept(before?: Note): void;
  know(code: string): Promise<void>;
  move(note: Note, code: string): void;
  erase(note: Note): void;
  choose(): void;
  saveFile(): void;
  print(): void;
  saveDamaged(key: string): void;
  eraseDamaged(key: string): Promise<void>;
}

/** what every part of the list has at hand */
export interface Shown {
  readonly word: Say<Words['note']>;
  readonly directory: Directory;
  readonly actions: Actions;
  readonly editing: string | null;
}

export const Link = ({ act, label, children }: { act: () => void; label?: string; children: ComponentChildren }) => (
  <button type="button" class="lb-link" aria-label={label} onClick={act}>{children}</button>
);

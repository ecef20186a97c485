/* A saved assessment in the list of them: what it is called, when it was, where its page is. */

import type { SavedListData, TargetLink } from '../../generated/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { entryAt } from '../../lib/values.ts';
import { clockOf, dayOf } from '../document/document.ts';
import type { SavedAssessment } from '../document/model.ts';
import type { Seat } from '../storage/seats.ts';
import { isCalled } from '../document/handbook-name.ts';

/** a saved assessment, and what is known of it beside */
export interface Saved {
  doc: SavedAssessment;
  /** it stands in this page only */
  readonly unsaved: boolean;
  readonly seat: Seat;
  /** how a manager calls the one who is rated */
  called: string;
}

export type SavedData = WithWords<SavedListData>;

/** what stands in the field of its name */
export const ownName = ({ doc, seat, called }: Saved): string => (seat === 'manager' && called) || doc.name;

export const titleOf = ({ doc }: Saved): string => doc.title || doc.target;

/**
 * @param exact - with hour and minute
 */
export function timeOf(moment: string, exact = true): string {
  const said = exact ? `${dayOf(moment)} ${clockOf(moment)}` : dayOf(moment);
  return said.trim() || moment;
}

/** whether it is of another handbook, which keeps its own in the same browser */
export function isForeign(data: SavedData, { doc }: Saved): boolean {
  return Boolean(data.handbook) && !isCalled(data, doc.handbook) && !Object.hasOwn(data.targets, doc.target);
}

/** where its page is; undefined where there is none in this handbook */
export const targetOf = (data: SavedData, { doc }: Saved): TargetLink | undefined => entryAt(data.targets, doc.target);

export function hrefOf(data: SavedData, saved: Saved): string | undefined {
  const target = targetOf(data, saved);
  return target && `${target.href}#open=${saved.doc.id}`;
}

/**
 * @param gap - between title and name
 */
export const fullName = (saved: Saved, gap: string): string => [titleOf(saved), ownName(saved)].filter(Boolean).join(gap);

/* What a document was like, as far as this tab has seen: what two tabs that wrote side by side came from, and what one of them
   wrote over without having been told of it. */

import { covers, joined, merge } from '../document/merge.ts';
import type { SavedAssessment } from '../document/model.ts';

/** what stands in a document, and which writings of which tabs are in it */
type Version = {tabs: string, doc: SavedAssessment};

const MANY = 12; // of one document

/** The newest last; of an erased one the list is empty. */
const versions: Map<string, Version[]> = new Map();

/** whatever the order of the tabs in it */
export const tabsOf = (doc: SavedAssessment): string => JSON.stringify(Object.entries(doc.tabs || {}).sort());

/** all of which anything was ever known here */
export const knownIds = (): string[] => [...versions.keys()];

/** whether it was here once, even if it is erased now */
export const wasHere = (id: string): boolean => versions.has(id);

/** whether anything of it is known */
export const isKnown = (id: string): boolean => (versions.get(id) || []).length > 0;

export function remember(doc: SavedAssessment) {
  const tabs = tabsOf(doc);
  const others = (versions.get(doc.id) || []).filter((known) => known.tabs !== tabs);
  versions.set(doc.id, [...others, { tabs, doc: structuredClone(doc) }].slice(-MANY));
}

/** From now on nothing of it is known, but that it was there. */
export function forgetVersions(id: string) {
  versions.set(id, []);
}

/** the newest version of those that fit */
export function version(id: string, fits: (doc: SavedAssessment, tabs: string) => boolean): SavedAssessment | undefined {
  const newest = (versions.get(id) || []).findLast(({ doc, tabs }) => fits(doc, tabs));
  return newest && structuredClone(newest.doc);
}

/** what both came from, where that is known */
export const ancestor = (left: SavedAssessment, right: SavedAssessment): SavedAssessment | undefined =>
  version(left.id, (doc) => covers(left, doc) && covers(right, doc));

/** in an order that every tab finds alike */
const isLater = (left: SavedAssessment, right: SavedAssessment): boolean =>
  left.changed > right.changed || (left.changed === right.changed && tabsOf(left) > tabsOf(right));

/**
 * @param doc - from storage, or from what another tab says
 * @returns with what else this tab knows to be written
 */
export function met(doc: SavedAssessment): SavedAssessment {
  const last = version(doc.id, () => true);
  if (!last || covers(doc, last)) return doc;
  if (covers(last, doc)) return last;
  remember(doc); // what comes after it has come from it
  const [later, earlier] = isLater(doc, last) ? [doc, last] : [last, doc];
  return { ...merge(ancestor(doc, last), later, earlier).doc, changed: later.changed, tabs: joined(doc, last) };
}

/* What of the handbook's own a page shows, and in which order. */

import type { GuidanceData } from '../../generated/page-data.ts';

export type Row = GuidanceData['blocks'][string]['rows'][number];

/** kinds that help to rate, in the order in which one asks for them */
const FOR_RATING = ['evidence', 'not_yet', 'examples', 'ask_yourself'];

export function ordered(rows: readonly Row[], isRating: boolean): Row[] {
  if (!isRating) return [...rows];
  return FOR_RATING.flatMap((wanted) => rows.filter(([kind]) => kind === wanted));
}

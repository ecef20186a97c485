/* The overview of a team as a sheet of a spreadsheet, and what table and sheet share. Names are in both or in neither (`team-names`). */

import type { Outline, OutlinedItem } from '../../generated/page-data.ts';
import { figure } from '../../lib/format.ts';
import * as cells from '../../files/cells.ts';
import type { Cell } from '../../files/cells.ts';
import { entryAt } from '../../lib/values.ts';
import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import type { Rating } from '../../scoring/checklist.ts';
import { say } from '../../scoring/reasons.ts';
import type { Team, TeamItem } from '../../scoring/result.ts';

export type Speaker = Say<Words['team']>;

/** the chosen checklist, as scoring reads it */
export interface TeamChecklist extends Outline {
  target: string;
  release: string;
  words: Record<string, string>;
}

export const ratingsOf = ({ scales, scale }: TeamChecklist): readonly Rating[] => entryAt(scales, scale)?.ratings ?? [];

/** the item it is about */
export const itemOf = (data: TeamChecklist, row: TeamItem): OutlinedItem | undefined => data.items.find(({ code }) => code === row.code);

/** whether its counts are those of the columns: another scale may have as many ratings */
export const fits = (data: TeamChecklist, row: TeamItem): boolean => row.counts.length > 0 && itemOf(data, row)?.scale === data.scale;

/** the counts in words, where they fit no column */
export function spread(word: Speaker, row: TeamItem): string {
  if (!row.counts.length) return word('condition');
  return row.counts.map(({ name, n }) => word('count', { name, n })).join(word('comma'));
}

/** who is below the standard, by the code of the item */
export type BelowByName = ReadonlyMap<string, readonly string[]>;

/** who is below the standard in an item; nothing where too few have a score */
export const belowIn = (names: BelowByName, row: TeamItem, word: Speaker): string =>
  row.why ? '' : (names.get(row.code) ?? []).join(word('comma'));

/**
 * Head and rows.
 * @param names - null where nobody may be named
 */
export function sheet(data: TeamChecklist, team: Team, word: Speaker, names: BelowByName | null): Cell[][] {
  const number = (value: string | number | null): Cell => (value === null ? '' : cells.figure(String(value)));
  const ratings = ratingsOf(data);
  const rows = team.items.map((row) => {
    const own = fits(data, row);
    const sums = [row.scored, row.mean, row.standard, row.reached].map(number);
    const part = row.scored !== null && row.scored < team.count ? word('mean_part', { n: row.scored, of: team.count }) : '';
    const note = row.why ? say(data.words, row.why) : [own ? '' : spread(word, row), part].filter(Boolean).join(word('semicolon'));
    return [row.code, row.name, ...ratings.map((_, at) => number(own ? row.counts[at].n : null)), ...sums, ...(names ? [belowIn(names, row, word)] : []), note];
  });
  const heads = ratings.map(({ points, name }) => (data.scale === 'levels' ? name : `${figure(points)} ${name}`));
  return [[word('code'), word('item'), ...heads, word('scored'), word('mean'), word('standard'), word('reached'), ...(names ? [word('below_names')] : []), word('note')], ...rows];
}

/* How things of a plan are said: forms, rows and fields by name, months, ratings in words. */

import type { PlanField, PlanForm } from '../../generated/page-data.ts';
import { figure, ratingOf } from '../../lib/format.ts';
import { isAgain, say } from '../../scoring/reasons.ts';
import type { Score } from '../../scoring/result.ts';
import { valuer } from '../figures.ts';
import type { Item, PageData, PlanContext, PlanSpeaker } from './context.ts';
import { choosesAim, kindOf } from './model.ts';
import type { Row } from './rows.ts';

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

export const monthName = (word: PlanSpeaker, month: number): string => word(`month_${month as Month}`);

/** months in words: 2月、3月至8月 */
export function months(word: PlanSpeaker, spans: readonly (readonly number[])[]): string {
  const said = spans.map(([first, last]) => {
    const [low, high] = [monthName(word, first), monthName(word, last)];
    return first === last ? low : word(first < last ? 'span' : 'span_wrapped', { low, high });
  });
  return said.join(word('comma'));
}

/** the number of a form and its name */
export const title = (data: PageData, form: PlanForm): string =>
  [form.number, form.name].filter(Boolean).join(data.language.startsWith('zh') ? '\u3000' : ' ');

/** what the rows of a form are */
export function corner(word: PlanSpeaker, form: PlanForm): string {
  if (choosesAim(form)) return word('aim');
  switch (kindOf(form)) {
    case 'items': return word('item');
    case 'list': return word('row');
    case 'other': return word('measure');
    default: return word('number');
  }
}

/** the name of a row; what it is about may be gone, with its name or without */
export const rowName = (word: PlanSpeaker, row: Row): string => row.name || (row.lost ? word('row_lost') : '');

/** a field's name for those who do not see where it stands */
export function placeName(word: PlanSpeaker, form: PlanForm, row: Row, field: PlanField): string {
  const isNumbered = row.name && ['many', 'count'].includes(kindOf(form));
  return word('place', { name: field.name, row: isNumbered ? word('row_n', { n: row.name }) : rowName(word, row) });
}

/** who fills a field in, and what to write */
export function note({ data, word }: PlanContext, field: PlanField): string {
  const role = data.plan.roles.find(({ id }) => id === field.by)?.name;
  const isTold = role && !field.name.toLowerCase().startsWith(role.toLowerCase());
  return [field.help, isTold && word('by', { role })].filter(Boolean).join(word('semicolon'));
}

/** a rating in words, or why there is none */
export function ratingText({ data, word }: PlanContext, item: Item, score: Score | undefined): string {
  if (item.kind === 'none') return item.none?.text || word('no_rating');
  if (!score || (score.state === 'open' && !isAgain(score))) return word('not_rated');
  if (score.state !== 'scored') return (score.why && say(data.words, score.why)) || word('no_rating');
  if (item.kind === 'condition') return word(score.reached ? 'met' : 'not_met');
  const [points, rating] = [figure(score.points ?? ''), ratingOf(data.scales[item.scale], score.points)];
  return rating && rating.name && rating.name !== points ? `${points}\u3000${rating.name}` : points;
}

/** where an item stands and where it should be: 3 → 5 */
export function way({ data, doc, result, word }: PlanContext, item: Item): string {
  const score = result.get(item.code);
  if (score?.state !== 'scored') return '';
  if (item.kind === 'condition') return word(score.reached ? 'met' : 'not_met');
  const isShort = score.gap?.startsWith('-') && !(doc.blind && !doc.finished);
  return [score.points, isShort ? item.standard : null].flatMap((points) => (points === null ? [] : [valuer(data)(item, points)])).join(' → ');
}

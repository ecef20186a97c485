/* The dates of a plan: which cycles can be chosen, which days there are in one, and how they are said. No page here. */

import type { Event } from '../../lib/calendar-file.ts';
import * as calendar from '../../lib/calendar.ts';
import { dayOf, now } from '../document/document.ts';
import type { PlanContext, PlanSpeaker } from './context.ts';
import { dated, kindOf, short, text } from './model.ts';
import { phaseOfRow } from './readiness.ts';
import { gist, rows } from './rows.ts';
import { monthName } from './wording.ts';

/** a date as it is shown */
export interface Line {
  /** by which it can be left out of the file */
  readonly key: string;
  readonly what: string;
  readonly when: string;
  readonly where: string;
  /** whether process and form name different months */
  readonly differs: boolean;
}

const LONGEST = 80; // characters of what a person wrote in the title of a date

/** those under way and to come */
export const cycles = ({ data }: PlanContext, today: string = dayOf(now())): calendar.Cycle[] => calendar.cycles(data.plan, today);

/** whether it is under way, on a day such as 2026-11-21 */
export const hasBegun = ({ from }: calendar.Cycle, today: string): boolean => `${from.year}-${String(from.month).padStart(2, '0')}` <= today.slice(0, 7);

/** 2026年9月至2027年2月 */
export function spanText(word: PlanSpeaker, { from, until }: calendar.Span): string {
  const said = ({ year, month }: calendar.Month) => word('month_of', { year, month: monthName(word, month) });
  if (from.year === until.year && from.month === until.month) return said(from);
  return word('span', { low: said(from), high: said(until) });
}

/** the days that people set for measures */
export function days({ data, doc, word }: PlanContext): Event[] {
  return data.plan.forms.filter((form) => kindOf(form) === 'many').flatMap((form) =>
    rows(data, doc, form).flatMap((row) => dated(form).filter((field) => calendar.isDay(row.values[field.id])).map((field) => {
      const day = text(row.values[field.id]);
      const name = word('due_event', { text: short(gist(data, doc, form, row), LONGEST) });
      return { id: `day-${form.id}-${row.id}-${field.id}`, name, from: day, until: day, about: field.name };
    })));
}

export const nameOf = (word: PlanSpeaker, date: calendar.PlanDate): string =>
  (date.kind === 'row' ? word('row_event', { form: date.where, row: date.name }) : date.name);

export const originOf = (word: PlanSpeaker, date: calendar.PlanDate): string =>
  (date.kind === 'row' ? word('from_form', { form: date.where }) : word('from_process', { name: date.where }));

/** what can stand in the file, in the order of the page: the cycle, and the days of measures */
export function lines(context: PlanContext, cycle: calendar.Cycle | null): Line[] {
  const { data, word } = context;
  const dates = cycle ? calendar.dates(data.plan, cycle, (form, at) => phaseOfRow(data, form, at)) : [];
  return [
    ...dates.map((date) => (
      { key: date.id, what: nameOf(word, date), when: spanText(word, date.span), where: originOf(word, date), differs: date.differs })),
    ...days(context).map((day) => ({ key: day.id, what: day.name, when: day.from, where: day.about, differs: false })),
  ];
}

/* The dates of a plan: which cycles can be chosen, which days there are in one, how they are said, and the calendar file they
   make. No page here. */

import { ics } from '../../files/calendar-file.ts';
import type { Event } from '../../files/calendar-file.ts';
import * as calendar from '../../lib/calendar.ts';
import { dayOf, now } from '../document/document.ts';
import type { PlanContext, PlanSpeaker } from './context.ts';
import { dated, kindOf, short, text } from './model.ts';
import { looksBack, phaseOfRow } from './readiness.ts';
import type { Station } from './readiness.ts';
import { gist, rows } from './rows.ts';
import { monthName } from './wording.ts';

/** a date as it is shown */
export interface Line {
  /** by which it is taken into the file */
  readonly key: string;
  readonly what: string;
  /** the day it is due, as 2026-11-21 */
  readonly day: string;
  /** the period it has, where it has one */
  readonly span: string;
  readonly where: string;
  /** whether process and form name different months */
  readonly differs: boolean;
  /** whether that day is over */
  readonly isPast: boolean;
}

const LONGEST = 80; // characters of what a person wrote in the title of a date

/** those under way and to come */
export const cycles = ({ data }: PlanContext, today: string = dayOf(now())): calendar.Cycle[] => calendar.cycles(data.plan, today);

/** whether it is under way, on a day such as 2026-11-21 */
export const hasBegun = ({ from }: calendar.Cycle, today: string): boolean => `${from.year}-${String(from.month).padStart(2, '0')}` <= today.slice(0, 7);

/** The first day of a phase in the cycle under way, as 2026-11-01; nothing where it has no months. */
export function startOf(context: PlanContext, number: number, today: string = dayOf(now())): string {
  const start = cycles(context, today).at(0)?.phases[number]?.from;
  return start ? `${start.year}-${String(start.month).padStart(2, '0')}-01` : '';
}

/** Whether what has no months looks back on measures of which none is due yet. */
export const waits = (context: PlanContext, { entries }: Station, today: string = dayOf(now())): boolean =>
  entries.length > 0 && entries.every(looksBack) && !days(context).some(({ day }) => day <= today);

/** 2026年9月至2027年2月 */
export function spanText(word: PlanSpeaker, { from, until }: calendar.Span): string {
  const said = ({ year, month }: calendar.Month) => word('month_of', { year, month: monthName(word, month) });
  if (from.year === until.year && from.month === until.month) return said(from);
  return word('span', { low: said(from), high: said(until) });
}

/** the days that people set for measures */
export function days({ data, doc, word }: PlanContext): Event[] {
  return data.plan.forms.filter((form) => kindOf(form) === 'many').flatMap((form) =>
    rows(data, doc, form).flatMap((row) => dated(form).flatMap((field): Event[] => {
      const day = calendar.dayIn(text(row.values[field.id]));
      const name = word('due_event', { text: short(gist(data, doc, form, row), LONGEST) });
      return day ? [{ id: `day-${form.id}-${row.id}-${field.id}`, name, day, about: field.name }] : [];
    })));
}

const nameOf = (word: PlanSpeaker, date: calendar.PlanDate): string =>
  (date.kind === 'row' ? word('row_event', { form: date.where, row: date.name }) : date.name);

/** the title of its day in a calendar, where nothing else says that something ends */
export const dueName = (word: PlanSpeaker, date: calendar.PlanDate): string => word('last_day', { text: nameOf(word, date) });

export const originOf = (word: PlanSpeaker, date: calendar.PlanDate): string =>
  (date.kind === 'row' ? word('from_form', { form: date.where }) : word('from_process', { name: date.where }));

/** what can stand in the file, in the order of the page: the cycle, and the days of measures */
export function lines(context: PlanContext, cycle: calendar.Cycle | null, today: string = dayOf(now())): Line[] {
  const { data, word } = context;
  const dates = cycle ? calendar.dates(data.plan, cycle, (form, at) => phaseOfRow(data, form, at)) : [];
  return [
    ...dates.map((date) => ({
      key: calendar.dateKey(date, cycle), what: nameOf(word, date), day: calendar.dueDay(date), span: spanText(word, date.span),
      where: originOf(word, date), differs: date.differs,
    })),
    ...days(context).map(({ id, name, day, about }) => ({ key: id, what: name, day, span: '', where: about, differs: false })),
  ].map((line) => ({ ...line, isPast: line.day < today }));
}

/**
 * The calendar file of a plan.
 * @param wanted - keys of dates that go in
 */
export function calendarText(context: PlanContext, cycle: calendar.Cycle | null, wanted: ReadonlySet<string>): string {
  const { data, doc, word } = context;
  return ics(data.plan, cycle, {
    owner: doc.id, now: new Date(), today: dayOf(now()), language: data.language, wanted, days: days(context), phaseOfRow: (form, at) => phaseOfRow(data, form, at),
    say: (date) => (
      { name: dueName(word, date), about: [spanText(word, date.span), originOf(word, date), ...(date.differs ? [word('differs')] : [])].join('\n') }),
  });
}

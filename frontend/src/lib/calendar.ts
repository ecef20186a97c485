/* The dates of a plan: the months of its process and forms in one cycle. `calendar-file` makes a file of them. */

import type { PlanForm, PlanForms, PlanFormRow, PlanPhase } from '../generated/page-data.ts';
import { isPresent } from './values.ts';

export interface Month {
  readonly year: number;
  readonly month: number;
}

export interface Span {
  readonly from: Month;
  readonly until: Month;
}

/** one time through the process; number: which of the year, from 0 */
export interface Cycle extends Span {
  readonly key: string;
  readonly year: number;
  readonly number: number;
  /** null where a phase has no months */
  readonly phases: readonly (Span | null)[];
}

/** A date of a cycle; differs: process and form name different months for it. */
export interface PlanDate {
  readonly id: string;
  readonly kind: 'phase' | 'row';
  readonly name: string;
  /** the process or form that names it */
  readonly where: string;
  readonly span: Span;
  readonly differs: boolean;
}

/** when one is reminded: so many days before, at that hour of the day */
export const ALARM = { days: 3, hour: 9 } as const;

/** which phase a row of a form belongs to, -1 for none */
export type PhaseOfRow = (form: PlanForm, at: number) => number;

/* ---- months ---- */

/** months counted through */
const count = ({ year, month }: Month): number => year * 12 + month - 1;

const monthOf = (number: number): Month => ({ year: Math.floor(number / 12), month: (number % 12) + 1 });

/** first and last month; the last may lie in the next year: 9, 2 */
function pairOf(months: readonly number[] | undefined): [low: number, high: number] | null {
  if (!months) return null;
  const [low, high = low] = months;
  const areMonths = [low, high].every((month) => Number.isInteger(month) && month >= 1 && month <= 12);
  return areMonths ? [low, high] : null;
}

/**
 * @param start - the month it starts in, counted through
 */
function spanFrom([low, high]: readonly [number, number], start: number): Span {
  return { from: monthOf(start), until: monthOf(start + ((high - low + 12) % 12)) };
}

/**
 * One cycle of the process: every phase starts in the month of the one before or later.
 * @param year - in which the cycle starts
 */
export function cycleOf({ phases }: Pick<PlanForms, 'phases'>, year: number, number: number): Cycle | null {
  let earliest = year * 12;
  const spans = phases.map(({ months }) => {
    const pair = pairOf(months[number]);
    if (!pair) return null;
    earliest += (pair[0] - 1 - (earliest % 12) + 12) % 12;
    return spanFrom(pair, earliest);
  });
  const known = spans.filter(isPresent);
  if (!known.length) return null;
  const from = monthOf(Math.min(...known.map((span) => count(span.from))));
  const until = monthOf(Math.max(...known.map((span) => count(span.until))));
  return { key: `${from.year}-${from.month}-${number + 1}`, year, number, phases: spans, from, until };
}

/**
 * @param today - 2026-11-21
 * @returns those under way and to come, the first to end first
 */
export function cycles(plan: Pick<PlanForms, 'phases'> | null | undefined, today: string): Cycle[] {
  if (!plan || !Array.isArray(plan.phases)) return [];
  const [year, month] = today.split('-').map(Number);
  const most = Math.max(0, ...plan.phases.map(({ months }) => months.length));
  const coming: Cycle[] = [];
  for (let start = year - 1; start <= year + 1; start += 1) {
    for (let number = 0; number < most; number += 1) {
      const cycle = cycleOf(plan, start, number);
      if (cycle && count(cycle.until) >= count({ year, month })) coming.push(cycle);
    }
  }
  return coming.sort((a, b) => count(a.until) - count(b.until)).slice(0, most + 2);
}

/* ---- dates ---- */

/**
 * A row of a form that has months of its own, such as a line to sign.
 * @param phase - of the phase it belongs to
 * @returns that turn of its months which is nearest to the phase
 */
function rowSpan({ months }: PlanFormRow, cycle: Cycle, phase: Span | null): Span | null {
  const pair = pairOf(months[cycle.number]);
  if (!pair) return null;
  const near = count((phase ?? cycle).from);
  const ahead = (((pair[0] - 1 - near) % 12) + 12) % 12;
  return spanFrom(pair, near + (ahead > 6 ? ahead - 12 : ahead));
}

const isSame = (a: Span, b: Span): boolean => count(a.from) === count(b.from) && count(a.until) === count(b.until);

/** The rows of the forms that have months of their own, each with the number of the phase it belongs to. */
function rowDates({ forms }: PlanForms, cycle: Cycle, phaseOfRow: PhaseOfRow): { readonly date: PlanDate; readonly phase: number }[] {
  return forms.flatMap((form) => form.list.flatMap((row, at) => {
    const phase = phaseOfRow(form, at);
    const phaseSpan = phase < 0 ? null : cycle.phases[phase];
    const span = rowSpan(row, cycle, phaseSpan);
    if (!span) return [];
    const differs = phaseSpan !== null && !isSame(span, phaseSpan);
    return [{ date: { id: `row-${form.id}-${row.id}`, kind: 'row' as const, name: row.name, where: form.name, span, differs }, phase }];
  }));
}

/** The dates of a cycle. Where the process and a form name different months for the same thing, both stand there. */
export function dates(plan: PlanForms, cycle: Cycle, phaseOfRow: PhaseOfRow): PlanDate[] {
  const rows = rowDates(plan, cycle, phaseOfRow);
  const phaseDate = ({ id, name }: PlanPhase, at: number): PlanDate[] => {
    const span = cycle.phases[at];
    const differs = rows.some(({ phase, date }) => phase === at && date.differs);
    return span ? [{ id: `phase-${id}`, kind: 'phase', name, where: plan.name, span, differs }] : [];
  };
  const all: PlanDate[] = [...plan.phases.flatMap(phaseDate), ...rows.map(({ date }) => date)];
  return all.sort((a, b) => count(a.span.from) - count(b.span.from));
}

/** the last day of a month */
const lastDay = ({ year, month }: Month): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** by which what has a period is due: its last day */
export const dueDay = ({ span }: Pick<PlanDate, 'span'>): string => lastDay(span.until);

/** what a date of a cycle is known by, now and in a later file */
export const dateKey = ({ id }: Pick<PlanDate, 'id'>, cycle: Pick<Cycle, 'key'> | null): string => `${id}-${cycle?.key}`;

/** the day that a text names, the last one where it names a month: 2027-03, also in Chinese; nothing where it names none */
export function dayIn(text: string): string {
  const said = text.trim();
  if (isDay(said)) return said;
  const [, year, month] = /^([12]\d{3})[-/.\u5e74](0?[1-9]|1[0-2])\u6708?$/.exec(said) ?? [];
  return year ? lastDay({ year: Number(year), month: Number(month) }) : '';
}

/** whether it is a day that exists */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

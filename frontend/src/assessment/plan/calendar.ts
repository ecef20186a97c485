/* The plan's dates on the page: which cycle, which of its days go into the calendar file, and the file. */

import * as ics from '../../lib/calendar.ts';
import { make } from '../../lib/draw.ts';
import { dayOf, now } from '../document/document.ts';
import * as goals from './goals.ts';
import * as plan from './model.ts';
import * as readiness from './readiness.ts';

const LONGEST = 80; // characters of what a person wrote in the title of a date

/** months in words: 2月、3月至8月 */
export function months(desk: any, spans: unknown): string {
  const name = (n: number) => desk.word(`month_${n}`);
  const said = (Array.isArray(spans) ? spans : []).map(([low, high]) =>
    low === high ? name(low) : desk.word(low < high ? 'span' : 'span_wrapped', { low: name(low), high: name(high) }));
  return said.join(desk.word('comma'));
}

/** 2026年9月至2027年2月 */
function spanText(desk: any, { from, until }: any): string {
  const said = (one: any) => desk.word('month_of', { year: one.year, month: desk.word(`month_${one.month}`) });
  if (from.year === until.year && from.month === until.month) return said(from);
  return desk.word('span', { low: said(from), high: said(until) });
}

/**
 * The days that people set for measures.
 * @returns as events
 */
function days(desk: any): any[] {
  const { data, doc } = desk;
  return data.plan.forms.filter((form: any) => plan.kindOf(form) === 'many').flatMap((form: any) =>
    plan.rows(data, doc, form).flatMap((row: any) => plan.leaves(form.fields)
      .filter((one: any) => one.input === 'date' && ics.isDay(row.values[one.id]))
      .map((one: any) => {
        const day = row.values[one.id];
        const name = desk.word('due_event', { text: plan.short(goals.gist(data, doc, form, row), LONGEST) });
        return { id: `day-${form.id}-${row.id}-${one.id}`, name, from: day, until: day, about: one.name };
      })));
}

/** cycles that can be chosen */
export const cycles = (desk: any): any[] => ics.cycles(desk.data.plan, dayOf(now()));

const dates = (desk: any, cycle: any): any[] => (cycle ? ics.dates(desk.data.plan, cycle, (form: any, at: number) => readiness.phaseOfRow(desk.data, form, at)) : []);

function say(desk: any, date: any): {name: string, about: string} {
  const name = date.kind === 'row' ? desk.word('row_event', { form: date.where, row: date.name }) : date.name;
  const where = date.kind === 'row' ? desk.word('from_form', { form: date.where }) : desk.word('from_process', { name: date.where });
  return { name, about: [where, date.differs && desk.word('differs')].filter(Boolean).join('\n') };
}

/** the calendar file */
export function file(desk: any, cycle: any, without: Set<string>): string {
  return ics.ics(desk.data.plan, cycle, {
    owner: desk.doc.id, now: new Date(), language: desk.data.language, without, days: days(desk),
    say: (date: any) => say(desk, date),
    phaseOfRow: (form: any, at: number) => readiness.phaseOfRow(desk.data, form, at),
  });
}

function chooser(desk: any, all: any[], chosen: any): HTMLElement {
  const today = dayOf(now()).slice(0, 7);
  const begun = (one: any) => `${one.from.year}-${String(one.from.month).padStart(2, '0')}` <= today;
  return make('fieldset', { class: 'lb-seg' }, [make('legend', {}, [desk.word('cycle')]), ...all.map((one) => make('label', {}, [
    make('input', { type: 'radio', name: 'plan-cycle', value: one.key, checked: one === chosen }),
    make('span', {}, [spanText(desk, one), begun(one) && make('small', {}, [desk.word('cycle_now')])]),
  ]))]);
}

/**
 * @param texts - what, when, from where
 */
function line(desk: any, key: string, without: Set<string>, [name, when, where]: string[]): HTMLElement {
  return make('tr', { role: 'row' }, [
    make('th', { scope: 'row', role: 'rowheader' }, [make('label', { class: 'lb-tick' }, [
      make('input', { type: 'checkbox', 'data-date': key, checked: !without.has(key) }), make('span', {}, [name])])]),
    make('td', { role: 'cell', class: 'lb-plan__when', 'data-th': desk.word('when') }, [when]),
    make('td', { role: 'cell', 'data-th': desk.word('where') }, [where]),
  ]);
}

/**
 * @param key - of the chosen cycle
 * @param without - what is not wanted
 */
export function calendar(desk: any, key: string, without: Set<string>): HTMLElement {
  const all = cycles(desk);
  const chosen = all.find((one) => one.key === key) || all[0] || null;
  const found = dates(desk, chosen);
  const own = days(desk);
  const rows = [
    ...found.map((one) => line(desk, one.id, without, [say(desk, one).name, spanText(desk, one.span), say(desk, one).about.split('\n')[0]])),
    ...own.map((one: any) => line(desk, one.id, without, [one.name, one.from, one.about])),
  ];
  const heads = ['what', 'when', 'where'].map((one) => make('th', { scope: 'col', role: 'columnheader' }, [desk.word(one)]));
  const table = make('table', { class: 'lb-table lb-stack lb-plan__dates', role: 'table' }, [
    make('caption', { class: 'lb-vh' }, [desk.word('calendar')]), make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, heads)]),
    make('tbody', { role: 'rowgroup' }, rows)]);
  const save = make('button', { type: 'button', class: 'lb-btn', 'data-do': 'ics' }, [desk.word('save_ics')]);
  const parts = rows.length ? [table, found.some((one) => one.differs) && make('p', { class: 'lb-note' }, [desk.word('differs')]), make('p', {}, [save])]
    : [make('p', { class: 'lb-empty' }, [desk.word('no_dates')])];
  return make('section', { class: 'lb-plan__cal lb-noprint', id: 'plan-calendar' }, [
    make('h2', { class: 'lb-sec' }, [desk.word('calendar'), make('span', { class: 'lb-sec__n' }, [desk.word('calendar_say')])]),
    all.length > 1 && chooser(desk, all, chosen), ...parts]);
}

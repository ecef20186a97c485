/* A form of the plan as values: its columns, what its rows are, and what is stored of it. Rows are kept with an id of
   their own (@id) and, where they are about something, with what it is (@for). */

import type { PlanField, PlanForm } from '../../generated/page-data.ts';
import { isMapping } from '../../lib/values.ts';
import type { PlanRow } from '../document/model.ts';
import type { Doc, PageData } from './context.ts';

export type Kind = 'one' | 'count' | 'many' | 'items' | 'other' | 'list';

export interface StoredRow {
  id: string;
  values: PlanRow;
}

export const ID = '@id';
export const FOR = '@for';
export const OTHER = '\u2026'; // stands for an answer that is not listed until it is written

const READ: readonly PlanField['input'][] = ['rating', 'pick', 'shows'];

/** as a text, where it is one or can be */
export const text = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

export const isBlank = (value: unknown): boolean => text(value).trim() === '';

/** in one line of at most so many characters, none cut in two */
export function short(said: string, most: number): string {
  const signs = Array.from(said.replace(/[\r\n]+/g, ' '));
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
}

/* ---- columns ---- */

/** the columns, without the heads over them */
export function leaves(fields: readonly PlanField[]): PlanField[] {
  return fields.flatMap((field) => (field.fields.length ? leaves(field.fields) : [field]));
}

/** whether people write into it */
export const isWritten = (field: PlanField): boolean => !READ.includes(field.input);

/** the column that is filled with it */
export const filled = (form: PlanForm, fill: PlanField['fill']): PlanField | undefined => leaves(form.fields).find((field) => field.fill === fill);

/** the column that says what a row is about */
export const saying = (form: PlanForm): PlanField | undefined => filled(form, 'action') || leaves(form.fields).find((field) => field.input === 'text');

export const dated = (form: PlanForm): PlanField[] => leaves(form.fields).filter((field) => field.input === 'date');

/** the role that fills a field in: its own, or that of the head over it */
function ownerOf(fields: readonly PlanField[], id: string, above: string = ''): string {
  for (const field of fields) {
    const by = field.by || above;
    const owner = field.id === id ? by : ownerOf(field.fields, id, by);
    if (owner) return owner;
  }
  return '';
}

/** whether a field is the other one's to write */
export function isTheirs(form: PlanForm, id: string, seat: string): boolean {
  const owner = ownerOf(form.fields, id);
  return (owner === 'employee' || owner === 'manager') && owner !== seat;
}

/* ---- rows ---- */

export function kindOf(form: PlanForm): Kind {
  if (/^\d+$/.test(form.rows)) return 'count';
  if (form.rows.startsWith('form:')) return 'other';
  if (form.rows === 'competencies') return 'items';
  if (form.rows === 'many') return 'many';
  return form.list.length ? 'list' : 'one';
}

/** whether its rows are written by hand, each about a point of the assessment */
export const isAimed = (form: PlanForm): boolean => kindOf(form) === 'many' && leaves(form.fields).some((field) => field.fill);

/** whether what a row is about is chosen in its head, as no column is for it */
export const choosesAim = (form: PlanForm): boolean => isAimed(form) && !filled(form, 'competency');

/** what a stored row without an id is taken for */
function usualId(form: PlanForm, at: number): string {
  const kind = kindOf(form);
  if (kind === 'one') return '';
  if (kind === 'list' && form.list[at]) return form.list[at].id;
  return kind === 'count' ? String(at + 1) : `r${at + 1}`;
}

/** whether anything was ever begun in a form; forms may be named like what every object has */
export const isBegun = (doc: Doc, form: PlanForm): boolean => Object.hasOwn(doc.plan, form.id);

/** what is stored of a form, each row under an id that no other has */
export function stored(doc: Doc, form: PlanForm): StoredRow[] {
  const seen = new Set<string>();
  return (isBegun(doc, form) ? doc.plan[form.id] : []).map((values, at) => {
    let id = text(values[ID]) || usualId(form, at);
    while (seen.has(id)) id += '+';
    seen.add(id);
    return { id, values };
  });
}

/** whether a person wrote something into the row */
export const isTouched = (form: PlanForm, values: PlanRow): boolean => leaves(form.fields).some((field) => isWritten(field) && !isBlank(values[field.id]));

/* ---- choices ---- */

/** what is chosen: where nobody chose, what the form is printed with */
export const chosenIn = (values: PlanRow, field: PlanField): string => text(Object.hasOwn(values, field.id) ? values[field.id] : field.default);

/** what can be chosen; what stands there already can be, whatever it is */
export function choicesOf(values: PlanRow, field: PlanField): string[] {
  const value = text(values[field.id]);
  return value && !field.more && !field.choices.includes(value) ? [...field.choices, value] : field.choices;
}

/* ---- what has no place ---- */

/**
 * @param value - of a field, also of a file from elsewhere
 * @param colon - what stands after the name of a part
 * @returns as it is read
 */
function readable(value: unknown, colon: string): string {
  if (Array.isArray(value)) return value.map((part) => readable(part, colon)).join('\n');
  if (isMapping(value)) return Object.entries(value).map(([key, part]) => `${key}${colon}${readable(part, colon)}`).join('\n');
  return typeof value === 'boolean' ? String(value) : text(value).trim();
}

/**
 * What the forms have no place for, and what stays where it is: columns and forms that the handbook no longer has, a second
 * row where there is one, and values of a file from elsewhere that are no text.
 */
export function leftovers(data: PageData, doc: Doc, colon: string): { name: string; text: string }[] {
  const forms = new Map(data.plan.forms.map((form) => [form.id, form]));
  return Object.entries(doc.plan).flatMap(([id, rows]) => {
    const form = forms.get(id);
    const columns = new Set(form && leaves(form.fields).map((field) => field.id));
    const single = form && kindOf(form) === 'one';
    const isShown = (key: string, value: unknown, at: number) =>
      key.startsWith('@') || (columns.has(key) && ['string', 'number'].includes(typeof value) && !(single && at > 0));
    const lost = rows.flatMap((values, at) => Object.entries(values).filter(([key, value]) => !isShown(key, value, at)));
    return lost.map(([key, value]) => ({ name: [form ? form.name : id, key].join(' / '), text: readable(value, colon) }));
  }).filter((leftover) => leftover.text);
}

/* The plan as values: which rows a form has, what stands in them, what they are about, and what is still missing.
   Rows are kept with an id of their own (@id) and, where they are about something, with what it is (@for). */

import { isMapping } from '../../lib/values.ts';
import * as answers from '../document/answers.ts';
import * as plan from './goals.ts';

export type Field = {id: string, name: string, input?: string, choices?: string[], more?: boolean, default?: string, fill?: string, shows?: string, by?: string, help?: string, fields?: Field[]};
export type Form = {id: string, name: string, number?: string, help?: string, rows: string, list?: any[], fields: Field[]};
export type Row = {id: string, name: string, about: string, months: any[], item: any, values: Record<string, any>, lost: boolean};

    export const ID = '@id';
export const FOR = '@for';
const MOST_ROWS = 99;
const READ = ['rating', 'pick', 'shows'];

export const text: (value: unknown) => string = (value) => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '');

/** in one line of at most so many characters, none cut in two */
export function short(said: string, most: number): string {
  const signs = Array.from(said.replace(/[\r\n]+/g, ' '));
  return signs.length > most ? `${signs.slice(0, most).join('')}…` : signs.join('');
}

/** the columns, without the heads over them */
export function leaves(fields: Field[]): Field[] {
  return fields.flatMap((one) => (one.fields && one.fields.length ? leaves(one.fields) : [one]));
}

export const inputOf: (field: Field) => string = (field) => (field.shows ? 'shows' : field.input || 'text');

export const written: (field: Field) => boolean = (field) => !READ.includes(inputOf(field));

export function kindOf(form: Form): 'one' | 'count' | 'many' | 'items' | 'other' | 'list' {
  const rows = String(form.rows || 'one');
  if (/^\d+$/.test(rows)) return 'count';
  if (rows.startsWith('form:')) return 'other';
  if (rows === 'competencies') return 'items';
  if (rows === 'many') return 'many';
  return Array.isArray(form.list) && form.list.length ? 'list' : 'one';
}

/** the role that fills a field in: its own, or that of the head over it */
function ownerOf(fields: Field[], id: string, by: string = ''): string {
  for (const one of fields) {
    if (one.id === id) return one.by || by;
    const found = ownerOf(one.fields || [], id, one.by || by);
    if (found) return found;
  }
  return '';
}

/**
 * @param id - of a field
 * @param seat - who sits here
 * @returns whether it is the other one's to write
 */
export function isTheirs(form: any, id: string, seat: string): boolean {
  const by = ownerOf(form.fields, id);
  return (by === 'employee' || by === 'manager') && by !== seat;
}

/* ---- what is stored ---- */

/** what a stored row without an id is taken for */
function usual(form: Form, at: number): string {
  const kind = kindOf(form);
  if (kind === 'one') return '';
  if (kind === 'list' && form.list && form.list[at]) return form.list[at].id;
  return kind === 'count' ? String(at + 1) : `r${at + 1}`;
}

export function stored(doc: any, form: Form): {id: string, row: Record<string, any>}[] {
  const rows = isMapping(doc.plan) && Array.isArray(doc.plan[form.id]) ? doc.plan[form.id] : [];
  const seen = new Set();
  return rows.filter(isMapping).map((row: any, at: number) => {
    let id = text(row[ID]) || usual(form, at);
    while (seen.has(id)) id += '+';
    seen.add(id);
    return { id, row };
  });
}

/** For a change: the row of a draft, made where there is none yet. */
export function rowIn(draft: any, form: Form, id: string): Record<string, any> {
  const found = stored(draft, form).find((one) => one.id === id);
  if (found) return Object.assign(found.row, id ? { [ID]: id } : {});
  const row = id ? { [ID]: id } : {};
  rowsIn(draft, form.id).push(row);
  return row;
}

/**
 * For a change: all rows of a form in a draft.
 * @param draft - grows where there are none yet
 * @param key - of the form
 */
export function rowsIn(draft: any, key: string): any[] {
  if (!isMapping(draft.plan)) draft.plan = {};
  if (!Array.isArray(draft.plan[key])) draft.plan[key] = [];
  return draft.plan[key];
}

/**
 * @param value - of a field, also of a file from elsewhere
 * @param colon - what stands after the name of a part
 * @returns as it is read
 */
function readable(value: any, colon: string): string {
  if (Array.isArray(value)) return value.map((one) => readable(one, colon)).join('\n');
  return isMapping(value) ? Object.entries(value).map(([key, one]) => `${key}${colon}${readable(one, colon)}`).join('\n') : String(value ?? '').trim();
}

/**
 * What the forms have no place for, and what stays where it is: columns and forms that the handbook no longer has, a second
 * row where there is one, and values of a file from elsewhere that are no text.
 */
export function leftovers(data: any, doc: any): {name: string, text: string}[] {
  const forms = new Map((data.plan ? data.plan.forms : []).map((one: Form) => [one.id, one]));
  return Object.entries(isMapping(doc.plan) ? doc.plan : {}).flatMap(([key, all]) => {
    const form = forms.get(key);
    const known = new Set(form ? leaves(form.fields).map((one) => one.id) : []);
    const single = form && kindOf(form) === 'one';
    const rows = Array.isArray(all) ? all.filter(isMapping) : [];
    const shown = (field: string, value: unknown, at: number) =>
      known.has(field) && ['string', 'number'].includes(typeof value) && !(single && at > 0);
    const lost = rows.flatMap((row, at) => Object.entries(row).filter(([field, value]) => !field.startsWith('@') && !shown(field, value, at)));
    return lost.map(([field, value]) => ({ name: [form ? form.name : key, field].join(' / '), text: readable(value, data.words['plan.colon']) }));
  }).filter((one) => one.text);
}

/** whether a person wrote something into the row */
export function touched(form: Form, values: Record<string, any>): boolean {
  return leaves(form.fields).some((one) => written(one) && text(values[one.id]).trim() !== '');
}

/* ---- rows ---- */

/** the chosen items, in the order of the page; the manager's where the employee chose none */
export function picked(data: any, doc: any): any[] {
  const [own, manager] = ['employee', 'manager'].map((who) => answers.picked(data, doc, who));
  return (own.length ? own : manager).map((code: string) => answers.find(data, code));
}

/**
 * For a change: from now on these items are the chosen ones, also where so far only the manager had chosen.
 * @param who - chooses
 */
export function choosing(data: any, codes: string[], who: string): (draft: any) => void {
  return (draft) => {
    const before = answers.picked(data, draft, who);
    const changed = data.items.map((one: any) => one.code)
      .filter((code: string) => before.includes(code) !== codes.includes(code));
    for (const code of changed) answers.open(draft, who, data, code).pick = codes.includes(code);
  };
}

/** the items a form has rows for: all where it only shows them or they are chosen in it, else the chosen ones */
function itemsOf(data: any, doc: any, form: Form): any[] {
  const fields = leaves(form.fields);
  if (!fields.some(written) || fields.some((one) => inputOf(one) === 'pick') || !data.pick) return data.items;
  const kept = new Map(stored(doc, form).map((one) => [one.id, one.row]));
  const chosen = new Set(picked(data, doc).map((one) => one.code));
  return data.items.filter((one: any) => chosen.has(one.code) || touched(form, kept.get(one.code) || {}));
}

function subjects(data: any, doc: any, form: Form, seen: Set<string>): Partial<Row>[] {
  const kind = kindOf(form);
  if (kind === 'one') return [{ id: '' }];
  if (kind === 'count') {
    return Array.from({ length: Math.min(Number(form.rows), MOST_ROWS) }, (_, at) => ({ id: String(at + 1), name: String(at + 1) }));
  }
  if (kind === 'list') return (form.list || []).map((one) => ({ id: one.id, name: one.name, months: one.months || [], item: one.item || null }));
  if (kind === 'items') return itemsOf(data, doc, form).map((one) => ({ id: one.code, name: one.name, item: one, about: one.code }));
  if (kind === 'many') return stored(doc, form).map((one, at) => ({ id: one.id, name: String(at + 1), about: text(one.row[FOR]) }));
  const other = data.plan.forms.find((one: Form) => `form:${one.id}` === form.rows);
  if (!other || seen.has(other.id)) return [];
  return rows(data, doc, other, new Set([...seen, other.id]))
    .map((row) => ({ id: row.id, about: row.about, name: plan.label(data, doc, other, row) }));
}

/**
 * The rows of a form with what stands in them; last those whose subject is gone but in which something is written.
 * @param seen - forms on the way here, as rows of rows may go in a circle
 */
export function rows(data: any, doc: any, form: Form, seen: Set<string> = new Set([form.id])): Row[] {
  const kept = stored(doc, form);
  const asked = subjects(data, doc, form, seen);
  const known = new Set(asked.map((one) => one.id));
  const values = new Map(kept.map((one) => [one.id, one.row]));
  const lost = kept.filter((one) => !known.has(one.id) && touched(form, one.row)).map(({ id }) => ({ id, name: '', lost: true }));
  return [...asked, ...lost].map((one) => ({
    id: one.id || '', name: one.name || plan.retired(data, one.id || ''), about: one.about || '', months: one.months || [],
    item: one.item || null, values: values.get(one.id || '') || {}, lost: Boolean((one as any).lost),
  }));
}

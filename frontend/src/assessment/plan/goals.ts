/* What the rows of a plan are about: the chosen items, points written by hand, what the handbook has retired; and with what
   new rows begin. */

import { isMapping } from '../../lib/values.ts';
import { speaker } from '../../lib/words.ts';
import * as assessment from '../document/document.ts';
import { FOR, ID, inputOf, kindOf, leaves, picked, rows, short, text } from './model.ts';

export type Field = {id: string, name: string, input?: string, fill?: string, fields?: Field[]};
export type Form = {id: string, name: string, rows: string, fields: Field[]};
export type Row = {id: string, name: string, about: string, values: Record<string, any>};

const SHORT = 36; // characters of a measure where it is named again

/** the column that is filled with it */
export function filled(form: Form, fill: string): Field | undefined {
  return leaves(form.fields).find((one) => one.fill === fill);
}

export const saying: (form: Form) => Field | undefined = (form) => filled(form, 'action') || leaves(form.fields).find((one) => inputOf(one) === 'text');

/** rows are written by hand and each is about a point of the assessment */
export const aimed: (form: Form) => boolean = (form) => kindOf(form) === 'many' && leaves(form.fields).some((one) => Boolean(one.fill));

/** points that are written by hand, such as gaps in performance */
function points(data: any, doc: any): {id: string, name: string, said: string, item: null}[] {
  const counted = data.plan.forms.filter((one: Form) => kindOf(one) === 'count' && saying(one));
  return counted.flatMap((form: Form) => {
    const field = (saying(form) as Field);
    return rows(data, doc, form).map((row: Row) => ({
      id: `${form.id}#${row.id}`, name: `${field.name} ${row.name || row.id}`, said: text(row.values[field.id]).trim(), item: null,
    }));
  });
}

/** What a measure can be about: the chosen items, and the points that are written. */
export function aims(data: any, doc: any): {id: string, name: string, item: any}[] {
  const chosen = picked(data, doc).map((one: any) => ({ id: one.code, name: one.name, item: one }));
  return [...chosen, ...points(data, doc).filter((one) => one.said)];
}

/**
 * @param name - as somebody wrote it
 * @returns the name of what the handbook has retired, which says so; nothing where it has not
 */
export function retired(data: any, code: string, name: string = ''): string {
  if (!Object.hasOwn(data.gone || {}, code) || data.items.some((one: any) => one.code === code)) return '';
  return speaker(data, 'plan')('retired', { name: name || text(data.gone[code].name) || code });
}

/** its name */
export function aimName(data: any, doc: any, about: string): string {
  if (!about) return '';
  const aim = data.items.find((one: any) => one.code === about) || points(data, doc).find((one) => one.id === about);
  return aim ? aim.name : retired(data, about);
}

/** the item that stands in a column of the row */
export function namedIn(data: any, form: Form, row: Row): string {
  const field = filled(form, 'competency');
  const name = field ? text(row.values[field.id]) : '';
  return name && (retired(data, row.about, name) || name);
}

/** a row in a few words, for the forms that follow it */
export function label(data: any, doc: any, form: Form, row: Row): string {
  if (kindOf(form) !== 'many') return row.name;
  return [row.name, short(gist(data, doc, form, row), SHORT)].filter(Boolean).join('\u3000');
}

/** what a row is about, and what it says */
export function gist(data: any, doc: any, form: Form, row: Row): string {
  const field = saying(form);
  const aim = namedIn(data, form, row) || aimName(data, doc, row.about);
  return [aim, field ? text(row.values[field.id]).trim() : ''].filter(Boolean).join('\u3000');
}

/* ---- filling ---- */

/** a new row */
export function fresh(data: any, form: Form, about: string): Record<string, string> {
  const item = data.items.find((one: any) => one.code === about);
  const named = filled(form, 'competency');
  return { [ID]: assessment.newId(), ...(about ? { [FOR]: about } : {}), ...(item && named ? { [named.id]: item.name } : {}) };
}

/** What the first opening adds: a row for every chosen item, in forms in which nothing was ever begun. */
export function beginnings(data: any, doc: any): {form: Form, rows: Record<string, string>[]}[] {
  const chosen = picked(data, doc);
  const open = data.plan.forms.filter((one: Form) => aimed(one) && !(isMapping(doc.plan) && doc.plan[one.id]));
  return chosen.length ? open.map((form: Form) => ({ form, rows: chosen.map((one) => fresh(data, form, one.code)) })) : [];
}

/** courses and practices that fit */
export function actions(data: any, about: string): any[] {
  return about ? (data.actions || []).filter((one: any) => (one.for || []).includes(about)) : [];
}

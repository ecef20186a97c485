/* Which rows a form has, and what each is about: an item of the assessment, a point written by hand, a row of another form.
   One module, as the rows of a form can be those of another, named by what is written there. */

import type { PlanForm } from '../../generated/page-data.ts';
import type { PlanRow } from '../document/model.ts';
import { chosenIn } from '../document/results.ts';
import { type Doc, type Item, type PageData, planSpeaker } from './context.ts';
import { FOR, type StoredRow, filled, isTouched, isWritten, kindOf, leaves, saying, short, stored, text } from './model.ts';
import { GOAL } from './sentences.ts';

export interface Row {
  readonly id: string;
  readonly name: string;
  /** the code of an item, or form#row */
  readonly about: string;
  readonly months: readonly (readonly number[])[];
  readonly item: Item | null;
  readonly values: PlanRow;
  /** what it is about is gone, but something is written in it */
  readonly lost: boolean;
}

type Subject = Pick<Row, 'id'> & Partial<Row>;

/** what a measure can be about */
export interface Aim {
  readonly id: string;
  readonly name: string;
  /** what is written there, where it was written by hand */
  readonly said: string;
  readonly item: Item | null;
}

const MOST_ROWS = 99;
const LABEL = 36; // characters of a measure where it is named again

/* ---- rows ---- */

/** the chosen items, in the order of the page */
export function picked(data: PageData, doc: Doc): Item[] {
  const codes = new Set(chosenIn(data, doc));
  return data.items.filter((item) => codes.has(item.code));
}

/** the items a form has rows for: all where it only shows them or they are chosen in it, else the chosen ones */
function itemsOf(data: PageData, doc: Doc, form: PlanForm): Item[] {
  const fields = leaves(form.fields);
  if (!fields.some(isWritten) || fields.some((field) => field.input === 'pick') || !data.pick) return data.items;
  const kept = new Map(stored(doc, form).map((row) => [row.id, row.values]));
  const chosen = new Set(picked(data, doc).map((item) => item.code));
  return data.items.filter((item) => chosen.has(item.code) || isTouched(form, kept.get(item.code) ?? {}));
}

function subjects(data: PageData, doc: Doc, form: PlanForm, kept: StoredRow[], seen: ReadonlySet<string>): Subject[] {
  switch (kindOf(form)) {
    case 'one': return [{ id: '' }];
    case 'list': return form.list;
    case 'items': return itemsOf(data, doc, form).map((item) => ({ id: item.code, name: item.name, item, about: item.code }));
    case 'many': return kept.map(({ id, values }, at) => ({ id, name: String(at + 1), about: text(values[FOR]) }));
    case 'count': {
      const length = Math.min(Number(form.rows), MOST_ROWS);
      return Array.from({ length }, (_, at) => ({ id: String(at + 1), name: String(at + 1) }));
    }
    case 'other': {
      const other = data.plan.forms.find(({ id }) => form.rows === `form:${id}`);
      if (!other || seen.has(other.id)) return [];
      return rows(data, doc, other, new Set([...seen, other.id]))
        .map((row) => ({ id: row.id, about: row.about, name: label(data, doc, other, row) }));
    }
  }
}

/**
 * The rows of a form with what stands in them; last those whose subject is gone but in which something is written.
 * @param seen - forms on the way here, as rows of rows may go in a circle
 */
export function rows(data: PageData, doc: Doc, form: PlanForm, seen: ReadonlySet<string> = new Set([form.id])): Row[] {
  const kept = stored(doc, form);
  const asked = subjects(data, doc, form, kept, seen);
  const known = new Set(asked.map((subject) => subject.id));
  const values = new Map(kept.map((row) => [row.id, row.values]));
  const lost = kept.filter((row) => !known.has(row.id) && isTouched(form, row.values)).map(({ id }): Subject => ({ id, lost: true }));
  return [...asked, ...lost].map(({ id, name, about = '', months = [], item = null, lost = false }) =>
    ({ id, name: name || retired(data, id), about, months, item, values: values.get(id) ?? {}, lost }));
}

/* ---- what rows are about ---- */

/** points that are written by hand, such as gaps in performance */
function points(data: PageData, doc: Doc): Aim[] {
  return data.plan.forms.filter((form) => kindOf(form) === 'count').flatMap((form) => {
    const field = saying(form);
    return field ? rows(data, doc, form).map((row) => (
      { id: `${form.id}#${row.id}`, name: `${field.name} ${row.name || row.id}`, said: text(row.values[field.id]).trim(), item: null })) : [];
  });
}

/** What a measure can be about: the chosen items, and the points that are written. */
export function aims(data: PageData, doc: Doc): Aim[] {
  const chosen = picked(data, doc).map((item) => ({ id: item.code, name: item.name, said: '', item }));
  return [...chosen, ...points(data, doc).filter((point) => point.said)];
}

/**
 * @param name - as somebody wrote it
 * @returns the name of what the handbook has retired, which says so; nothing where it has not
 */
export function retired(data: PageData, code: string, name: string = ''): string {
  if (!Object.hasOwn(data.gone, code) || data.items.some((item) => item.code === code)) return '';
  return planSpeaker(data)('retired', { name: name || text(data.gone[code].name) || code });
}

/** the name of what a row is about */
export function aimName(data: PageData, doc: Doc, about: string): string {
  if (!about) return '';
  const aim = data.items.find((item) => item.code === about) || points(data, doc).find((point) => point.id === about);
  return aim ? aim.name : retired(data, about);
}

/** the item that stands in a column of the row */
export function namedIn(data: PageData, form: PlanForm, row: Row): string {
  const field = filled(form, 'competency');
  const name = field ? text(row.values[field.id]) : '';
  return name && (retired(data, row.about, name) || name);
}

/** a row in a few words, for the forms that follow it */
function label(data: PageData, doc: Doc, form: PlanForm, row: Row): string {
  if (kindOf(form) !== 'many') return row.name;
  return [row.name, short(gist(data, doc, form, row), LABEL)].filter(Boolean).join('\u3000');
}

/** what a row is about, and what it says */
export function gist(data: PageData, doc: Doc, form: PlanForm, row: Row): string {
  const field = saying(form);
  const aim = namedIn(data, form, row) || aimName(data, doc, row.about);
  const measure = field ? text(row.values[field.id]).trim() : '';
  return [aim, measure || text(row.values[GOAL]).trim()].filter(Boolean).join('\u3000');
}

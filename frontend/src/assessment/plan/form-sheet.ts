/* The forms of a plan as tables, as people read them: for a spreadsheet, and for what is signed. No page here. */

import type { PlanField, PlanForm } from '../../generated/page-data.ts';
import { day, figure } from '../../lib/cells.ts';
import type { Cell } from '../../lib/cells.ts';
import type { Sheet } from '../../lib/spreadsheet.ts';
import { type Doc, type PageData, type PlanContext, planContext } from './context.ts';
import * as edits from './edits.ts';
import { beginnings, isPicked } from './goals.ts';
import { OTHER, chosenIn, choosesAim, isTouched, kindOf, text } from './model.ts';
import { type Row, aimName, rows } from './rows.ts';
import { corner, ratingText, rowName, title } from './wording.ts';

/** what stands in tables besides the plan's own words */
interface FormWords {
  readonly yes: string;
  readonly what: string;
  readonly value: string;
}

export interface FormContext extends PlanContext {
  readonly formWords: FormWords;
}

/** the columns with their names, merged heads before them */
function columns(fields: readonly PlanField[], above: string = ''): [field: PlanField, name: string][] {
  return fields.flatMap((field): [PlanField, string][] => {
    const name = above && above !== field.name ? `${above} / ${field.name}` : field.name;
    return field.fields.length ? columns(field.fields, name) : [[field, name]];
  });
}

function cell(context: FormContext, row: Row, field: PlanField): Cell {
  const { own, manager, word, formWords } = context;
  const { item } = row;
  if (field.input === 'rating') return item ? ratingText(context, item, (field.by === 'manager' ? manager : own).get(item.code)) : '';
  if (field.input === 'pick') return isPicked(context, row.id) ? formWords.yes : '';
  if (field.input === 'shows') return (field.shows && item?.shows?.[field.shows]) || '';
  const written = field.input === 'choice' ? chosenIn(row.values, field) : text(row.values[field.id]);
  const said = written === OTHER ? word('other') : written;
  if (field.input === 'number' && /^-?\d+(\.\d+)?$/.test(said)) return figure(said);
  if (field.input === 'date') return (said && day(said));
  return [said, text(row.values[`@date-${field.id}`])].filter(Boolean).join(' ');
}

/** how wide the columns are that people fill in: a heading says nothing of what will stand under it */
const ROOM: Partial<Record<PlanField['input'], number>> = { text: 40, shows: 40, date: 12, choice: 16, signature: 18 };

/** a form as a table; one row of plain fields stands upright */
export function formSheet(context: FormContext, form: PlanForm): Sheet {
  const { data, doc, word, formWords } = context;
  const heads = columns(form.fields);
  const all = rows(data, doc, form);
  const name = title(data, form);
  if (kindOf(form) === 'one') {
    const lines = heads.map(([field, head]) => [head, cell(context, all[0], field)]);
    return { name, head: [formWords.what, formWords.value], rows: lines, widths: [30, 60] };
  }
  const aimed = choosesAim(form);
  return {
    name,
    head: [...(aimed ? [word('number'), word('aim')] : [corner(word, form)]), ...heads.map(([, head]) => head)],
    widths: [...(aimed ? [8, 24] : [kindOf(form) === 'many' || kindOf(form) === 'count' ? 8 : undefined]), ...heads.map(([field]) => ROOM[field.input])],
    rows: all.map((row) => [
      rowName(word, row), ...(aimed ? [aimName(data, doc, row.about) || row.about] : []), ...heads.map(([field]) => cell(context, row, field)),
    ]),
  };
}

/** with the rows that the page shows, also where nobody has looked at it */
export function begun(data: PageData, saved: Doc): PlanContext {
  const doc = structuredClone(saved);
  edits.begin(doc, beginnings(data, doc));
  return planContext(data, doc, '');
}

/** the forms into which somebody has written something */
export function writtenForms(data: PageData, saved: Doc, formWords: FormWords): Sheet[] {
  const context = { ...begun(data, saved), formWords };
  const isWritten = (form: PlanForm) => rows(data, context.doc, form).some((row) => isTouched(form, row.values));
  return data.plan.forms.filter(isWritten).map((form) => formSheet(context, form));
}

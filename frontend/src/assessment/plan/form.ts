/* A form of the plan as a table with merged heads, or as plain fields; on a phone a card a row, on paper the form itself. */

import { make } from '../../lib/draw.ts';
import * as answers from '../document/answers.ts';
import * as fieldss from './field.ts';
import * as goals from './goals.ts';
import * as plan from './model.ts';

const BROAD = 5; // columns from which a table may be wider than a phone
const BRIEF = 24; // characters of a point in a list to choose from

const deep: (field: any) => number = (field) => 1 + Math.max(0, ...(field.fields || []).map(deep));

/** who fills it in, and what to write */
function note(desk: any, field: any): string {
  const role = ((desk.data.plan.roles || []).find((one: any) => one.id === field.by) || {}).name;
  const told = role && !field.name.toLowerCase().startsWith(role.toLowerCase());
  return [field.help, told && desk.word('by', { role })].filter(Boolean).join(desk.word('semicolon'));
}

export const title = (form: any, desk: any): string => [form.number, form.name].filter(Boolean).join(desk.data.language.startsWith('zh') ? '\u3000' : ' ');

/* ---- heads ---- */

/**
 * @param corner - what the rows are
 */
function head(desk: any, fields: any[], corner: string): HTMLElement {
  const depth = Math.max(...fields.map(deep));
  const lines: any[][] = Array.from({ length: depth }, () => []);
  const fill = (inner: any[], at: number) => inner.forEach((one) => {
    const parts = one.fields && one.fields.length ? one.fields : [];
    const [span, tall] = [plan.leaves([one]).length, parts.length ? 1 : depth - at];
    const said = note(desk, one);
    lines[at].push(make('th', { scope: span > 1 ? 'colgroup' : 'col', role: 'columnheader', colspan: span > 1 && span, rowspan: tall > 1 && tall,
      class: parts.length ? 'is-head' : `is-${plan.inputOf(one)}` }, [one.name, said && make('small', {}, [said])]));
    fill(parts, at + 1);
  });
  fill(fields, 0);
  lines[0].unshift(make('th', { scope: 'col', role: 'columnheader', rowspan: depth > 1 && depth, class: 'lb-form__corner' }, [corner]));
  return make('thead', { role: 'rowgroup' }, lines.map((cells) => make('tr', { role: 'row' }, cells)));
}

/** the columns, the first under each outermost merged head with its name */
function columns(fields: any[]): [any, string][] {
  return fields.flatMap((one) => plan.leaves([one]).map((leaf: any, at: number) => [leaf, leaf !== one && at === 0 ? one.name : '']));
}

/* ---- rows ---- */

/** what a row is about is chosen in its head, as no column is for it */
const chooses: (form: any) => boolean = (form) => goals.aimed(form) && !goals.filled(form, 'competency');

/** what the rows of a form are */
export function corner(desk: any, form: any): string {
  const kind = plan.kindOf(form);
  if (chooses(form)) return desk.word('aim');
  if (kind === 'items') return desk.word('item');
  return desk.word({ list: 'row', other: 'measure' }[(kind as 'list')] || 'number');
}

/** What a measure is about: chosen from the points of the assessment. */
function aimChooser(desk: any, form: any, row: any): HTMLElement {
  const aims = goals.aims(desk.data, desk.doc);
  const known = aims.some((one: any) => one.id === row.about);
  const name = goals.aimName(desk.data, desk.doc, row.about) || row.about;
  const options = [...(row.about && !known ? [{ id: row.about, name }] : []), ...aims];
  const said = (one: any) => [one.name, one.said && plan.short(one.said, BRIEF)].filter(Boolean).join(desk.word('colon'));
  const field = make('select', { 'data-form': form.id, 'data-row': row.id, 'data-field': plan.FOR, 'aria-label': desk.word('aim_of', { n: row.name }) },
    [make('option', { value: '' }, [desk.word('no_aim')]), ...options.map((one) => make('option', { value: one.id }, [said(one)]))]);
  field.value = row.about;
  return make('span', { class: 'lb-line' }, [field, fieldss.said(name)]);
}

/** what it is about may be gone, with its name or without */
export const nameOf: (desk: any, row: any) => string = (desk, row) => row.name || (row.lost ? desk.word('row_lost') : '');

/** the head of a row */
function rowHead(desk: any, form: any, row: any): any[] {
  const months = desk.months(row.months);
  const remove = plan.kindOf(form) === 'many' && make('button', { type: 'button', class: 'lb-link lb-noprint', 'data-remove': row.id, 'data-form': form.id,
    'aria-label': desk.word('remove_of', { n: row.name }) }, [desk.word('remove')]);
  const page = row.item && row.item.href ? make('a', { href: row.item.href }, [row.name]) : row.name;
  const number = plan.kindOf(form) === 'many' ? make('span', { class: 'lb-num lb-plan__no' }, [row.name]) : page;
  return [row.lost ? nameOf(desk, row) : number, chooses(form) && aimChooser(desk, form, row),
    months && make('small', {}, [months]), remove];
}

/** a field's name for those who do not see where it stands */
function label(desk: any, form: any, row: any, field: any): string {
  const kind = plan.kindOf(form);
  if (kind === 'one') return field.name;
  return desk.word('place', { name: field.name, row: row.name && ['many', 'count'].includes(kind) ? desk.word('row_n', { n: row.name }) : nameOf(desk, row) });
}

function line(desk: any, form: any, row: any): HTMLElement {
  const cells = columns(form.fields).map(([field, block]) => {
    const at = { desk, form, row, field, label: label(desk, form, row, field), wide: false };
    return make('td', { role: 'cell', 'data-th': field.name, class: `is-${plan.inputOf(field)}` }, [
      block && make('b', { class: 'lb-form__block', 'aria-hidden': 'true' }, [block]),
      make('div', { class: 'lb-plan__cell' }, [...fieldss.place(at), field.fill === 'action' && !plan.isTheirs(form, field.id, desk.seat) && hints(desk, form, row, field)]),
    ]);
  });
  return make('tr', { role: 'row', 'data-line': row.id, class: row.lost ? 'is-lost' : false },
    [make('th', { scope: 'row', role: 'rowheader' }, [make('div', { class: 'lb-plan__rowhead' }, rowHead(desk, form, row))]), ...cells]);
}

/* ---- suggestions ---- */

/** Courses and practices for what the row is about; a button fills one in. */
function hints(desk: any, form: any, row: any, field: any): HTMLElement | null {
  const named = goals.filled(form, 'competency');
  const item = named && desk.data.items.find((one: any) => one.name === plan.text(row.values[named.id]));
  const about = row.about || (item ? item.code : '');
  const actions = goals.actions(desk.data, about);
  const name = goals.aimName(desk.data, desk.doc, about);
  const isItem = desk.data.items.some((one: any) => one.code === about);
  if (!actions.length) return isItem ? make('p', { class: 'lb-plan__none lb-noprint' }, [desk.word('no_actions', { name })]) : null;
  const list = actions.map((one: any) => make('li', {}, [
    make('button', { type: 'button', class: 'lb-btn', 'data-action': one.code, 'data-form': form.id, 'data-row': row.id, 'data-field': field.id,
      'aria-label': desk.word('take_of', { text: one.text }) }, [desk.word('take')]),
    make('span', {}, [make('b', {}, [one.typeName || one.type]), one.text,
      one.link && [' ', make('a', { href: one.link, rel: 'noreferrer', target: '_blank' }, [desk.word('link')])]].flat()),
  ]));
  return make('details', { class: 'lb-more lb-plan__hints lb-noprint', 'data-hints': `${form.id} ${row.id}` },
    [make('summary', {}, [desk.word('actions', { n: actions.length })]), make('ul', { class: 'lb-plain' }, list)]);
}

/* ---- forms ---- */

/** a day and a choice need less room than a text */
const widths: (form: any) => HTMLElement = (form) => make('colgroup', {}, [make('col', { class: plan.kindOf(form) === 'many' && !chooses(form) ? 'is-number' : 'is-row' }), ...plan.leaves(form.fields).map((one: any) =>
  make('col', { class: one.fill === 'action' ? 'has-hints' : `is-${plan.inputOf(one)}` }))]);

function table(desk: any, form: any, rows: any[]): HTMLElement {
  const width = plan.leaves(form.fields).length;
  const broad = width > BROAD;
  const grouped = plan.kindOf(form) === 'items';
  const groups: [string, any[]][] = [];
  for (const row of rows) {
    const name = grouped && row.item ? answers.path(desk.data, row.item.group) : '';
    if (!groups.length || groups[groups.length - 1][0] !== name) groups.push([name, []]);
    groups[groups.length - 1][1].push(row);
  }
  const bodies = groups.map(([name, inner]) => make('tbody', { role: 'rowgroup' }, [
    name && make('tr', { role: 'row', class: 'lb-form__grp' }, [make('th', { scope: 'rowgroup', role: 'rowheader', colspan: width + 1 }, [name])]),
    ...inner.map((row) => line(desk, form, row)),
  ]));
  const frame = broad ? { class: 'lb-form__wrap is-wide', tabindex: '0', role: 'region', 'aria-label': desk.word('scroll', { title: form.name }) } : { class: 'lb-form__wrap' };
  const read = width <= 3 && !plan.leaves(form.fields).some(plan.written) ? ' is-read' : '';
  return make('div', frame, [make('table', { class: `lb-form__grid is-${plan.kindOf(form)}${read}`, role: 'table', style: `--cols:${width};--rows:${rows.length}` },
    [make('caption', { class: 'lb-vh' }, [form.name]), widths(form), head(desk, form.fields, corner(desk, form)), ...bodies])]);
}

function plain(desk: any, form: any, row: any): HTMLElement {
  const roomy = plan.leaves(form.fields).length <= 3;
  const part = (name: string, fields: any[]) => make('div', { class: 'lb-form__part' }, [
    name && name !== form.name && make('p', { class: 'lb-form__title' }, [name]),
    make('dl', {}, fields.map((field) => {
      const said = note(desk, field);
      const at = { desk, form, row, field, label: name && name !== form.name ? `${name} ${field.name}` : field.name, wide: roomy || field.input === 'choice' };
      return make('div', { class: `is-${plan.inputOf(field)}` }, [make('dt', {}, [field.name, said && make('small', {}, [said])]), make('dd', {}, fieldss.place(at))]);
    })),
  ]);
  const parts: [string, any[]][] = [];
  for (const one of form.fields) {
    const name = one.fields && one.fields.length ? one.name : '';
    if (!parts.length || name || parts[parts.length - 1][0]) parts.push([name, []]);
    parts[parts.length - 1][1].push(...plan.leaves([one]));
  }
  return make('div', { class: `lb-form__plain${roomy ? ' is-roomy' : ''}` }, parts.map(([name, fields]) => part(name, fields)));
}

/** what can be done with the rows: add one, take a removed one back */
function tools(desk: any, form: any): any[] {
  if (plan.kindOf(form) !== 'many') return [];
  const aims = goals.aimed(form) ? goals.aims(desk.data, desk.doc) : [];
  const rows = plan.rows(desk.data, desk.doc, form);
  const open = aims.filter((one: any) => !rows.some((row: any) => row.about === one.id));
  const add = (about: string, text: string) => make('button', { type: 'button', class: 'lb-btn', 'data-add': form.id, 'data-about': about }, [text]);
  const gone = desk.removed(form.id);
  return [make('p', { class: 'lb-plan__tools lb-noprint' }, [
    ...open.map((one: any) => add(one.id, desk.word('add_for', { name: one.name }))), add('', desk.word('add')),
    gone && make('button', { type: 'button', class: 'lb-link', 'data-restore': form.id }, [desk.word('restore', { n: gone.name })]),
  ])];
}

/** For paper: what can be chosen where a column has no room for it. */
function keys(desk: any, form: any): any[] {
  if (plan.kindOf(form) === 'one') return [];
  const long = plan.leaves(form.fields).filter((one: any) => one.input === 'choice' && (one.choices || []).length > fieldss.FEW);
  return long.map((one: any) => make('p', { class: 'lb-note lb-print' }, [desk.word('key', { name: one.name, choices: one.choices.join(desk.word('comma')) })]));
}

/**
 * @param only - the rows that belong here, null for all
 */
function body(desk: any, form: any, only: string[] | null): any[] {
  const all = plan.rows(desk.data, desk.doc, form);
  const rows = only ? all.filter((row: any) => row.lost || only.includes(row.id)) : all;
  if (plan.kindOf(form) === 'one') return [plain(desk, form, rows[0])];
  const empty = !rows.length && make('p', { class: 'lb-empty' }, desk.empty(form));
  return [rows.length ? table(desk, form, rows) : empty, ...keys(desk, form), ...tools(desk, form)];
}

/**
 * @param id - its anchor
 */
export function show(desk: any, form: any, only: string[] | null, id: string): HTMLElement {
  const help = form.help && make('p', { class: 'lb-note' }, [form.help]);
  return make('section', { class: 'lb-form lb-plan__form', id, 'data-shows': form.id }, [make('h3', {}, [title(form, desk)]), help, ...body(desk, form, only)]);
}

/* How far a plan is: where its forms stand, which figures sum it up, and what is missing before each signing. */

import * as goals from './goals.ts';
import * as plan from './model.ts';

/** only: the rows that belong here, null for all */
export type Entry = {form: any, only: string[] | null, id: string};
export type Station = {phase: any, entries: Entry[]};
export type Lack = {text: string, href: string};

const signs: (form: any) => boolean = (form) => plan.leaves(form.fields).some((one: any) => one.input === 'signature');

const blank: (value: unknown) => boolean = (value) => plan.text(value).trim() === '';

/* ---- where the forms stand ---- */

/** A form named by as many phases as it has rows has a row for each of them, in order. */
function shared(data: any, form: any): boolean {
  const named = data.plan.phases.filter((one: any) => one.forms.includes(form.id)).length;
  return named > 1 && plan.kindOf(form) === 'list' && form.list.length === named;
}

/**
 * @param at - of its rows
 * @returns the phase a row belongs to, -1 for none
 */
export function phaseOfRow(data: any, form: any, at: number): number {
  const phases = data.plan.phases.map((one: any, number: number) => (one.forms.includes(form.id) ? number : -1))
    .filter((number: number) => number >= 0);
  return phases.length ? phases[shared(data, form) ? at : 0] : -1;
}

/** The phases with their forms, and last the forms of no phase. A form stands once, but its rows may stand apart. */
export function stations(data: any): Station[] {
  const { phases, forms } = data.plan;
  const shown = new Map();
  const entries = (phase: any) => phase.forms.flatMap((key: string) => {
    const form = forms.find((one: any) => one.id === key);
    const turn = shown.get(key) || 0;
    shown.set(key, turn + 1);
    if (!form || (turn && !shared(data, form))) return [];
    return [{ form, only: shared(data, form) ? [form.list[turn].id] : null, id: `plan-${key}${turn ? `-${turn + 1}` : ''}` }];
  });
  const found = phases.map((phase: any) => ({ phase, entries: entries(phase) }));
  const rest = forms.filter((one: any) => !shown.has(one.id)).map((form: any) => ({ form, only: null, id: `plan-${form.id}` }));
  return rest.length ? [...found, { phase: null, entries: rest }] : found;
}

/* ---- what is missing ---- */

/** too few or too many points chosen, and items not rated */
function lackingPoints(desk: any): Lack[] {
  const { data, doc, word } = desk;
  const [chosen, asked] = [plan.picked(data, doc).length, data.pick || 0];
  const open = [...desk.own.values()].filter((one: any) => one.state === 'open').length;
  return [
    open && { text: word('lack_rating', { n: open }), href: '#check' },
    asked && chosen < asked && { text: word('lack_pick', { n: asked - chosen, of: asked }), href: '#result' },
    asked && chosen > asked && { text: word('over_pick', { n: chosen, of: asked }), href: '#result' },
  ].filter(Boolean);
}

/** of measures: points without one, measures that do not say what or when */
function lackingMeasures(desk: any, form: any): string[] {
  const { data, doc, word } = desk;
  const rows = plan.rows(data, doc, form);
  const named = goals.filled(form, 'competency');
  const about = new Set(rows.flatMap((row: any) => [row.about, named ? plan.text(row.values[named.id]) : '']));
  const without = goals.aims(data, doc).filter((one: any) => !about.has(one.id) && !about.has(one.name) && !(named && !one.item));
  const field = goals.saying(form);
  const days = plan.leaves(form.fields).filter((one: any) => one.input === 'date');
  const empty = (one: any) => rows.filter((row: any) => blank(row.values[one.id])).length;
  return [
    !rows.length && word('lack_measures'),
    without.length && rows.length && word('lack_aim', { names: without.map((one: any) => one.name).join(word('comma')) }),
    ...[field, ...days].map((one) => one && empty(one) && word('lack_column', { n: empty(one), name: one.name })),
  ].filter(Boolean);
}

function lackingForm(desk: any, form: any): string[] {
  const { data, doc, word } = desk;
  if (goals.aimed(form)) return lackingMeasures(desk, form);
  const kind = plan.kindOf(form);
  const rows = plan.rows(data, doc, form).filter((row: any) => !row.lost);
  if (kind === 'one') return lackingFields(desk, form, rows[0]);
  const writes = plan.leaves(form.fields).some((one: any) => plan.written(one));
  const open = rows.filter((row: any) => !plan.touched(form, row.values)).length;
  if (!open || !writes || !['count', 'other', 'items'].includes(kind)) return [];
  return [word(kind === 'count' ? 'lack_count' : 'lack_record', { n: open, of: rows.length, name: kind === 'count' ? goals.saying(form)?.name || form.name : form.name })];
}

/** Of plain fields only those that somebody in particular has to fill in. */
function lackingFields(desk: any, form: any, row: any): string[] {
  const asked = plan.leaves(form.fields).filter((one: any) => one.by && plan.written(one) && !['signature', 'date'].includes(one.input));
  return asked.filter((one: any) => blank(row.values[one.id])).map((one: any) => desk.word('lack_field', { name: one.name }));
}

function lacking(desk: any, entries: Entry[]): Lack[] {
  return entries.flatMap(({ form, id }) => lackingForm(desk, form).map((text) => ({ text, href: `#${id}` })));
}

/** filled in after the plan has been carried out */
const looksBack: (entry: Entry) => boolean = ({ form }) => plan.kindOf(form) === 'other' || plan.leaves(form.fields).some((one: any) => one.by);

/**
 * What is missing before each signing.
 * @returns by the anchor of the form that is signed
 */
export function signings(desk: any, all: Station[]): {id: string, name: string, lacks: Lack[]}[] {
  const found: {id: string, name: string, lacks: Lack[]}[] = [];
  let before: Entry[] = [];
  for (const { entries } of all) {
    const papers = entries.filter((one) => !signs(one.form));
    before = [...before, ...papers];
    for (const entry of entries.filter((one) => signs(one.form))) {
      const rows = plan.kindOf(entry.form) === 'list' ? entry.form.list.filter((one: any) => !entry.only || entry.only.includes(one.id)) : [];
      const apart = rows.length > 1 && before.some(looksBack) ? [before.filter((one) => !looksBack(one)), before.filter(looksBack)] : [before];
      apart.forEach((group, at) => {
        const points = found.length ? [] : lackingPoints(desk);
        found.push({ id: entry.id, name: rows[at] ? rows[at].name : entry.form.name, lacks: [...points, ...lacking(desk, group)] });
      });
      before = [];
    }
  }
  return found;
}

/* ---- figures ---- */

/** at most four */
export function figures(desk: any, all: Station[]): {name: string, n: number, of: number | null, unit: string, href: string}[] {
  const { data, doc, word } = desk;
  const entries = all.flatMap((one) => one.entries);
  const chosen = plan.picked(data, doc);
  const points = { name: word('points'), n: chosen.length, of: data.pick || null, unit: word('unit_item'), href: '#result' };
  const counted = entries.map(({ form, id }) => {
    const kind = plan.kindOf(form);
    if (!['count', 'other'].includes(kind) && !goals.aimed(form)) return null;
    const rows = plan.rows(data, doc, form).filter((row: any) => !row.lost);
    const own = goals.aimed(form) && goals.saying(form); // what is done, where it is written; a row made for a point is not a measure yet
    const done = (row: any) => (own ? !blank(row.values[own.id]) : plan.touched(form, row.values));
    const n = rows.filter(done).length;
    const name = kind === 'count' ? goals.saying(form)?.name || form.name : goals.aimed(form) ? word('measures') : word('records');
    return { name, n, of: kind === 'many' ? null : rows.length, unit: word('unit_item'), href: `#${id}` };
  });
  return [points, ...counted.filter((one) => one !== null)].slice(0, 4);
}

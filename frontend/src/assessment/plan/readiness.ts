/* How far a plan is: where its forms stand, which figures sum it up, and what is missing before each signing. */

import { isAgreed } from '../document/results.ts';
import type { PlanField, PlanForm, PlanPhase } from '../../generated/page-data.ts';
import type { PageData, PlanContext } from './context.ts';
import { dated, filled, isAimed, isBlank, isTouched, isWritten, kindOf, leaves, saying, text } from './model.ts';
import { type Row, aimName, aims, namedIn, picked, rows } from './rows.ts';

/** a form where it stands */
export interface Entry {
  readonly form: PlanForm;
  /** the rows that belong here, null for all */
  readonly only: readonly string[] | null;
  /** its anchor */
  readonly id: string;
}

export interface Station {
  readonly phase: PlanPhase | null;
  readonly entries: readonly Entry[];
}

export interface Lack {
  readonly text: string;
  readonly href: string;
}

/** what is missing before a form is signed */
export interface Signing {
  /** the anchor of the form */
  readonly id: string;
  readonly name: string;
  readonly lacks: readonly Lack[];
}

export interface Figure {
  readonly name: string;
  readonly n: number;
  readonly of: number | null;
  readonly href: string;
}

const MOST_FIGURES = 4;

const isSigned = (form: PlanForm): boolean => leaves(form.fields).some((field) => field.input === 'signature');

/* ---- where the forms stand ---- */

/** A form named by as many phases as it has rows has a row for each of them, in order. */
function isShared(data: PageData, form: PlanForm): boolean {
  const named = data.plan.phases.filter((phase) => phase.forms.includes(form.id)).length;
  return named > 1 && kindOf(form) === 'list' && form.list.length === named;
}

/**
 * @param at - of its rows
 * @returns the phase a row belongs to, -1 for none
 */
export function phaseOfRow(data: PageData, form: PlanForm, at: number): number {
  const phases = data.plan.phases.flatMap((phase, number) => (phase.forms.includes(form.id) ? [number] : []));
  return phases.length ? phases[isShared(data, form) ? at : 0] : -1;
}

/** The phases with their forms, and last the forms of no phase. A form stands once, but its rows may stand apart. */
export function stations(data: PageData): Station[] {
  const { phases, forms } = data.plan;
  const shown = new Map<string, number>();
  const entriesOf = (phase: PlanPhase) => phase.forms.flatMap((key): Entry[] => {
    const form = forms.find(({ id }) => id === key);
    const turn = shown.get(key) ?? 0;
    shown.set(key, turn + 1);
    if (!form || (turn && !isShared(data, form))) return [];
    return [{ form, only: isShared(data, form) ? [form.list[turn].id] : null, id: `plan-${key}${turn ? `-${turn + 1}` : ''}` }];
  });
  const all: Station[] = phases.map((phase) => ({ phase, entries: entriesOf(phase) }));
  const rest = forms.filter((form) => !shown.has(form.id)).map((form) => ({ form, only: null, id: `plan-${form.id}` }));
  return rest.length ? [...all, { phase: null, entries: rest }] : all;
}

/* ---- what is missing ---- */

/** too few or too many points chosen, and items not rated */
function lackingPoints({ data, doc, result, word }: PlanContext): Lack[] {
  const [chosen, asked] = [picked(data, doc).length, data.pick];
  const open = isAgreed(doc) ? 0 : [...result.values()].filter((score) => score.state === 'open').length; // both left open what they did
  return [
    ...(open ? [{ text: word('lack_rating', { n: open }), href: '#check' }] : []),
    ...(chosen < asked ? [{ text: word('lack_pick', { n: asked - chosen, of: asked }), href: '#result' }] : []),
    ...(asked && chosen > asked ? [{ text: word('over_pick', { n: chosen, of: asked }), href: '#result' }] : []),
  ];
}

/** of measures: points without one, measures that do not say what, when or with whom */
function lackingMeasures(context: PlanContext, form: PlanForm): string[] {
  const { data, doc, word } = context;
  const measures = rows(data, doc, form);
  if (!measures.length) return [word('lack_measures')];
  const named = filled(form, 'competency');
  const about = new Set(measures.flatMap((row) => [row.about, named ? text(row.values[named.id]) : '']));
  const without = aims(data, doc).filter((aim) => !about.has(aim.id) && !about.has(aim.name) && !(named && !aim.item));
  const names = without.map((aim) => aim.name).join(word('comma'));
  return [...(names ? [word('lack_aim', { names })] : []), ...emptyColumns(context, measures, form)];
}

/** what a measure has to say: what, by when, and all else that is asked in words, such as with whose support */
function asked(form: PlanForm): PlanField[] {
  const fields = leaves(form.fields);
  const named = fields.filter((field) => field.input === 'text' && !field.fill && !field.default && !field.by);
  return fields.filter((field) => [saying(form), ...dated(form), ...named].includes(field));
}

function emptyColumns({ data, doc, word }: PlanContext, measures: readonly Row[], form: PlanForm): string[] {
  const nameOf = (row: Row) => namedIn(data, form, row) || aimName(data, doc, row.about) || word('row_n', { n: row.name });
  return asked(form).flatMap((field) => {
    const names = [...new Set(measures.filter((row) => isBlank(row.values[field.id])).map(nameOf))];
    return names.length ? [word('lack_column', { name: field.name, rows: names.join(word('comma')) })] : [];
  });
}

/** Of plain fields only those that somebody in particular has to fill in. */
function lackingFields({ word }: PlanContext, form: PlanForm, row: Row): string[] {
  const isAsked = (field: PlanField) => field.by && isWritten(field) && !['signature', 'date'].includes(field.input);
  const missing = leaves(form.fields).filter((field) => isAsked(field) && isBlank(row.values[field.id]));
  return missing.map((field) => word('lack_field', { name: field.name }));
}

function lackingForm(context: PlanContext, form: PlanForm): string[] {
  const { data, doc, word } = context;
  if (isAimed(form)) return lackingMeasures(context, form);
  const kind = kindOf(form);
  const present = rows(data, doc, form).filter((row) => !row.lost);
  if (kind === 'one') return lackingFields(context, form, present[0]);
  const n = present.filter((row) => !isTouched(form, row.values)).length;
  if (!n || !leaves(form.fields).some(isWritten)) return [];
  if (kind === 'count') return [word('lack_count', { n, of: present.length, name: saying(form)?.name || form.name })];
  return kind === 'other' || kind === 'items' ? [word('lack_record', { n, of: present.length, name: form.name })] : [];
}

const lacking = (context: PlanContext, entries: readonly Entry[]): Lack[] =>
  entries.flatMap(({ form, id }) => lackingForm(context, form).map((said) => ({ text: said, href: `#${id}` })));

/** whether anything was written where it stands, or it shows what was written elsewhere */
export function holds({ data, doc }: PlanContext, { entries }: Station): boolean {
  return entries.some(({ form, only }) => {
    const all = rows(data, doc, form).filter((row) => !only || row.lost || only.includes(row.id));
    return all.some((row) => isTouched(form, row.values)) || (all.length > 0 && !leaves(form.fields).some(isWritten));
  });
}

/** filled in after the plan has been carried out */
export const looksBack = ({ form }: Entry): boolean => kindOf(form) === 'other' || leaves(form.fields).some((field) => field.by);

/** What is missing before each signing, in the order of the page. */
export function signings(context: PlanContext, all: readonly Station[]): Signing[] {
  const signed: Signing[] = [];
  let before: Entry[] = [];
  for (const { entries } of all) {
    before = [...before, ...entries.filter(({ form }) => !isSigned(form))];
    for (const entry of entries.filter(({ form }) => isSigned(form))) {
      const lines = entry.form.list.filter(({ id }) => !entry.only || entry.only.includes(id));
      const apart = lines.length > 1 && before.some(looksBack);
      const groups = apart ? [before.filter((paper) => !looksBack(paper)), before.filter(looksBack)] : [before];
      groups.forEach((group, at) => {
        const points = signed.length ? [] : lackingPoints(context);
        signed.push({ id: entry.id, name: lines[at]?.name ?? entry.form.name, lacks: [...points, ...lacking(context, group)] });
      });
      before = [];
    }
  }
  return signed;
}

/* ---- figures ---- */

/** how many rows of a form are done, where that sums it up */
function figureOf({ data, doc, word }: PlanContext, { form, id }: Entry): Figure[] {
  const kind = kindOf(form);
  const measures = isAimed(form);
  if (!measures && kind !== 'count' && kind !== 'other') return [];
  const present = rows(data, doc, form).filter((row) => !row.lost);
  const field = measures ? saying(form) : undefined; // a row made for a point is no measure before it says what
  const done = present.filter((row) => (field ? !isBlank(row.values[field.id]) : isTouched(form, row.values)));
  const name = kind === 'count' ? saying(form)?.name || form.name : word(measures ? 'measures' : 'records');
  return [{ name, n: done.length, of: kind === 'many' ? null : present.length, href: `#${id}` }];
}

/** the figures that sum a plan up, a few at most */
export function figures(context: PlanContext, all: readonly Station[]): Figure[] {
  const { data, doc, word } = context;
  const points = { name: word('points'), n: picked(data, doc).length, of: data.pick || null, href: '#result' };
  return [points, ...all.flatMap(({ entries }) => entries).flatMap((entry) => figureOf(context, entry))].slice(0, MOST_FIGURES);
}

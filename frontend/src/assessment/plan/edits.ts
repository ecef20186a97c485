/* What can be done to a plan, each as a change to a draft of the document. No page here. */

import type { ActionData, PlanForm } from '../../generated/page-data.ts';
import type { PlanRow } from '../document/model.ts';
import * as answers from '../document/answers.ts';
import { isAgreed } from '../document/results.ts';
import type { Change, Side } from '../host.ts';
import type { Doc, PageData } from './context.ts';
import { type Beginning, type Reaching, kindOfAction } from './goals.ts';
import type { Sentence } from '../standard.ts';
import { FOR, ID, filled, isBegun, isBlank, isTheirs, leaves, stored, text } from './model.ts';
import { FROM, GOAL, PUT, toggle } from './sentences.ts';

/** a row that was taken out, and where it stood */
export interface TakenRow {
  readonly row: PlanRow;
  readonly at: number;
  /** its number */
  readonly name: string;
}

/** all rows of a form in a draft, which grows where there are none yet */
function rowsIn(draft: Doc, form: PlanForm): PlanRow[] {
  if (!isBegun(draft, form)) draft.plan[form.id] = [];
  return draft.plan[form.id];
}

/** The goal that the page put into a row goes with what the row was about; one that somebody wrote stays. */
function forget(row: PlanRow) {
  if (row[PUT] === true) for (const key of [GOAL, FROM, PUT]) Reflect.deleteProperty(row, key);
}

/** the row of a draft, made where there is none yet */
function rowIn(draft: Doc, form: PlanForm, id: string): PlanRow {
  const named: PlanRow = id ? { [ID]: id } : {};
  const kept = stored(draft, form).find((row) => row.id === id);
  if (kept) return Object.assign(kept.values, named);
  rowsIn(draft, form).push(named);
  return named;
}

/**
 * Writes into a field.
 * @param key - the id of the field, or another key of the row
 * @param value - nothing empties it
 */
export function write(data: PageData, form: PlanForm, id: string, key: string, value: string): Change {
  const field = leaves(form.fields).find((leaf) => leaf.id === key);
  return (draft) => {
    const row = rowIn(draft, form, id);
    if (value || field?.default || key === GOAL) row[key] = value;
    else Reflect.deleteProperty(row, key);
    if (key === GOAL) Reflect.deleteProperty(row, PUT);
    if (key === FOR || field?.fill === 'competency') forget(row);
    if (field?.fill !== 'competency') return;
    const item = data.items.find(({ name }) => name === value);
    if (item) row[FOR] = item.code;
    else Reflect.deleteProperty(row, FOR);
  };
}

export function add(form: PlanForm, row: PlanRow): Change {
  return (draft) => { rowsIn(draft, form).push(row); };
}

/** Adds the rows a plan begins with to a draft; returns those that were added, as meanwhile some may have been begun. */
export function begin(draft: Doc, all: readonly Beginning[]): Beginning[] {
  const added = all.filter(({ form }) => !isBegun(draft, form));
  for (const { form, rows } of added) rowsIn(draft, form).push(...rows);
  return added;
}

/** Puts the sentences of the standard into rows nobody has written into. */
export function reach(draft: Doc, all: readonly Reaching[]) {
  for (const { form, id, goal } of all) Object.assign(rowIn(draft, form, id), goal);
}

/** Takes a sentence of the standard into the goal of a row, or out of it. */
export function aim(data: PageData, form: PlanForm, id: string, sentence: Sentence, isOn: boolean): Change {
  return (draft) => toggle(data, rowIn(draft, form, id), sentence, isOn);
}

/** the row as it can be brought back; null where it is not there */
export function taken(doc: Doc, form: PlanForm, id: string): TakenRow | null {
  const kept = stored(doc, form);
  const at = kept.findIndex((row) => row.id === id);
  return at < 0 ? null : { row: structuredClone({ ...kept[at].values, [ID]: id }), at, name: String(at + 1) };
}

/** whether the other one has written something into the row */
export const holdsTheirs = (form: PlanForm, row: PlanRow, seat: string): boolean =>
  leaves(form.fields).some((field) => isTheirs(form, field.id, seat) && !isBlank(row[field.id]));

export function remove(form: PlanForm, id: string): Change {
  return (draft) => {
    const kept = stored(draft, form).find((row) => row.id === id);
    const rows = rowsIn(draft, form);
    if (kept) rows.splice(rows.indexOf(kept.values), 1);
  };
}

export function restore(form: PlanForm, { row, at }: TakenRow): Change {
  return (draft) => { rowsIn(draft, form).splice(at, 0, structuredClone(row)); };
}

/**
 * Takes over a course or a practice, with its kind where none is chosen yet; nothing written is overwritten.
 * @param said - how it stands there
 */
export function take(form: PlanForm, id: string, key: string, action: ActionData, said: string = action.text): Change {
  const kind = filled(form, 'action-type');
  const named = kindOfAction(form, action);
  return (draft) => {
    const row = rowIn(draft, form, id);
    const before = text(row[key]).trim();
    row[key] = before.includes(action.text) ? before : [before, said].filter(Boolean).join('\n');
    if (kind && named && !text(row[kind.id])) row[kind.id] = named;
  };
}

/** From now on these items are the chosen ones of somebody, also where so far only the manager had chosen; of what both agreed on, of both. */
export function choose(data: PageData, codes: readonly string[], who: Side): Change {
  return (draft) => {
    if (isAgreed(draft)) {
      draft.agreement.picks = [...codes];
      return;
    }
    const before = answers.picked(data, draft, who);
    for (const { code } of data.items) {
      if (before.includes(code) !== codes.includes(code)) answers.open(draft, who, data, code).pick = codes.includes(code);
    }
  };
}

/* What a plan is to reach: the chosen items, the measures it begins with and the sentences they begin from, the courses and
   practices that fit. */

import type { ActionData, BorrowedData, PlanForm } from '../../generated/page-data.ts';
import type { PlanRow } from '../document/model.ts';
import * as answers from '../document/answers.ts';
import { newId } from '../document/document.ts';
import { canAgree, canRate } from '../document/layers.ts';
import { isAgreed } from '../document/results.ts';
import { sideOf } from '../storage/seats.ts';
import type { Doc, Item, PageData, PlanContext } from './context.ts';
import { FOR, ID, filled, isAimed, isBegun, isBlank, isWritten, leaves, text } from './model.ts';
import { type Row, picked, rows } from './rows.ts';
import { FROM, GOAL, PUT, goalOf, standardOf, unmet } from './sentences.ts';

/** rows to be added to a form */
export interface Beginning {
  readonly form: PlanForm;
  readonly rows: readonly PlanRow[];
}

/**
 * A new row.
 * @param about - the code of an item, form#row, or nothing
 */
export function fresh(data: PageData, form: PlanForm, about: string): PlanRow {
  const item = data.items.find(({ code }) => code === about);
  const named = filled(form, 'competency');
  return { [ID]: newId(), ...(about ? { [FOR]: about } : {}), ...(item && named ? { [named.id]: item.name } : {}) };
}

/** What the first opening adds: a row for every chosen item, in forms in which nothing was ever begun. */
export function beginnings(data: PageData, doc: Doc): Beginning[] {
  const chosen = picked(data, doc);
  if (!chosen.length) return [];
  const unbegun = data.plan.forms.filter((form) => isAimed(form) && !isBegun(doc, form));
  return unbegun.map((form) => ({ form, rows: chosen.map((item) => fresh(data, form, item.code)) }));
}

export const isPicked = ({ data, doc }: PlanContext, code: string): boolean => picked(data, doc).some((item) => item.code === code);

/** a finished assessment stays as it is, only its plan goes on; what the employee chose is the employee's, what both have is both's */
export function canPick({ data, doc, seat, actor }: PlanContext, item: Item): boolean {
  if (!data.pick || doc.finished || item.kind === 'none') return false;
  if (isAgreed(doc)) return canAgree(doc, actor);
  if (!canRate(doc, actor, sideOf(seat))) return false;
  return seat === 'employee' || (seat === 'manager' && !answers.picked(data, doc, 'employee').length);
}

/** the id of what a row is about, also where its item was chosen by name */
export function aboutOf(data: PageData, form: PlanForm, row: Row): string {
  const named = filled(form, 'competency');
  const item = named && data.items.find(({ name }) => name === text(row.values[named.id]));
  return row.about || (item ? item.code : '');
}

/** A row that is to reach something else than it does. */
export interface Reaching {
  readonly form: PlanForm;
  readonly id: string;
  readonly goal: PlanRow;
}

/** whether nobody has written into a row; the page itself names its item, and puts its goal there */
function isUntouched(form: PlanForm, { values }: Row): boolean {
  const isOpen = leaves(form.fields).every((field) => !isWritten(field) || field.fill === 'competency' || isBlank(values[field.id]));
  return isOpen && (!Object.hasOwn(values, GOAL) || values[PUT] === true);
}

/** The goals of rows nobody has written into: the sentences not met, also where these became others since. */
export function reachings(data: PageData, doc: Doc): Reaching[] {
  return data.plan.forms.filter((form) => isAimed(form) && isBegun(doc, form)).flatMap((form) =>
    rows(data, doc, form).filter((row) => !row.lost && isUntouched(form, row)).flatMap((row) => {
      const item = standardOf(data, aboutOf(data, form, row));
      const sentences = item ? unmet(data, doc, item) : [];
      const goal: PlanRow = { ...goalOf(data, sentences), [PUT]: true };
      return sentences.length && goal[FROM] !== row.values[FROM] ? [{ form, id: row.id, goal }] : [];
    }));
}

/** courses and practices that fit what a row is about */
export function actionsFor(data: PageData, about: string): ActionData[] {
  return about ? data.actions.filter((action) => action.for.includes(about)) : [];
}

/** what is borrowed for it of other sequences, where none of its own fits */
export function borrowedFor(data: PageData, about: string): BorrowedData[] {
  const fitting = data.borrowed.map((lent) => ({ ...lent, actions: lent.actions.filter((action) => action.for.includes(about)) }));
  return fitting.filter(({ actions }) => actions.length);
}

/** the word for the kind of an action that the form knows */
export function kindOfAction(form: PlanForm, action: ActionData): string {
  const field = filled(form, 'action-type');
  return [action.choice, action.typeName].find((word) => word && field && (field.more || field.choices.includes(word))) ?? '';
}

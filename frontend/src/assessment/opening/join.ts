/* Lays parts of a file over those that are here, piece by piece: what only one of them has is taken over, what both have
   differently is a question. Nothing is decided silently, nothing is thrown away. No page here. */

import { entryAt } from '../../lib/values.ts';
import type { Agreement, Answer, Answers, PlanRow, SavedAssessment, Side } from '../document/model.ts';
import { isEmpty, saysSame } from './empty.ts';
import { core } from './relation.ts';

export type Cell = PlanRow[string];
export type Choice = 'here' | 'file';

/** what has to be decided; here: null where only the file has one; choice: what is proposed */
interface Differing<Value> {
  code: string;
  here: Value | null;
  file: Value;
  choice: Choice;
}

type Head = 'person' | 'name' | 'period' | 'mode';

type Agreeing = Exclude<keyof Agreement, 'done'>;

export type Question =
  | (Differing<string> & { part: 'head'; code: Head })
  | (Differing<string> & { part: 'manager_name' })
  | (Differing<string | null> & { part: 'agreed' })
  | { [Key in Agreeing]: Differing<Agreement[Key]> & { part: 'agreement'; code: Key } }[Agreeing]
  | (Differing<Answer> & { part: 'answers' | 'manager' })
  /** a whole form, where its rows cannot be told apart */
  | (Differing<PlanRow[]> & { part: 'plan' })
  /** a field of a row of a form */
  | (Differing<Cell> & { part: 'cell'; form: string; row: string });

const whole = (value: unknown): unknown => value;

/**
 * @param here - grows
 * @param said - what counts of a value
 * @param asksNew - whether also what only the file has is asked
 */
function join<Value>(
  here: Record<string, Value>, file: Readonly<Record<string, Value>>, choice: Choice,
  said: (value: Value | undefined) => unknown = whole, asksNew = false,
): Differing<Value>[] {
  const differing: Differing<Value>[] = [];
  for (const [code, theirs] of Object.entries(file)) {
    const mine = entryAt(here, code);
    if (isEmpty(said(theirs))) continue;
    if (mine !== undefined && !isEmpty(said(mine))) {
      if (!saysSame(said(mine), said(theirs))) differing.push({ code, here: mine, file: theirs, choice });
    } else if (asksNew) differing.push({ code, here: null, file: theirs, choice });
    else here[code] = structuredClone(theirs);
  }
  return differing;
}

/**
 * The answers of one side.
 * @param answers - grow
 * @param asksNew - whether also what only the file has is asked
 */
export function joinAnswers(side: Side, answers: Answers, file: Answers, choice: (question: Differing<Answer>) => Choice, asksNew = false): Question[] {
  const part = side === 'manager' ? 'manager' : 'answers';
  return join(answers, file, 'here', core, asksNew).map((question) => ({ part, ...question, choice: choice(question) }));
}

/** of two answers the one that was given later */
export const later = ({ here, file }: Differing<Answer>): Choice => ((file.at ?? '') < (here?.at ?? '') ? 'here' : 'file');

/** Names and period, and how it is rated. */
export function joinHead(doc: SavedAssessment, file: SavedAssessment, choice: Choice): Question[] {
  const heads: Head[] = ['person', 'name', 'period', 'mode'];
  return heads.flatMap((code) => {
    const head: Record<string, string> = { [code]: doc[code] };
    const differing = join(head, { [code]: file[code] }, choice);
    Object.assign(doc, head);
    return differing.map((question): Question => ({ ...question, part: 'head', code }));
  });
}

/**
 * @param manager - of the document; grows
 */
export function joinManagerName(manager: SavedAssessment['manager'], name: string, choice: Choice): Question[] {
  const own = { name: manager.name };
  const differing = join<string>(own, { name }, choice);
  manager.name = own.name;
  return differing.map((question) => ({ part: 'manager_name', ...question }));
}

/** empty where it has none */
function rowId({ '@id': id }: PlanRow): string {
  return typeof id === 'string' ? id : '';
}

/** whether each row can be told from the others */
const areTold = (rows: PlanRow[]): boolean => new Set(rows.map(rowId)).size === rows.length;

/** what is written in it */
const cellsOf = (row: PlanRow): PlanRow => Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('@')));

/**
 * @param row - of the file
 * @returns the same row here, or one begun here about the same point, where both say nothing different
 */
function twinOf(rows: PlanRow[], row: PlanRow): PlanRow | undefined {
  const fits = (own: PlanRow) =>
    Object.entries(cellsOf(row)).every(([key, value]) => isEmpty(value) || isEmpty(own[key]) || saysSame(own[key], value));
  return rows.find((own) => rowId(own) === rowId(row)) ?? rows.find((own) => own['@for'] && own['@for'] === row['@for'] && fits(own));
}

/**
 * The rows of a form, field by field: of one row each of the two may have written a part.
 * @param own - grows
 */
function joinRows(form: string, own: PlanRow[], rows: PlanRow[], choice: Choice): Question[] {
  return rows.flatMap((row) => {
    const known = twinOf(own, row);
    if (!known) {
      if (!isEmpty(cellsOf(row))) own.push(structuredClone(row));
      return [];
    }
    return join(known, cellsOf(row), choice).map((question): Question => ({ part: 'cell', form, row: rowId(known), ...question }));
  });
}

/**
 * @param here - grows
 */
export function joinPlan(here: SavedAssessment['plan'], file: SavedAssessment['plan'], choice: Choice): Question[] {
  return Object.entries(file).flatMap(([form, rows]) => {
    const own = entryAt(here, form) ?? [];
    if (!isEmpty(own) && areTold(own) && areTold(rows)) return joinRows(form, own, rows, choice);
    return join(here, { [form]: rows }, choice).map((question): Question => ({ part: 'plan', ...question }));
  });
}

/**
 * What both agreed on.
 * @param doc - grows
 */
export function joinAgreed(doc: SavedAssessment, file: SavedAssessment, choice: Choice): Question[] {
  const points = join(doc.agreed, file.agreed, choice).map((question): Question => ({ part: 'agreed', ...question }));
  const lists = AGREEING.flatMap((code) => joinAgreeing(doc.agreement, file.agreement, code, choice));
  return [...points, ...lists];
}

const AGREEING: Agreeing[] = ['unmet', 'open', 'picks'];

/**
 * @param here - grows
 */
function joinAgreeing(here: Agreement, file: Agreement, code: Agreeing, choice: Choice): Question[] {
  if (isEmpty(file[code]) || saysSame(here[code], file[code])) return [];
  if (!isEmpty(here[code])) return [agreeing(here, file, code, choice)];
  Object.assign(here, { [code]: structuredClone(file[code]) });
  return [];
}

function agreeing(here: Agreement, file: Agreement, code: Agreeing, choice: Choice): Question {
  if (code === 'unmet') return { part: 'agreement', code, here: here.unmet, file: file.unmet, choice };
  return { part: 'agreement', code, here: here[code], file: file[code], choice };
}

/** Takes over what was chosen from the file. */
export function settle(doc: SavedAssessment, questions: readonly Question[]) {
  for (const question of questions.filter(({ choice }) => choice === 'file')) take(doc, question);
}

function take(doc: SavedAssessment, question: Question) {
  const { code } = question;
  switch (question.part) {
    case 'head': Object.assign(doc, { [code]: question.file }); break;
    case 'agreement': Object.assign(doc.agreement, { [code]: structuredClone(question.file) }); break;
    case 'manager_name': doc.manager.name = question.file; break;
    case 'answers': doc.answers[code] = structuredClone(question.file); break;
    case 'manager': doc.manager.answers[code] = structuredClone(question.file); break;
    case 'agreed': doc.agreed[code] = question.file; break;
    case 'plan': doc.plan[code] = structuredClone(question.file); break;
    case 'cell': {
      const row = doc.plan[question.form].find((known) => rowId(known) === question.row);
      if (row) row[code] = structuredClone(question.file);
    }
  }
}

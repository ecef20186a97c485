/* Lays a file over the assessment that is open here, of which it is a copy: what only one of them has is taken over,
   what both have differently is asked. Nothing is decided silently, nothing is thrown away. No page here. */

import { entryAt } from '../../lib/values.ts';
import type { Answer, PlanRow, SavedAssessment } from '../document/model.ts';
import type { Seat } from '../storage/seats.ts';

export type Cell = PlanRow[string];
export type Choice = 'here' | 'file';

/** what has to be decided; here: null where only the file has one; choice: what is proposed */
interface Differing<Value> {
  code: string;
  here: Value | null;
  file: Value;
  choice: Choice;
}

type Head = 'name' | 'period' | 'mode';

export type Question =
  | (Differing<string> & { part: 'head'; code: Head })
  | (Differing<string> & { part: 'manager_name' })
  | (Differing<string | null> & { part: 'agreed' })
  | (Differing<Answer> & { part: 'answers' | 'manager' })
  /** a whole form, where its rows cannot be told apart */
  | (Differing<PlanRow[]> & { part: 'plan' })
  /** a field of a row of a form */
  | (Differing<Cell> & { part: 'cell'; form: string; row: string });

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** whether nothing is said by it */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  return isObject(value) && Object.values(value).every(isEmpty);
}

/** with its keys in one order, without what says nothing */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(entries.sort(([key], [other]) => (key < other ? -1 : 1)).map(([key, inner]) => [key, tidy(inner)]));
}

const asText = (value: unknown): string => JSON.stringify(tidy(value));

export const saysSame = (value: unknown, other: unknown): boolean => asText(value) === asText(other);

/** what a person said, without the wording it was said to */
function core(answer: Answer | undefined) {
  if (!answer) return null;
  const { points, marks, mark, evidence, date, na, unseen, pick } = answer;
  const inapplicable = typeof na === 'string' ? { given: true, reason: na } : null; // given also before a reason is
  return { points, marks, mark, evidence, date, na: inapplicable, unseen, pick };
}

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
 * The employee's answers, which the one who wrote them may have given anew: from a file that a manager hands back nothing is
 * taken into them unasked; in the manager's copy the later one is proposed.
 * @param doc - grows
 */
function joinOwn(doc: SavedAssessment, file: SavedAssessment, seat: Seat): Question[] {
  const rated = Object.values(file.manager.answers).some((answer) => !isEmpty(core(answer)));
  const differing = join(doc.answers, file.answers, 'here', core, seat !== 'manager' && rated);
  const later = ({ here, file: theirs }: Differing<Answer>): Choice => ((theirs.at ?? '') < (here?.at ?? '') ? 'here' : 'file');
  return differing.map((question) => ({ part: 'answers', ...question, choice: seat === 'manager' ? later(question) : 'here' }));
}

/** Name and period, and how it is rated. */
function joinHead(doc: SavedAssessment, file: SavedAssessment, own: Choice, later: Choice): Question[] {
  const heads: [Head, Choice][] = [['name', own], ['period', own], ['mode', later]];
  return heads.flatMap(([code, choice]) => {
    const head: Record<string, string> = { [code]: doc[code] };
    const differing = join(head, { [code]: file[code] }, choice);
    Object.assign(doc, head);
    return differing.map((question): Question => ({ ...question, part: 'head', code }));
  });
}

/**
 * @param manager - of the document; grows
 */
function joinManagerName(manager: SavedAssessment['manager'], name: string, choice: Choice): Question[] {
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
function joinPlan(here: SavedAssessment['plan'], file: SavedAssessment['plan'], choice: Choice): Question[] {
  return Object.entries(file).flatMap(([form, rows]) => {
    const own = entryAt(here, form) ?? [];
    if (!isEmpty(own) && areTold(own) && areTold(rows)) return joinRows(form, own, rows, choice);
    return join(here, { [form]: rows }, choice).map((question): Question => ({ part: 'plan', ...question }));
  });
}

/**
 * What nobody is asked about.
 * @param doc - grows
 */
function joinRest(doc: SavedAssessment, file: SavedAssessment) {
  for (const [key, value] of Object.entries(file)) if (!(key in doc)) Object.assign(doc, { [key]: structuredClone(value) });
  if (file.scales) doc.scales = { ...structuredClone(file.scales), ...doc.scales };
  const known = new Set(doc.kept.map(asText));
  const fresh = file.kept.filter((entry) => !known.has(asText(entry)));
  doc.kept = [...doc.kept, ...structuredClone(fresh)];
}

/**
 * @param here - the open document
 * @param file - a document with the same id
 * @param seat - who sits here: what the other one said is proposed from the file
 * @returns joined as far as both agree, and what has to be decided; of a finished one only the plan
 */
export function layOver(
  here: SavedAssessment, file: SavedAssessment, seat: Seat,
): { doc: SavedAssessment; questions: Question[] } {
  const doc = structuredClone(here);
  const later = file.changed > here.changed ? 'file' : 'here';
  if (here.finished) return { doc, questions: joinPlan(doc.plan, file.plan, later) };
  const [own, other]: Choice[] = seat === 'manager' ? ['file', 'here'] : ['here', 'file'];
  const { manager } = doc;
  const questions: Question[] = [
    ...joinHead(doc, file, own, later),
    ...joinOwn(doc, file, seat),
    ...joinManagerName(manager, file.manager.name, other),
    ...join(manager.answers, file.manager.answers, other, core).map((question): Question => ({ part: 'manager', ...question })),
    ...join(doc.agreed, file.agreed, later).map((question): Question => ({ part: 'agreed', ...question })),
    ...joinPlan(doc.plan, file.plan, later),
  ];
  joinRest(doc, file);
  joinStages(doc, file, seat, later);
  return { doc, questions };
}

/**
 * How far the other side has come, and how both talked: a talk that is over comes before one that is not, else the later one.
 * @param doc - changes
 */
function joinStages(doc: SavedAssessment, file: SavedAssessment, seat: Seat, later: Choice) {
  if (seat === 'manager' && file.handed.n > doc.handed.n) doc.handed = file.handed;
  const { given, independent, handed } = file.manager;
  if (seat !== 'manager' && given) Object.assign(doc.manager, { given, independent, handed });
  const [here, there] = [doc.agreement.done, file.agreement.done];
  const isSame = Boolean(here) === Boolean(there);
  if (isSame ? later === 'file' : there) doc.agreement = structuredClone(file.agreement);
}

/** Takes over what was chosen from the file. */
export function settle(doc: SavedAssessment, questions: readonly Question[]) {
  for (const question of questions.filter(({ choice }) => choice === 'file')) take(doc, question);
}

function take(doc: SavedAssessment, question: Question) {
  const { code } = question;
  switch (question.part) {
    case 'head': Object.assign(doc, { [code]: question.file }); break;
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

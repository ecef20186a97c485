/* Lays a file over the assessment that is open here, of which it is a copy: what only one of them has is taken over,
   what both have differently is asked. Nothing is decided silently, nothing is thrown away. No page here. */

/** choice: what is proposed; form, row: of a plan, where the code is a field of it */
export type Ask = {part: string, code: string, here: any, file: any, choice: 'here' | 'file', form?: string, row?: string};

  const SAID = ['points', 'marks', 'mark', 'evidence', 'date', 'na', 'unseen', 'pick'];

/** whether nothing is said by it */
export function empty(value: any): boolean {
  if (value === null || value === undefined || value === '' || value === false) return true;
  if (Array.isArray(value)) return value.every(empty);
  return typeof value === 'object' && Object.values(value).every(empty);
}

/** with its keys in one order, without what says nothing */
function tidy(value: any): any {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  const keys = Object.keys(value).filter((key) => !empty(value[key])).sort();
  return Object.fromEntries(keys.map((key) => [key, tidy(value[key])]));
}

/** what a person said, without the wording it was said to */
function core(answer: any): any {
  const said = Object.fromEntries(SAID.map((key) => [key, answer ? answer[key] : null]));
  return { ...said, na: typeof said.na === 'string' ? { given: true, reason: said.na } : null }; // given also before a reason is
}

export const same: (one: any, other: any) => boolean = (one, other) => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));

const whole = (value: any) => value;

/**
 * @param here - grows
 * @param said - what counts of a value
 * @param strict - whether also what only the file has is asked
 */
function join(here: Record<string, any>, file: Record<string, any>, part: string, choice: 'here' | 'file', said: (value: any) => any, strict: boolean = false): Ask[] {
  const asks = [];
  for (const [code, theirs] of Object.entries(file)) {
    const mine = Object.hasOwn(here, code) ? here[code] : undefined;
    if (empty(said(theirs))) continue;
    if (empty(said(mine)) && strict) asks.push({ part, code, here: {}, file: theirs, choice });
    else if (empty(said(mine))) here[code] = structuredClone(theirs);
    else if (!same(said(mine), said(theirs))) asks.push({ part, code, here: mine, file: theirs, choice });
  }
  return asks;
}

/**
 * The employee's answers, which the one who wrote them may have given anew: from a file that a manager hands back nothing is
 * taken into them unasked; in the manager's copy the later one is proposed.
 * @param doc - grows
 */
function joinOwn(doc: any, file: any, seat: string): Ask[] {
  const rated = Object.values((file.manager || {}).answers || {}).some((one) => !empty(core(one)));
  const asks = join(doc.answers, file.answers || {}, 'answers', 'here', core, seat !== 'manager' && rated);
  if (seat !== 'manager') return asks;
  return asks.map((one) => ({ ...one, choice: String(one.file.at || '') < String(one.here.at || '') ? 'here' : 'file' }));
}

const rowId: (row: any) => string = (row) => row['@id'] || '';

/** whether each row can be told from the others */
const isTold: (rows: any) => boolean = (rows) => Array.isArray(rows) && new Set(rows.map(rowId)).size === rows.length;

/** what is written in it */
const cells: (row: any) => Record<string, any> = (row) => Object.fromEntries(Object.entries(row).filter(([key]) => !key.startsWith('@')));

/**
 * @param row - of the file
 * @returns the same row here, or one begun here about the same point, where both say nothing different
 */
function twin(rows: any[], row: any): any {
  const fits = (one: any) =>
    Object.entries(cells(row)).every(([key, value]) => empty(value) || empty(one[key]) || same(one[key], value));
  return rows.find((one) => rowId(one) === rowId(row)) || rows.find((one) => row['@for'] && one['@for'] === row['@for'] && fits(one));
}

/**
 * Forms of a plan, field by field: of one row each of the two may have written a part.
 * @param here - grows
 */
function joinPlan(here: Record<string, any>, file: Record<string, any>, choice: 'here' | 'file'): Ask[] {
  return Object.entries(file).flatMap(([form, rows]) => {
    const own = Object.hasOwn(here, form) ? here[form] : undefined;
    if (empty(own) || !isTold(own) || !isTold(rows)) return join(here, { [form]: rows }, 'plan', choice, whole);
    return rows.flatMap((row: any) => {
      const known = twin(own, row);
      if (known) return join(known, cells(row), 'cell', choice, whole).map((one) => ({ ...one, form, row: rowId(known) }));
      if (!empty(cells(row))) own.push(structuredClone(row));
      return [];
    });
  });
}

/**
 * @param doc - grows
 */
function joinRest(doc: any, other: any) {
  for (const [key, value] of Object.entries(other)) if (!(key in doc)) doc[key] = structuredClone(value);
  if (other.scales) doc.scales = { ...structuredClone(other.scales), ...doc.scales };
  const known = new Set((doc.kept || []).map((one: any) => JSON.stringify(tidy(one))));
  const fresh = (other.kept || []).filter((one: any) => !known.has(JSON.stringify(tidy(one))));
  doc.kept = [...(doc.kept || []), ...structuredClone(fresh)];
}

/**
 * @param here - the open document
 * @param file - a document with the same id
 * @param who - who sits here: what the other one said is proposed from the file
 * @returns joined as far as both agree, and what has to be decided; of a finished one only the plan
 */
export function overlay(here: any, file: any, who: string): {doc: any, asks: Ask[]} {
  const doc = structuredClone(here);
  doc.answers = doc.answers || {};
  doc.manager = { name: '', answers: {}, ...doc.manager };
  doc.agreed = doc.agreed || {};
  doc.plan = doc.plan || {};
  const theirs = file.manager || {};
  const later = String(file.changed) > String(here.changed) ? 'file' : 'here';
  if (here.finished) return { doc, asks: joinPlan(doc.plan, file.plan || {}, later) };
  const [own, other] = ((who === 'manager' ? ['file', 'here'] : ['here', 'file']) as ('here' | 'file')[]);
  const heads = { name: file.name, period: file.period };
  const how = { mode: file.mode };
  const asks = [
    ...join(doc, heads, 'head', own, whole),
    ...join(doc, how, 'head', later, whole),
    ...joinOwn(doc, file, who),
    ...join(doc.manager, { name: theirs.name }, 'manager_name', other, whole),
    ...join(doc.manager.answers, theirs.answers || {}, 'manager', other, core),
    ...join(doc.agreed, file.agreed || {}, 'agreed', later, whole),
    ...joinPlan(doc.plan, file.plan || {}, later),
  ];
  joinRest(doc, file);
  return { doc, asks };
}

const room: (doc: any, part: string) => Record<string, any> = (doc, part) =>
  ({ head: doc, answers: doc.answers, manager_name: doc.manager, manager: doc.manager.answers, agreed: doc.agreed, plan: doc.plan })[part];

/**
 * @param doc - changes
 * @param asks - with the choices made
 */
export function settle(doc: any, asks: Ask[]) {
  for (const { part, code, file, choice, form = '', row } of asks) {
    const place = part === 'cell' ? doc.plan[form].find((one: any) => rowId(one) === row) : room(doc, part);
    if (choice === 'file' && place) place[code] = structuredClone(file);
  }
}

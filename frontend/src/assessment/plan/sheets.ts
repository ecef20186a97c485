/* An assessment and its plan as the sheets of a workbook. No page here. */

import type { ChecklistPart, PlanField, PlanForm } from '../../generated/page-data.ts';
import type { Words } from '../../generated/words.ts';
import type { Answer } from '../document/model.ts';
import { isPart, ratingOf } from '../../lib/format.ts';
import type { Share } from '../../lib/format.ts';
import * as cells from '../../files/cells.ts';
import type { Cell } from '../../files/cells.ts';
import type { Sheet } from '../../files/spreadsheet.ts';
import type { Say } from '../../lib/words.ts';
import { isTold, say } from '../../scoring/reasons.ts';
import type { Score } from '../../scoring/result.ts';
import * as answers from '../document/answers.ts';
import { clockOf, dayOf } from '../document/document.ts';
import { seenBy } from '../document/layers.ts';
import type { Actor } from '../document/layers.ts';
import * as removedAnswers from '../document/removed-answers.ts';
import { isAgreed } from '../document/results.ts';
import type { Side } from '../host.ts';
import { scalesOf, shareOf } from '../figures.ts';
import { type Doc, type Item, type PageData, type PlanContext, planContext } from './context.ts';
import * as edits from './edits.ts';
import { beginnings, isPicked, reachings } from './goals.ts';
import { OTHER, chosenIn, choosesAim, isAimed, isTouched, kindOf, leftovers, text } from './model.ts';
import { type Row, aimName, rows } from './rows.ts';
import { FROM, GOAL } from './sentences.ts';
import { corner, ratingText, rowName, title } from './wording.ts';
import { shownName } from '../document/handbook-name.ts';

/** what stands in tables besides the plan's own words */
interface FormWords {
  readonly yes: string;
  readonly what: string;
  readonly value: string;
}

interface FormContext extends PlanContext {
  readonly formWords: FormWords;
}

interface SheetContext extends FormContext {
  readonly sheetWord: Say<Words['sheet']>;
}

/** a figure where it is one */
const figure = (said: string | null | undefined): Cell => (said ? cells.figure(said) : '');

/** a day where it is one */
const dated = (said: string | null | undefined): Cell => (said ? cells.day(said) : '');

const answerOf = (doc: Doc, who: Side, code: string): Answer => answers.answerTo(answers.answersOf(doc, who), code) ?? answers.unanswered();

/* ---- ratings ---- */

/** What the table of ratings has, with the width of each column; those in the second list only where anything stands in them. */
const WIDTHS = {
  code: 16, group: 22, item: 20, text: 60, points: 8, rating: 14, standard: 8, gap: 8, weight: 8, earned: 8, self: 8, manager: 10, agreed: 8, evidence: 40,
  manager_evidence: 40, date: 12, pick: 8, remark: 30,
} as const;
type Column = keyof typeof WIDTHS;
const COLUMNS = Object.keys(WIDTHS) as Column[];
const OPTIONAL: readonly Column[] = ['weight', 'earned', 'self', 'manager', 'agreed', 'manager_evidence', 'pick'];

/** the marks of an exam, or why it does not apply */
function besides({ marks, na, mark }: Answer, { sheetWord }: SheetContext): string[] {
  return [
    ...(na ? [sheetWord('na', { reason: na })] : []), ...Object.entries(marks).map(([subject, given]) => `${subject} ${given}`),
    ...(mark ? [sheetWord('mark', { mark })] : []),
  ];
}

/** points as they stand in a cell; whether a condition is met in words */
function value(item: Item, points: string | null | undefined, { word }: PlanContext): Cell {
  return item.kind === 'condition' && points ? word(points === '1' ? 'met' : 'not_met') : figure(points);
}

/** why there is no score, and what was said instead of points */
function remark(answer: Answer, score: Score | undefined, context: SheetContext): string {
  const share = score && shareOf(score);
  const part = isPart(share) ? context.sheetWord('parts', { n: share.counted, of: share.of }) : '';
  const isOut = score && (!['scored', 'open'].includes(score.state) || isTold(score));
  const why = isOut && score.why && !answer.na ? say(context.data.words, score.why) : '';
  return [part, why, ...besides(answer, context)].filter(Boolean).join('\n');
}

/** the points of an item; of a condition whether it is met */
function pointsOf(score: Score | undefined): string | null {
  return score?.state === 'scored' ? score.points || (score.reached ? '1' : '0') : null;
}

function itemRow(context: SheetContext, item: Item): Partial<Record<Column, Cell>> {
  const { data, doc, result, own, manager, sheetWord } = context;
  const isSettled = isAgreed(doc);
  const score = result.get(item.code);
  const answer = answerOf(doc, 'employee', item.code);
  const points = pointsOf(score);
  return {
    code: item.code, group: answers.path(data, item.group), item: item.name, text: item.text, points: value(item, points, context),
    rating: ratingOf(data.scales[item.scale], points)?.name, standard: figure(item.standard), gap: figure(score?.gap), weight: figure(item.weight),
    earned: figure(score?.earned), self: isSettled ? value(item, pointsOf(own.get(item.code)), context) : '',
    manager: value(item, pointsOf(manager.get(item.code)), context), agreed: isSettled ? '' : value(item, doc.agreed[item.code], context),
    evidence: answer.evidence, manager_evidence: answerOf(doc, 'manager', item.code).evidence, date: dated(answer.date),
    pick: (isSettled ? isPicked(context, item.code) : answer.pick) ? sheetWord('yes') : '', remark: remark(answer, score, context),
  };
}

/** why an indicator has no points, where no reason was written */
function unrated({ na, unseen }: Answer, { data }: PlanContext): string {
  const key = na === '' ? 'na_bare' : typeof na !== 'string' && unseen ? 'unseen' : '';
  return key && say(data.words, { key, facts: {} });
}

function partRow(context: SheetContext, item: Item, part: ChecklistPart): Partial<Record<Column, Cell>> {
  const { data, doc, sheetWord } = context;
  const scale = data.partScale ? data.scales[data.partScale] : undefined;
  const [own, manager] = [answerOf(doc, 'employee', part.code), answerOf(doc, 'manager', part.code)];
  const points = (answer: Answer) => (typeof answer.na === 'string' || answer.unseen ? null : answer.points); // points from before count no more
  return {
    code: part.code, group: answers.path(data, item.group), item: item.name, text: part.text, points: figure(points(own)),
    rating: ratingOf(scale, points(own))?.name, standard: figure(scale?.standard), manager: figure(points(manager)), evidence: own.evidence,
    manager_evidence: manager.evidence, date: dated(own.date),
    remark: [part.negative ? sheetWord('negative') : '', unrated(own, context), ...besides(own, context)].filter(Boolean).join('\n'),
  };
}

/** a row an item, and a row an indicator where those are rated, or once were */
function ratings(context: SheetContext): Sheet {
  const { data, doc, sheetWord } = context;
  const isRated = ({ code }: ChecklistPart) =>
    (['employee', 'manager'] as const).some((who) => answers.answerTo(answers.answersOf(doc, who), code));
  const partsOf = (item: Item) => (answers.byParts(item, doc.mode, answerOf(doc, 'employee', item.code)) ? item.parts : item.parts.filter(isRated));
  const lines = data.items.flatMap((item) => [itemRow(context, item), ...partsOf(item).map((part) => partRow(context, item, part))]);
  const columns = COLUMNS.filter((key) => !OPTIONAL.includes(key) || lines.some((line) => line[key]));
  return {
    name: sheetWord('ratings'), head: columns.map((key) => sheetWord(key === 'points' && isAgreed(doc) ? 'agreed' : key)), widths: columns.map((key) => WIDTHS[key]),
    rows: lines.map((line) => columns.map((key) => line[key] || '')),
  };
}

/* ---- figures, and what is kept ---- */

const moment = (at: string | null | undefined): Cell => dated(at && `${dayOf(at)} ${clockOf(at)}`.trim());

/** what it is, and the means */
function facts({ data, doc, sheetWord, total: result }: SheetContext): Sheet {
  const { points } = result;
  const rests = (share: Share) => sheetWord(isPart(share) ? 'part' : 'counted', { n: share.counted, of: share.of });
  const told = {
    title: data.title, handbook: [shownName(data), data.release].filter(Boolean).join(' '),
    scale: scalesOf(data, doc.mode).map((scale) => scale.origin || scale.name).join('\n'), name: doc.name, period: doc.period,
    manager_name: doc.manager.name, changed: moment(doc.changed), finished: moment(doc.finished), mean: figure(result.mean),
    top: figure(result.top), standard: figure(result.standard), reached: figure(String(result.reached)), below: figure(String(result.below)),
    left: figure(String(result.left)), earned: figure(points?.earned), of: figure(points?.of), total: figure(points?.total),
  };
  const lines: Cell[][] = [
    ...(Object.keys(told) as (keyof typeof told)[]).map((key) => [sheetWord(key === 'mean' && isAgreed(doc) ? 'mean_agreed' : key), told[key], ...(key === 'mean' ? [rests(result)] : [])]),
    ...result.groups.map((group) => [sheetWord('mean_of', { name: group.name }), figure(group.mean), rests(group)]),
  ];
  return { name: sheetWord('facts'), head: [sheetWord('what'), sheetWord('value'), sheetWord('remark')], rows: lines.filter((line) => line[1]), widths: [30, 40, 20] };
}

/** what has no place any more: answers, and what stood in columns of the plan */
function kept({ data, doc, word, sheetWord }: SheetContext): Sheet[] {
  const removed = doc.kept.map((entry) => [entry.code, entry.name, entry.text, removedAnswers.facts(data, entry).join('\n')]);
  const left = leftovers(data, doc, word('colon')).map((leftover) => ['', leftover.name, leftover.text, word('left')]);
  const head = (['code', 'item', 'text', 'remark'] as const).map((key) => sheetWord(key));
  const lines = [...removed, ...left];
  return lines.length ? [{ name: sheetWord('kept'), head, rows: lines, widths: [16, 20, 60, 60] }] : [];
}

/* ---- the plan ---- */

/** the columns with their names, merged heads before them */
function columns(fields: readonly PlanField[], above: string = ''): [field: PlanField, name: string][] {
  return fields.flatMap((field): [PlanField, string][] => {
    const name = above && above !== field.name ? `${above} / ${field.name}` : field.name;
    return field.fields.length ? columns(field.fields, name) : [[field, name]];
  });
}

function cell(context: FormContext, row: Row, field: PlanField): Cell {
  const { doc, result, manager, word, formWords } = context;
  const { item } = row;
  if (field.input === 'rating') return item ? ratingText(context, item, (field.by === 'manager' && !isAgreed(doc) ? manager : result).get(item.code)) : '';
  if (field.input === 'pick') return isPicked(context, row.id) ? formWords.yes : '';
  if (field.input === 'shows') return (field.shows && item?.shows?.[field.shows]) || '';
  const written = field.input === 'choice' ? chosenIn(row.values, field) : text(row.values[field.id]);
  const said = written === OTHER ? word('other') : written;
  if (field.input === 'number' && /^-?\d+(\.\d+)?$/.test(said)) return figure(said);
  if (field.input === 'date') return dated(said);
  return [said, text(row.values[`@date-${field.id}`])].filter(Boolean).join(' ');
}

/** how wide the columns are that people fill in: a heading says nothing of what will stand under it */
const ROOM: Partial<Record<PlanField['input'], number>> = { text: 40, shows: 40, date: 12, choice: 16, signature: 18 };

/** a form as a table; one row of plain fields stands upright */
function formSheet(context: FormContext, form: PlanForm): Sheet {
  const { data, doc, word, formWords } = context;
  const heads = columns(form.fields);
  const all = rows(data, doc, form);
  const name = title(data, form);
  if (kindOf(form) === 'one') {
    const lines = heads.map(([field, head]) => [head, cell(context, all[0], field)]);
    return { name, head: [formWords.what, formWords.value], rows: lines, widths: [30, 60] };
  }
  const aimed = choosesAim(form);
  const aims = isAimed(form) && all.some(({ values }) => text(values[GOAL])); // sentences of the standard, and what became of them
  return {
    name,
    head: [...(aimed ? [word('number'), word('aim')] : [corner(word, form)]), ...(aims ? [word('goal'), word('goal_from')] : []), ...heads.map(([, head]) => head)],
    widths: [
      ...(aimed ? [8, 24] : [kindOf(form) === 'many' || kindOf(form) === 'count' ? 8 : undefined]), ...(aims ? [40, 16] : []),
      ...heads.map(([field]) => ROOM[field.input]),
    ],
    rows: all.map((row) => [
      rowName(word, row), ...(aimed ? [aimName(data, doc, row.about) || row.about] : []),
      ...(aims ? [text(row.values[GOAL]), text(row.values[FROM])] : []), ...heads.map(([field]) => cell(context, row, field)),
    ]),
  };
}

/** with the rows that the page shows, also where nobody has looked at it */
function begun(data: PageData, saved: Doc, actor: Actor = ''): PlanContext {
  const doc = seenBy(structuredClone(saved), actor);
  edits.begin(doc, beginnings(data, doc));
  edits.reach(doc, reachings(data, doc));
  return planContext(data, doc, '', actor);
}

/** the forms into which somebody has written something */
export function writtenForms(data: PageData, saved: Doc, formWords: FormWords): Sheet[] {
  const context = { ...begun(data, saved), formWords };
  const isWritten = (form: PlanForm) => rows(data, context.doc, form).some((row) => isTouched(form, row.values));
  return data.plan.forms.filter(isWritten).map((form) => formSheet(context, form));
}

/**
 * Ratings, figures, what is kept of older releases, and the forms of the plan.
 * @param actor - who sits here: what may not be seen yet is in no sheet
 */
export function sheetsOf(data: PageData, saved: Doc, sheetWord: Say<Words['sheet']>, actor: Actor = ''): Sheet[] {
  const context = { ...begun(data, saved, actor), sheetWord, formWords: { yes: sheetWord('yes'), what: sheetWord('what'), value: sheetWord('value') } };
  return [ratings(context), facts(context), ...kept(context), ...data.plan.forms.map((form) => formSheet(context, form))];
}

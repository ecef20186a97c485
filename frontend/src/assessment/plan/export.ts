/* An assessment and its plan as tables: levelbook.sheet.assessment(data, doc) gives the sheets of a workbook. */

import { ratingOf } from '../../lib/format.ts';
import * as sheet from '../../lib/spreadsheet.ts';
import { isMapping } from '../../lib/values.ts';
import { speaker } from '../../lib/words.ts';
import * as score from '../../scoring/item.ts';
import * as totals from '../../scoring/totals.ts';
import * as answerss from '../document/answers.ts';
import { clockOf, dayOf } from '../document/document.ts';
import * as store from '../document/document.ts';
import * as AssessKept from '../form/removed-answers.ts';
import * as view from '../result/figures.ts';
import { download } from '../storage/library.ts';
import * as fieldss from './field.ts';
import * as formss from './form.ts';
import * as goals from './goals.ts';
import * as plan from './model.ts';

/** a figure where it is one */
const figure: (text: unknown) => any = (text) => (typeof text === 'string' && text !== '' ? sheet.figure(text) : '');

const record: (value: unknown) => any = (value) => (isMapping(value) ? value : {});

/** the marks of an exam, or why it does not apply */
function besides(answer: any, word: (key: string, facts?: any) => string): string[] {
  const marks = Object.entries(record(answer.marks)).map(([name, mark]) => `${name} ${plan.text(mark)}`);
  const [na, mark] = [plan.text(answer.na), plan.text(answer.mark)];
  return [na && word('sheet_na', { reason: na }), ...marks, mark && word('sheet_mark', { mark })].filter(Boolean);
}

/** as it stands in a cell; whether a condition is met in words */
function value(item: any, points: unknown, word: (key: string) => string): any {
  return item.kind === 'condition' && points ? word(points === '1' ? 'met' : 'not_met') : figure(points);
}

/**
 * @param found - the item in the result
 * @returns why there is no score, and what was said instead of points
 */
function remark(answer: any, found: any, { data, word }: any): string {
  const out = (!['scored', 'open'].includes(found.state) || score.isAgain(found)) && found.why;
  const why = out && !plan.text(answer.na) ? score.say(data.words, out) : '';
  return [why, ...besides(answer, word)].filter(Boolean).join('\n');
}

/** What the table of ratings has, with the width of each column; those in the second list only where anything stands in them. */
const WIDTHS = {
  code: 16, group: 22, item: 20, text: 60, points: 8, rating: 14, standard: 8, gap: 8, weight: 8, earned: 8, manager: 10, agreed: 8, evidence: 40,
  manager_evidence: 40, date: 12, pick: 8, remark: 30,
};
const OPTIONAL = ['weight', 'earned', 'manager', 'agreed', 'manager_evidence', 'pick'];

/** an item by column */
function itemRow(desk: any, item: any): Record<string, any> {
  const { data, doc, own, manager, word } = desk;
  const [found, other] = [own.get(item.code), manager.get(item.code)];
  const answer = record(record(doc.answers)[item.code]);
  const points = (one: any) => (one.state === 'scored' ? one.points || (one.reached ? '1' : '0') : null);
  const rating = ratingOf(data.scales[item.scale], points(found));
  return {
    code: item.code, group: answerss.path(data, item.group), item: item.name, text: item.text, points: value(item, points(found), word),
    rating: rating ? rating.name : '', standard: figure(item.standard), gap: figure(found.gap), weight: figure(item.weight),
    earned: figure(found.earned), manager: value(item, points(other), word), agreed: value(item, record(doc.agreed)[item.code], word), evidence: plan.text(answer.evidence),
    manager_evidence: plan.text(record(record(record(doc.manager).answers)[item.code]).evidence), date: plan.text(answer.date),
    pick: answer.pick === true ? word('sheet_yes') : '', remark: remark(answer, found, desk),
  };
}

/** why an indicator has no points, where no reason was written */
function unrated({ na, unseen }: any, data: any): string {
  const key = na === '' ? 'na_bare' : typeof na !== 'string' && unseen === true ? 'unseen' : '';
  return key && score.say(data.words, { key, facts: {} });
}

/** an indicator by column */
function partRow({ data, doc, word }: any, item: any, part: any): Record<string, any> {
  const scale = data.scales[data.partScale];
  const [own, other] = [doc.answers, record(doc.manager).answers].map((all) => record(record(all)[part.code]));
  const points = (one: any) => (typeof one.na === 'string' || one.unseen === true ? null : one.points); // points from before count no more
  const rating = ratingOf(scale, points(own));
  return {
    code: part.code, group: answerss.path(data, item.group), item: item.name, text: part.text, points: figure(points(own)),
    rating: rating ? rating.name : '', standard: figure(scale && scale.standard), manager: figure(points(other)), evidence: plan.text(own.evidence),
    manager_evidence: plan.text(other.evidence), date: plan.text(own.date),
    remark: [part.negative && word('sheet_negative'), unrated(own, data), ...besides(own, word)].filter(Boolean).join('\n'),
  };
}

/** a row an item, and a row an indicator where those are rated, or once were */
function ratings(desk: any): any {
  const { data, doc, word } = desk;
  const rated = (part: any) => [doc.answers, record(doc.manager).answers].some((all) => Object.hasOwn(record(all), part.code));
  const parts = (item: any) => (answerss.byParts(item, doc.mode) ? item.parts : (item.parts || []).filter(rated));
  const all = data.items.flatMap((item: any) =>
    [itemRow(desk, item), ...parts(item).map((part: any) => partRow(desk, item, part))]);
  const columns = Object.entries(WIDTHS).filter(([key]) => !OPTIONAL.includes(key) || all.some((row: any) => row[key]));
  return {
    name: word('sheet_ratings'), head: columns.map(([key]) => word(`sheet_${key}`)), widths: columns.map(([, width]) => width),
    rows: all.map((row: any) => columns.map(([key]) => row[key] || '')),
  };
}

/** what it is, and the means */
function facts(data: any, doc: any, result: any, word: (key: string, facts?: any) => string): any {
  const { points } = result;
  const moment = (one: unknown) => `${dayOf(plan.text(one))} ${clockOf(plan.text(one))}`.trim();
  const scales = view.scalesOf(data, doc.mode).map((one: any) => one.origin || one.name).join('\n');
  const told = {
    title: data.title, handbook: [data.handbook, data.release].filter(Boolean).join(' '), scale: scales, name: plan.text(doc.name), period: plan.text(doc.period),
    manager_name: plan.text(record(doc.manager).name), changed: moment(doc.changed), finished: doc.finished ? moment(doc.finished) : '', mean: figure(result.mean),
    top: figure(result.top), standard: figure(result.standard), reached: figure(String(result.reached)), below: figure(String(result.below)),
    left: figure(String(result.left)), earned: figure(points && points.earned), of: figure(points && points.of), total: figure(points && points.total),
  };
  const rows = [
    ...Object.entries(told).map(([key, value]) => [word(`sheet_${key}`), value]),
    ...result.groups.map((one: any) => [word('sheet_mean_of', { name: one.name }), figure(one.mean), word('sheet_counted', { n: one.counted, of: one.of })]),
  ];
  return { name: word('sheet_facts'), head: [word('sheet_what'), word('sheet_value'), word('sheet_remark')], rows: rows.filter((row) => row[1] !== ''), widths: [30, 40, 20] };
}

/** what has no place any more: answers, and what stood in columns of the plan */
function kept(data: any, doc: any, word: (key: string, facts?: any) => string): any[] {
  const answers = (Array.isArray(doc.kept) ? doc.kept : []).map((one: any) =>
    [one.code, one.name, plan.text(one.text), AssessKept.facts(data, one).join('\n')]);
  const left = plan.leftovers(data, doc).map((one: any) => ['', one.name, one.text, word('left')]);
  const head = ['code', 'item', 'text', 'remark'].map((key) => word(`sheet_${key}`));
  const rows = [...answers, ...left];
  return rows.length ? [{ name: word('sheet_kept'), head, rows, widths: [16, 20, 60, 60] }] : [];
}

/** the columns with their names, merged heads before them */
function columns(fields: any[], above: string = ''): [any, string][] {
  return fields.flatMap((one) => {
    const name = above && above !== one.name ? `${above} / ${one.name}` : one.name;
    return one.fields && one.fields.length ? columns(one.fields, name) : [(([one, name]) as [any, string])];
  });
}

function cell(desk: any, row: any, field: any): any {
  const input = plan.inputOf(field);
  if (input === 'rating') return row.item && row.item.code ? fieldss.ratingText(desk, row.item, (field.by === 'manager' ? desk.manager : desk.own).get(row.item.code)) : '';
  if (input === 'pick') return plan.picked(desk.data, desk.doc).some((one: any) => one.code === row.id) ? desk.word('sheet_yes') : '';
  if (input === 'shows') return row.item && row.item.shows ? plan.text(row.item.shows[field.shows]) : '';
  const kept = input === 'choice' ? fieldss.chosenIn(row, field) : plan.text(row.values[field.id]);
  const text = kept === fieldss.OTHER ? desk.word('other') : kept;
  const day = plan.text(row.values[`@date-${field.id}`]);
  return input === 'number' && /^-?\d+(\.\d+)?$/.test(text) ? figure(text) : [text, day].filter(Boolean).join(' ');
}

/** a form as a table; one row of plain fields stands upright */
function formSheet(desk: any, form: any): any {
  const { data, doc, word } = desk;
  const found = columns(form.fields);
  const rows = plan.rows(data, doc, form);
  const name = formss.title(form, desk);
  if (plan.kindOf(form) === 'one') {
    const lines = found.map(([field, title]) => [title, cell(desk, rows[0], field)]);
    return { name, head: [word('sheet_what'), word('sheet_value')], rows: lines, widths: [30, 60] };
  }
  const aimed = goals.aimed(form) && !goals.filled(form, 'competency');
  return {
    name,
    head: [aimed ? word('number') : formss.corner(desk, form), ...(aimed ? [word('aim')] : []), ...found.map(([, title]) => title)],
    rows: rows.map((row: any) => [formss.nameOf(desk, row), ...(aimed ? [goals.aimName(data, doc, row.about) || row.about] : []),
      ...found.map(([field]) => cell(desk, row, field))]),
  };
}

/** sheets: ratings, figures, what is kept of older releases, and the forms of the plan */
export function assessment(data: any, doc: any): any[] {
  const [result, second] = ['employee', 'manager'].map((who) => totals.assess(data, answerss.answersOf(doc, who), doc.mode));
  const byCode = (one: any) => new Map(one.items.map((item: any) => [item.code, item]));
  const word = speaker(data, 'plan');
  const desk = { data, doc, word, own: byCode(result), manager: byCode(second) };
  const forms = data.plan ? data.plan.forms.map((form: any) => formSheet(desk, form)) : [];
  return [ratings(desk), facts(data, doc, result, word), ...kept(data, doc, word), ...forms];
}

/**
 * Hands an assessment over as tables.
 * @param kind - csv or xlsx
 */
export function hand(data: any, doc: any, kind: string) {
  const sheets = assessment(data, doc);
  const file = kind === 'xlsx' ? sheet.xlsx(sheets) : sheet.csvFile(sheet.together(sheets));
  download(store.fileName(doc, kind), file);
}

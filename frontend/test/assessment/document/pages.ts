/* Pages and documents for tests, from the short form of the cases in releases/. */

import { createHash } from 'node:crypto';

import { onPage, note } from '../../../src/assessment/document/before-saving.ts';
import { unanswered } from '../../../src/assessment/document/answers.ts';
import { check } from '../../../src/assessment/document/check.ts';
import { blank } from '../../../src/assessment/document/document.ts';
import type { Answer, Answers, ChecklistData, Item, Part, SavedAssessment, Scale } from '../../../src/assessment/document/model.ts';

/** ratings may be written short, as points and names */
type ShortScale = Pick<Scale, 'name' | 'standard'> & { ratings: Record<string, string>; exam?: Scale['exam'] };
export type ShortItem = Partial<Omit<Item, 'parts'>> & { parts?: Record<string, string>; negative?: string[] };
export type ShortAnswer = number | (Partial<Omit<Answer, 'points'>> & { points?: string | number | null });
export interface ShortPage {
  items: Record<string, string | ShortItem>;
  gone?: Record<string, Partial<ChecklistData['gone'][string]>>;
  scales?: Record<string, ShortScale>;
  /** of the plan: fields by form */
  forms?: Record<string, string[]>;
}

const SCALES: Record<string, ShortScale> = {
  six: { name: '0–6分', standard: '5', ratings: { 0: '', 1: '', 2: '', 3: '', 4: '', 5: '', 6: '' } },
  four: { name: '四级', standard: '3', ratings: { 1: '', 2: '', 3: '', 4: '' } },
};

export const digest = (value: unknown): string =>
  createHash('sha256').update(typeof value === 'string' ? value : JSON.stringify(value)).digest('hex').slice(0, 16);

function scaleOf(id: string, short: ShortScale): Scale {
  const ratings = Object.entries(short.ratings).map(([points, name]) => ({ points, name }));
  const scale = { origin: '', exam: null, ...short, ratings };
  return { ...scale, hash: digest([id, scale]) };
}

/** the marks of what the figures of an item rest on, as the page brings them */
function basisOf(item: Pick<Item, 'kind' | 'standard' | 'subjects'>, scale: Scale, parts: Scale): Pick<Item, 'basis' | 'partBasis'> {
  const [points, partPoints] = [scale, parts].map(({ ratings }) => ratings.map((rating) => rating.points));
  const exam = item.kind === 'exam' ? [scale.exam, item.subjects.map(({ weight }) => weight)] : [];
  return {
    basis: item.kind === 'none' ? '' : digest([item.kind, item.standard, points, ...exam]),
    partBasis: digest([item.standard, points, parts.standard, partPoints]),
  };
}

function itemOf(code: string, short: string | ShortItem, scales: Record<string, Scale>): Item {
  const given: ShortItem = typeof short === 'string' ? { text: short } : short;
  const parts = Object.entries(given.parts ?? {}).map(([part, text]): Part =>
    ({ code: part, text, hash: digest(text), negative: (given.negative ?? []).includes(part) }));
  const text = given.text ?? parts.map((part) => part.text).join('\n');
  const item = {
    number: '', name: code, group: '基本能力', kind: 'rating' as const, scale: 'six', standard: '5', weight: null, subjects: [], none: null, href: '',
    ...given, code, text, hash: digest(text), parts,
  };
  return { ...item, ...basisOf(item, scales[item.scale], scales.four) };
}

/** the data of a page */
export function page(short: ShortPage, release: string): ChecklistData {
  const scales = Object.fromEntries(Object.entries({ ...SCALES, ...short.scales }).map(([id, scale]) => [id, scaleOf(id, scale)]));
  const items = Object.entries(short.items).map(([code, item]) => itemOf(code, item, scales));
  const groups = [...new Set(items.map((item) => item.group))].sort().map((name) => ({ id: name, name, parent: '', weight: null }));
  const gone = Object.entries(short.gone ?? {}).map(([code, entry]): [string, ChecklistData['gone'][string]] => [code, { name: code, text: '', why: '', replacedBy: [], release: '', ...entry }]);
  const forms = Object.entries(short.forms ?? {}).map(([id, fields]) => ({
    id, number: '', name: id, help: '', rows: 'many', list: [],
    fields: fields.map((field) => ({
      id: field, name: field, help: '', input: 'text' as const, choices: [], more: false, default: '', fill: '' as const, shows: '' as const, by: '', fields: [],
    })),
  }));
  return {
    format: 1, handbook: '手册', release, language: 'zh', target: 'TAM.grade-3', title: '三级', kind: 'grade', step: '三级',
    sequence: { code: 'TAM', name: '客户经理', href: '' }, unit: 'competency', modes: ['quick', 'full'], scale: 'six', partScale: 'four', scales,
    groups, items, total: null, weightUnit: '', pick: 3, against: 'current', sensitive: 0, notRequired: [], unlisted: [],
    gone: Object.fromEntries(gone), actions: [], borrowed: [], plan: { href: '', name: '', ours: true, roles: [], phases: [], forms },
    words: { 'store.series': '、' },
  };
}

/** answers as somebody gives them on that page */
export function answers(data: ChecklistData, short: Record<string, ShortAnswer>): Answers {
  const things = new Map(data.items.flatMap((item) => [item, ...item.parts].map(({ code, hash, text }) => [code, { hash, text, name: item.name }] as const)));
  return Object.fromEntries(Object.entries(short).map(([code, given]) => {
    const { points = null, ...more } = typeof given === 'object' ? given : { points: given };
    return [code, { ...unanswered(), ...more, points: points === null ? null : String(points), ...things.get(code), seen: data.release }];
  }));
}

/** a document as it is when a person has rated on that page: what was rated is noted before it is saved */
export function rated(data: ChecklistData, fields: Partial<SavedAssessment>): SavedAssessment {
  const { doc, wrong } = check({ ...blank(data), ...fields });
  if (wrong.length) throw new Error(`wrong: ${wrong.join(' ')}`);
  onPage(data);
  note(doc, undefined);
  onPage(null);
  return doc;
}

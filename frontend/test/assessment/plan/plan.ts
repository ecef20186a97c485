/* A small plan, as a page says it: gaps in performance, measures, their records, signatures. */

import type { FieldInput, PlanField, PlanForm, PlanFormRow, PlanPhase } from '../../../src/generated/page-data.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import type { PageData } from '../../../src/assessment/host.ts';
import { type PlanContext, planContext } from '../../../src/assessment/plan/context.ts';
import { dataOf, documentOf, itemOf } from '../checklist.ts';

export type Plan = SavedAssessment['plan'];

const SENTENCES = {
  points: '最需提升', measures: '措施', records: '执行记录', retired: '{name}（已停用）', row_lost: '（已经没有了）', row_n: '第{n}行', place: '{name}，{row}',
  lack_rating: '{n} 项没评', lack_pick: '还要选 {n} 项，共 {of} 项', over_pick: '选了 {n} 项，只要 {of} 项', lack_measures: '没有措施', lack_aim: '没有措施：{names}',
  lack_column: '{name}没写：{rows}', goal_negative: '不再：{text}', goal: '要做到', goal_from: '出自', lack_count: '{name}还差 {n} 项，共 {of} 项', lack_record: '{name}还有 {n} 行没写', lack_field: '{name}没写', comma: '、', colon: '：',
  semicolon: '；', by: '{role}填', met: '满足', not_met: '不满足', not_rated: '没评', no_rating: '不能评', aim: '针对', item: '能力项', row: '项目', measure: '措施',
  number: '序号', other: '其他', span: '{low}至{high}', span_wrapped: '{low}至次年{high}', month_of: '{year}年{month}', row_event: '{form}：{row}',
  from_form: '“{form}”表', from_process: '{name}', differs: '月份不一样', due_event: '到期：{text}', last_day: '{text}（最后一天）',
};
const months = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`plan.month_${at + 1}`, `${at + 1}月`]));
export const words = { ...months, ...Object.fromEntries(Object.entries(SENTENCES).map(([key, sentence]) => [`plan.${key}`, sentence])) };

export const fieldOf = (id: string, input: FieldInput | 'group' = 'text', more: Partial<PlanField> = {}): PlanField =>
  ({ id, name: `栏${id}`, help: '', input, choices: [], more: false, default: '', fill: '', shows: '', by: '', fields: [], ...more });

export const formOf = (id: string, rows: string, fields: PlanField[], more: Partial<PlanForm> = {}): PlanForm =>
  ({ id, number: '', name: `表${id}`, help: '', rows, list: [], fields, ...more });

export const rowOf = (id: string, ...spans: number[][]): PlanFormRow => ({ id, name: `行${id}`, months: spans });

export const phaseOf = (id: string, forms: string[], ...spans: number[][]): PlanPhase => ({ id, name: `阶段${id}`, months: spans, steps: [], forms });

export const GAPS = formOf('gaps', '2', [fieldOf('gap')]);
export const MEASURES = formOf('measures', 'many', [
  fieldOf('action', 'text', { fill: 'action' }), fieldOf('type', 'choice', { fill: 'action-type', choices: ['培训', '实践'] }), fieldOf('due', 'date'),
]);
export const RECORDS = formOf('records', 'form:measures', [fieldOf('done')]);
export const REVIEW = formOf('review', 'one', [fieldOf('own', 'text', { by: 'employee' }), fieldOf('theirs', 'text', { by: 'manager' })]);
export const SIGNATURES = formOf('sign', 'list', [fieldOf('name', 'signature')], { list: [rowOf('planned', [2, 2]), rowOf('reviewed', [8, 8])] });

/** with the items A, B and C, all rated on a scale of five, of which 3 is asked */
export const planData = (forms: PlanForm[], more: Partial<PageData> = {}, phases: PlanPhase[] = []): PageData =>
  dataOf([itemOf('A'), itemOf('B'), itemOf('C')], {
    words, pick: 2, plan: { name: '计划', ours: false, roles: [{ id: 'manager', name: '主管' }], phases, forms, href: '' }, ...more,
  });

export const contextOf = (data: PageData, said: Partial<SavedAssessment> = {}, seat: 'employee' | 'manager' = 'employee'): PlanContext =>
  planContext(data, documentOf(data, said), seat);

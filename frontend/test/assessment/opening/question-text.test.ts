import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { PlanField, PlanForm } from '../../../src/generated/page-data.ts';
import { readerOf } from '../../../src/assessment/result/desk.ts';
import type { Question } from '../../../src/assessment/opening/join.ts';
import { contextOf, textOf, titleOf } from '../../../src/assessment/opening/question-text.ts';
import { answer, dataOf, documentOf, itemOf } from '../checklist.ts';

const WORDS = {
  'open.asks_answers': '自评：{name}', 'open.asks_agreed': '商定评分：{name}', 'open.asks_plan': '发展计划：{name}', 'open.asks_head_mode': '评分方式',
  'open.asks_manager_name': '主管姓名', 'open.asks_rows': '{n} 行', 'open.asks_na': '不适用：{why}', 'open.gap': '　', 'open.list': '、', 'open.unseen': '没见过',
  'open.picked': '已选', 'open.mode_quick': '按能力项', 'open.asks_unmet': '还没有做到的', 'result.between': ' · ', 'result.rating': '{points} {name}',
  'result.condition_met': '达到', 'result.condition_unmet': '没达到', 'result.list': '、', 'result.gap_wide': '　',
};
const field = (id: string, name: string): PlanField =>
  ({ id, name, help: '', input: 'text', choices: [], more: false, default: '', fill: '', shows: '', by: '', fields: [] });
const form: PlanForm = { id: 'steps', number: '', name: '措施', help: '', rows: 'many', list: [], fields: [field('what', '做什么'), field('when', '何时')] };
const data = dataOf([itemOf('X'), itemOf('L', { scale: 'levels' }), itemOf('C', { kind: 'condition', scale: '' })], { words: WORDS });
data.plan.forms = [form];
const context = contextOf(data, readerOf({ data, doc: documentOf(data, { plan: { steps: [{ '@id': 'a', what: '读书' }] } }) }));
const read = (question: Question) => [titleOf(context, question), textOf(context, question, 'here'), textOf(context, question, 'file')];

test('a question about an answer names its item, and says all that was said', () => {
  const [here, file] = [answer({ points: '2', evidence: '写过', date: '2026-07-01', pick: true }), answer({ na: '没有客户' })];
  assert.deepEqual(read({ part: 'answers', code: 'X', here, file, choice: 'here' }), ['自评：能力X', '2 二　写过　2026-07-01　已选', '不适用：没有客户']);
});

test('where nothing stands here, or what stands is gone, it is said', () => {
  const file = answer({ marks: { 制度: '80' }, unseen: true, name: '从前的' });
  assert.deepEqual(read({ part: 'answers', code: 'OLD', here: null, file, choice: 'here' }), ['自评：从前的', '—', '制度 80　没见过']);
});

test('values are read as their scale says them', () => {
  const agreed = (code: string, here: string, file: string) => read({ part: 'agreed', code, here, file, choice: 'here' });
  assert.deepEqual(agreed('L', '1', '2.0'), ['商定评分：能力L', '初级', '中级']);
  assert.deepEqual(agreed('C', '1', '0'), ['商定评分：能力C', '达到', '没达到']);
  assert.deepEqual(agreed('X', '3', '3.5'), ['商定评分：能力X', '3 三', '3.5']);
});

test('a question about the plan names form, row and field', () => {
  const cell: Question = { part: 'cell', form: 'steps', row: 'a', code: 'what', here: '读书', file: '练习', choice: 'here' };
  assert.deepEqual(read(cell), ['发展计划：措施 · 读书 · 做什么', '读书', '练习']);
  assert.deepEqual(read({ ...cell, form: 'gone' }), ['发展计划：gone · what', '读书', '练习']);
  assert.deepEqual(read({ part: 'plan', code: 'steps', here: [{}], file: [{}, {}], choice: 'here' }), ['发展计划：措施', '1 行', '2 行']);
});

test('of the head its field is named, and of what was agreed the items', () => {
  assert.deepEqual(read({ part: 'head', code: 'mode', here: 'quick', file: 'quick', choice: 'here' }), ['评分方式', '按能力项', '按能力项']);
  assert.deepEqual(read({ part: 'manager_name', code: 'name', here: '王', file: '王五', choice: 'file' }), ['主管姓名', '王', '王五']);
  assert.deepEqual(read({ part: 'agreement', code: 'unmet', here: { X: ['X-1'] }, file: {}, choice: 'here' }), ['还没有做到的', '能力X', '—']);
});

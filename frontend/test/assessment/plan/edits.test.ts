import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Change } from '../../../src/assessment/host.ts';
import * as edits from '../../../src/assessment/plan/edits.ts';
import { beginnings, canPick, kindOfAction } from '../../../src/assessment/plan/goals.ts';
import { answer, documentOf, itemOf } from '../checklist.ts';
import { type Plan, MEASURES, REVIEW, contextOf, fieldOf, formOf, planData } from './plan.ts';
import { managing } from '../managing.ts';

const data = planData([MEASURES, REVIEW]);
const COURSE = { typeName: '课程', choice: '培训', text: '商务谈判', link: '', for: ['A'] };

/** what stands in the plan afterwards */
function planAfter(plan: Plan, ...changes: Change[]): Plan {
  const doc = documentOf(data, { plan: structuredClone(plan) });
  for (const change of changes) change(doc);
  return doc.plan;
}

test('what is written goes into its row, made where there is none; nothing leaves no trace', () => {
  const write = (value: string) => edits.write(data, MEASURES, 'x', 'action', value);
  assert.deepEqual(planAfter({}, write('做')), { measures: [{ '@id': 'x', action: '做' }] });
  assert.deepEqual(planAfter({ measures: [{ '@id': 'x', action: '做', due: '2027-01-01' }] }, write('')), { measures: [{ '@id': 'x', due: '2027-01-01' }] });
  assert.deepEqual(planAfter({}, edits.write(data, REVIEW, '', 'own', '好')), { review: [{ own: '好' }] });
});

test('an emptied choice that is printed chosen stays empty', () => {
  const form = formOf('f', 'one', [fieldOf('c', 'choice', { choices: ['是'], default: '是' })]);
  assert.deepEqual(planAfter({}, edits.write(data, form, '', 'c', '')), { f: [{ c: '' }] });
});

test('a row is about the item whose name is chosen in it', () => {
  const form = formOf('f', 'many', [fieldOf('item', 'choice', { fill: 'competency' })]);
  const write = (value: string) => edits.write(data, form, 'x', 'item', value);
  assert.deepEqual(planAfter({}, write('能力B')), { f: [{ '@id': 'x', item: '能力B', '@for': 'B' }] });
  assert.deepEqual(planAfter({}, write('能力B'), write('别的')), { f: [{ '@id': 'x', item: '别的' }] });
});

test('a row that is taken out comes back where it stood, as it was', () => {
  const plan: Plan = { measures: [{ action: '一' }, { '@id': 'y', action: '二', due: '2027-01-01' }, { '@id': 'z' }] };
  const taken = edits.taken(documentOf(data, { plan }), MEASURES, 'y');
  assert.equal(taken?.name, '2');
  const without = planAfter(plan, edits.remove(MEASURES, 'y'));
  assert.deepEqual(without.measures, [{ action: '一' }, { '@id': 'z' }]);
  assert.deepEqual(planAfter(without, edits.restore(MEASURES, taken)), plan);
  assert.equal(edits.taken(documentOf(data, { plan }), MEASURES, 'none'), null);
});

test('what the other one wrote into a row is seen', () => {
  const form = formOf('f', 'many', [fieldOf('a'), fieldOf('b', 'text', { by: 'manager' })]);
  assert.equal(edits.holdsTheirs(form, { a: '我的', b: ' ' }, 'employee'), false);
  assert.equal(edits.holdsTheirs(form, { b: '主管的' }, 'employee'), true);
  assert.equal(edits.holdsTheirs(form, { b: '主管的' }, 'manager'), false);
});

test('a course is added to what is written, once, with its kind where none is chosen', () => {
  const take = edits.take(MEASURES, 'x', 'action', COURSE);
  assert.deepEqual(planAfter({}, take), { measures: [{ '@id': 'x', action: '商务谈判', type: '培训' }] });
  const own: Plan = { measures: [{ '@id': 'x', action: '自己的话', type: '实践' }] };
  assert.deepEqual(planAfter(own, take, take), { measures: [{ '@id': 'x', action: '自己的话\n商务谈判', type: '实践' }] });
  assert.equal(kindOfAction(MEASURES, { ...COURSE, choice: '', typeName: '课程' }), '');
});

test('a plan begins with a row for every chosen item, once', () => {
  const chosen = { answers: { A: answer({ pick: true }), C: answer({ pick: true }) } };
  const [beginning] = beginnings(data, documentOf(data, chosen));
  assert.deepEqual(beginning.rows.map((row) => row['@for']), ['A', 'C']);
  assert.deepEqual(beginnings(data, documentOf(data, { ...chosen, plan: { measures: [] } })), []);
  assert.deepEqual(beginnings(data, documentOf(data)), []);
  const begun = documentOf(data, { plan: { measures: [] } });
  assert.deepEqual(edits.begin(begun, [beginning]), []);
});

test('what only the manager chose becomes one\'s own choice, and stays the manager\'s', () => {
  const doc = documentOf(data, { manager: managing({ A: answer({ pick: true }), B: answer({ pick: true }) }) });
  edits.choose(data, ['B'], 'employee')(doc);
  assert.deepEqual(Object.entries(doc.answers).map(([code, { pick }]) => [code, pick]), [['B', true]]);
  assert.deepEqual(Object.values(doc.manager.answers).map(({ pick }) => pick), [true, true]);
});

test('points are chosen by the employee, or by the manager where the employee chose none, until it is finished', () => {
  const item = itemOf('A');
  const own = { answers: { A: answer({ pick: true }) } };
  assert.deepEqual([contextOf(data), contextOf(data, {}, 'manager'), contextOf(data, own, 'manager')].map((context) => canPick(context, item)), [true, true, false]);
  assert.equal(canPick(contextOf(data, { finished: '2026-11-21T00:00:00.000Z' }), item), false);
  assert.equal(canPick(contextOf(data), itemOf('N', { kind: 'none' })), false);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { aimName, aims, picked, rows } from '../../../src/assessment/plan/rows.ts';
import { answer, documentOf } from '../checklist.ts';
import { type Plan, GAPS, MEASURES, RECORDS, fieldOf, formOf, planData } from './plan.ts';
import { managing } from '../managing.ts';

const COURSES = formOf('courses', 'many', [fieldOf('item', 'text', { fill: 'competency' }), fieldOf('action', 'text', { fill: 'action' })]);
const data = planData([GAPS, MEASURES, RECORDS, COURSES], { gone: { OLD: { name: '电话销售', text: '', why: '', replacedBy: [], release: '' } } });
const docOf = (plan: Plan, more: Partial<SavedAssessment> = {}) => documentOf(data, { plan, ...more });

test('a form that counts has all its rows, with what stands in them', () => {
  const doc = docOf({ gaps: [{ '@id': '2', gap: '回款慢' }] });
  assert.deepEqual(rows(data, doc, GAPS).map(({ id, values }) => [id, values.gap]), [['1', undefined], ['2', '回款慢']]);
});

test('rows that follow those of another form are called what those are about and say', () => {
  const doc = docOf({ measures: [{ '@id': 'x', '@for': 'A', action: '上课\n三天' }, { '@id': 'y', '@for': 'gaps#1' }] });
  assert.deepEqual(rows(data, doc, RECORDS).map(({ id, name }) => [id, name]), [['x', '1\u3000能力A\u3000上课 三天'], ['y', '2\u3000栏gap 1']]);
});

test('what was written about a row that is gone stays, last', () => {
  const doc = docOf({ measures: [{ '@id': 'x' }], records: [{ '@id': 'gone', done: '谈了' }, { '@id': 'empty' }] });
  assert.deepEqual(rows(data, doc, RECORDS).map(({ id, lost }) => [id, lost]), [['x', false], ['gone', true]]);
});

test('forms whose rows go in a circle have none', () => {
  const [here, there] = [formOf('here', 'form:there', [fieldOf('a')]), formOf('there', 'form:here', [fieldOf('b')])];
  assert.deepEqual(rows(planData([here, there]), docOf({}), here), []);
});

test('of items only the chosen ones have rows to write in, and those with something written', () => {
  const form = formOf('each', 'competencies', [fieldOf('how')]);
  const doc = docOf({ each: [{ '@id': 'C', how: '问同事' }] }, { answers: { B: answer({ pick: true }) } });
  assert.deepEqual(rows(data, doc, form).map(({ id }) => id), ['B', 'C']);
  assert.deepEqual(rows({ ...data, pick: 0 }, doc, form).map(({ id }) => id), ['A', 'B', 'C']);
  const shown = formOf('shown', 'competencies', [fieldOf('points', 'rating')]);
  assert.deepEqual(rows(data, doc, shown).map(({ id }) => id), ['A', 'B', 'C']);
});

test('the manager\'s points count where the employee chose none', () => {
  const manager = managing({ C: answer({ pick: true }) });
  assert.deepEqual(picked(data, docOf({}, { manager })).map(({ code }) => code), ['C']);
  assert.deepEqual(picked(data, docOf({}, { manager, answers: { A: answer({ pick: true }) } })).map(({ code }) => code), ['A']);
});

test('a measure is about a chosen item or a gap that is written; the gap keeps its name when it is emptied', () => {
  const doc = docOf({ gaps: [{ '@id': '2', gap: ' 回款慢 ' }] }, { answers: { A: answer({ pick: true }) } });
  assert.deepEqual(aims(data, doc).map(({ id, name, said }) => [id, name, said]), [['A', '能力A', ''], ['gaps#2', '栏gap 2', '回款慢']]);
  assert.equal(aimName(data, docOf({}), 'gaps#2'), '栏gap 2');
});

test('what the handbook has retired says so, by the name it was given', () => {
  const doc = docOf({ courses: [{ '@id': 'x', '@for': 'OLD', item: '电销' }, { '@id': 'y', '@for': 'constructor' }] });
  assert.equal(aimName(data, doc, 'OLD'), '电话销售（已停用）');
  assert.equal(aimName(data, doc, 'constructor'), '');
  const follows = formOf('follows', 'form:courses', [fieldOf('done')]);
  assert.equal(rows(data, doc, follows)[0].name, '1\u3000电销（已停用）');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import type { PageData } from '../../../src/assessment/host.ts';
import { figures, phaseOfRow, signings, stations } from '../../../src/assessment/plan/readiness.ts';
import { answer, rated } from '../checklist.ts';
import { type Plan, GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES, contextOf, fieldOf, formOf, phaseOf, planData } from './plan.ts';

const FORMS = [GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES];
const PHASES = [phaseOf('plan', ['gaps', 'measures', 'sign']), phaseOf('do', ['records']), phaseOf('look', ['review', 'sign'])];
const phased = planData(FORMS, {}, PHASES);
const chosen = { ...rated({ C: '3' }), A: answer({ points: '1', pick: true }), B: answer({ points: '2', pick: true }) };
const lacks = (data: PageData, said: Partial<SavedAssessment>) =>
  signings(contextOf(data, said), stations(data)).map(({ id, name, lacks: all }) => [id, name, all.map(({ text }) => text)]);

test('a form stands once; one with a row for each phase that names it stands in each', () => {
  const entries = stations(phased).map(({ entries: all }) => all.map(({ id, only }) => [id, only]));
  assert.deepEqual(entries, [
    [['plan-gaps', null], ['plan-measures', null], ['plan-sign', ['planned']]], [['plan-records', null]], [['plan-review', null], ['plan-sign-2', ['reviewed']]],
  ]);
  assert.deepEqual([0, 1].map((at) => phaseOfRow(phased, SIGNATURES, at)), [0, 2]);
  assert.equal(phaseOfRow(planData(FORMS), SIGNATURES, 0), -1);
});

test('forms of no phase stand last', () => {
  const all = stations(planData(FORMS, {}, [phaseOf('plan', ['gaps', 'nothing', 'gaps'])]));
  assert.deepEqual(all.map(({ phase, entries }) => [phase?.id, entries.map(({ form }) => form.id)]),
    [['plan', ['gaps']], [undefined, ['measures', 'records', 'review', 'sign']]]);
});

test('of an empty plan all is missing, the points before the first signing alone', () => {
  assert.deepEqual(lacks(phased, {}), [
    ['plan-sign', '行planned', ['3 项没评', '还要选 2 项，共 2 项', '栏gap还差 2 项，共 2 项', '没有措施']],
    ['plan-sign-2', '行reviewed', ['栏own没写', '栏theirs没写']],
  ]);
});

test('points without a measure, and measures that say too little, are missing', () => {
  const plan: Plan = { gaps: [{ gap: '回款慢' }, { gap: '少' }], measures: [{ '@id': 'x', '@for': 'A' }, { '@id': 'y', '@for': 'gaps#1', action: '谈', due: '2027-01-01' }] };
  assert.deepEqual(lacks(phased, { answers: chosen, plan }), [
    ['plan-sign', '行planned', ['没有措施：能力B、栏gap 2', '栏action没写：能力A', '栏due没写：能力A']],
    ['plan-sign-2', '行reviewed', ['表records还有 2 行没写', '栏own没写', '栏theirs没写']],
  ]);
});

test('who is asked like what and when, but not what others fill in or what has a word already', () => {
  const [action, type, due] = MEASURES.fields;
  const form = formOf('measures', 'many', [action, type, due, fieldOf('who'), fieldOf('note', 'text', { by: 'manager' }), fieldOf('where', 'text', { default: '公司' })]);
  const plan: Plan = { measures: [{ '@id': 'x', '@for': 'A', action: '谈', due: '2027-01-01' }, { '@id': 'y', action: '谈', due: '2027-01-01' }] };
  const [, [, , all]] = lacks(planData([form, SIGNATURES]), { answers: chosen, plan });
  assert.deepEqual(all, ['没有措施：能力B', '栏who没写：能力A、第2行']);
});

test('nothing is missing of a full plan', () => {
  const row = { action: '谈', due: '2027-01-01' };
  const plan: Plan = {
    gaps: [{ gap: '一' }, { gap: '二' }], measures: ['A', 'B', 'gaps#1', 'gaps#2'].map((about) => ({ '@id': about, '@for': about, ...row })),
    records: ['A', 'B', 'gaps#1', 'gaps#2'].map((id) => ({ '@id': id, done: '谈了' })), review: [{ own: '好', theirs: '好' }],
  };
  assert.deepEqual(lacks(phased, { answers: chosen, plan }).map(([, , all]) => all), [[], []]);
});

test('lines of one form split what comes before them: the plan, and what looks back on it', () => {
  const names = lacks(planData(FORMS), {}).map(([, name, all]) => [name, all.length]);
  assert.deepEqual(names, [['行planned', 4], ['行reviewed', 2]]);
});

test('too many points are said', () => {
  const many = { ...chosen, C: answer({ points: '3', pick: true }) };
  assert.equal(lacks(phased, { answers: many })[0][2][0], '选了 3 项，只要 2 项');
});

test('a row made for a point counts as a measure once it says what', () => {
  const plan: Plan = { measures: [{ '@id': 'x', '@for': 'A', due: '2027-01-01' }, { '@id': 'y', action: '谈' }], records: [{ '@id': 'gone', done: '谈了' }] };
  const told = figures(contextOf(phased, { answers: chosen, plan }), stations(phased));
  assert.deepEqual(told.map(({ name, n, of }) => [name, n, of]), [['最需提升', 2, 2], ['栏gap', 0, 2], ['措施', 1, null], ['执行记录', 0, 2]]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Agreement, PlanRow, SavedAssessment } from '../../../src/assessment/document/model.ts';
import type { Change } from '../../../src/assessment/host.ts';
import * as edits from '../../../src/assessment/plan/edits.ts';
import { beginnings, borrowedFor, reachings } from '../../../src/assessment/plan/goals.ts';
import { text } from '../../../src/assessment/plan/model.ts';
import { picked } from '../../../src/assessment/plan/rows.ts';
import { sources, unmet } from '../../../src/assessment/plan/sentences.ts';
import { answer, documentOf, itemOf, rated } from '../checklist.ts';
import { managing } from '../managing.ts';
import { type Plan, MEASURES, planData } from './plan.ts';

const PARTS = ['P', 'Q', 'R'].map((code) => ({ code, text: `指标${code}`, hash: '', negative: code === 'R' }));
const CLEAR = PARTS.slice(0, 2);
const SCALES = planData([]).scales;
const data = planData([MEASURES], {
  items: [itemOf('A', { parts: CLEAR }), itemOf('B', { parts: PARTS.map((part) => ({ ...part, code: `B${part.code}` })) }), itemOf('C', { text: '一句\n两句' })],
  partScale: 'five', scales: { ...SCALES, five: { ...SCALES.five, standard: '3' } },
});
const [A, B, C] = data.items;
const agreement = (said: Partial<Agreement>): Agreement => ({ done: '2026-11-26T00:00:00.000Z', unmet: {}, open: [], picks: [], ...said });
const codes = (said: Partial<SavedAssessment>, item = A) => unmet(data, documentOf(data, said), item).map(({ code }) => code);

/** the first row of measures after these steps, the page looked at after each of them */
function rowAfter(said: Partial<SavedAssessment>, ...changes: Change[]): PlanRow {
  const doc = documentOf(data, structuredClone(said));
  const look = () => {
    edits.begin(doc, beginnings(data, doc));
    edits.reach(doc, reachings(data, doc));
  };
  look();
  for (const change of changes) {
    change(doc);
    look();
  }
  return doc.plan.measures[0];
}

const CHOSEN = { answers: { ...rated({ P: '2', Q: '4' }), A: answer({ pick: true }) }, mode: 'full' as const };
const without = ({ '@id': id, ...row }: PlanRow) => (assert.equal(typeof id, 'string'), row);

test('what both ticked is not met; only sentences the item has', () => {
  assert.deepEqual(codes({ agreement: agreement({ unmet: { A: ['Q', 'gone'], B: ['P'] } }) }), ['Q']);
});

test('where nothing was ticked, the indicators under the standard are', () => {
  assert.deepEqual(codes(CHOSEN), ['P']);
  assert.deepEqual(codes({ ...CHOSEN, mode: 'quick' }), [], 'nobody rated them one by one');
  assert.deepEqual(codes({ answers: { P: answer({ points: '1', unseen: true }), Q: answer({ points: '2', na: '' }) }, mode: 'full' }), []);
});

test('of what should not be seen, high points are under the standard', () => {
  assert.deepEqual(codes({ answers: rated({ BP: '3', BQ: '3', BR: '4' }) }, B), ['BR']);
  assert.deepEqual(codes({ answers: rated({ BP: '3', BQ: '3', BR: '3' }) }, B), []);
});

test('what the manager rated counts once it is given', () => {
  const manager = managing(rated({ P: '3', Q: '1' }));
  assert.deepEqual(codes({ ...CHOSEN, manager }), ['P']);
  assert.deepEqual(codes({ ...CHOSEN, manager: { ...manager, given: '2026-11-24T00:00:00.000Z' } }), ['P', 'Q']);
});

test('a row begins with the words of what is not met', () => {
  assert.deepEqual(without(rowAfter(CHOSEN)), { '@for': 'A', '@goal': '指标P', '@from': 'P', '@put': true });
  const both = { answers: { B: answer({ pick: true }) }, agreement: agreement({ unmet: { B: ['BP', 'BR'] }, picks: ['B'] }) };
  assert.equal(rowAfter(both)['@goal'], '指标P\n不再：指标R');
});

test('where nothing is known to be unmet, the row begins empty and all sentences can be chosen', () => {
  const row = rowAfter({ answers: { C: answer({ pick: true }) } });
  assert.deepEqual(without(row), { '@for': 'C' });
  const id = text(row['@id']);
  const [first, second] = [{ text: '一句', code: '', negative: false }, { text: '两句', code: '', negative: false }];
  const doc = documentOf(data, { plan: { measures: [row] } });
  for (const sentence of [first, second]) edits.aim(data, MEASURES, id, sentence, true)(doc);
  assert.equal(row['@goal'], '一句\n两句');
  edits.aim(data, MEASURES, id, first, false)(doc);
  assert.equal(row['@goal'], '两句');
});

test('what was put there before the talk becomes what was ticked in it; what somebody wrote does not', () => {
  const talk: Change = (draft) => { draft.agreement = agreement({ unmet: { A: ['Q'] }, picks: ['A'] }); };
  assert.equal(rowAfter(CHOSEN, talk)['@goal'], '指标Q');
  const write = (key: string, value: string): Change => (draft) => edits.write(data, MEASURES, text(draft.plan.measures[0]['@id']), key, value)(draft);
  const wrote = rowAfter(CHOSEN, write('@goal', '自己的话'), talk);
  assert.deepEqual([wrote['@goal'], wrote['@from'], '@put' in wrote], ['自己的话', 'P', false]);
  assert.equal(rowAfter(CHOSEN, write('@goal', ''), talk)['@goal'], '', 'what was emptied stays empty');
  assert.equal(rowAfter(CHOSEN, write('action', '谈'), talk)['@goal'], '指标P', 'a measure was thought out for it');
});

test('rows begun before there were goals get theirs, unless something is written in them', () => {
  const begun = (row: PlanRow): Plan => ({ measures: [{ '@id': 'x', '@for': 'A', ...row }] });
  assert.equal(rowAfter({ ...CHOSEN, plan: begun({}) })['@goal'], '指标P');
  assert.equal('@goal' in rowAfter({ ...CHOSEN, plan: begun({ action: '谈' }) }), false);
});

test('a goal that the page put goes with what the row is about', () => {
  const about = (code: string): Change => (draft) => edits.write(data, MEASURES, text(draft.plan.measures[0]['@id']), '@for', code)(draft);
  assert.deepEqual(without(rowAfter(CHOSEN, about('C'))), { '@for': 'C' });
});

test('sentences are taken and left; words beside them stay', () => {
  const doc = documentOf(data, { plan: { measures: [{ '@id': 'x', '@for': 'A', '@goal': '我的话\n指标P', '@from': 'P' }] } });
  const [row] = doc.plan.measures;
  edits.aim(data, MEASURES, 'x', CLEAR[1], true)(doc);
  assert.deepEqual([row['@goal'], row['@from']], ['我的话\n指标P\n指标Q', 'P Q']);
  edits.aim(data, MEASURES, 'x', CLEAR[0], false)(doc);
  assert.deepEqual([row['@goal'], row['@from']], ['我的话\n指标Q', 'Q']);
});

test('a sentence that is asked no more is told by its last wording', () => {
  const gone = { OLD: { name: '旧', text: '旧话', why: '', replacedBy: [], release: '' } };
  assert.deepEqual(sources({ ...data, gone }, { '@from': 'Q OLD none' }).map(({ code, text }) => [code, text]), [['Q', '指标Q'], ['OLD', '旧话'], ['none', '']]);
});

test('the points of the talk are those of the plan', () => {
  const chosen = { answers: { A: answer({ pick: true }) } };
  const names = (more: Partial<Agreement>) => picked(data, documentOf(data, { ...chosen, agreement: agreement(more) })).map(({ code }) => code);
  assert.deepEqual(names({ picks: ['C', 'B'] }), [B.code, C.code]);
  assert.deepEqual(names({ picks: ['B'], done: null }), ['A']);
});

test('what is borrowed is told by sequence and concept, and taken as borrowed', () => {
  const action = { typeName: '课程', choice: '培训', text: '协调课', link: '', for: ['A'] };
  const lent = { ...data, borrowed: [{ sequence: '市场族', concept: '协调', actions: [action, { ...action, for: ['B'] }] }, { sequence: '销售', concept: '沟通', actions: [{ ...action, for: ['C'] }] }] };
  assert.deepEqual(borrowedFor(lent, 'A'), [{ sequence: '市场族', concept: '协调', actions: [action] }]);
  assert.deepEqual(borrowedFor(lent, ''), []);
  const doc = documentOf(lent, { plan: { measures: [{ '@id': 'x', action: '自己的话' }] } });
  const take = edits.take(MEASURES, 'x', 'action', action, '协调课　借自市场族（协调）');
  take(doc);
  take(doc);
  assert.equal(doc.plan.measures[0].action, '自己的话\n协调课　借自市场族（协调）');
});

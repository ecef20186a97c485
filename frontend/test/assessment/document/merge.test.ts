/* Two versions of one document become one: nobody's text is lost, and both tabs come to the same. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unanswered } from '../../../src/assessment/document/answers.ts';
import { check } from '../../../src/assessment/document/check.ts';
import { covers, joined, merge, signed } from '../../../src/assessment/document/merge.ts';
import type { Answer, PlanRow, SavedAssessment } from '../../../src/assessment/document/model.ts';
import { chances } from './random.ts';
import { managing } from '../managing.ts';

const TIME = '2026-07-01T08:00:00.000Z';

function made(fields: Partial<SavedAssessment>): SavedAssessment {
  const { doc, wrong } = check({ levelbook: 'assessment', format: 1, target: 'TAM', id: '0123456789abcdef', created: TIME, changed: TIME, ...fields });
  assert.deepEqual(wrong, []);
  return doc;
}

const answer = (fields: Partial<Answer>): Answer => ({ ...unanswered(), ...fields });
const withAnswer = (fields: Partial<Answer>) => made({ answers: { A: answer(fields) } });
const withRows = (...rows: PlanRow[]) => made({ plan: { goals: rows } });
const withKinds = (...kinds: string[]) => withRows({ '@id': 'r1', kinds });
const goals = (...texts: string[]) => withRows(...texts.map((goal) => ({ goal })));

/** without what may stand in another order */
const unordered = (doc: SavedAssessment) => ({ ...doc, kept: [], plan: JSON.stringify(doc.plan).split(/[[\],{}]/).sort() });

/** the same is said, whichever of the two tabs merges */
function merged(base: SavedAssessment | undefined, mine: SavedAssessment, theirs: SavedAssessment) {
  const here = merge(base, mine, theirs, true);
  const there = merge(base, theirs, mine, false);
  assert.deepEqual(unordered(there.doc), unordered(here.doc));
  assert.equal(there.both, here.both);
  return here;
}

const rowsOf = (doc: SavedAssessment) => doc.plan.goals;
function kindsOf({ plan }: SavedAssessment): string[] {
  const { kinds } = plan.goals[0];
  assert.ok(Array.isArray(kinds));
  return kinds;
}

test('what only one side changed is taken from there', () => {
  const base = withAnswer({ points: '3' });
  const { doc, both } = merged(base, withAnswer({ points: '4' }), withAnswer({ points: '3', evidence: '乙' }));
  assert.deepEqual([doc.answers.A.points, doc.answers.A.evidence, both, doc.kept], ['4', '乙', 0, []]);
});

test('of what both changed the later stays and the other one is kept', () => {
  const [earlier, later] = ['2026-07-02T08:00:00.000Z', '2026-07-02T08:00:01.000Z'];
  const { doc, both } = merged(withAnswer({ points: '3' }), withAnswer({ points: '4', at: earlier }), withAnswer({ points: '5', at: later }));
  assert.deepEqual([doc.answers.A.points, both], ['5', 1]);
  assert.deepEqual(doc.kept.map(({ code, why, answer: kept }) => [code, why, kept?.points]), [['A', 'tabs', '4']]);
});

test('of one moment both tabs choose the same', () => {
  const { doc } = merged(undefined, withAnswer({ points: '4', at: TIME }), withAnswer({ points: '5', at: TIME }));
  assert.deepEqual([doc.answers.A.points, doc.kept[0].answer?.points].sort(), ['4', '5']);
});

test('what one left open takes nothing from what the other wrote', () => {
  const { doc, both } = merged(undefined, withAnswer({ points: '3' }), withAnswer({ evidence: '乙' }));
  assert.deepEqual([doc.answers.A.points, doc.answers.A.evidence, both], ['3', '乙', 0]);
});

test('the manager\'s answer that lost is kept as the manager\'s', () => {
  const rated = (points: string) => made({ manager: managing({ A: answer({ points }) }) });
  const { doc } = merged(rated('3'), rated('4'), rated('5'));
  assert.deepEqual([doc.manager.answers.A.points, doc.kept[0].who, doc.kept[0].answer?.points], ['4', 'manager', '5']);
});

test('a text of the head that lost is kept under its path', () => {
  const { doc } = merged(made({ period: '' }), made({ period: '上半年' }), made({ period: '下半年' }));
  assert.deepEqual([doc.period, doc.kept.map(({ code, text }) => [code, text])], ['上半年', [['period', '下半年']]]);
});

test('what one took away and the other changed stays', () => {
  const { doc } = merged(withAnswer({ points: '3' }), made({}), withAnswer({ points: '4' }));
  assert.equal(doc.answers.A.points, '4');
});

// lists of plain values: found by what they are

test('two tabs that each take out another choice take out both', () => {
  const { doc, both } = merged(withKinds('甲', '乙', '丙'), withKinds('乙', '丙'), withKinds('甲', '乙'));
  assert.deepEqual([kindsOf(doc), both, doc.kept], [['乙'], 0, []]);
});

test('two tabs that each add a choice add both, and the same one once', () => {
  assert.deepEqual(kindsOf(merged(withKinds('甲'), withKinds('甲', '乙'), withKinds('甲', '丙')).doc).length, 3);
  assert.deepEqual(kindsOf(merged(withKinds('甲'), withKinds('甲', '乙'), withKinds('甲', '乙')).doc), ['甲', '乙']);
  assert.deepEqual(kindsOf(merged(undefined, withKinds('甲', '乙'), withKinds('乙', '丙')).doc).length, 3);
});

test('taking out one choice and adding another are both done', () => {
  assert.deepEqual(kindsOf(merged(withKinds('甲', '乙'), withKinds('乙'), withKinds('甲', '乙', '丙')).doc), ['乙', '丙']);
});

test('what both took out is out, and the last choice can be taken out', () => {
  assert.deepEqual(kindsOf(merged(withKinds('甲', '乙'), withKinds('乙'), withKinds('乙')).doc), ['乙']);
  assert.deepEqual(kindsOf(merged(withKinds('甲'), withKinds(), withKinds('甲', '乙')).doc), ['乙']);
});

test('choices in another order are the same choices', () => {
  assert.deepEqual(kindsOf(merged(withKinds('甲', '乙', '丙'), withKinds('丙', '甲', '乙'), withKinds('甲', '乙')).doc), ['甲', '乙']);
});

test('of two equal entries one can be taken out', () => {
  assert.deepEqual(rowsOf(merged(goals('甲', '甲'), goals('甲'), goals('甲', '甲', '乙')).doc), [{ goal: '甲' }, { goal: '乙' }]);
});

// rows

test('rows without a number: one taken out here, another edited there', () => {
  const { doc, both } = merged(goals('甲', '乙'), goals('乙'), goals('甲', '乙，再说一遍'));
  assert.deepEqual([rowsOf(doc), both], [[{ goal: '乙，再说一遍' }], 0]);
});

test('rows without a number are known by what else they say', () => {
  const row = (goal: string, until: string) => ({ goal, until });
  const { doc, both } = merged(
    withRows(row('甲', '一月'), row('乙', '二月')), withRows(row('乙', '三月')), withRows(row('甲', '一月'), row('乙二', '二月')));
  assert.deepEqual([rowsOf(doc), both], [[row('乙二', '三月')], 0]);
});

test('a row that one took out and the other edited stays', () => {
  const { doc } = merged(withRows({ '@id': 'r1', goal: '甲' }), withRows(), withRows({ '@id': 'r1', goal: '甲甲' }));
  assert.deepEqual(rowsOf(doc), [{ '@id': 'r1', goal: '甲甲' }]);
});

test('rows with numbers are found wherever they stand', () => {
  const [one, two, three] = ['r1', 'r2', 'r3'].map((id) => ({ '@id': id, goal: id }));
  const { doc, both } = merged(withRows(one, two, three), withRows(three, one), withRows(one, { ...two, goal: '乙' }, three));
  assert.deepEqual([rowsOf(doc), both], [[{ ...two, goal: '乙' }, three, one], 0]);
});

test('rows that both add stand side by side; a form of one row has one', () => {
  const [mine, theirs] = [{ '@id': 'r1', goal: '甲' }, { '@id': 'r2', goal: '乙' }];
  assert.deepEqual(rowsOf(merged(withRows(), withRows(mine), withRows(theirs)).doc).length, 2);
  const only = merged(undefined, withRows({ goal: '甲' }), withRows({ until: '年底' })).doc;
  assert.deepEqual(rowsOf(only), [{ goal: '甲', until: '年底' }]);
});

test('a cell that both wrote is kept once', () => {
  const row = (goal: string) => withRows({ '@id': 'r1', goal });
  const { doc, both } = merged(row(''), row('甲'), row('乙'));
  assert.deepEqual([rowsOf(doc), both, doc.kept.map(({ code, text }) => [code, text])], [[{ '@id': 'r1', goal: '甲' }], 1, [['plan.goals.r1.goal', '乙']]]);
});

// what was looked at

test('what either has looked at was looked at', () => {
  assert.deepEqual(merged(made({ known: ['A'] }), made({ known: ['A', 'C'] }), made({ known: ['A', 'B'] })).doc.known, ['A', 'B', 'C']);
  assert.deepEqual(merged(undefined, made({}), made({ known: ['B'] })).doc.known, ['B']);
});

test('what is kept stays once, without what one side took out, and seen where either has seen it', () => {
  const entry = (code: string, seen?: string) => ({ code, name: '', text: '', answer: null, why: 'moved', since: '1.0.0', ...(seen ? { seen } : {}) });
  const { doc } = merged(made({ kept: [entry('A'), entry('B')] }), made({ kept: [entry('B'), entry('C')] }), made({ kept: [entry('A'), entry('B', '2.0.0')] }));
  assert.deepEqual(doc.kept.map(({ code, seen }) => [code, seen]).sort(), [['B', '2.0.0'], ['C', undefined]]);
});

test('whatever two tabs do with lists, no text is lost that nobody took out, and none comes back', () => {
  for (let seed = 0; seed < 400; seed++) {
    const { below, some, times } = chances(seed);
    const base = times(below(5), (number) => `甲${number}`);
    const change = (who: string) => [...some(base), ...times(below(3), (number) => `${who}${number}`)];
    const [mine, theirs] = [change('乙'), change('丙')];
    const wanted = [...base.filter((text) => mine.includes(text) && theirs.includes(text)), ...[...mine, ...theirs].filter((text) => !base.includes(text))].sort();
    const { doc, both } = merge(withKinds(...base), withKinds(...mine), withKinds(...theirs));
    assert.deepEqual([[...kindsOf(doc)].sort(), both], [wanted, 0], `seed ${seed}: ${base.join()} ${mine.join()} ${theirs.join()}`);
  }
});

// which tab has written what

test('a document covers another one where it has all its writings', () => {
  const at = (tabs: Record<string, string>, changed = TIME) => made({ tabs, changed });
  assert.equal(covers(at({ a: TIME, b: TIME }), at({ a: TIME })), true);
  assert.equal(covers(at({ a: TIME }), at({ a: TIME, b: TIME })), false);
  assert.equal(covers(at({ a: TIME }, '2026-07-03T08:00:00.000Z'), at({ a: TIME, b: TIME })), true, 'of days ago every tab has been told');
  const later = '2026-07-01T09:00:00.000Z';
  assert.deepEqual(joined(at({ a: TIME, b: later }), at({ a: later, c: TIME })), { a: later, b: later, c: TIME });
  assert.deepEqual(signed({ a: TIME, old: '2026-06-01T08:00:00.000Z' }, 'b', later), { a: TIME, b: later });
});

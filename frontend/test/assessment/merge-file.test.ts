import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unanswered } from '../../src/assessment/document/answers.ts';
import { blank } from '../../src/assessment/document/document.ts';
import type { Answer, SavedAssessment } from '../../src/assessment/document/model.ts';
import { isEmpty, layOver, saysSame, settle } from '../../src/assessment/manager/merge-file.ts';
import { managing } from './managing.ts';

const START = blank({ handbook: '手册', release: '1', target: 'A.b', title: '中级', modes: ['quick'] });

const doc = (more: Partial<SavedAssessment> = {}): SavedAssessment => ({ ...structuredClone(START), changed: '2026-11-20T00:00:00.000Z', ...more });
const later = (more: Partial<SavedAssessment> = {}) => doc({ changed: '2026-12-01T00:00:00.000Z', ...more });
const answer = (said: Partial<Answer>): Answer => ({ ...unanswered(), ...said });
const rated = (points: string, said: Partial<Answer> = {}) => ({ X: answer({ points, ...said }) });
const by = (name: string, answers = {}) => managing(answers, name);
const asked = (here: SavedAssessment, file: SavedAssessment, seat: 'employee' | 'manager' = 'employee') =>
  layOver(here, file, seat).questions.map(({ part, code, choice }) => [part, code, choice]);

test('what says nothing is empty, however deep', () => {
  assert.ok([undefined, null, '', false, [], {}, { a: { b: '' } }].every(isEmpty));
  assert.ok(![0, '0', true, { a: { b: 'x' } }].some(isEmpty));
});

test('two say the same without what says nothing, in any order of their keys', () => {
  assert.ok(saysSame({ a: '1', b: { c: '' } }, { b: {}, a: '1' }));
  assert.ok(!saysSame({ a: '1' }, { a: '2' }));
});

test('what only one of both has is taken over unasked', () => {
  const here = doc({ name: '张三', agreed: { X: '3' } });
  const file = doc({ period: '上半年', manager: by('王五', rated('4')), agreed: { Y: '4' } });
  const joined = layOver(here, file, 'employee');
  assert.deepEqual(joined.questions, []);
  assert.deepEqual([joined.doc.name, joined.doc.period, joined.doc.manager.name], ['张三', '上半年', '王五']);
  assert.deepEqual(joined.doc.manager.answers, rated('4'));
  assert.deepEqual(joined.doc.agreed, { X: '3', Y: '4' });
  assert.deepEqual(here, doc({ name: '张三', agreed: { X: '3' } }), 'what lies here stays as it was');
});

test('of what differs each is proposed whose it is', () => {
  const here = doc({ name: '张三', answers: rated('3'), manager: by('王', rated('3')), agreed: { X: '3' } });
  const file = later({ name: '李四', answers: rated('4'), manager: by('王五', rated('4')), agreed: { X: '4' } });
  assert.deepEqual(asked(here, file), [
    ['head', 'name', 'here'], ['answers', 'X', 'here'], ['manager_name', 'name', 'file'], ['manager', 'X', 'file'], ['agreed', 'X', 'file'],
  ]);
  assert.deepEqual(asked(here, file, 'manager'), [
    ['head', 'name', 'file'], ['answers', 'X', 'file'], ['manager_name', 'name', 'here'], ['manager', 'X', 'here'], ['agreed', 'X', 'file'],
  ]);
});

test('in the manager’s copy the later answer is proposed', () => {
  const here = doc({ answers: rated('3', { at: '2026-11-03' }) });
  const file = doc({ answers: rated('4', { at: '2026-11-01' }) });
  assert.deepEqual(asked(here, file, 'manager'), [['answers', 'X', 'here']]);
});

test('the wording that was rated makes no difference', () => {
  assert.deepEqual(asked(doc({ answers: rated('3', { text: '从前', seen: '0.1' }) }), doc({ answers: rated('3') })), []);
});

test('from a file that a manager hands back no answer of one’s own is taken unasked', () => {
  const file = doc({ answers: rated('3'), manager: by('', rated('4')) });
  const { doc: joined, questions } = layOver(doc(), file, 'employee');
  assert.deepEqual(joined.answers, {});
  assert.deepEqual(questions, [{ part: 'answers', code: 'X', here: null, file: answer({ points: '3' }), choice: 'here' }]);
  assert.deepEqual(layOver(doc(), doc({ answers: rated('3') }), 'employee').doc.answers, rated('3'), 'one that nobody has rated is a copy');
});

test('not applicable counts before its reason is written', () => {
  const theirs = { X: answer({ na: '' }) };
  const file = doc({ manager: by('', theirs) });
  const joined = layOver(doc(), file, 'employee');
  assert.deepEqual([joined.doc.manager.answers, joined.questions], [theirs, []]);
  assert.deepEqual(asked(doc({ manager: by('', rated('5')) }), file), [['manager', 'X', 'file']]);
});

test('codes may be named like what every object has', () => {
  const answers = { constructor: answer({ points: '3' }) };
  assert.deepEqual(layOver(doc(), doc({ manager: by('', answers) }), 'employee').doc.manager.answers, answers);
});

test('of a row of the plan each writes a part', () => {
  const both = { '@id': 'a', '@for': 'X', what: '上课' };
  const mine = { steps: [{ ...both, own: '学完了' }, { '@id': 'b', what: '读书' }], sum: [{ own: '尽力了' }] };
  const theirs = { steps: [{ ...both, other: '还要练', what: '练习' }, { '@id': 'c', what: '轮岗' }], sum: [{ boss: '很好' }] };
  const { doc: joined, questions } = layOver(doc({ plan: mine }), later({ plan: theirs }), 'employee');
  assert.deepEqual(joined.plan, {
    steps: [{ ...both, own: '学完了', other: '还要练' }, { '@id': 'b', what: '读书' }, { '@id': 'c', what: '轮岗' }],
    sum: [{ own: '尽力了', boss: '很好' }],
  });
  assert.deepEqual(questions, [{ part: 'cell', form: 'steps', row: 'a', code: 'what', here: '上课', file: '练习', choice: 'file' }]);
  settle(joined, questions);
  assert.equal(joined.plan.steps[0].what, '练习');
});

test('rows that both began about the same point are one', () => {
  const begun = { '@for': 'X', competency: '沟通' };
  const mine = doc({ plan: { steps: [{ ...begun, '@id': 'a' }] } });
  const joined = layOver(mine, doc({ plan: { steps: [{ ...begun, '@id': 'b', what: '上课' }] } }), 'employee');
  assert.deepEqual([joined.doc.plan, joined.questions], [{ steps: [{ ...begun, '@id': 'a', what: '上课' }] }, []]);
});

test('rows that cannot be told apart are asked about as a whole', () => {
  const plan = (...texts: string[]) => ({ steps: texts.map((what) => ({ what })) });
  const { doc: joined, questions } = layOver(doc({ plan: plan('读书', '上课') }), later({ plan: plan('练习', '上课') }), 'employee');
  assert.deepEqual(questions.map(({ part, code }) => [part, code]), [['plan', 'steps']]);
  settle(joined, questions);
  assert.deepEqual(joined.plan, plan('练习', '上课'));
});

test('of a finished one the plan alone is joined', () => {
  const here = doc({ finished: '2026-11-21T08:00:00.000Z', answers: rated('3'), plan: { sum: [{ own: '做到了' }] } });
  const file = later({ name: '李四', answers: rated('4'), plan: { sum: [{ own: '做到了', boss: '很好' }] } });
  const joined = layOver(here, file, 'employee');
  assert.deepEqual(joined, { doc: { ...here, plan: { sum: [{ own: '做到了', boss: '很好' }] } }, questions: [] });
});

test('what was set aside is kept once', () => {
  const entry = (code: string) => ({ code, name: '', text: '从前', answer: null, why: 'moved', since: '' });
  const joined = layOver(doc({ kept: [entry('A')] }), doc({ kept: [entry('A'), entry('B')] }), 'employee').doc;
  assert.deepEqual(joined.kept.map(({ code }) => code), ['A', 'B']);
});

test('what is chosen from the file is taken over, each in its place', () => {
  const here = doc({ name: '张三', answers: rated('3'), manager: by('王', rated('3')), agreed: { X: '3' } });
  const file = doc({ name: '李四', answers: rated('4'), manager: by('王五', rated('4')), agreed: { X: '4' } });
  const { doc: joined, questions } = layOver(here, file, 'employee');
  settle(joined, questions.map((question) => ({ ...question, choice: 'file' })));
  assert.deepEqual(joined, file);
});

test('how far the other has come comes along, and a talk that is over before one that is not', () => {
  const agreement = { done: '2026-11-26T08:00:00.000Z', unmet: { A: ['P'] }, open: ['B'], picks: ['A'] };
  const given = { given: '2026-11-24T08:00:00.000Z', independent: true };
  const back = layOver(later(), doc({ manager: managing(rated('2'), '', given), agreement }), 'employee').doc;
  assert.deepEqual([back.manager.given, back.manager.independent, back.agreement], [given.given, true, agreement]);
  const handed = { n: 2, at: '2026-11-21T08:00:00.000Z' };
  const taken = layOver(back, later({ handed }), 'manager').doc;
  assert.deepEqual([taken.handed, taken.manager.given, taken.agreement], [handed, given.given, agreement]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { unanswered } from '../../../src/assessment/document/answers.ts';
import { blank } from '../../../src/assessment/document/document.ts';
import type { Answer, SavedAssessment } from '../../../src/assessment/document/model.ts';
import { isEmpty, saysSame } from '../../../src/assessment/opening/empty.ts';
import { caseOf } from '../../../src/assessment/opening/cases.ts';
import { merge, settled } from '../../../src/assessment/opening/merge.ts';
import { rank } from '../../../src/assessment/opening/relation.ts';
import { managing } from '../managing.ts';

const START = blank({ handbook: '手册', release: '1', target: 'A.b', title: '中级', modes: ['quick'] });

const doc = (more: Partial<SavedAssessment> = {}): SavedAssessment => ({ ...structuredClone(START), changed: '2026-11-20T00:00:00.000Z', ...more });
const later = (more: Partial<SavedAssessment> = {}) => doc({ changed: '2026-12-01T00:00:00.000Z', ...more });
const answer = (said: Partial<Answer>): Answer => ({ ...unanswered(), ...said });
const rated = (points: string, said: Partial<Answer> = {}) => ({ X: answer({ points, ...said }) });
const by = (name: string, answers = {}) => managing(answers, name);
const asked = (here: SavedAssessment, file: SavedAssessment, seat: 'employee' | 'manager' = 'employee') =>
  merge(here, file, seat).questions.map(({ part, code, choice }) => [part, code, choice]);

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
  const joined = merge(here, file, 'employee');
  assert.deepEqual(joined.questions, []);
  assert.deepEqual([joined.doc.name, joined.doc.period, joined.doc.manager.name], ['张三', '', '王五'], 'what a manager hands back changes nothing of one’s own');
  assert.deepEqual(joined.doc.manager.answers, rated('4'));
  assert.deepEqual(joined.doc.agreed, { X: '3', Y: '4' });
  assert.deepEqual(here, doc({ name: '张三', agreed: { X: '3' } }), 'what lies here stays as it was');
});

test('of what differs each is proposed whose it is', () => {
  const here = doc({ name: '张三', answers: rated('3'), manager: by('王', rated('3')), agreed: { X: '3' } });
  const file = later({ name: '李四', answers: rated('4'), manager: by('王五', rated('4')), agreed: { X: '4' } });
  assert.deepEqual(asked(here, file), [['manager_name', 'name', 'file'], ['manager', 'X', 'file'], ['agreed', 'X', 'file']]);
  assert.deepEqual(merge(here, file, 'employee').offered.map(({ part, code, choice }) => [part, code, choice]), [['answers', 'X', 'here']]);
  assert.deepEqual(asked(here, file, 'manager'), [
    ['manager_name', 'name', 'here'], ['manager', 'X', 'here'], ['head', 'name', 'file'], ['answers', 'X', 'file'], ['agreed', 'X', 'file'],
  ]);
});

test('of what was never handed over the later answer is proposed to the manager', () => {
  const here = doc({ answers: rated('3', { at: '2026-11-03' }) });
  const file = doc({ answers: rated('4', { at: '2026-11-01' }) });
  assert.deepEqual(asked(here, file, 'manager'), [['answers', 'X', 'here']]);
});

test('the wording that was rated makes no difference', () => {
  assert.deepEqual(asked(doc({ answers: rated('3', { text: '从前', seen: '0.1' }) }), doc({ answers: rated('3') })), []);
});

test('from a file that a manager hands back no answer of one’s own is taken unasked', () => {
  const file = doc({ answers: rated('3'), manager: by('', rated('4')) });
  const { doc: joined, questions, offered } = merge(doc(), file, 'employee');
  assert.deepEqual([joined.answers, questions], [{}, []]);
  assert.deepEqual(offered, [{ part: 'answers', code: 'X', here: null, file: answer({ points: '3' }), choice: 'here' }]);
  assert.deepEqual(merge(doc(), doc({ answers: rated('3') }), 'employee').doc.answers, rated('3'), 'one that nobody has rated is a copy');
});

test('not applicable counts before its reason is written', () => {
  const theirs = { X: answer({ na: '' }) };
  const file = doc({ manager: by('', theirs) });
  const joined = merge(doc(), file, 'employee');
  assert.deepEqual([joined.doc.manager.answers, joined.questions], [theirs, []]);
  assert.deepEqual(asked(doc({ manager: by('', rated('5')) }), file), [['manager', 'X', 'file']]);
});

test('codes may be named like what every object has', () => {
  const answers = { constructor: answer({ points: '3' }) };
  assert.deepEqual(merge(doc(), doc({ manager: by('', answers) }), 'employee').doc.manager.answers, answers);
});

const handed = (n: number, at: string | null = '2026-11-21T08:00:00.000Z') => ({ handed: { n, at } });

test('handed over once more is later, taken back is later still, and no clock decides', () => {
  assert.deepEqual([{ n: 0, at: null }, handed(1).handed, handed(1, null).handed, handed(2).handed].map(rank), [0, 2, 3, 4]);
});

test('at the manager a newer self-assessment takes the place of the older as a whole, and the own ratings stay', () => {
  const own = by('王五', rated('5'));
  const here = doc({ ...handed(1), answers: { ...rated('3'), Y: answer({ points: '1' }) }, manager: own });
  const file = doc({ ...handed(2), answers: rated('4'), person: '甲' });
  const { kind, merged } = caseOf(here, file, 'manager');
  assert.equal(kind, 'newer');
  const after = settled(here, file, 'manager', merged, []);
  assert.deepEqual([after.answers, after.person, after.handed, after.manager], [rated('4'), '甲', handed(2).handed, own]);
  assert.equal(caseOf(after, here, 'manager').kind, 'older');
  assert.deepEqual(merge(after, here, 'manager').doc.answers, rated('4'), 'an older one is left');
});

test('of two that went apart it is asked which counts, and what does not is kept', () => {
  const [here, file] = [doc({ ...handed(1), answers: rated('3') }), doc({ ...handed(1), answers: rated('4') })];
  assert.equal(caseOf(here, file, 'manager').kind, 'forked');
  for (const [other, wins, loses] of [['here', '3', '4'], ['file', '4', '3']] as const) {
    const { doc: after } = merge(here, file, 'manager', { other });
    assert.equal(after.answers.X.points, wins);
    assert.deepEqual(after.kept.map(({ code, why, answer: kept }) => [code, why, kept?.points]), [['X', 'file', loses]]);
  }
});

test('of two that went apart also the name that does not count is kept', () => {
  const [here, file] = [doc({ ...handed(1), person: '甲', answers: rated('3') }), doc({ ...handed(1), person: '乙', answers: rated('3') })];
  const { doc: after } = merge(here, file, 'manager', { other: 'file' });
  assert.deepEqual([after.person, after.kept.map(({ code, text, why }) => [code, text, why])], ['乙', [['person', '甲', 'file']]]);
});

test('what is taken into a layer that was handed over makes it a draft again', () => {
  const here = doc({ ...handed(1), answers: rated('3') });
  const file = doc({ ...handed(1), answers: rated('4'), from: 'manager', manager: by('', rated('5')) });
  const merged = merge(here, file, 'employee');
  const untouched = settled(here, file, 'employee', merged, []);
  assert.deepEqual([untouched.answers, untouched.handed], [rated('3'), handed(1).handed]);
  const taken = merged.offered.map((question) => ({ ...question, choice: 'file' as const }));
  assert.deepEqual(settled({ ...here, answers: { ...rated('3'), Y: answer({ points: '1' }) } }, file, 'employee',
    merge({ ...here, answers: { ...rated('3'), Y: answer({ points: '1' }) } }, file, 'employee'), taken).handed, { n: 1, at: null });
});

test('whatever was signed is there, each once', () => {
  const signed = (hash: string) => ({ n: 1, kind: 'result' as const, at: '2026-11-26T08:00:00.000Z', by: [], body: '{}', hash });
  const [here, file] = [doc({ signed: [signed('a')] }), doc({ signed: [signed('a'), signed('b')] })];
  const after = merge(here, file, 'employee').doc;
  assert.deepEqual(after.signed.map(({ hash }) => hash), ['a', 'b']);
  assert.deepEqual(merge(after, file, 'employee').doc.signed, after.signed);
});

test('of a row of the plan each writes a part', () => {
  const both = { '@id': 'a', '@for': 'X', what: '上课' };
  const mine = { steps: [{ ...both, own: '学完了' }, { '@id': 'b', what: '读书' }], sum: [{ own: '尽力了' }] };
  const theirs = { steps: [{ ...both, other: '还要练', what: '练习' }, { '@id': 'c', what: '轮岗' }], sum: [{ boss: '很好' }] };
  const { doc: joined, questions } = merge(doc({ plan: mine }), later({ plan: theirs }), 'employee');
  assert.deepEqual(joined.plan, {
    steps: [{ ...both, own: '学完了', other: '还要练' }, { '@id': 'b', what: '读书' }, { '@id': 'c', what: '轮岗' }],
    sum: [{ own: '尽力了', boss: '很好' }],
  });
  assert.deepEqual(questions, [{ part: 'cell', form: 'steps', row: 'a', code: 'what', here: '上课', file: '练习', choice: 'file' }]);
  const [here, file] = [doc({ plan: mine }), later({ plan: theirs })];
  assert.equal(settled(here, file, 'employee', { doc: joined }, questions).plan.steps[0].what, '练习');
});

test('rows that both began about the same point are one', () => {
  const begun = { '@for': 'X', competency: '沟通' };
  const mine = doc({ plan: { steps: [{ ...begun, '@id': 'a' }] } });
  const joined = merge(mine, doc({ plan: { steps: [{ ...begun, '@id': 'b', what: '上课' }] } }), 'employee');
  assert.deepEqual([joined.doc.plan, joined.questions], [{ steps: [{ ...begun, '@id': 'a', what: '上课' }] }, []]);
});

test('rows that cannot be told apart are asked about as a whole', () => {
  const plan = (...texts: string[]) => ({ steps: texts.map((what) => ({ what })) });
  const { doc: joined, questions } = merge(doc({ plan: plan('读书', '上课') }), later({ plan: plan('练习', '上课') }), 'employee');
  assert.deepEqual(questions.map(({ part, code }) => [part, code]), [['plan', 'steps']]);
  assert.deepEqual(settled(doc(), later(), 'employee', { doc: joined }, questions).plan, plan('练习', '上课'));
});

test('of a finished one the plan alone is joined', () => {
  const here = doc({ finished: '2026-11-21T08:00:00.000Z', answers: rated('3'), plan: { sum: [{ own: '做到了' }] } });
  const file = later({ name: '李四', answers: rated('4'), plan: { sum: [{ own: '做到了', boss: '很好' }] } });
  const joined = merge(here, file, 'employee');
  assert.deepEqual([joined.doc, joined.questions], [{ ...here, plan: { sum: [{ own: '做到了', boss: '很好' }] } }, []]);
});

test('what was set aside is kept once, whether or not somebody has looked', () => {
  const entry = { code: 'X', name: 'X', text: '', answer: answer({ points: '3' }), why: 'retired', since: '2' };
  const joined = merge(doc({ kept: [{ ...entry, seen: '2' }] }), doc({ kept: [entry] }), 'employee').doc;
  assert.deepEqual(joined.kept, [{ ...entry, seen: '2' }]);
});

test('what was set aside is kept once', () => {
  const entry = (code: string) => ({ code, name: '', text: '从前', answer: null, why: 'moved', since: '' });
  const joined = merge(doc({ kept: [entry('A')] }), doc({ kept: [entry('A'), entry('B')] }), 'employee').doc;
  assert.deepEqual(joined.kept.map(({ code }) => code), ['A', 'B']);
});

test('what is chosen from the file is taken over, each in its place', () => {
  const here = doc({ name: '张三', answers: rated('3'), manager: by('王', rated('3')), agreed: { X: '3' }, agreement: { done: null, unmet: {}, open: ['Y'], picks: [] } });
  const file = doc({ name: '李四', answers: rated('4'), manager: by('王五', rated('4')), agreed: { X: '4' }, agreement: { done: null, unmet: {}, open: ['Z'], picks: [] } });
  const merged = merge(here, file, 'manager');
  const after = settled(here, file, 'manager', merged, merged.questions.map((question) => ({ ...question, choice: 'file' })));
  assert.deepEqual(after, file);
});

/* Examples: any checklist, any scale, the same each time. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { check } from '../../../src/assessment/document/check.ts';
import type { Item, Scale } from '../../../src/assessment/document/model.ts';
import { chosen, employee, team } from '../../../src/assessment/first-steps/made-up.ts';
import { speaker } from '../../../src/lib/words.ts';
import { assess } from '../../../src/scoring/totals.ts';
import { dataOf, itemOf } from '../checklist.ts';

const TODAY = Date.parse('2026-11-21T00:00:00Z');
const word = speaker({
  words: {
    'first.name': '例子', 'first.person': '例子：{name}', 'first.people': '甲乙丙丁戊', 'first.manager': '例子：乙', 'first.na': '例子：没有',
    'first.evidence_1': '例子一{name}', 'first.evidence_2': '例子二{name}', 'first.evidence_3': '例子三{name}', 'first.evidence_manager': '例子：旁人{name}',
  },
}, 'first');
const scaleOf = (points: readonly number[], more: Partial<Scale> = {}): Scale => ({
  name: '', origin: '', standard: null, exam: null, hash: '', ratings: points.map((each) => ({ points: String(each), name: `第${each}档` })), ...more,
});
const EXAM = { outOf: '100', round: 'none' as const, bands: [{ from: '90', points: '3' }, { from: '80', points: '2' }, { from: '0', points: '1' }] };
const many = (count: number, more: Partial<Item> = {}) => Array.from({ length: count }, (_, at) => itemOf(`R${at}`, more));

test('ratings stand around the standard and within the scale', () => {
  const data = dataOf(many(8));
  const { answers } = employee(data, word, TODAY);
  const points = Object.values(answers).map((answer) => answer.points);
  assert.deepEqual(points, ['3', '2', '3', '4', '1', '3', '2', null]);
  assert.equal(answers.R7.na, '例子：没有');
  assert.deepEqual(Object.entries(answers).filter(([, { pick }]) => pick).map(([code]) => code), ['R1', 'R4', 'R6']);
});

test('every rating bears an example that says what it is, and every text says it', () => {
  const { answers, manager, name } = employee(dataOf(many(5)), word, TODAY);
  const rated = Object.values(answers).filter(({ points }) => points !== null);
  const texts = [name, manager.name, ...rated.map(({ evidence }) => evidence), ...Object.values(manager.answers).map(({ evidence }) => evidence).filter(Boolean)];
  assert.ok(rated.every(({ evidence, date }) => evidence && date < '2026-11-21' && date > '2026-09'));
  assert.ok(texts.every((text) => text.startsWith('例子')), texts.join('\n'));
});

test('the manager differs in some, both agreed on all of them but one, and it is finished', () => {
  const { answers, manager, agreed, finished } = employee(dataOf(many(9)), word, TODAY);
  const apart = Object.keys(answers).filter((code) => answers[code].points !== manager.answers[code].points);
  assert.deepEqual(apart, ['R2', 'R4', 'R7']);
  assert.deepEqual(agreed, { R2: '2', R4: '2' });
  assert.ok(finished);
});

test('exams come to what was meant, conditions are met, what cannot be rated stays out', () => {
  const scales = { five: scaleOf([1, 2, 3], { exam: EXAM }) };
  const items = [itemOf('E', { kind: 'exam' }), itemOf('C', { kind: 'condition' }), itemOf('N', { kind: 'none', none: { kind: 'blank', text: '空' } })];
  const data = dataOf(items, { scales });
  const { answers } = employee(data, word, TODAY);
  assert.deepEqual(Object.keys(answers), ['E', 'C']);
  assert.equal(answers.E.mark, '90');
  assert.equal(answers.C.points, '1');
  assert.equal(assess(data, answers, 'quick').items[0].points, '3.00');
});

test('an exam that converts nothing has a mark all the same', () => {
  assert.equal(employee(dataOf([itemOf('E', { kind: 'exam' })]), word, TODAY).answers.E.mark, '80');
});

test('reversed indicators are rated one by one, the other way round', () => {
  const parts = [{ code: 'P-1', text: '', hash: '', negative: false }, { code: 'P-2', text: '', hash: '', negative: true }];
  const data = dataOf([itemOf('P', { parts })], { partScale: 'two', scales: { five: scaleOf([0, 1, 2, 3]), two: scaleOf([0, 1, 2, 3], { standard: '3' }) } });
  const { answers } = employee(data, word, TODAY);
  assert.deepEqual([answers.P.points, answers['P-1'].points, answers['P-2'].points], [null, '3', '1']);
});

test('any scale will do', () => {
  for (const points of [[1], [0, 1], [-2, 0, 2], [0, 5, 10, 20, 40]]) {
    for (const standard of [null, String(points[0]), '99']) {
      const data = dataOf(many(12, { standard: null }), { scales: { five: scaleOf(points, { standard }) } });
      const every = [employee(data, word, TODAY), ...team(data, word).map(({ doc }) => doc)];
      for (const doc of every) {
        assert.deepEqual(check(doc).wrong, []);
        for (const { points: given, na } of Object.values(doc.answers)) assert.ok(na ?? points.map(String).includes(given ?? ''), `${given} of ${points.join()}`);
      }
    }
  }
});

test('five people differ, and each says that it is made up', () => {
  const people = team(dataOf(many(6)), word);
  assert.deepEqual(people.map(({ name }) => name), ['例子：甲', '例子：乙', '例子：丙', '例子：丁', '例子：戊']);
  assert.equal(new Set(people.map(({ doc }) => doc.id)).size, 5);
  assert.equal(new Set(people.map(({ doc }) => JSON.stringify(Object.values(doc.answers).map(({ points }) => points)))).size, 5);
});

test('a team is shown of a checklist with something to rate', () => {
  const few = { items: many(2) };
  assert.equal(chosen({ a: few, b: { items: many(3) } }), 'b');
  assert.equal(chosen({ a: few, b: few }), 'a');
});

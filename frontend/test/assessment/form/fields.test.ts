import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unanswered } from '../../../src/assessment/document/answers.ts';
import type { Control, Field } from '../../../src/assessment/form/fields.ts';
import { changeOf, fieldsAmong, isText, rates, textOf, ticks } from '../../../src/assessment/form/fields.ts';

const item = { code: 'A', parts: [{ code: 'A-01' }], subjects: [{ name: '笔试' }, { name: '面谈' }] };
const data = { release: '2026', items: [] };

const control = (name: string, value = '', checked?: boolean) => ({ name, value, ...checked !== undefined && { checked } }) as Control;

function field(name: string, value = '', checked?: boolean): Field {
  const [only] = fieldsAmong([control(name, value, checked)], item);
  return only;
}

/** the answer once what stands in a field is written into it */
function changed(changing: Field, before = {}, reason = '') {
  const answer = { ...unanswered(), ...before };
  changeOf(changing, data, reason)(answer);
  return answer;
}

test('the name of a field says what it asks; what is not of the item is left alone', () => {
  const names = ['r-A', 'p-A-01', 'm-A', 'm-A-1', 'v-A', 'd-A', 'na-A', 'y-A', 'unseen-A', 'pick-A', 'r-B', 'm-A-2', ''];
  assert.deepEqual(fieldsAmong(names.map((name) => control(name)), item).map(({ kind, code }) => `${kind} ${code}`), [
    'rating A', 'rating A-01', 'mark A', 'subject A', 'evidence A', 'date A', 'absence A', 'reason A', 'unseen A', 'pick A',
  ]);
});

test('ratings and marks say how one stands; texts are those that are typed', () => {
  const names = ['r-A', 'p-A-01', 'm-A', 'm-A-0', 'v-A', 'd-A', 'na-A', 'y-A', 'unseen-A', 'pick-A'];
  assert.deepEqual(names.filter((name) => rates(field(name))), ['r-A', 'p-A-01', 'm-A', 'm-A-0']);
  assert.deepEqual(names.filter((name) => isText(field(name))), ['m-A', 'm-A-0', 'v-A', 'y-A']);
});

test('an answer ticks its rating, and what is said beside it', () => {
  assert.equal(ticks(field('r-A', '4'), { points: '4' }), true);
  assert.equal(ticks(field('r-A', '4'), { points: '5' }), false);
  assert.equal(ticks(field('pick-A'), { pick: true }), true);
  assert.equal(ticks(field('unseen-A'), {}), false);
  assert.equal(ticks(field('na-A'), { na: '不管客户' }), true);
  assert.equal(ticks(field('na-A'), { na: null }), false);
  assert.equal(ticks(field('v-A'), { evidence: '一件事' }), null);
});

test('a field shows the text of its own part of an answer', () => {
  const answer = { marks: { 面谈: '70' }, mark: '80', evidence: '一件事', date: '2026-09-20', na: '不管客户' };
  const shown = ['m-A', 'm-A-0', 'm-A-1', 'v-A', 'd-A', 'y-A', 'r-A'].map((name) => textOf(field(name), answer));
  assert.deepEqual(shown, ['80', '', '70', '一件事', '2026-09-20', '不管客户', '']);
  assert.equal(textOf(field('m-A-0'), {}), '');
});

test('a rating notes the release in which it was given; a case does not', () => {
  assert.deepEqual(changed(field('r-A', '4')), { ...unanswered(), points: '4', seen: '2026' });
  assert.deepEqual(changed(field('v-A', '一件事')), { ...unanswered(), evidence: '一件事' });
});

test('marks are texts; an empty one is none, and those of other subjects stay', () => {
  assert.equal(changed(field('m-A', '80')).mark, '80');
  assert.equal(changed(field('m-A', ''), { mark: '80' }).mark, null);
  assert.deepEqual(changed(field('m-A-1', '70'), { marks: { 笔试: '60' } }).marks, { 笔试: '60', 面谈: '70' });
});

test('not applicable without a reason is kept as a draft, and takes the place of not observed', () => {
  assert.equal(changed(field('y-A', ' ')).na, '');
  assert.equal(changed(field('y-A', '不管客户')).na, '不管客户');
  assert.deepEqual(changed(field('na-A', 'on', true), { unseen: true }), { ...unanswered(), na: '' });
  assert.equal(changed(field('na-A', 'on', true), {}, '不管客户').na, '不管客户', 'what was said before is there again');
  assert.equal(changed(field('na-A', 'on', false), { na: '不管客户' }, '不管客户').na, null);
});

test('not observed takes the place of not applicable', () => {
  assert.deepEqual(changed(field('unseen-A', 'on', true), { na: '不管客户' }), { ...unanswered(), unseen: true });
  assert.equal(changed(field('unseen-A', 'on', false), { na: '不管客户' }).na, '不管客户');
});

test('a chosen item is noted', () => {
  assert.equal(changed(field('pick-A', 'on', true)).pick, true);
  assert.equal(changed(field('pick-A', 'on', false), { pick: true }).pick, false);
});

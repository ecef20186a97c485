import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choicesOf, chosenIn, isAimed, isTheirs, kindOf, leftovers, short, stored } from '../../../src/assessment/plan/model.ts';
import { documentOf } from '../checklist.ts';
import { type Plan, GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES, fieldOf, formOf, planData } from './plan.ts';

const data = planData([GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES]);

test('what the rows of a form are', () => {
  assert.deepEqual([GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES].map(kindOf), ['count', 'many', 'other', 'one', 'list']);
  assert.equal(kindOf(formOf('empty', 'list', [])), 'one');
  assert.deepEqual([MEASURES, formOf('notes', 'many', [fieldOf('note')])].map(isAimed), [true, false]);
});

test('a text is cut between characters, in one line', () => {
  assert.equal(short('一\n二𠮷四', 4), '一 二𠮷…');
  assert.equal(short('一二', 2), '一二');
});

test('every stored row has an id of its own', () => {
  const doc = documentOf(data, { plan: { gaps: [{ gap: 'a' }, { '@id': '1', gap: 'b' }], sign: [{}, {}, {}] } });
  assert.deepEqual(stored(doc, GAPS).map(({ id }) => id), ['1', '1+']);
  assert.deepEqual(stored(doc, SIGNATURES).map(({ id }) => id), ['planned', 'reviewed', 'r3']);
  assert.deepEqual(stored(doc, formOf('constructor', 'many', [])), []);
});

test('a field is the other one\'s by its own role or that of the head over it', () => {
  const form = formOf('f', 'one', [fieldOf('head', 'group', { by: 'manager', fields: [fieldOf('a'), fieldOf('b', 'text', { by: 'hr' })] }), fieldOf('c')]);
  assert.deepEqual(['a', 'b', 'c'].map((id) => isTheirs(form, id, 'employee')), [true, false, false]);
  assert.equal(isTheirs(form, 'a', 'manager'), false);
});

test('what stands in a choice can be chosen, whatever it is; what is printed holds until somebody chooses', () => {
  const field = fieldOf('type', 'choice', { choices: ['培训'], default: '培训' });
  assert.deepEqual(choicesOf({ type: '轮岗' }, field), ['培训', '轮岗']);
  assert.deepEqual(choicesOf({ type: '轮岗' }, { ...field, more: true }), ['培训']);
  assert.deepEqual([chosenIn({}, field), chosenIn({ type: '' }, field)], ['培训', '']);
});

test('what the forms have no place for is told', () => {
  const plan: Plan = {
    review: [{ own: '一' }, { own: '第二份' }], gaps: [{ gap: ['回款', '催收'] }, { '@id': '2', gap: '', old: { 因: '果' } }], gone: [{ x: '旧话', y: null }],
  };
  assert.deepEqual(leftovers(data, documentOf(data, { plan }), '：'), [
    { name: '表review / own', text: '第二份' }, { name: '表gaps / gap', text: '回款\n催收' }, { name: '表gaps / old', text: '因：果' }, { name: 'gone / x', text: '旧话' },
  ]);
});

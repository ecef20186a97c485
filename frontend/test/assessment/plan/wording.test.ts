import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Item, SavedAssessment } from '../../../src/assessment/document/model.ts';
import { rows } from '../../../src/assessment/plan/rows.ts';
import { corner, months, note, placeName, ratingText, title, way } from '../../../src/assessment/plan/wording.ts';
import { itemOf, rated } from '../checklist.ts';
import { GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES, contextOf, fieldOf, formOf, planData } from './plan.ts';

const ITEMS = [itemOf('A'), itemOf('M', { kind: 'condition', scale: '', standard: null }), itemOf('N', { kind: 'none', none: { kind: 'blank', text: '不要求' } })];
const data = planData([GAPS, MEASURES, RECORDS, REVIEW, SIGNATURES], { items: ITEMS });
const context = contextOf(data);

/** where an item stands */
const wayOf = (item: Item, points: string, more: Partial<SavedAssessment> = {}) => way(contextOf(data, { answers: rated({ [item.code]: points }), ...more }), item);

test('months are said with those of the next year', () => {
  assert.equal(months(context.word, [[2, 2], [3, 8], [9, 2]]), '2月、3月至8月、9月至次年2月');
});

test('a form has its number, its rows what they are', () => {
  assert.equal(title(data, { ...GAPS, number: '(一)' }), '(一)\u3000表gaps');
  assert.equal(title({ ...data, language: 'en' }, { ...GAPS, number: '1' }), '1 表gaps');
  const items = formOf('items', 'competencies', []);
  assert.deepEqual([GAPS, MEASURES, RECORDS, SIGNATURES, items].map((form) => corner(context.word, form)), ['序号', '针对', '措施', '项目', '能力项']);
});

test('a place is named by its column and row', () => {
  const doc = { ...context.doc, plan: { records: [{ '@id': 'gone', done: '谈了' }] } };
  assert.equal(placeName(context.word, GAPS, rows(data, doc, GAPS)[1], GAPS.fields[0]), '栏gap，第2行');
  assert.equal(placeName(context.word, SIGNATURES, rows(data, doc, SIGNATURES)[0], SIGNATURES.fields[0]), '栏name，行planned');
  assert.equal(placeName(context.word, RECORDS, rows(data, doc, RECORDS)[0], RECORDS.fields[0]), '栏done，（已经没有了）');
});

test('who fills a field in is said where its name does not', () => {
  assert.equal(note(context, fieldOf('a', 'text', { by: 'manager', help: '写得具体' })), '写得具体；主管填');
  assert.equal(note(context, fieldOf('a', 'text', { by: 'manager', name: '主管评价' })), '');
  assert.equal(note(context, fieldOf('a', 'text', { by: 'nobody' })), '');
});

test('a rating is said in words, or why there is none', () => {
  const { own } = contextOf(data, { answers: rated({ A: '2', M: '0' }) });
  assert.deepEqual(ITEMS.map((item) => ratingText(context, item, own.get(item.code))), ['2\u3000二', '不满足', '不要求']);
  assert.equal(ratingText(context, ITEMS[0], context.own.get('A')), '没评');
});

test('the way leads up to the standard, never down, and not before it may be seen', () => {
  const [item, condition] = ITEMS;
  assert.deepEqual([wayOf(item, '2'), wayOf(item, '4'), wayOf(item, '')], ['2 → 3', '4', '']);
  assert.equal(wayOf(item, '2', { blind: true }), '2');
  assert.deepEqual([wayOf(condition, '1'), wayOf(condition, '0')], ['满足', '不满足']);
});

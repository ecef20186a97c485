import assert from 'node:assert/strict';
import { test } from 'node:test';

import type { SavedAssessment } from '../../src/assessment/document/model.ts';
import { handedOver } from '../../src/assessment/document/layers.ts';
import { agreedSoFar, changeMark, choicesOf, differencesOf, isChangedSince, saidBy } from '../../src/assessment/manager/agreement.ts';
import { answer, dataOf, documentOf, figuresFor, itemOf, rated } from './checklist.ts';
import { managing } from './managing.ts';

const WORDS = {
  'result.agreed_open': '待商定', 'result.agreed_gone': '{points}（已不在量表里）', 'result.rating': '{points} {name}', 'result.condition_met': '达到',
  'result.condition_unmet': '没达到', 'result.state_open': '没评', 'result.state_unseen': '没见过', 'result.together_none': '还没有商定',
  'result.together': '商定{n}项，共{of}项，{reached}项达标{mean}', 'result.together_mean': '，平均{mean}',
  'result.changed_since': '谈前改过', 'result.changed_since_handed': '交出后改过',
};
const ITEMS = [itemOf('X'), itemOf('L', { scale: 'levels', standard: '2' }), itemOf('C', { kind: 'condition', scale: '', standard: null })];
const figures = (more: Partial<SavedAssessment> = {}, items = ITEMS) => {
  const data = dataOf(items, { words: WORDS });
  return figuresFor(data, documentOf(data, more));
};

test('what each of both said is read by name, or why there is nothing', () => {
  const view = figures({
    answers: rated({ X: '2', L: '1', C: '1' }), manager: managing({ X: answer({ unseen: true }), ...rated({ L: '3', C: '0' }) }),
  });
  const said = differencesOf(view).map((difference) => [difference.item.code, saidBy(view, difference, 0), saidBy(view, difference, 1)]);
  assert.deepEqual(said, [['L', '初级', '高级'], ['C', '达到', '没达到'], ['X', '2', '没见过']]);
});

test('every rating of the scale can be agreed on', () => {
  const texts = (at: number) => choicesOf(figures(), ITEMS[at], '').choices.map(({ text }) => text);
  assert.deepEqual(texts(0), ['待商定', '1 一', '2 二', '3 三', '4 四', '5 五']);
  assert.deepEqual(texts(1), ['待商定', '初级', '中级', '高级']);
  assert.deepEqual(texts(2), ['待商定', '达到', '没达到']);
});

test('what is agreed on is chosen, however it is written', () => {
  const chosen = (now: string) => choicesOf(figures(), ITEMS[0], now).chosen;
  assert.deepEqual([chosen(''), chosen('3.0')], [{ value: '', text: '待商定' }, { value: '3', text: '3 三' }]);
});

test('between two ratings it is shown besides; outside the scale it can not be chosen any more', () => {
  const last = (now: string) => choicesOf(figures(), ITEMS[0], now).choices.at(-1);
  assert.deepEqual(last('3.5'), { value: '3.5', gone: false, text: '3.5' });
  assert.deepEqual(last('6'), { value: '6', gone: true, text: '6（已不在量表里）' });
});

test('the figures of what both agreed on', () => {
  const both = { answers: rated({ X: '2' }), manager: managing(rated({ X: '4' })) };
  const items = ITEMS.slice(0, 1);
  assert.equal(agreedSoFar(figures(both, items)), '还没有商定');
  assert.equal(agreedSoFar(figures({ ...both, agreed: { X: '3' } }, items)), '商定1项，共1项，1项达标，平均3.00');
});

test('what the manager changed once both could be seen is known by its time, also of an indicator', () => {
  const [before, given, after] = ['2026-11-24T07:00:00.000Z', '2026-11-24T08:00:00.000Z', '2026-11-24T09:00:00.000Z'];
  const item = itemOf('X', { parts: [{ code: 'X-01', text: '', hash: '', negative: false }] });
  const isChanged = (more: Partial<SavedAssessment['manager']>) => isChangedSince(documentOf(dataOf([item]), { manager: managing({}, '', more) }), item, 'manager');
  const at = (own: string, part: string) => ({ X: answer({ at: own }), 'X-01': answer({ at: part }) });
  assert.deepEqual([isChanged({ answers: at(after, before) }), isChanged({ given, answers: at(before, before) })], [false, false]);
  assert.deepEqual([isChanged({ given, answers: at(after, before) }), isChanged({ given, answers: at(before, after) })], [true, true]);
});

test('what the employee changed once it was handed over is marked, at whatever time it was handed over again', () => {
  const [before, first, after, again] = ['07', '08', '09', '10'].map((hour) => `2026-11-24T${hour}:00:00.000Z`);
  const item = itemOf('X', { parts: [{ code: 'X-01', text: '', hash: '', negative: false }] });
  const markOf = (handed: SavedAssessment['handed'], own: string, part = before) => {
    const doc = { handed, answers: { X: answer({ at: own }), 'X-01': answer({ at: part }) }, manager: managing({ X: answer({ at: again }) }) };
    return (['employee', 'manager'] as const).map((who) => changeMark(figures(doc, [item]), item, who));
  };
  assert.deepEqual(markOf(handedOver({ n: 0, at: null }, first), before), ['', '']);
  assert.deepEqual(markOf({ n: 1, at: null }, after), ['', '']); // as it was before that was noted
  assert.deepEqual(markOf(handedOver(handedOver({ n: 0, at: null }, first), again), after), ['交出后改过', '']);
  assert.deepEqual(markOf({ n: 2, at: again, first }, before, after), ['交出后改过', '']);
  assert.deepEqual(markOf({ n: 2, at: again, first: again }, after), ['', '']);
});

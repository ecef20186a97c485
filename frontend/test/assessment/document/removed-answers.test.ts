import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unanswered } from '../../../src/assessment/document/answers.ts';
import type { Answer, Kept } from '../../../src/assessment/document/model.ts';
import { facts } from '../../../src/assessment/document/removed-answers.ts';

const sentences = {
  kept_gone: '{since} 起不再有', kept_gone_undated: '不再有', kept_other: '没有位置了', kept_manager: '主管评的', kept_points: '评 {points}', kept_mark: '{mark} 分',
  kept_mark_of: '{subject} {mark} 分', kept_na: '不适用：{reason}', kept_unseen: '暂无机会体现', kept_agreed: '商定 {points}', kept_date: '{date}',
};
const words = Object.fromEntries(Object.entries(sentences).map(([key, sentence]) => [`fill.${key}`, sentence]));

const said = (answer: Partial<Answer> | null, kept: Partial<Kept> = {}): string[] =>
  facts({ words }, { code: 'A', name: '', text: '', why: 'gone', since: '', ...kept, answer: answer && { ...unanswered(), ...answer } });

test('why it is kept is said with the release since when, where that is known', () => {
  assert.deepEqual(said({}, { since: '2026' }), ['2026 起不再有']);
  assert.deepEqual(said({}), ['不再有']);
  assert.deepEqual(said({}, { why: 'a reason of a later version' }), ['没有位置了']);
});

test('all that an answer says is said, in its order', () => {
  const answer = { points: '-1.50', mark: '80', marks: { 笔试: '70', 面谈: '' }, evidence: '一件事', date: '2026-09-20' };
  assert.deepEqual(said(answer), ['不再有', '评 −1.5', '80 分', '笔试 70 分', '一件事', '2026-09-20']);
  assert.deepEqual(said({ na: '不管客户', unseen: true }), ['不再有', '不适用：不管客户', '暂无机会体现']);
});

test('whose it is, and what was agreed on, is said', () => {
  assert.deepEqual(said(null, { who: 'manager', agreed: '3.0' }), ['不再有', '主管评的', '商定 3']);
});

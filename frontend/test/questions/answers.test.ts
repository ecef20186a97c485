/* Answers to open questions: read, merged, held against a file; nothing that anybody wrote is lost. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import * as books from '../../src/questions/answers.ts';
import type { Answer, Book } from '../../src/questions/answers.ts';

const KEY = 'q-0123456789abcdef';
const OTHER = 'q-fedcba9876543210';
const answer = (said: Partial<Answer> = {}): Answer => ({ text: '是', who: '张', day: '2026-11-20', question: '是吗？', written: '2026-11-20T08:00:00.000Z', ...said });
const book = (answers: Book['answers']): Book => ({ ...books.EMPTY, answers });

test('what is kept is read as it was, and what is not understood stays', () => {
  const text = JSON.stringify({ levelbook: 'answers', format: 1, answers: { [KEY]: answer(), odd: 1, [OTHER]: answer({ day: 'morgen' }) }, later: { a: 1 } });
  const { book: read } = books.read(text);
  assert.ok(read);
  assert.deepEqual(read.answers, { [KEY]: answer() });
  assert.deepEqual(Object.keys(read.unread), ['odd', OTHER]);
  assert.deepEqual(JSON.parse(books.textOf(read)), JSON.parse(text));
});

test('two long answers under each other are read again', () => {
  const [here, there] = ['甲', '乙'].map((sign) => answer({ text: sign.repeat(books.LONGEST), who: sign.repeat(books.LONGEST_NAME) }));
  const whole = answer(books.both(here, there));
  assert.deepEqual(books.read(books.textOf(book({ [KEY]: whole }))).book?.answers, { [KEY]: whole });
});

test('what is none is damaged, a later format is told', () => {
  for (const text of ['', '{', '[]', '{"levelbook":"notes","format":1}', '{"levelbook":"answers","format":1,"answers":[]}']) {
    assert.equal(books.read(text).problem, 'damaged', text);
  }
  assert.equal(books.read('{"levelbook":"answers","format":2,"answers":{}}').problem, 'newer');
  assert.equal(books.read('{"levelbook":"answers","format":1,"answers":{"__proto__":{}}}').problem, undefined);
});

test('of two writings the later counts, in whatever order tabs see them', () => {
  const [early, late] = [answer({ text: '早' }), answer({ text: '晚', written: '2026-11-20T08:00:01.000Z' })];
  for (const [one, two] of [[early, late], [late, early]]) assert.equal(books.merged(book({ [KEY]: one }), { [KEY]: two }).answers[KEY].text, '晚');
  const [left, right] = [answer({ text: '甲' }), answer({ text: '乙' })];
  const each = [[left, right], [right, left]].map(([one, two]) => books.merged(book({ [KEY]: one }), { [KEY]: two }).answers[KEY].text);
  assert.equal(each[0], each[1]);
  const [mine, theirs] = [answer({ who: '甲' }), answer({ who: '乙' })];
  const [here, there] = [[mine, theirs], [theirs, mine]].map(([one, two]) => books.merged(book({ [KEY]: one }), { [KEY]: two }).answers[KEY].who);
  assert.equal(here, there);
});

test('a file is held against what is here', () => {
  const here = { [KEY]: answer() };
  const there = (said: Partial<Answer>, key = KEY) => books.compared(here, { [key]: answer(said) });
  assert.deepEqual([there({}).same, Object.keys(there({ text: '不是' }).differing), Object.keys(there({}, OTHER).fresh)], [1, [KEY], [OTHER]]);
  assert.deepEqual(Object.keys(there({ who: '李' }).differing), [KEY], 'another name for the same answer is asked, too');
  assert.equal(there({ who: '', day: '' }).same, 1, 'an empty cell says nothing');
  const opened = books.compared({ [KEY]: answer({ who: '', day: '' }) }, { [KEY]: answer() });
  assert.deepEqual([opened.fresh[KEY].who, opened.same], ['张', 0]);
});

test('both answers stay, and the same file opened again adds nothing', () => {
  const there = answer({ text: '不是', who: '李' });
  const both = books.both(answer(), there);
  assert.equal(both.text, '是\n不是 — 李 2026-11-20');
  assert.equal(both.who, '张');
  const again = books.compared({ [KEY]: answer(both) }, { [KEY]: there });
  assert.deepEqual([again.same, again.differing], [1, {}]);
  const short = books.compared({ [KEY]: answer({ text: '不应当' }) }, { [KEY]: answer({ text: '应当', who: '', day: '' }) });
  assert.deepEqual(Object.keys(short.differing), [KEY], 'a part of an answer is another one');
});

test('a backup lies beside what is here', () => {
  const whole = books.withAll(book({ [KEY]: answer() }), book({ [KEY]: answer({ text: '不是', who: '李' }), [OTHER]: answer({ text: '新' }) }));
  assert.equal(whole.answers[KEY].text, '是\n不是 — 李 2026-11-20');
  assert.equal(whole.answers[OTHER].text, '新');
  const nothing = books.withAll(book({ [KEY]: answer() }), book({ [OTHER]: answer({ text: '', who: '', day: '' }) }));
  assert.deepEqual(Object.keys(nothing.answers), [KEY]);
});

/* The table of questions: written with answers, and read as spreadsheets give it back. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { csv } from '../../src/files/spreadsheet.ts';
import type { Answer } from '../../src/questions/answers.ts';
import { rowsOf, textIn } from '../../src/files/csv.ts';
import { answersIn, dayIn, rowsWith } from '../../src/questions/table.ts';

const KEY = 'q-0123456789abcdef';
const GONE = 'q-fedcba9876543210';
const TABLE = {
  columns: ['sequence', 'question', 'answer', 'who', 'day', 'key'],
  head: ['序列', '问题', '答复', '答复人', '日期', '编号'],
  rows: [['客户经理', '是吗？', '', '', '', KEY]],
  heads: { key: ['编号', 'ID'], question: ['问题', 'Question'], answer: ['答复', 'Answer'], who: ['答复人', 'Who'], day: ['日期', 'Date'] },
};
const answer = (said: Partial<Answer> = {}): Answer => ({ text: '是', who: '张', day: '2026-11-20', question: '是吗？', written: 'x', ...said });
const NASTY = '=1+1\r\n"引号", 逗号;\t<b>';

test('answers come back as they went, also what a spreadsheet would run and what is asked no more', () => {
  const answers = { [KEY]: answer({ text: NASTY, who: '-张' }), [GONE]: answer({ text: '旧', question: '旧问题' }) };
  const opened = answersIn(rowsOf(csv(rowsWith(TABLE, answers))), TABLE);
  assert.ok(!opened.problem);
  assert.deepEqual(opened.answers, {
    [KEY]: { text: NASTY.replace('\r\n', '\n'), who: '-张', day: '2026-11-20', question: '是吗？' },
    [GONE]: { text: '旧', who: '张', day: '2026-11-20', question: '旧问题' },
  });
  assert.equal(opened.odd, 0);
});

test('two long answers under each other come back, too', () => {
  const long = answer({ text: `${'甲'.repeat(10_000)}\n${'乙'.repeat(10_000)}` });
  const opened = answersIn(rowsOf(csv(rowsWith(TABLE, { [KEY]: long }))), TABLE);
  assert.ok(!opened.problem);
  assert.deepEqual([opened.answers[KEY].text, opened.odd], [long.text, 0]);
});

test('columns are known by their heads, in another language and order', () => {
  const opened = answersIn([['ID', 'Answer', '我加的', 'Date'], [KEY, 'yes', 'x', '2026/3/5']], TABLE);
  assert.ok(!opened.problem);
  assert.deepEqual(opened.answers, { [KEY]: { text: 'yes', who: '', day: '2026-03-05', question: '' } });
});

test('what cannot be taken in is counted, and a table without the columns is refused', () => {
  const rows = [['编号', '答复'], ['', '没有编号'], [KEY, '一'], [KEY, '又一'], ['q-1', '坏'], [GONE, '长'.repeat(32_768)], [GONE, '']];
  const opened = answersIn(rows, TABLE);
  assert.ok(!opened.problem);
  assert.deepEqual([Object.keys(opened.answers), opened.odd], [[KEY], 4]);
  assert.equal(answersIn([['答复'], ['一']], TABLE).problem, 'no_columns');
  assert.equal(answersIn([], TABLE).problem, 'no_columns');
});

test('a day is read as spreadsheets write it; what is none stays with the name', () => {
  assert.deepEqual(['2026/3/5', '2026年3月5日', '2026-03-05 00:00', '5.3.', ''].map(dayIn), ['2026-03-05', '2026-03-05', '2026-03-05', '', '']);
  const opened = answersIn([['编号', '答复', '答复人', '日期'], [KEY, '是', '张', '上周五']], TABLE);
  assert.ok(!opened.problem);
  assert.equal(opened.answers[KEY].who, '张 上周五');
});

test('files are read in the letters and with the signs that spreadsheets choose', () => {
  assert.equal(textIn(new Uint8Array([0xb4, 0xf0, 0xb8, 0xb4])), '答复');
  assert.equal(textIn(new TextEncoder().encode('答复')), '答复');
  assert.equal(textIn(new Uint8Array([0xff, 0xfe, 0x54, 0x7b])), '答');
  for (const sign of [',', ';', '\t']) assert.deepEqual(rowsOf(`\ufeffa${sign}b\r\n\r\n"1\n""2"${sign}'=3`), [['a', 'b'], ['1\n"2', '=3']]);
  assert.deepEqual(rowsOf('a,b\n"offen,'), [['a', 'b'], ['offen,']]);
});

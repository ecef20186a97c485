/* Places of a page, what has taken the place of what is gone, and what of a document has which shape. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { blank, picked, rated, standings, unanswered } from '../../../src/assessment/document/answers.ts';
import { blank as begin } from '../../../src/assessment/document/document.ts';
import { fits, heirs, placesOf, reason, scaleOf } from '../../../src/assessment/document/places.ts';
import { cell, count, line, list, mapping, maybe, orNull, record } from '../../../src/assessment/document/shapes.ts';
import type { Shape } from '../../../src/assessment/document/shapes.ts';
import { answers, page } from './pages.ts';

const DATA = page({
  items: { A: { text: '一', parts: { 'A-1': '子', 'A-2': '丑' } }, B: { text: '二', kind: 'none' }, C: { text: '三', kind: 'condition' } },
  gone: { X: { replacedBy: ['Y', 'A'] }, Y: { replacedBy: ['X', 'C'] }, Z: { release: '1.5.0' } },
}, '2.0.0');

test('what can be rated has a place, in the order of the page', () => {
  assert.deepEqual([...placesOf(DATA).keys()], ['A', 'A-1', 'A-2', 'C']);
  assert.equal(placesOf(DATA), placesOf(DATA), 'listed once');
});

test('indicators have their own scale, and points fit where it has them', () => {
  const place = (code: string) => placesOf(DATA).get(code) ?? assert.fail(code);
  assert.deepEqual(['A', 'A-1'].map((code) => scaleOf(DATA, place(code)).id), ['six', 'four']);
  const fitting = (code: string, points: string | null) => fits(DATA, place(code), points);
  assert.deepEqual([fitting('A', '6'), fitting('A-1', '6'), fitting('A-1', null), fitting('C', '1'), fitting('C', '2')], [true, false, true, true, false]);
});

test('who takes the place of a code is found through others, and in a circle', () => {
  assert.deepEqual(heirs(DATA, 'X').sort(), ['A', 'C']);
  assert.deepEqual(heirs(DATA, 'Z'), []);
  assert.deepEqual(['X', 'Z', 'Q'].map((code) => reason(DATA, code)), [
    { why: 'replaced', since: '2.0.0' }, { why: 'retired', since: '1.5.0' }, { why: 'moved', since: '2.0.0' },
  ]);
});

test('an item is done, begun or open, by itself or by its indicators', () => {
  const doc = { ...begin(DATA), answers: answers(DATA, { A: { points: 4, pick: true }, 'A-1': 3, C: { na: '没有' } }) };
  const states = (mode: 'quick' | 'full') => standings(DATA, { ...doc, mode }, 'employee', new Set(['A-2'])).map(({ item, state, again, of }) => [item.code, state, again, of]);
  assert.deepEqual(states('quick'), [['A', 'done', true, null], ['C', 'na', false, null]]);
  assert.deepEqual(states('full'), [['A', 'part', true, [1, 2]], ['C', 'na', false, null]]);
  assert.deepEqual(picked(DATA, doc, 'employee'), ['A']);
});

test('an answer is blank until something is written, ticked or chosen', () => {
  assert.ok(blank(unanswered()) && blank({ ...unanswered(), evidence: ' ' }));
  for (const fields of [{ points: '0' }, { na: '' }, { unseen: true }, { marks: { a: '1' } }, { evidence: 'x' }, { pick: true }]) assert.ok(!blank({ ...unanswered(), ...fields }));
  assert.ok(!rated({ ...unanswered(), evidence: 'x' }));
});

/** what a shape gives, and where it finds something wrong */
function shaped(shape: Shape<unknown>, value: unknown): [unknown, string[]] {
  const wrong: string[] = [];
  return [shape(value, 'x', wrong), wrong];
}

test('a shape gives what fits, or what stands for it, and says where it does not', () => {
  assert.deepEqual(shaped(line(3), 'abcd'), ['', ['x']]);
  assert.deepEqual(shaped(count, -1), [0, ['x']]);
  assert.deepEqual(shaped(orNull(line(3)), 7), [null, ['x']]);
  assert.deepEqual(shaped(list(count), [1, 'a']), [[1, 0], ['x.1']]);
  assert.deepEqual(shaped(mapping(count), { b: 1, a: 'z' }), [{ a: 0, b: 1 }, ['x.a']]);
  assert.deepEqual(shaped(cell, 7), ['', ['x']]);
  const known = record({ a: count, b: maybe(count) });
  assert.deepEqual(shaped(known, { z: [1], a: 2 }), [{ a: 2, z: [1] }, []], 'what nobody knows is kept');
  assert.deepEqual(shaped(known, 'text'), [{ a: 0 }, ['x']]);
});

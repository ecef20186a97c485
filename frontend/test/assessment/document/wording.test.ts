/* What a page does not say twice is there again. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { spelledOut, wordingOf } from '../../../src/assessment/document/wording.ts';
import { dataOf, itemOf } from '../checklist.ts';

const PARTS = ['先说结论', '打断别人（反向）'].map((text, at) => ({ code: `A-${at}`, text, hash: '' }));

test('a wording is what stands before its parts, and they', () => {
  assert.equal(wordingOf({ text: '说得清', goesOn: true, parts: PARTS }), '说得清\n先说结论\n打断别人（反向）');
  assert.equal(wordingOf({ text: '', goesOn: true, parts: PARTS }), '先说结论\n打断别人（反向）');
});

test('what leads items in stands before the first of them', () => {
  const items = [{ ...PARTS[0], lead: '会说话' }, PARTS[1]];
  assert.equal(wordingOf({ text: '', goesOn: true, parts: items }), '会说话\n先说结论\n打断别人（反向）');
});

test('a wording that does not go on is the whole, whatever its parts say', () => {
  assert.equal(wordingOf({ text: '说得清', parts: PARTS }), '说得清');
  assert.equal(wordingOf({ text: '', parts: [] }), '');
});

test('a checklist is spelled out, with what is said of items at their fields in its place', () => {
  const here = dataOf([itemOf('B', { text: '只有一句' })]);
  const whole = { ...here, items: ['A', ...here.items, 'gone'] };
  const said = itemOf('A', { text: '说得清', goesOn: true, parts: PARTS });
  const data = spelledOut(whole, new Map([['A', said]]));
  assert.deepEqual(data.items.map(({ code, text }) => [code, text]), [['A', '说得清\n先说结论\n打断别人（反向）'], ['B', '只有一句']]);
  assert.deepEqual(spelledOut(data, new Map()), data, 'once more changes nothing');
  assert.deepEqual({ ...data, items: [] }, { ...here, items: [] });
  assert.equal(said.text, '说得清', 'what was sent stays');
});

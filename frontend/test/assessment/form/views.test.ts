import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reachable } from '../../../src/assessment/form/views.ts';
import { fieldToRate, nextToRate } from '../../../src/assessment/form/views.ts';

const radio = (name: string, value: string, checked = false): Reachable => ({ type: 'radio', name, value, checked });
const mark = (name: string, value = ''): Reachable => ({ type: 'number', name, value, checked: false });
const button: Reachable = { type: 'button', name: '', value: '' };

test('the first field that rates and is not filled in is gone to', () => {
  const fields = [button, mark('v-A'), radio('p-A-1', '1'), radio('p-A-1', '2', true), radio('p-A-2', '1'), mark('m-A-0')];
  assert.equal(fieldToRate(fields), fields[4]);
});

test('marks that are filled in are passed', () => {
  const fields = [mark('m-A', '80'), mark('m-A-0', '70'), mark('m-A-1')];
  assert.equal(fieldToRate(fields), fields[2]);
});

test('where all is rated, what was chosen is gone to', () => {
  const fields = [button, radio('r-A', '1'), radio('r-A', '2', true)];
  assert.equal(fieldToRate(fields), fields[2]);
  assert.equal(fieldToRate([mark('m-A', '80')])?.name, 'm-A');
});

test('where nothing can be rated, the first thing that can be used is gone to', () => {
  const summary: Reachable = {};
  assert.equal(fieldToRate([summary, button]), summary);
  assert.equal(fieldToRate<Reachable>([]), undefined);
});

const standing = (code: string, state: 'todo' | 'part' | 'done' | 'na', again = false) => ({ item: { code }, state, again });

test('what is next is looked for from an item on, and round', () => {
  const standings = [standing('A', 'todo'), standing('B', 'done'), standing('C', 'part'), standing('D', 'na')];
  assert.equal(nextToRate(standings, 'A'), 'C');
  assert.equal(nextToRate(standings, 'C'), 'A');
  assert.equal(nextToRate(standings, ''), 'A');
});

test('what a new release asks to be looked at again is next as well', () => {
  assert.equal(nextToRate([standing('A', 'done'), standing('B', 'done', true)], 'A'), 'B');
});

test('an item that is the only one to rate is its own next; where all is rated there is none', () => {
  assert.equal(nextToRate([standing('A', 'todo'), standing('B', 'done')], 'A'), 'A');
  assert.equal(nextToRate([standing('A', 'done'), standing('B', 'na')], 'A'), undefined);
});

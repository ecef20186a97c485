/* Keeping answers: what cannot be read is put aside, what could not be stored is shown, every change has a way back. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import * as store from '../../src/questions/store.ts';
import { emptyStorage, noStorage, whileFull } from '../assessment/storage/window.ts';

const KEY = 'q-0123456789abcdef';
const OTHER = 'q-fedcba9876543210';
const said = (text: string) => ({ text, who: '', day: '', question: '是吗？' });
const texts = () => Object.fromEntries(Object.entries(store.all()).map(([key, { text }]) => [key, text]));

beforeEach(() => {
  emptyStorage();
  store.beginAnew();
});

test('an answer is kept, and a later one of another tab is not written over', () => {
  assert.equal(store.write({ [KEY]: said('是') }), '');
  assert.deepEqual(texts(), { [KEY]: '是' });
  const later = { levelbook: 'answers', format: 1, answers: { [KEY]: { ...said('不是'), written: '2999-01-01T00:00:00.000Z' } } };
  localStorage.setItem(store.KEY, JSON.stringify(later));
  store.write({ [OTHER]: said('另一个') });
  assert.deepEqual(texts(), { [KEY]: '不是', [OTHER]: '另一个' });
  store.write({ [KEY]: said('改了') });
  assert.equal(texts()[KEY], '改了', 'who writes after it is later, whatever the clock says');
});

test('everything can be undone, but for what was changed since', () => {
  store.write({ [KEY]: said('一'), [OTHER]: said('二') });
  const { undo } = store.writeUndoably({ [KEY]: said(''), [OTHER]: said('') });
  assert.deepEqual(texts(), { [KEY]: '', [OTHER]: '' });
  store.write({ [OTHER]: said('新') });
  assert.equal(undo(), '');
  assert.deepEqual(texts(), { [KEY]: '一', [OTHER]: '新' });
});

test('what is damaged is put aside, and a later format is left alone', () => {
  localStorage.setItem(store.KEY, '{broken');
  assert.equal(store.write({ [KEY]: said('是') }), '');
  assert.equal(store.damaged(), 1);
  assert.deepEqual(texts(), { [KEY]: '是' });
  const newer = '{"levelbook":"answers","format":2}';
  localStorage.setItem(store.KEY, newer);
  assert.equal(store.write({ [OTHER]: said('二') }), 'newer');
  assert.equal(localStorage.getItem(store.KEY), newer);
});

test('what could not be stored is here all the same, as long as the page is open', () => {
  whileFull(() => {
    assert.equal(store.write({ [KEY]: said('是') }), 'full');
    assert.deepEqual(texts(), { [KEY]: '是' });
  });
  assert.equal(store.write({ [OTHER]: said('二') }), '');
  assert.deepEqual(Object.keys(texts()).sort(), [KEY, OTHER].sort());
  noStorage();
  assert.equal(store.write({ [KEY]: said('三') }), 'off');
  assert.equal(texts()[KEY], '三');
});

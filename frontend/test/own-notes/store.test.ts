/* Keeping notes: nothing written over, what cannot be read put aside, full and denied storage said. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import * as drafts from '../../src/own-notes/drafts.ts';
import * as store from '../../src/own-notes/store.ts';
import { emptyStorage, noStorage, whileFull } from '../assessment/storage/window.ts';

const WRITTEN = { at: '2026-11-18', text: '谈成', codes: ['TAM-COO-07', 'TAM-COO'] };

beforeEach(() => {
  emptyStorage();
  store.clear();
});

const only = () => store.list()[0];

test('a note is kept, changed, erased and brought back', () => {
  assert.deepEqual(store.add(WRITTEN), {});
  store.edit(only(), { ...WRITTEN, text: '签约' });
  assert.equal(only().text, '签约');
  const note = only();
  store.erase(note.id);
  assert.deepEqual(store.list(), []);
  store.bringBack(note);
  assert.equal(only().text, '签约');
  store.use(note.id, { id: 'a', title: '高级', at: '2026-11-20' });
  assert.deepEqual(only().used, [{ id: 'a', title: '高级', at: '2026-11-20' }]);
});

test('what another tab changed meanwhile stays beside it', () => {
  store.add(WRITTEN);
  const before = only();
  store.edit(before, { ...WRITTEN, text: '那边' });
  store.edit(before, { ...WRITTEN, text: '这边' });
  assert.deepEqual(store.list().map(({ text }) => text).sort(), ['这边', '那边']);
});

test('what is damaged is put aside before anything is written, and a later format is left alone', () => {
  localStorage.setItem(store.KEY, '{broken');
  store.add(WRITTEN);
  assert.equal(store.list().length, 1);
  const [broken] = store.damaged();
  assert.equal(store.damagedText(broken.key), '{broken');
  store.removeDamaged('levelbook.notes');
  assert.equal(store.list().length, 1);
  const newer = '{"levelbook":"notes","format":2,"notes":[]}';
  localStorage.setItem(store.KEY, newer);
  assert.deepEqual(store.add(WRITTEN), { problem: 'newer' });
  assert.equal(localStorage.getItem(store.KEY), newer);
  assert.equal(store.doubts().newer, true);
});

test('where there is no room, or nothing is kept, it is said and nothing is lost', () => {
  store.add(WRITTEN);
  whileFull(() => {
    assert.deepEqual(store.add({ ...WRITTEN, text: '长'.repeat(500) }), { problem: 'full' });
    assert.equal(drafts.keep('TAM-COO', { text: '长'.repeat(500), at: '', code: '' }), false);
  });
  assert.deepEqual(store.list().map(({ text }) => text), ['谈成']);
  noStorage();
  assert.deepEqual(store.add(WRITTEN), { problem: 'off' });
  assert.equal(drafts.keep('TAM-COO', { text: 'a', at: '', code: '' }), false);
});

test('a damaged book for which there is no room aside is not written over', () => {
  const text = `{broken${'x'.repeat(100)}`;
  localStorage.setItem(store.KEY, text);
  whileFull(() => { assert.ok(store.add(WRITTEN).problem); });
  assert.equal(localStorage.getItem(store.KEY), text);
});

test('damaged drafts are put aside', () => {
  localStorage.setItem(drafts.KEY, '{half');
  assert.equal(drafts.find('TAM-COO'), null);
  assert.equal(drafts.keep('TAM-COO', { text: 'a', at: '', code: '' }), true);
  assert.deepEqual(store.damaged().map(({ key }) => store.damagedText(key)), ['{half']);
});

test('a draft is found again where it was begun, and only there', () => {
  drafts.keep('TAM-COO', { text: '半句', at: '2026-11-18', code: 'TAM-COO-07' });
  drafts.keep('TAM-EXE', { text: '别的', at: '2026-11-18', code: 'TAM-EXE' });
  assert.deepEqual(drafts.find('TAM-COO'), { text: '半句', at: '2026-11-18', code: 'TAM-COO-07' });
  drafts.drop('TAM-COO');
  assert.equal(drafts.find('TAM-COO'), null);
  drafts.drop('TAM-EXE');
  assert.equal(localStorage.getItem(drafts.KEY), null);
});

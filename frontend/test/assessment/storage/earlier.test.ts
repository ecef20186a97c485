/* What a document was like before something was done to it. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { isOwn } from '../../../src/assessment/backup/file.ts';
import { blank } from '../../../src/assessment/document/document.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import * as earlier from '../../../src/assessment/storage/earlier.ts';
import { held } from '../../../src/assessment/storage/held.ts';
import * as library from '../../../src/assessment/storage/library.ts';
import * as store from '../../../src/assessment/storage/store.ts';
import { emptyStorage, whileFull } from './window.ts';

const fresh = (): SavedAssessment => blank({ handbook: '手册', release: '1.0.0', target: 'KEY.junior', title: '初级', modes: ['quick'] });
let DOC = fresh();
const names = (): string[] => earlier.list(DOC.id).map(({ name }) => name);
const call = (name: string): SavedAssessment => {
  const { doc } = store.read(DOC.id);
  return store.write({ ...(doc ?? DOC), name }).doc;
};

beforeEach(() => {
  emptyStorage();
  library.clear();
  DOC = fresh(); // what was erased before is known to be gone
});

test('the last five states stay, the last first, each once', () => {
  held(DOC.id);
  assert.deepEqual(names(), []); // there was nothing before
  for (const name of ['1', '2', '3', '4', '5', '6']) {
    call(name);
    held(DOC.id);
    held(DOC.id);
  }
  assert.deepEqual(names(), ['6', '5', '4', '3', '2']);
});

test('they go with what is erased, and come back with it', () => {
  call('1');
  held(DOC.id);
  call('2');
  const back = held(DOC.id);
  library.remove(DOC.id);
  assert.deepEqual([names(), store.list()], [[], []]);
  assert.equal(back(), undefined);
  assert.deepEqual([names(), store.read(DOC.id).doc?.name], [['2', '1'], '2']);
  library.clear();
  assert.equal(window.localStorage.length, 0);
});

test('they give their room to what is stored now', () => {
  call('1');
  held(DOC.id);
  whileFull(() => {
    const { ok, doc } = store.write({ ...DOC, name: '长'.repeat(100) });
    assert.deepEqual([ok, doc.name.length, names()], [true, 100, []]);
    held(DOC.id);
  });
});

test('they are in no backup, and what is no document is none of them', () => {
  assert.equal(isOwn(earlier.PREFIX + DOC.id), false);
  const texts = ['{', JSON.stringify({ ...DOC, id: 'f'.repeat(16) }), 3, JSON.stringify({ ...DOC, name: '好' })];
  for (const text of ['[', '{}', JSON.stringify(texts)]) {
    window.localStorage.setItem(earlier.PREFIX + DOC.id, text);
    assert.deepEqual(names(), text.length > 2 ? ['好'] : []);
  }
});

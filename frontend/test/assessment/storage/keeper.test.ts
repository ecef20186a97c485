/* One assessment while it is filled in, and the way back to what was there before. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { blank } from '../../../src/assessment/document/document.ts';
import { open } from '../../../src/assessment/document/answers.ts';
import { Keeper } from '../../../src/assessment/storage/keeper.ts';
import * as library from '../../../src/assessment/storage/library.ts';
import * as store from '../../../src/assessment/storage/store.ts';
import { page } from '../document/pages.ts';
import { emptyStorage } from './window.ts';

const DATA = page({ items: { X: '做到' } }, '1.0.0');

beforeEach(() => {
  emptyStorage();
  library.clear();
});

function begun(troubles: string[] = []): Keeper {
  const keeper = new Keeper(DATA, { changed: () => {}, saved: () => {}, gone: () => {}, trouble: ({ key }) => { troubles.push(key); } });
  keeper.start('');
  return keeper;
}

const rate = (keeper: Keeper, points: string) => keeper.update((draft) => { open(draft, 'employee', DATA, 'X').points = points; });

test('the empty form that stood there before a file was opened can be filled in once that is taken back', () => {
  const troubles: string[] = [];
  const keeper = begun(troubles);
  const file = { ...blank(DATA), person: '甲' };
  const back = keeper.hold(file.id);
  keeper.use(library.take(file, 'both', 'manager').doc.id);
  back();
  assert.deepEqual(store.list(), []);
  rate(keeper, '3');
  assert.deepEqual([troubles, store.list().length, store.read(keeper.doc.id).doc?.answers.X.points], [[], 1, '3']);
});

test('what is signed cannot be written, so nothing of it fails to be saved', () => {
  const troubles: string[] = [];
  const keeper = begun(troubles);
  rate(keeper, '3');
  keeper.update((draft) => { draft.finished = '2026-07-03T08:00:00.000Z'; });
  keeper.update((draft) => { Object.assign(draft, { person: '乙', period: '下半年', name: '年底' }); });
  const { person, period, name } = keeper.doc;
  assert.deepEqual([troubles, keeper.failed, person, period, name], [[], false, '', '', '年底']);
});

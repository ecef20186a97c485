/* What a saved assessment is called in the list of them, and where its page is. */

import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { blank } from '../../../src/assessment/document/document.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { fullName, hrefOf, isForeign, ownName, timeOf } from '../../../src/assessment/overview/saved-assessment.ts';
import type { Saved, SavedData } from '../../../src/assessment/overview/saved-assessment.ts';

const DATA: SavedData = { format: 1, handbook: '手册', release: '', language: 'zh', words: {}, movedTo: '', ownNotes: { sequences: [], retired: {}, files: {} }, targets: { 'A.low': { title: '初级', href: 'a/' } } };

function saved(doc: Partial<SavedAssessment>, more: Partial<Saved> = {}): Saved {
  const whole = { ...blank({ handbook: '手册', release: '', target: 'A.low', title: '甲', modes: ['quick'] }), id: '1', ...doc };
  return { doc: whole, unsaved: false, seat: 'employee', called: '', ...more };
}

test('A manager may call an assessment otherwise than its owner', () => {
  equal(ownName(saved({ name: '上半年' }, { called: '小王' })), '上半年');
  equal(ownName(saved({ name: '上半年' }, { seat: 'manager', called: '小王' })), '小王');
  equal(ownName(saved({ name: '上半年' }, { seat: 'manager' })), '上半年');
});

test('Its full name is its title, or else its code, and its own name', () => {
  equal(fullName(saved({ name: '上半年' }), ' · '), '甲 · 上半年');
  equal(fullName(saved({ title: '' }), ' · '), 'A.low');
});

test('Its page is that of its target, where the handbook has it', () => {
  equal(hrefOf(DATA, saved({})), 'a/#open=1');
  deepStrictEqual(['gone', 'constructor'].map((target) => hrefOf(DATA, saved({ target }))), [undefined, undefined]);
});

test('It is of another handbook where neither name nor target is here', () => {
  deepStrictEqual([saved({ handbook: '别的', target: 'X' }), saved({ handbook: '别的' }), saved({ target: 'X' })].map((each) => isForeign(DATA, each)), [true, false, false]);
  equal(isForeign({ ...DATA, handbook: '' }, saved({ handbook: '别的', target: 'X' })), false);
});

test('A moment that cannot be read is said as it stands', () => {
  equal(timeOf('some day'), 'some day');
  equal(timeOf('some day', false), 'some day');
});

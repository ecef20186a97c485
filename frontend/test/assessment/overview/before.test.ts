/* To which earlier states of an assessment one can go back, and how they differ from what is there now. */

import { deepEqual } from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { blank } from '../../../src/assessment/document/document.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { differing, statesBefore } from '../../../src/assessment/overview/before.ts';
import * as earlier from '../../../src/assessment/storage/earlier.ts';
import { speaker } from '../../../src/lib/words.ts';
import { answer, rated } from '../checklist.ts';
import { managing } from '../managing.ts';
import { emptyStorage } from '../storage/window.ts';

const word = speaker({ words: { 'store.before_na': '不适用' } }, 'store');
const DOC = blank({ handbook: '手册', release: '1.0.0', target: 'KEY.junior', title: '初级', modes: ['quick'] });
const SIGNED = { n: 1, kind: 'result' as const, at: '2026-11-24T08:00:00.000Z', by: [], body: '{}', hash: 'a'.repeat(64) };

function names(now: Partial<SavedAssessment>, ...before: Partial<SavedAssessment>[]): string[] {
  for (const one of before) earlier.keep(DOC.id, JSON.stringify({ ...DOC, ...one }));
  return statesBefore({ ...DOC, ...now }).map(({ name }) => name);
}

beforeEach(() => { emptyStorage(); });

test('what is the same as now but for its time is no other state', () => {
  deepEqual(names({ name: '二' }, { name: '一' }, { name: '二', changed: '2026-01-01T00:00:00.000Z', release: '0.9.0', tabs: { a: 'b' } }), ['一']);
});

test('what was signed since is never taken away', () => {
  deepEqual(names({ signed: [SIGNED], finished: SIGNED.at }, { name: '未签' }, { name: '已签', signed: [SIGNED], finished: SIGNED.at }), ['已签']);
});

test('ratings that are others are told with both, those of who sits there alone', () => {
  const named = (points: string) => ({ ...answer({}), points, name: '执行' });
  const then = { ...DOC, answers: { A: named('3'), B: answer({ mark: '80' }), ...rated({ S: '4' }) }, manager: managing(rated({ M: '1' })) };
  const now = { ...DOC, answers: { A: named('5'), B: answer({ na: '没有' }), ...rated({ S: '4', N: '2' }) }, manager: managing(rated({ M: '2' })) };
  deepEqual(differing(word, then, now, 'employee'), ['执行 3 → 5', 'B 80 → 不适用', 'N — → 2']);
  deepEqual(differing(word, then, now, 'manager'), ['M 1 → 2']);
});

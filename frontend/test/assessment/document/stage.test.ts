/* How far a document has come follows from what is in it. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isSkipped, stageOf, turnOf } from '../../../src/assessment/document/stage.ts';
import type { Staged } from '../../../src/assessment/document/stage.ts';

const AT = '2026-11-21T06:00:00.000Z';
const BEGUN: Staged = {
  handed: { n: 0, at: null }, alone: false, finished: null, signed: [], manager: { given: null }, agreement: { done: null },
};
const HANDED: Staged = { ...BEGUN, handed: { n: 1, at: AT } };
const RATED: Staged = { ...HANDED, manager: { given: AT } };
const TALKED: Staged = { ...RATED, agreement: { done: AT } };
const sign = (kind: 'result' | 'review'): Staged['signed'][number] => ({ n: 1, kind, at: AT, by: [], body: '{}', hash: '' });

const CASES: [what: string, doc: Staged, stage: string, turn: string][] = [
  ['begun', BEGUN, 'self', 'employee'],
  ['handed over', HANDED, 'manager', 'manager'],
  ['taken back to be changed', { ...HANDED, handed: { n: 1, at: null } }, 'self', 'employee'],
  ['rated by the manager', RATED, 'agree', 'both'],
  ['taken back after the manager rated', { ...RATED, handed: { n: 1, at: null } }, 'agree', 'both'],
  ['talked about', TALKED, 'plan', 'both'],
  ['without a manager', { ...BEGUN, alone: true }, 'plan', 'employee'],
  ['signed', { ...TALKED, signed: [sign('result')] }, 'review', 'both'],
  ['finished before anything was signed', { ...TALKED, finished: AT }, 'review', 'both'],
  ['with its review signed', { ...TALKED, signed: [sign('result'), sign('review')] }, 'done', ''],
];
for (const [what, doc, stage, turn] of CASES) {
  test(`the stage of one ${what}`, () => {
    assert.equal(stageOf(doc), stage);
    assert.equal(turnOf(stageOf(doc), doc.alone), turn);
  });
}

test('alone, nobody is waited for', () => {
  assert.deepEqual((['self', 'manager', 'agree', 'plan', 'review'] as const).filter((stage) => isSkipped(stage, true)), ['manager', 'agree']);
  assert.equal(isSkipped('manager', false), false);
});

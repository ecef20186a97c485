/* Documents of format 1 are read: nothing in them is lost, and their stage follows from what they hold. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { parse, write } from '../../../src/assessment/document/document.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { stageOf } from '../../../src/assessment/document/stage.ts';
import { managing } from '../managing.ts';

const TEXT = readFileSync(new URL('./format-1.json', import.meta.url), 'utf8');

function read(change: Record<string, unknown> = {}): SavedAssessment {
  const given = JSON.parse(TEXT) as Record<string, unknown>;
  const { doc } = parse(JSON.stringify({ ...given, ...change }));
  assert.ok(doc);
  return doc;
}

test('all of it is there, and it is written as format 2', () => {
  const doc = read();
  const given = JSON.parse(TEXT) as SavedAssessment;
  assert.equal(doc.format, 2);
  for (const key of ['handbook', 'target', 'id', 'name', 'changed', 'agreed', 'plan', 'scales', 'note'] as const) {
    assert.deepEqual(Reflect.get(doc, key), Reflect.get(given, key), key);
  }
  assert.deepEqual({ ...doc.answers['TAM-ACH'], ...given.answers['TAM-ACH'] }, doc.answers['TAM-ACH']);
  assert.deepEqual(parse(write(doc)).doc, doc);
});

test('what a manager rated was given; whether without seeing the other ratings is not known', () => {
  const doc = read();
  assert.deepEqual([doc.manager.given, doc.manager.independent, doc.handed], [doc.changed, null, { n: 0, at: null }]);
  assert.equal(stageOf(doc), 'agree');
  const alone = read({ manager: managing({}, '李四') });
  assert.deepEqual([alone.manager.given, alone.handed.at, stageOf(alone)], [null, null, 'self']);
});

test('one that was finished is looked back on', () => {
  const done = read({ finished: '2026-07-02T08:00:00.000Z' });
  assert.deepEqual([done.agreement.done, stageOf(done)], [done.finished, 'review']);
  const chosen = Object.keys(done.answers).filter((code) => done.answers[code].pick);
  assert.deepEqual(done.agreement.picks, chosen, 'what was chosen stays chosen');
});

/* Files: what is written is read without a difference, what is wrong is named, and the rest can be read. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

import { check } from '../../../src/assessment/document/check.ts';
import { blank, copy, fileName, parse, write } from '../../../src/assessment/document/document.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { isMapping } from '../../../src/lib/values.ts';
import { FULL, full } from './full.ts';
import { page } from './pages.ts';
import { managing } from '../managing.ts';

const BROKEN = JSON.parse(readFileSync(new URL('./broken.json', import.meta.url), 'utf8')) as [path: string, value: unknown][];
const read = (value: unknown, handbook = '', alsoCalled: string[] = []) => parse(typeof value === 'string' ? value : JSON.stringify(value), { handbook, alsoCalled });
const reversed = (doc: object) => Object.fromEntries(Object.entries(doc).reverse());

test('a document is written and read without a difference', () => {
  const { doc, problem } = read(FULL);
  assert.equal(problem, undefined);
  assert.ok(doc);
  for (const [key, value] of Object.entries(FULL)) {
    if (!['answers', 'manager', 'kept', 'result'].includes(key)) assert.deepEqual(Reflect.get(doc, key), value, key);
  }
  assert.deepEqual({ ...doc.answers['TAM-ACH'], ...FULL.answers['TAM-ACH'] }, doc.answers['TAM-ACH']);
  const text = write(doc);
  assert.deepEqual(read(text).doc, doc);
  const shuffled = check({ ...reversed(doc), answers: reversed(doc.answers) }).doc;
  assert.equal(write(shuffled), text, 'the order in memory does not matter');
});

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

for (const [text, key] of [
  ['', 'empty'], ['  \n', 'empty'], ['PK\x03\x04', 'not_json'], ['姓名,分数\n', 'not_json'], ['<!doctype html>', 'not_json'],
  ['{"levelbook": "assessment", "for', 'cut'], ['{"levelbook": assessment}', 'damaged'], ['[]', 'not_ours'], ['null', 'not_ours'],
  ['{"openapi": "3.0"}', 'not_ours'], ['{"levelbook": "assessment", "format": 3}', 'newer'], ['{"levelbook": "assessment"}', 'format_unknown'],
  ['{"levelbook": "assessment", "format": "1"}', 'format_unknown'], ['{"levelbook": "assessment", "format": 1}', 'broken'],
  ['{"levelbook": "assessment", "format": 2}', 'broken'],
  [`"${'x'.repeat(3_000_000)}"`, 'too_big'],
]) {
  test(`a file that is wrong: ${key}: ${text.slice(0, 50)}`, () => assert.equal(parse(text).problem?.key, key));
}

test('a backup of everything is told from an assessment, and by its beginning alone', () => {
  const head = '\ufeff { "handbook": "手册", "levelbook" : "backup", "stored": {';
  for (const text of [head, `${head}"x": "${'x'.repeat(3_000_000)}"}}`]) assert.equal(parse(text).problem?.key, 'backup');
});

test('a file that is nested too deeply is wrong as well', () => {
  for (const text of [deep(200_000), `{"levelbook": "assessment", "format": 1, "x": ${deep(200_000)}}`]) assert.ok(parse(text).problem);
  const { rest, problem } = read(JSON.stringify(FULL).replace('"unknown"', `"deep":${deep(100)},"unknown"`));
  assert.deepEqual(problem?.facts.fields, ['note']);
  assert.equal(rest?.answers['TAM-ACH'].evidence, '一件事');
});

/** the same with another value somewhere */
function withValue(path: string, value: unknown): unknown {
  const whole: unknown = structuredClone(FULL);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  let at: unknown = whole;
  for (const key of keys) at = isMapping(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined;
  assert.ok(isMapping(at) || Array.isArray(at));
  Reflect.set(at, last, value);
  return whole;
}

for (const [path, value] of BROKEN) {
  test(`a broken field is named and the rest can be read: ${path} ${JSON.stringify(value)}`, () => {
    const { problem, rest } = read(withValue(path, value));
    assert.equal(problem?.key, 'broken');
    assert.deepEqual(problem.facts.fields, [path]);
    if (path === 'target') return;
    assert.ok(rest);
    assert.equal(read(rest).problem, undefined);
    if (!path.startsWith('answers')) assert.equal(rest.answers['TAM-ACH'].evidence, '一件事');
  });
}

test('keys that mean something to objects are harmless', () => {
  const text = JSON.stringify(FULL).replace('"TAM-LAW"', '"constructor"').replace('"note"', '"__proto__"')
    .replace('"TAM-ACH":{"points":"4.5"', '"__proto__":{"points":"6"},"TAM-ACH":{"points":"4.5"');
  const { doc } = read(text);
  const answers = Object.entries(doc?.answers ?? {});
  assert.deepEqual(answers.map(([code, { mark }]) => [code, mark]), [['TAM-ACH', null], ['TAM-ACH-02', null], ['constructor', '82']]);
  assert.ok(!('points' in {}) && !('unknown' in {}));
});

test('another handbook is named and can be opened all the same', () => {
  const { problem, rest } = read(FULL, '别家手册');
  assert.deepEqual(problem, { key: 'other_handbook', facts: { theirs: '能力标准手册', ours: '别家手册' } });
  assert.ok(rest?.answers['TAM-ACH']);
});

test('the name of a file has no person in it', () => {
  const doc: SavedAssessment = { ...full(), name: '张三', manager: managing({}, '李四') };
  assert.equal(fileName(doc), 'TAM.grade-3-2026-07-02.json');
  assert.equal(fileName({ ...doc, target: '../a b/张' }, 'csv'), '..-a-b-张-2026-07-02.csv');
});

test('one is begun empty, and fits', () => {
  const doc = blank(page({ items: {} }, '1.0.0'));
  assert.deepEqual(check(doc), { doc, wrong: [] });
  assert.deepEqual([doc.release, doc.target, doc.mode, doc.answers, doc.finished], ['1.0.0', 'TAM.grade-3', 'quick', {}, null]);
});

test('another one is begun from one that is finished', () => {
  const done: SavedAssessment = { ...full(), finished: '2026-07-02T08:00:00.000Z', tabs: { '0a0b0c0d': '2026-07-02T08:00:00.000Z' } };
  const again = copy(done, true);
  assert.notEqual(again.id, done.id);
  assert.deepEqual([again.finished, again.answers, again.kept, again.scales], [null, {}, [], undefined]);
  assert.deepEqual([again.previous?.id, again.person, again.mode], [done.id, done.person, done.mode]);
  assert.deepEqual([again.manager.answers, again.agreed, again.plan, again.period, again.result], [{}, {}, {}, '', null]);
  const whole = copy(done);
  assert.deepEqual([whole.answers, whole.manager, whole.plan], [done.answers, done.manager, done.plan]);
  for (const text of [write(done), JSON.stringify(again), JSON.stringify(whole)]) assert.ok(!text.includes('"tabs"'), 'which tab wrote what stays in this browser');
});

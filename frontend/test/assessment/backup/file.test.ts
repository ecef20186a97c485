/* The file of a backup: written and read as it was, and refused with a sentence of its own where it is none. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LIMIT, isOwn, markOf, read, write } from '../../../src/assessment/backup/file.ts';
import { isBackup } from '../../../src/assessment/document/document.ts';

const STORED = { 'levelbook.assess.00000000000000a1': '{"x": "甲\\n"}', 'levelbook.notes': 'no json', 'levelbook-collection': 'A,B' };
const BACKUP = { handbook: '手册', release: '1.0.0', made: '2026-11-28T06:32:10.000Z', stored: STORED };
const TEXT = write(BACKUP);
const OURS = { handbook: '手册', alsoCalled: ['Handbook'] };
const withKeys = (keys: object) => JSON.stringify({ ...(JSON.parse(TEXT) as object), ...keys });
const problemOf = (text: string) => read(text, OURS).problem?.key;

test('what was stored comes back to the letter', () => {
  assert.deepEqual(read(TEXT, OURS), { backup: BACKUP, odd: 0 });
  assert.deepEqual(read(`\ufeff${TEXT}`, OURS).backup, BACKUP);
  assert.ok(isBackup(TEXT) && isBackup(`\ufeff${TEXT}`));
});

test('each fault has its sentence', () => {
  assert.equal(problemOf(TEXT.slice(0, 200)), 'cut');
  assert.equal(problemOf(TEXT.replace('"made"', 'made')), 'damaged');
  assert.equal(problemOf(withKeys({ format: 2 })), 'newer');
  assert.equal(problemOf(withKeys({ format: '1' })), 'broken');
  assert.equal(problemOf(withKeys({ made: 'x' })), 'broken');
  assert.equal(problemOf(withKeys({ stored: ['x'] })), 'broken');
  assert.equal(problemOf(withKeys({ handbook: '别家' })), 'other_handbook');
  assert.equal(problemOf(' '.repeat(LIMIT + 1)), 'too_big');
});

test('that of a page in another language is of the same handbook', () => {
  assert.equal(problemOf(withKeys({ handbook: 'Handbook' })), undefined);
});

test('of another handbook it can be opened nevertheless', () => {
  assert.deepEqual(read(TEXT, { handbook: '别家' }).backup, BACKUP);
});

test('what is none of ours is left out and counted', () => {
  const odd = { __proto__x: '1', 'levelbook.backup': '{}', 'levelbook.assess-try': '1', other: 'x', 'levelbook.notes': 7, 'levelbook.keys': 'rulers', 'levelbook.<img>': 'x' };
  const found = read(withKeys({ stored: odd }), OURS);
  assert.deepEqual(found.backup?.stored, { 'levelbook.keys': 'rulers' });
  assert.equal('odd' in found && found.odd, 6);
  assert.equal(Object.getPrototypeOf(read(TEXT.replace('"levelbook.notes"', '"__proto__"'), OURS).backup?.stored), Object.prototype);
});

test('other files are no backups', () => {
  for (const text of ['', '{"levelbook": "assessment"}', '{"levelbook": "notes"}', 'x{"levelbook": "backup"}', '{"a": {"levelbook": "backup"}}']) {
    assert.equal(isBackup(text), false, text);
  }
});

test('keys of one’s own are told from counts', () => {
  for (const key of ['levelbook.assess.00000000000000a1', 'levelbook.assess.damaged.2026-11-28T06:32:10.000Z+', 'levelbook.kpi.AB-1', 'levelbook-collection']) assert.ok(isOwn(key), key);
  for (const key of ['levelbook.backup', 'levelbook.assess-try', 'levelbook.', '/.__palette', 'levelbook-collection:/x/']) assert.ok(!isOwn(key), key);
});

test('a mark is an id that tells texts apart', () => {
  assert.match(markOf(''), /^[0-9a-f]{16}$/);
  assert.equal(new Set(Array.from({ length: 2000 }, (_, at) => markOf(`text ${at}`))).size, 2000);
});

/* Keeping assessments: several side by side, nothing overwritten unseen, and what cannot be read is put aside. */

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { unanswered } from '../../../src/assessment/document/answers.ts';
import { blank, copy, newId, write as textOf } from '../../../src/assessment/document/document.ts';
import type { Answer, SavedAssessment } from '../../../src/assessment/document/model.ts';
import * as library from '../../../src/assessment/storage/library.ts';
import * as store from '../../../src/assessment/storage/store.ts';
import { FULL, full } from '../document/full.ts';
import { page } from '../document/pages.ts';
import { DAMAGED, emptyStorage, noStorage, whileFull } from './window.ts';

const DATA = page({ items: {} }, '1.0.0');

beforeEach(() => {
  emptyStorage();
  library.clear();
  emptyStorage();
});

const answer = (fields: Partial<Answer>): Answer => ({ ...unanswered(), ...fields });
const begin = (fields: Partial<SavedAssessment> = {}): SavedAssessment => ({ ...blank(DATA), ...fields });
const another = (): SavedAssessment => ({ ...full(), id: newId() });
const names = () => store.list().map(({ name }) => name).sort();

function read(id: string): SavedAssessment {
  const { doc } = store.read(id);
  assert.ok(doc);
  return doc;
}

function written(doc: SavedAssessment): SavedAssessment {
  const saved = store.write(doc);
  assert.ok(saved.ok, JSON.stringify(saved.problem));
  return saved.doc;
}

test('several stand side by side, and one or all can be erased', () => {
  for (const name of ['一', '二', '三']) written(begin({ name }));
  assert.deepEqual(names(), ['一', '三', '二']);
  library.remove(store.list().find(({ name }) => name === '二')?.id ?? '');
  assert.deepEqual(names(), ['一', '三']);
  library.clear();
  assert.deepEqual(Object.keys(localStorage), []);
});

test('the last changed stands first', () => {
  for (const day of ['1', '3', '2']) library.take({ ...another(), changed: `2026-07-0${day}T08:00:00.000Z` });
  assert.deepEqual(store.list().map(({ changed }) => changed[9]), ['3', '2', '1']);
});

test('beginning alone saves nothing', () => {
  begin();
  assert.equal(localStorage.length, 0);
});

test('a file never overwrites unasked', () => {
  const doc = another();
  assert.equal(library.parse(textOf(doc)).same, false);
  library.take(doc);
  assert.equal(library.parse(textOf({ ...doc, name: '另一份' })).same, true);
  library.take({ ...doc, name: '另一份' });
  assert.deepEqual(names(), ['下半年', '另一份'].sort());
  library.take({ ...doc, name: '替换' }, 'replace');
  assert.equal(store.list().length, 2);
  assert.equal(read(doc.id).name, '替换');
});

test('a finished one does not change, but for its name and its plan', () => {
  const { id } = another();
  library.take({ ...another(), id });
  const done = written({ ...read(id), finished: '2026-11-26T08:00:00Z' });
  assert.ok(done.finished);
  const changes: ((draft: SavedAssessment) => void)[] = [
    (draft) => { draft.answers['TAM-ACH'].points = '6'; }, (draft) => { draft.finished = null; },
    (draft) => { draft.manager.answers = {}; }, (draft) => { delete draft.answers['TAM-LAW']; },
  ];
  for (const change of changes) {
    const draft: SavedAssessment = structuredClone(done);
    change(draft);
    assert.equal(store.write(draft).problem?.key, 'finished', String(change));
    assert.deepEqual(read(id), done);
  }
  written({ ...done, name: '名', from: 'manager', plan: { goals: [] } });
  assert.equal(read(id).name, '名');
});

test('a signing can be taken back, and nothing else with it', () => {
  const doc = written(begin());
  const at = '2026-11-26T08:00:00Z';
  const signed = [{ n: 1, kind: 'result' as const, at, by: [], body: '{}', hash: 'a'.repeat(64) }];
  const closed = written({ ...doc, signed, finished: at });
  const again = written({ ...closed, signed: [...signed, { ...signed[0], n: 2, hash: 'b'.repeat(64) }] });
  assert.equal(again.signed.length, 2);
  assert.equal(store.write({ ...again, signed: [], finished: null, period: '别的' }).problem?.key, 'finished');
  assert.equal(read(doc.id).signed.length, 2);
  const back = written({ ...again, signed: [], finished: null });
  assert.deepEqual([back.signed, back.finished], [[], null]);
});

test('what cannot be stored is held, and stored as soon as there is room', () => {
  const doc = written(begin());
  const rated = { ...doc, answers: { A: answer({ points: '4', evidence: '长' }) } };
  assert.equal(whileFull(() => store.write(rated)).problem?.key, 'full');
  assert.deepEqual(JSON.parse(localStorage.getItem(`levelbook.assess.${doc.id}`) ?? ''), doc, 'what was saved before is still there');
  assert.equal(store.list()[0].unsaved, true);
  const held = read(doc.id);
  assert.equal(held.answers.A.points, '4');
  const after = written({ ...held, answers: { A: { ...held.answers.A, points: '5' } } });
  assert.deepEqual(after.kept, []);
  assert.deepEqual([store.list().length, store.list()[0].unsaved], [1, undefined]);
});

test('where storage is switched off an assessment lives in the page', () => {
  noStorage();
  assert.equal(library.works(), false);
  assert.deepEqual([store.list(), library.damaged()], [[], []]);
  const { doc, problem } = store.write(begin({ answers: { A: answer({ points: '3' }) } }));
  assert.equal(problem?.key, 'off');
  assert.equal(read(doc.id).answers.A.points, '3');
  library.clear();
  assert.deepEqual(store.list(), []);
});

test('a damaged document is put aside and what can be read stays', () => {
  const { id } = another();
  const key = `levelbook.assess.${id}`;
  const text = JSON.stringify({ ...full(), id }).replace('"points":"4.5"', '"points":[4]');
  localStorage.setItem(key, text);
  const found = store.read(id);
  assert.deepEqual([found.note?.key, found.note?.facts.fields], ['broken', ['answers.TAM-ACH.points']]);
  assert.equal(found.doc?.answers['TAM-ACH'].evidence, '一件事');
  assert.equal(store.read(id).note, undefined);
  assert.deepEqual(library.damaged().map((file) => [library.damagedText(file.key), file.target]), [[text, 'TAM.grade-3']]);
  localStorage.setItem(key, '{"levelbook');
  assert.equal(store.read(id).problem?.key, 'stored_damaged');
  assert.deepEqual(store.list(), []);
  assert.equal(library.damaged().length, 2);
  library.removeDamaged(library.damaged()[0].key);
  assert.equal(library.damaged().length, 1);
});

test('many damaged at once are all put aside', () => {
  const texts = Array.from({ length: 9 }, (_, number) => `{${number}`);
  texts.forEach((text, number) => localStorage.setItem(`levelbook.assess.000000000000000${number}`, text));
  assert.deepEqual(store.list(), []);
  assert.deepEqual(library.damaged().map(({ key }) => library.damagedText(key)).sort(), texts);
  assert.ok(library.damaged().every(({ key }) => DAMAGED.test(key)));
});

test('what cannot be read stays where it is while there is no room to put it aside', () => {
  const { id } = another();
  localStorage.setItem(`levelbook.assess.${id}`, '{"levelbook');
  whileFull(() => {
    assert.equal(store.read(id).problem?.key, 'stored_damaged');
    assert.equal(store.write({ ...another(), id }).problem?.key, 'full');
    assert.equal(library.damagedText(`levelbook.assess.${id}`), '{"levelbook');
  });
});

test('a newer document in storage is left alone', () => {
  const doc = another();
  const [key, text] = [`levelbook.assess.${doc.id}`, JSON.stringify({ ...FULL, id: doc.id, format: 3 })];
  localStorage.setItem(key, text);
  assert.equal(store.read(doc.id).problem?.key, 'newer');
  assert.equal(store.write(doc).problem?.key, 'newer');
  assert.deepEqual(library.damaged().map(({ at }) => at), ['']);
  assert.equal(library.damagedText(key), text);
  for (const how of ['both', 'replace'] as const) {
    const taken = library.take(doc, how);
    assert.ok(taken.ok && taken.doc.id !== doc.id, 'a file does not take its place either');
  }
  assert.equal(localStorage.getItem(key), text);
});

test('which tab wrote what stays in this browser', () => {
  const { doc: taken } = library.take({ ...another(), tabs: { '0a0b0c0d': '2099-01-01T00:00:00.000Z' } });
  assert.equal(taken.tabs, undefined, 'what a file says of tabs is nothing to us');
  const saved = written({ ...taken, name: '新' });
  assert.deepEqual(saved.tabs, { [store.TAB]: saved.changed });
  assert.ok(!textOf(saved).includes('"tabs"') && !('tabs' in copy(saved)));
});

test('tabs of days ago are not carried along', () => {
  const doc = written(library.take(another()).doc);
  localStorage.setItem(`levelbook.assess.${doc.id}`, JSON.stringify({ ...doc, tabs: { '0a0b0c0d': '2026-07-01T08:00:00.000Z', ...doc.tabs } }));
  const after = written(read(doc.id));
  assert.deepEqual([Object.keys(after.tabs ?? {}), after.kept], [[store.TAB], doc.kept]);
});

test('the last moment that can be written does no harm', () => {
  const { doc } = library.take({ ...another(), changed: '9999-12-31T23:59:59.999Z' });
  for (const name of ['一', '二']) assert.ok(!library.rename(doc.id, name).problem);
  assert.equal(read(doc.id).name, '二');
});

test('what does not fit is not saved', () => {
  const doc = another();
  const draft = structuredClone(doc);
  Reflect.set(draft.answers['TAM-ACH'], 'points', 4);
  assert.deepEqual(store.write(draft).problem, { key: 'not_fit', facts: { fields: ['answers.TAM-ACH.points'] } });
  assert.equal(store.write({ ...doc, answers: { A: answer({ evidence: '长'.repeat(1e6) }) } }).problem?.key, 'too_big');
  assert.equal(localStorage.length, 0);
});

test('one that was erased does not come back by writing', () => {
  const doc = written(begin());
  library.remove(doc.id);
  const { doc: held, problem } = store.write({ ...doc, answers: { A: answer({ points: '3' }) } });
  assert.deepEqual([problem?.key, held.answers.A.points, store.list()], ['erased', '3', []]);
});

test('a file of 50 megabytes is not even read', async () => {
  const file = new File([new Uint8Array(50 * 1024 * 1024)], 'a.json');
  for (const way of ['text', 'arrayBuffer', 'bytes', 'stream', 'slice']) Reflect.set(file, way, () => assert.fail('read'));
  assert.deepEqual((await library.open(file)).problem, { key: 'too_big', facts: { size: '50.0', limit: 2 } });
});

test('a file that is gone when it is read is said to be', async () => {
  const file = new File([], 'a.json');
  Reflect.set(file, 'text', () => Promise.reject(new Error('gone')));
  assert.equal((await library.open(file)).problem?.key, 'unreadable');
});

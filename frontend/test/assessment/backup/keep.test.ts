/* Taking a backup in: new ones come, nothing is overwritten, a second time nothing changes, and all of it is taken back. */

import './page.ts';

import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';

import { compare, isAny } from '../../../src/assessment/backup/compare.ts';
import type { Found } from '../../../src/assessment/backup/compare.ts';
import * as keep from '../../../src/assessment/backup/keep.ts';
import * as library from '../../../src/assessment/storage/library.ts';
import * as store from '../../../src/assessment/storage/store.ts';
import { dueNow } from '../../../src/backup/due.ts';
import * as ownNotes from '../../../src/own-notes/store.ts';
import { full } from '../document/full.ts';
import { emptyStorage, whileFull } from '../storage/window.ts';

const MADE = '2026-11-28T06:32:10.000Z';
const nameOf = ({ name }: Found) => `${name}（备份）`;

/** a key as a backup of another handbook's page has it */
const KEYS = { marks: 'levelbook.marks.1', drafts: 'levelbook.note-drafts', seat: 'levelbook.seat.' };
const NOTE = { id: 'n-00000001', at: '2026-11-18', text: '谈成', codes: ['TAM-COO'], written: MADE, state: 'a1', line: [], used: [] };
const book = (...notes: object[]) => JSON.stringify({ levelbook: 'notes', format: 1, notes });

beforeEach(() => {
  emptyStorage();
  library.clear();
  ownNotes.clear();
  emptyStorage();
});

const stored = () => Object.fromEntries(Object.keys(localStorage).filter((key) => key !== 'levelbook.backup').sort().map((key) => [key, localStorage.getItem(key)]));
const backup = (texts: Record<string, string>) => ({ handbook: '手册', release: '', made: MADE, stored: texts });
const docText = (id: string, name = '下半年', more = {}) => JSON.stringify({ ...full(), id, name, tabs: { aa: MADE }, ...more });
const keyOf = (at: number) => `levelbook.assess.${String(at).padStart(16, '0')}`;
const idOf = (at: number) => String(at).padStart(16, '0');
const put = (texts: Record<string, string>) => { for (const [key, text] of Object.entries(texts)) localStorage.setItem(key, text); };

const EVERYTHING = {
  [keyOf(1)]: docText(idOf(1)), [KEYS.seat + idOf(1)]: '{"seat":"manager","name":"乙"}', 'levelbook.assess.damaged.2026-01-01T00:00:00.000Z': '{x',
  'levelbook.notes': book(NOTE), [KEYS.marks]: '{"own":"a/b"}', [KEYS.drafts]: '{"TAM":{"text":"x"}}', 'levelbook.keys': 'rulers', 'levelbook-collection': 'A,B',
};

function take(texts: Record<string, string>, both = true) {
  const found = compare(backup(texts), keep.gather());
  return keep.take(found, both ? nameOf : null);
}

test('all that was kept stands on an empty browser as it stood', () => {
  take(EVERYTHING);
  assert.deepEqual(keep.gather(), { ...EVERYTHING, 'levelbook.notes': localStorage.getItem('levelbook.notes') });
  assert.equal(ownNotes.list()[0].text, '谈成');
  assert.equal(localStorage.getItem('levelbook-collection:/'), 'A,B');
  assert.equal(store.list().length, 1);
});

test('a second time there is nothing to take, and it changes nothing', () => {
  put({ [keyOf(1)]: docText(idOf(1), '这里的', { tabs: { bb: MADE } }), 'levelbook.notes': book({ ...NOTE, text: '这边', state: 'b2' }) });
  take(EVERYTHING);
  const before = stored();
  const again = compare(backup(EVERYTHING), keep.gather());
  assert.equal(isAny(again), false);
  keep.take(again, nameOf);
  assert.deepEqual(stored(), before);
});

test('of two that differ both stay, and the second says what it is', () => {
  const here = docText(idOf(1), '这里的', { tabs: { bb: MADE } });
  put({ [keyOf(1)]: here });
  take({ [keyOf(1)]: docText(idOf(1)) });
  assert.equal(localStorage.getItem(keyOf(1)), here);
  assert.deepEqual(store.list().map(({ name }) => name).sort(), ['下半年（备份）', '这里的']);
});

test('the name of one that a manager rates stays the employee’s', () => {
  put({ [keyOf(1)]: docText(idOf(1), '这里的', { tabs: { bb: MADE } }) });
  take({ [keyOf(1)]: docText(idOf(1)), [KEYS.seat + idOf(1)]: '{"seat":"manager","name":"乙"}' });
  const second = store.list().find(({ id }) => id !== idOf(1));
  assert.ok(second);
  assert.equal(second.name, '下半年');
  assert.deepEqual(JSON.parse(localStorage.getItem(`levelbook.seat.${second.id}`) ?? ''), { seat: 'manager', name: '乙（备份）' });
});

test('only new ones are taken where somebody wants it so', () => {
  put({ [keyOf(1)]: docText(idOf(1), '这里的', { tabs: { bb: MADE } }) });
  take({ [keyOf(1)]: docText(idOf(1)), [keyOf(2)]: docText(idOf(2), '另一份') }, false);
  assert.deepEqual(store.list().map(({ name }) => name).sort(), ['另一份', '这里的']);
});

test('what came before the one that is here is no other one', () => {
  const then = docText(idOf(1));
  put({ [keyOf(1)]: docText(idOf(1), '改过', { tabs: { aa: MADE, bb: MADE } }) });
  const fates = (text: string) => compare(backup({ [keyOf(1)]: text }), keep.gather()).assessments.map(({ fate }) => fate);
  assert.deepEqual(fates(then), ['earlier']);
  assert.deepEqual(fates(docText(idOf(1), '不知', { tabs: {} })), ['differs']);
  assert.deepEqual(fates(docText(idOf(1), '改过', { tabs: { cc: MADE }, changed: '2026-12-01T00:00:00.000Z' })), ['same']);
});

test('marks and settings of here stay', () => {
  put({ [KEYS.marks]: '{"own":"c/d"}', [KEYS.drafts]: '{"TAM":{"text":"这里"}}' });
  take({ [KEYS.marks]: '{"own":"a/b"}', [KEYS.drafts]: '{"TAM":{"text":"x"},"KAM":{"text":"y"}}' });
  assert.equal(localStorage.getItem(KEYS.marks), '{"own":"c/d"}');
  assert.deepEqual(JSON.parse(localStorage.getItem(KEYS.drafts) ?? ''), { TAM: { text: '这里' }, KAM: { text: 'y' } });
});

test('answers to open questions of here stay, and those of the backup come beside them', () => {
  const answers = (texts: Record<string, string>) => JSON.stringify({
    levelbook: 'answers', format: 1, answers: Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text, who: '', day: '', question: '？', written: MADE }])),
  });
  const [one, two] = ['q-0123456789abcdef', 'q-fedcba9876543210'];
  put({ 'levelbook.answers': answers({ [one]: '这里' }) });
  take({ 'levelbook.answers': answers({ [one]: '那里', [two]: '另一个' }) });
  assert.deepEqual(JSON.parse(localStorage.getItem('levelbook.answers') ?? ''), JSON.parse(answers({ [one]: '这里\n那里', [two]: '另一个' })));
});

test('what nobody can read is kept as it is, once', () => {
  const texts = { [keyOf(1)]: '{"cut', 'levelbook.notes': 'broken', 'levelbook.assess.damaged.2026-01-01T00:00:00.000Z': '{x' };
  take(texts);
  const kept = Object.entries(stored()).filter(([key]) => key.includes('damaged.')).map(([, text]) => text).sort();
  assert.deepEqual(kept, ['broken', '{"cut', '{x']);
  assert.equal(isAny(compare(backup(texts), keep.gather())), false);
});

test('of a later format they are kept under their own key', () => {
  const later = '{"levelbook":"notes","format":9,"notes":[]}';
  const doc = docText(idOf(1), '', { format: 9 });
  take({ 'levelbook.notes': later, [keyOf(1)]: doc });
  assert.deepEqual([localStorage.getItem('levelbook.notes'), localStorage.getItem(keyOf(1))], [later, doc]);
  assert.equal(isAny(compare(backup({ 'levelbook.notes': later, [keyOf(1)]: doc }), keep.gather())), false);
});

test('taken back, everything is as it was', () => {
  put({ [keyOf(1)]: docText(idOf(1), '这里的', { tabs: { bb: MADE } }), 'levelbook.notes': book({ ...NOTE, id: 'n-00000002' }) });
  const before = stored();
  const { undo } = take(EVERYTHING);
  assert.notDeepEqual(stored(), before);
  undo?.();
  assert.deepEqual(stored(), before);
});

test('one after the other is taken back, also where the first could not be stored again', () => {
  const done: string[] = [];
  const trouble = { key: 'full' as const, facts: {} };
  const undo = keep.undoing(() => { done.push('second'); return trouble; }, () => { done.push('first'); return undefined; });
  assert.equal(undo(), trouble);
  assert.deepEqual(done, ['second', 'first']);
});

test('what was changed since stays when the rest is taken back', () => {
  const { undo } = take(EVERYTHING);
  library.rename(idOf(1), '之后改的');
  undo?.();
  assert.deepEqual(store.list().map(({ name }) => name), ['之后改的']);
  assert.deepEqual(ownNotes.list(), []);
});

test('where there is no room nothing is taken', () => {
  put({ [keyOf(3)]: docText(idOf(3)) });
  const before = stored();
  assert.equal(whileFull(() => take(EVERYTHING).problem), 'full');
  assert.deepEqual(stored(), before);
});

test('everything is erased and brought back', () => {
  put({ ...EVERYTHING, 'levelbook-collection:/': 'A,B' });
  localStorage.removeItem('levelbook-collection');
  localStorage.setItem('other', 'x');
  const before = stored();
  const undo = keep.erase();
  assert.deepEqual(stored(), { other: 'x' });
  undo();
  assert.deepEqual(stored(), before);
  assert.equal(ownNotes.list().length, 1);
  assert.equal(store.list().length, 1);
});

test('assessments and notes are erased, what was chosen stays, and all of it is brought back with what it was like earlier', () => {
  put({ ...EVERYTHING, 'levelbook.before.0000000000000001': '["x"]', 'levelbook.seen': '{}' });
  const before = stored();
  const undo = keep.clear();
  assert.deepEqual(stored(), { 'levelbook.keys': 'rulers', 'levelbook-collection': 'A,B' });
  assert.equal(undo(), undefined);
  assert.deepEqual(stored(), before);
});

test('what could not be stored is brought back too, beside what was stored of it before', () => {
  put({ [keyOf(1)]: docText(idOf(1)) });
  whileFull(() => library.rename(idOf(1), '一个长得放不下的名字'.repeat(9)));
  const undo = whileFull(() => keep.clear());
  assert.deepEqual([stored(), store.list()], [{}, []]);
  put({ other: 'x'.repeat(90) });
  assert.equal(whileFull(undo)?.key, 'full');
  assert.equal(store.list()[0].name, '一个长得放不下的名字'.repeat(9).slice(0, 200));
  assert.equal(store.list()[0].unsaved, true);
});

test('an assessment for which there is no room any more lives on in this tab when it is brought back', () => {
  put({ [keyOf(1)]: docText(idOf(1)) });
  const undo = keep.clear();
  put({ other: 'x' });
  assert.equal(whileFull(undo)?.key, 'full');
  assert.deepEqual(store.list().map(({ id, unsaved }) => [id, unsaved]), [[idOf(1), true]]);
});

test('writing counts as a change until it stands in a file', () => {
  localStorage.setItem('levelbook.backup', JSON.stringify({ changes: { [idOf(1)]: { n: 19, since: Date.now(), last: 1 } } }));
  put({ [keyOf(1)]: docText(idOf(1)) });
  library.rename(idOf(1), '改');
  assert.equal(dueNow(), 20);
  library.remove(idOf(1));
  assert.equal(dueNow(), 0);
});

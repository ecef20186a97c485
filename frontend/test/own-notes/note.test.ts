/* Notes: what stands in storage by another hand, what came after what, and to which item of a checklist they belong. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { appended, followers, notesByItem, withChanged } from '../../src/own-notes/matching.ts';
import { apart, begin, by, changed, halfOf, inOrder, isDay, isWhole, parsed, plain, standing } from '../../src/own-notes/note.ts';
import type { Note } from '../../src/own-notes/note.ts';

const note = (text: string, codes: string[] = ['TAM-COO'], at = '2026-11-18'): Note => begin({ at, text, codes });

test('what is written is read again as it was, with what a later version added', () => {
  const own = { ...note(' <b>"x"</b>\n二 '), more: { colour: 'red' } };
  assert.deepEqual(parsed(JSON.parse(JSON.stringify(plain(own)))), own);
  assert.equal(own.text, '<b>"x"</b>\n二');
});

test('what is no note is none', () => {
  const good = plain(note('a'));
  for (const value of [null, 1, 'a', [], {}, { ...good, id: '../x' }, { ...good, at: '2026-02-30' }, { ...good, text: 7 }, { ...good, text: ' ' },
    { ...good, codes: [] }, { ...good, codes: ['<img>'] }, { ...good, text: 'a'.repeat(10_001) }]) assert.equal(parsed(value), null, JSON.stringify(value));
  assert.deepEqual(parsed({ ...good, line: [1, 'zz', 'ab'], used: [{}, { id: 'a', title: 'b', at: '2026-01-01' }] })?.line, ['ab']);
});

test('days and what can be kept', () => {
  assert.deepEqual(['2026-11-18', '2026-2-3', '', '2026-13-01', '2024-02-29', '2026-02-29'].map(isDay), [true, false, false, false, true, false]);
  assert.equal(isWhole({ at: '2026-11-18', text: ' ', codes: ['A'] }), false);
});

test('a state tells what came after what', () => {
  const first = note('a');
  const [left, right] = [changed(first, { text: 'b' }), changed(first, { text: 'c' })];
  assert.equal(standing(left, first), 'newer');
  assert.equal(standing(first, changed(left, { text: 'd' })), 'older');
  assert.equal(standing(left, right), 'forked');
  assert.equal(standing(left, { ...right, text: 'b' }), 'same');
  assert.notEqual(apart(right).id, right.id);
  assert.deepEqual(apart(right), apart(right));
  assert.ok(parsed(plain(apart(apart(right)))));
});

test('notes are listed by half-year, the latest first', () => {
  const notes = inOrder([note('a', ['A'], '2026-06-30'), note('b', ['A'], '2026-07-01'), note('c', ['A'], '2025-12-31')]);
  assert.deepEqual(by(notes, ({ at }) => halfOf(at)).map(([half, group]) => [half, group.map(({ text }) => text)]),
    [['2026-H2', ['b']], ['2026-H1', ['a']], ['2025-H2', ['c']]]);
});

const CHECKLIST = {
  items: [{ code: 'TAM-COO', parts: [{ code: 'TAM-COO-07' }] }, { code: 'TAM-EXE', parts: [{ code: 'TAM-EXE-01' }] }],
  gone: { 'TAM-OLD-01': { replacedBy: ['TAM-OLD-02'] }, 'TAM-OLD-02': { replacedBy: ['TAM-EXE-01', 'TAM-OLD-01'] }, 'TAM-OLD': { replacedBy: ['TAM-COO'] } },
};

test('a note belongs to the item of its code, of its indicator, and of what took its place', () => {
  const hits = (...codes: string[]) => [...notesByItem([note('a', codes)], CHECKLIST).keys()];
  assert.deepEqual(hits('TAM-COO'), ['TAM-COO']);
  assert.deepEqual(hits('TAM-EXE-01', 'TAM-COO'), ['TAM-EXE']); // it moved to another competency
  assert.deepEqual(hits('TAM-COO-01', 'TAM-COO'), ['TAM-COO']); // of another level
  assert.deepEqual(hits('TAM-OLD-01', 'TAM-OLD'), ['TAM-EXE']);
  assert.deepEqual(hits('TAM-OLD-09', 'TAM-OLD'), ['TAM-COO']);
  assert.deepEqual(hits('KAM-X', 'constructor', '__proto__'), []);
  assert.deepEqual(followers('TAM-OLD-01', CHECKLIST.gone), ['TAM-OLD-01', 'TAM-OLD-02', 'TAM-EXE-01']);
});

test('a note is put behind what stands in an answer, and replaces nothing', () => {
  const used = { text: '谈成', at: '2026-11-18' };
  assert.deepEqual(appended({ evidence: '', date: '' }, used), { evidence: '谈成', date: '2026-11-18' });
  assert.deepEqual(appended({ evidence: '旧', date: '' }, used), { evidence: '旧\n2026-11-18 谈成', date: '' });
  assert.deepEqual(appended({ evidence: '', date: '2026-01-01' }, used), { evidence: '2026-11-18 谈成', date: '2026-01-01' });
  assert.deepEqual(appended({ evidence: '旧\n', date: '2026-01-01' }, used), { evidence: '旧\n2026-11-18 谈成', date: '2026-01-01' });
});

test('a note that has changed changes its copy where that stands word for word, and nothing else', () => {
  const [then, now] = [{ text: '谈成', at: '2026-11-18' }, { text: '谈成$&，签了', at: '2026-11-19' }];
  const copy = (evidence: string, date = '') => withChanged({ evidence, date }, then, now);
  assert.deepEqual(copy('谈成', '2026-11-18'), { evidence: '谈成$&，签了', date: '2026-11-19' });
  assert.deepEqual(copy('谈成', '2026-01-01'), { evidence: '谈成$&，签了', date: '2026-01-01' });
  assert.deepEqual(copy('旧\n2026-11-18 谈成\n后来'), { evidence: '旧\n2026-11-19 谈成$&，签了\n后来', date: '' });
  assert.deepEqual(copy('谈成\n后来', '2026-11-18'), { evidence: '谈成$&，签了\n后来', date: '2026-11-18' });
  assert.deepEqual([copy('没谈成'), copy('谈成了'), copy('')], [null, null, null]);
});

/* All notes together: read from a text, merged note by note, and a file held against what is here. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { EMPTY, brought, find, lacks, laid, read, textOf, withNote, without } from '../../src/own-notes/book.ts';
import type { Book } from '../../src/own-notes/book.ts';
import { begin, changed } from '../../src/own-notes/note.ts';
import type { Note } from '../../src/own-notes/note.ts';

const note = (text: string): Note => begin({ at: '2026-11-18', text, codes: ['TAM-COO'] });
const bookOf = (...notes: Note[]): Book => ({ ...EMPTY, notes });
const texts = (book: Book): string[] => book.notes.map(({ text }) => text);

function again(book: Book): Book {
  const found = read(textOf(book)).book;
  assert.ok(found);
  return found;
}

test('what is not understood stays as it is', () => {
  const text = JSON.stringify({ levelbook: 'notes', format: 1, notes: [{ id: 'x', odd: [1] }, 7], erased: { 'n-00ff': 'ab', bad: 3 }, mood: 'fine' });
  const { book } = read(text);
  assert.deepEqual(book, { notes: [], erased: { 'n-00ff': 'ab' }, unread: [{ id: 'x', odd: [1] }, 7], more: { mood: 'fine' } });
  assert.deepEqual(again(withNote(book, note('a'))).unread, [{ id: 'x', odd: [1] }, 7]);
});

test('what is no book is damaged, and a later one is told apart', () => {
  for (const text of ['', '{', 'null', '[]', '{"notes":[]}', '{"levelbook":"assessment","format":1,"notes":[]}', '{"levelbook":"notes","format":1,"notes":{}}']) {
    assert.equal(read(text).problem, 'damaged', text);
  }
  assert.equal(read('{"levelbook":"notes","format":2,"notes":[]}').problem, 'newer');
});

test('two changes of one note stay both, a later one takes the place of an earlier one', () => {
  const first = note('a');
  const [left, right] = [changed(first, { text: 'b' }), changed(first, { text: 'c' })];
  assert.deepEqual(texts(laid(bookOf(first), left)), ['b']);
  assert.deepEqual(texts(laid(bookOf(left), right)), ['b', 'c']);
  assert.deepEqual(texts(laid(laid(bookOf(left), right), right)), ['b', 'c']);
  assert.deepEqual(texts(laid(bookOf(left), first)), ['b']);
});

test('what another tab wrote over is missed, what it erased is not', () => {
  const first = note('a');
  const later = changed(first, { text: 'b' });
  assert.equal(lacks(EMPTY, first), true);
  assert.equal(lacks(bookOf(first), later), true);
  assert.equal(lacks(bookOf(later), first), false);
  assert.equal(lacks(again(without(bookOf(first), first.id)), first), false);
  assert.equal(lacks(without(bookOf(first), first.id), later), true); // changed here while it was erased there
  assert.equal(find(withNote(without(bookOf(first), first.id), later), first.id)?.text, 'b');
});

test('a file brings what is new, and what was changed on both sides is asked', () => {
  const [same, mine, fresh] = [note('same'), note('mine'), note('fresh')];
  const other = changed(mine, { text: 'theirs' });
  const own = changed(mine, { text: 'ours' });
  const later = changed(same, { used: [{ id: 'a', title: 'b', at: '2026-11-20' }] });
  const found = brought(bookOf(same, own), bookOf(later, other, fresh, own));
  assert.deepEqual(found.fresh.map(({ text }) => text), ['same', 'fresh']);
  assert.deepEqual(found.differing.map(({ here, there }) => [here.text, there.text]), [['ours', 'theirs']]);
  assert.deepEqual(brought(bookOf(later, own, fresh), bookOf(same, own)).fresh, []);
});

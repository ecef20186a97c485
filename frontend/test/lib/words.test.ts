import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fill, sayer, speaker } from '../../src/lib/words.ts';

const words = { 'team.files': '{n} files of {who}', 'team.files_one': 'a file of {who}', 'team.order_page': 'as on the page' };

test('facts are put into a sentence, and what has no fact stays', () => {
  assert.equal(fill('{n} of {of}, {left}', { n: 1, of: 'two' }), '1 of two, {left}');
});

test('one thing is said by the singular, if there is one', () => {
  const word = sayer<'files' | 'order_page'>(words, 'team.');
  assert.equal(word('files', { n: 2, who: 'Ann' }), '2 files of Ann');
  assert.equal(word('files', { n: 1, who: 'Ann' }), 'a file of Ann');
  assert.equal(word('order_page', { n: 1 }), 'as on the page');
});

test('a word that is missing is an error, also one that every object has', () => {
  assert.throws(() => sayer<'toString'>(words, '')('toString'), /no words for toString/);
  assert.throws(() => speaker({ words }, 'team')('order_weak'), /no words for team\.order_weak/);
});

test('what a file says is looked for first', () => {
  const word = sayer<'order_page'>(words, 'team.');
  assert.equal(word.has('order_page'), true);
  assert.equal(word.has('order_none'), false);
});

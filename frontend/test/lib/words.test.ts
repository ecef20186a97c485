import { equal, throws } from 'node:assert/strict';
import { test } from 'node:test';

import { fill, sayer } from '../../src/lib/words.ts';

test('facts stand where the sentence names them, and are not filled themselves', () => {
  equal(fill('{n} 条，{x}', { n: 3 }), '3 条，{x}');
  equal(fill('{a}{b}', { a: '{b}', b: '乙' }), '{b}乙');
});

test('words are said by key, in the singular where there is one, and a key without words is an error', () => {
  const say = sayer<'item' | 'gone'>({ 'area.item': '{n} items', 'area.item_one': 'one item' }, 'area.');
  equal(say('item', { n: 2 }), '2 items');
  equal(say('item', { n: 1 }), 'one item');
  equal(say.has('item') && !say.has('gone') && !say.has('constructor'), true);
  throws(() => say('gone'), /area\.gone/);
});

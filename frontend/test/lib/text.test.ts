import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decoded, indicatorOf, isElsewhere } from '../../src/lib/text.ts';

test('a part of an address may be cut off in the middle of a character', () => {
  assert.equal(decoded('q-%E7%94%B2'), 'q-甲');
  assert.equal(decoded('q-%E7'), 'q-%E7');
});

test('within one origin everything comes along by itself', () => {
  assert.equal(isElsewhere('https://new.example/book/', 'https://old.example'), true);
  assert.equal(isElsewhere('https://old.example/', 'http://old.example'), true);
  assert.equal(isElsewhere('https://old.example:8443/', 'https://old.example'), true);
  assert.equal(isElsewhere('https://new.example/', 'null'), true);
  assert.equal(isElsewhere('https://old.example/other/', 'https://old.example'), false);
});

test('nothing, or no address, is no move', () => {
  for (const to of ['', 'new.example', 'javascript:alert(1)', 'https://']) assert.equal(isElsewhere(to, 'https://old.example'), false, to);
});

test('an item is of the indicator before its letter; anything else is of itself', () => {
  assert.equal(indicatorOf('TAM-RET-08-a'), 'TAM-RET-08');
  assert.equal(indicatorOf('TAM-RET.1a2b3c4d-b'), 'TAM-RET.1a2b3c4d');
  for (const code of ['TAM-RET-08', 'TAM-RET', 'TAM.senior', '']) assert.equal(indicatorOf(code), code);
});

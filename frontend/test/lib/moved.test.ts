/* The handbook has moved where scheme, host or port are others. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isElsewhere } from '../../src/lib/moved.ts';

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

/* What the address says of a view, and what a view says in the address. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressOf, viewIn } from '../../src/handbook/view-address.ts';

const KNOWN = ['all', 'new', 'junior'];

test('a view that the page has is shown, any other is the view of everything', () => {
  assert.equal(viewIn('?view=junior', KNOWN), 'junior');
  assert.equal(viewIn('?view=new', KNOWN), 'new');
  assert.equal(viewIn('?view=retired-level', KNOWN), 'all');
  assert.equal(viewIn('', KNOWN), 'all');
});

test('a view stands in the address beside all else, and that of everything does not', () => {
  assert.equal(addressOf('junior', 'file:///site/level/index.html?q=1#ACH'), 'file:///site/level/index.html?q=1&view=junior#ACH');
  assert.equal(addressOf('new', 'https://a.example/level/?view=junior'), 'https://a.example/level/?view=new');
  assert.equal(addressOf('all', 'https://a.example/level/?view=junior#ACH'), 'https://a.example/level/#ACH');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { changedSince, sinceIn } from '../../src/handbook/since.ts';

const RELEASES = ['1.1.0', '1.0.0', '0.2.0'];

test('an address says which release slides follow', () => {
  assert.equal(sinceIn('#since=0.2.0'), '0.2.0');
  assert.equal(sinceIn('#x&since=1.0.0'), '1.0.0');
  for (const hash of ['', '#', '#covered', '#since', '#sincere=1']) assert.equal(sinceIn(hash), '');
  assert.equal(sinceIn('#since=%E0%A4%A'), '%E0%A4%A');
});

test('changed is what newer releases did', () => {
  assert.deepEqual(changedSince(RELEASES, '0.2.0', ['1.0.0', '1.1.0']), ['1.1.0', '1.0.0']);
  assert.deepEqual(changedSince(RELEASES, '1.0.0', ['1.0.0']), []);
  assert.deepEqual(changedSince(RELEASES, '1.1.0', ['1.1.0']), []);
});

test('without a release that is known all is told', () => {
  assert.deepEqual(changedSince(RELEASES, '', ['1.0.0']), ['1.0.0']);
  assert.deepEqual(changedSince(RELEASES, '0.1.0', ['1.0.0']), ['1.0.0']);
  assert.deepEqual(changedSince([], '', ['1.0.0']), []);
});

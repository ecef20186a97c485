import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOnPaper } from '../../../src/assessment/form/print.ts';

test('a text takes a ruled line for every 17 Han characters, and one for every line of its own', () => {
  assert.equal(linesOnPaper(''), 1);
  assert.equal(linesOnPaper('一'.repeat(17)), 1);
  assert.equal(linesOnPaper('一'.repeat(18)), 2);
  assert.equal(linesOnPaper(`一\n\n${'二'.repeat(18)}`), 4);
});

test('Latin letters take about half of that', () => {
  assert.equal(linesOnPaper('a'.repeat(30)), 1);
  assert.equal(linesOnPaper('a'.repeat(31)), 2);
});

/* Assessments of a grade that is a level: they are the level's. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeToday, isOf } from '../../../src/assessment/document/targets.ts';

const level = { target: 'KEY.senior', formerTargets: ['KEY.grade-2'] };

test('a document is of a checklist under its code of today and of before', () => {
  assert.ok(isOf(level, { target: 'KEY.senior' }));
  assert.ok(isOf(level, { target: 'KEY.grade-2' }));
  assert.ok(!isOf(level, { target: 'KEY.grade-1' }));
  assert.ok(!isOf({ target: 'KEY.senior' }, { target: 'KEY.grade-2' }));
});

test('among many checklists its code of today is found, and one of none stays as it is', () => {
  const checklists = { 'KEY.senior': { formerTargets: ['KEY.grade-2'] }, 'KEY.junior': {} };
  assert.equal(codeToday(checklists, 'KEY.grade-2'), 'KEY.senior');
  assert.equal(codeToday(checklists, 'KEY.junior'), 'KEY.junior');
  assert.equal(codeToday(checklists, 'KEY.gone'), 'KEY.gone');
});

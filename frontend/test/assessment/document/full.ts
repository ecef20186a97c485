/* A document in which every field says something, and one that we do not know. */

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

import { check } from '../../../src/assessment/document/check.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import type { SavedAssessment as File } from '../../../src/generated/saved-file.ts';

export const FULL = JSON.parse(readFileSync(new URL('./full.json', import.meta.url), 'utf8')) as File & Required<Pick<File, 'answers'>>;

/** as it is once it was read */
export function full(): SavedAssessment {
  const { doc, wrong } = check(FULL);
  assert.deepEqual(wrong, []);
  return doc;
}

import { equal, throws } from 'node:assert/strict';
import { test } from 'node:test';

import { say, why } from '../../src/scoring/reasons.ts';

const WORDS = { 'core.comma': '、', 'core.exam_marks_missing': '{n} 科：{names}', 'core.exam_marks_missing_one': '一科：{names}' };

test('a reason is told with its facts, in the singular where it is one', () => {
  equal(say(WORDS, why('exam_marks_missing', { n: 2, names: ['甲', '{n}'] })), '2 科：甲、{n}');
  equal(say(WORDS, why('exam_marks_missing', { n: 1, names: ['甲'] })), '一科：甲');
});

test('a reason that the page has no words for is an error', () => {
  throws(() => say(WORDS, why('unseen')), /core\.unseen/);
});

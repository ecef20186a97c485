import { equal, throws } from 'node:assert/strict';
import { test } from 'node:test';

import { say, why } from '../../src/scoring/reasons.ts';

const WORDS = { 'core.comma': '、', 'core.x': '{n} 科：{names}', 'core.x_one': '一科：{names}' };

test('a reason is told with its facts, in the singular where it is one', () => {
  equal(say(WORDS, why('x', { n: 2, names: ['甲', '{n}'] })), '2 科：甲、{n}');
  equal(say(WORDS, why('x', { n: 1, names: ['甲'] })), '一科：甲');
});

test('a reason that the page has no words for is an error', () => {
  throws(() => say(WORDS, why('y')), /core\.y/);
});

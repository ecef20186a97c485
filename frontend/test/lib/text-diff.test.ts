import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { difference } from '../../src/lib/text-diff.ts';
import type { Run } from '../../src/lib/text-diff.ts';

/** what changed in [] */
const printed = (runs: readonly Run[]): string => runs.map(({ text, changed }) => (changed ? `[${text}]` : text)).join('');

test('words that changed are marked on both sides', () => {
  const { before, after, rewritten } = difference('每月查一次进度。', '每月查两次进度。');
  equal(rewritten, false);
  deepStrictEqual([before, after].map((runs) => runs.map(({ text }) => text).join('')), ['每月查一次进度。', '每月查两次进度。']);
  equal(printed(before).replace(/\[.*?\]/, ''), printed(after).replace(/\[.*?\]/, ''));
});

test('a single character that stays by chance is not left standing between changes', () => {
  deepStrictEqual(difference('优秀的方案。', '合格的报告。').after.filter(({ text }) => text.includes('的')), [{ text: '合格的报告。', changed: false }]);
});

test('what is rewritten is shown without marks', () => {
  const { before, after, rewritten } = difference('介绍产品时少用行话。', '同一个方案，对技术和财务各有一套讲法。');
  equal(rewritten, true);
  equal([...before, ...after].some(({ changed }) => changed), false);
});

test('nothing differs from itself, or from nothing', () => {
  const same = difference('一样。', '一样。');
  deepStrictEqual([same.kept, same.before, same.after], [1, [{ text: '一样。', changed: false }], [{ text: '一样。', changed: false }]]);
  deepStrictEqual(difference('', ''), { before: [], after: [], kept: 1, rewritten: false });
});

test('texts too long for a table of both are shown as they are', () => {
  const long = Array.from({ length: 2100 }, (_, n) => `w${n}`).join(' ');
  equal(difference(long, `${long} more`).rewritten, true);
});

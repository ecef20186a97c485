import { deepStrictEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';

import { NONE, figuresOf, numbered, parsed, withFilled } from '../../src/kpi/kept.ts';

test('Only what has figures can be read', () => {
  deepStrictEqual(parsed('{"format": 1, "figures": {"甲": {"target": "3"}}, "later": true}'), {
    format: 1, figures: { 甲: { target: '3' } }, later: true,
  });
  for (const text of ['{"half', 'null', '[]', '{"figures": []}', '{}']) equal(parsed(text), null);
});

test('Measures of the same name are numbered', () => {
  deepStrictEqual(numbered(['甲', '乙', '甲', '', '甲']), ['甲', '乙', '甲#2', '', '甲#3']);
});

test('What is filled in is kept by measure and field', () => {
  const kept = withFilled(withFilled(NONE, '甲', { target: '3', step: '' }), '乙', { target: '4' });
  deepStrictEqual(kept.figures, { 甲: { target: '3' }, 乙: { target: '4' } });
  deepStrictEqual(figuresOf(kept, '甲'), { target: '3' });
  deepStrictEqual(NONE.figures, {});
});

test('A field that the page no longer has is kept, one that was emptied is not', () => {
  const kept = { format: 1, figures: { 甲: { target: '3', former: '1' } } };
  deepStrictEqual(withFilled(kept, '甲', { target: '' }).figures, { 甲: { former: '1' } });
});

test('A measure of which nothing is filled in is left out', () => {
  const kept = { format: 1, figures: { 甲: { target: '3' }, 乙: 'unreadable' } };
  deepStrictEqual(withFilled(kept, '甲', { target: '' }).figures, { 乙: 'unreadable' });
  deepStrictEqual(figuresOf(kept, '乙'), {});
});

test('A measure can be called like what every object has', () => {
  const kept = withFilled(NONE, '__proto__', { target: '3' });
  equal(JSON.stringify(kept.figures), '{"__proto__":{"target":"3"}}');
  deepStrictEqual(figuresOf(NONE, 'constructor'), {});
});

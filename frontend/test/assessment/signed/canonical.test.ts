import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canonical } from '../../../src/assessment/signed/canonical.ts';

/** with every mapping in another order of its keys */
function shuffled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((entry) => shuffled(entry, turn + 1));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, unknown] => [key, shuffled(inner, turn + 1)]);
  return Object.fromEntries(turn % 2 ? entries.reverse() : [...entries.slice(1), ...entries.slice(0, 1)]);
}

test('the same text whatever the order of keys', () => {
  const value = { b: [{ z: '1', a: null }, 'x'], a: { 能: '力', B: true, a: 3 }, c: '' };
  const text = canonical(value);
  assert.equal(text, '{"a":{"B":true,"a":3,"能":"力"},"b":[{"a":null,"z":"1"},"x"],"c":""}');
  for (let turn = 0; turn < 4; turn++) assert.equal(canonical(shuffled(value, turn)), text);
  assert.equal(canonical(JSON.parse(text)), text);
});

test('characters in their composed form, and no blanks', () => {
  assert.equal(canonical({ a: 'e\u0301', 'u\u0308': ' x ' }), '{"a":"é","ü":" x "}');
});

test('half a character has no bytes of its own, so it is said to be none', () => {
  assert.equal(canonical({ text: 'a\ud800b\udc00', whole: '\u{20000}' }), '{"text":"a\ufffdb\ufffd","whole":"\u{20000}"}');
});

import { deepStrictEqual } from 'node:assert/strict';
import { test } from 'node:test';

import { zip } from '../../src/files/zip.ts';
import { entriesOf } from './zip.ts';

test('every text comes out as it went in', async () => {
  const files = [['a.xml', '<a/>'], ['路/径.txt', '“汉字”😀'], ['empty', '']] as const;
  const bytes = new Uint8Array(await new Blob(zip(files)).arrayBuffer());
  deepStrictEqual([...entriesOf(bytes)], files.map(([path, text]) => [path, text]));
});

test('it does not tell when it was made', () => {
  const [header] = zip([['a', 'b']]);
  deepStrictEqual([...header.subarray(10, 14)], [0, 0, 0x21, 0]);
});

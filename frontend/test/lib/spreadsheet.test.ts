/* Tables for the person's own use: what a spreadsheet reads of them, and what it must not run. That any text comes back as it
   was is asked by tests/frontend/test_spreadsheet.py. */

import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';

import { csv, figure, together, xlsx } from '../../src/lib/spreadsheet.ts';
import type { Sheet } from '../../src/lib/spreadsheet.ts';
import { entriesOf } from './zip.ts';

async function partsOf(...sheets: Sheet[]): Promise<Map<string, string>> {
  return entriesOf(new Uint8Array(await xlsx(sheets).arrayBuffer()));
}

async function sheetOf(sheet: Partial<Sheet>): Promise<string> {
  const parts = await partsOf({ name: 'x', head: [], rows: [], ...sheet });
  return parts.get('xl/worksheets/sheet1.xml') ?? '';
}

test('CSV opens in Excel as UTF-8 with its line ends', () => {
  equal(csv([['编号', '要求'], ['TXM-01', '说“好”, 再\n说'], [figure('-0.50'), null]]), '\ufeff编号,要求\r\nTXM-01,"说“好”, 再\n说"\r\n-0.50,\r\n');
});

test('what a spreadsheet may run becomes a text, figures stay figures', () => {
  for (const cell of ['=1+1', '+86 10', '-乙', '@SUM(A1)', '\tx', '=HYPERLINK("http://x")', '＝1', '-', '\r=1']) match(csv([[cell]]), /^\ufeff"?'/);
  for (const cell of ['-2', '+1.5', '-0.50', '3', '12%']) equal(csv([[cell]]), `\ufeff${cell}\r\n`);
});

test('what no file can hold is left out', async () => {
  equal(csv([['a\u0000b\ud800c']]), '\ufeffab\ufffdc\r\n');
  ok((await sheetOf({ head: ['a\u0001b'] })).includes('>ab<'));
});

test('several tables stand in one file, each under its name', () => {
  deepStrictEqual(together([{ name: '甲', head: ['a'], rows: [['1']] }, { name: '乙', head: ['b'], rows: [] }]), [['甲'], ['a'], ['1'], [], ['乙'], ['b']]);
});

test('a workbook has all its parts', async () => {
  const parts = await partsOf({ name: '评分', head: ['能力项'], rows: [] }, { name: '评分', head: ['空'], rows: [] });
  deepStrictEqual([...parts.keys()], [
    '[Content_Types].xml', '_rels/.rels', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels', 'xl/styles.xml',
    'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml',
  ]);
  const workbook = parts.get('xl/workbook.xml') ?? '';
  equal(workbook.match(/<workbookView/g)?.length, 1, "the sheets' views name it by its number");
  deepStrictEqual([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name), ['评分', '评分 2']);
});

test('only what a spreadsheet keeps exactly is a figure', async () => {
  for (const text of ['4.50', '-12345678901234.5', '0']) ok((await sheetOf({ rows: [[figure(text)]] })).includes(`<v>${text}</v>`));
  for (const text of ['1234567890123456', '0.1234567890123456', '007', 'x']) {
    const sheet = await sheetOf({ rows: [[figure(text)]] });
    ok(sheet.includes(`>${text}</t>`) && !sheet.includes('<v>'), text);
  }
});

test('names of sheets are such as Excel takes', async () => {
  const wished = ['a/b:c*d?[e]\\f', "'x'", '', '长'.repeat(60), 'A/B:C*D?[E]\\F', 'History', `${'a'.repeat(30)}'b`, '😀'.repeat(20)];
  const parts = await partsOf(...wished.map((name) => ({ name, head: [], rows: [] })));
  const names = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name.toLowerCase());
  equal(new Set(names).size, wished.length);
  for (const name of names) ok(name && name !== 'history' && name.length <= 31 && !/^'|'$|[\ufffd[\]:*?/\\]/.test(name), name);
});

test('a text too long for a cell does not break the workbook', async () => {
  const [, text = ''] = /<t [^>]*>(字+…)<\/t>/.exec(await sheetOf({ rows: [['字'.repeat(40000)]] })) ?? [];
  equal(text.length, 32767);
});

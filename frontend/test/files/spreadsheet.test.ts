/* Tables for the person's own use: what a spreadsheet reads of them, and what it must not run. That any text comes back as it
   was is asked by tests/frontend/test_spreadsheet.py. */

import { deepStrictEqual, equal, match, ok } from 'node:assert/strict';
import { test } from 'node:test';

import { day, figure } from '../../src/files/cells.ts';
import { csv, together, xlsx } from '../../src/files/spreadsheet.ts';
import type { Sheet } from '../../src/files/spreadsheet.ts';
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
  for (const blank of [' ', '\u00a0', '\u3000', '\u200b', '\ufeff', ' \t\u2003', '\u0085', '\u0001', '\u202e']) {
    for (const sign of '=+-@＝＋－＠') match(csv([[`${blank}${sign}A1`]]), /^\ufeff"?'/, JSON.stringify(blank + sign));
  }
  for (const cell of ['甲=1', 'a@b.c', ' 甲', '1-2']) equal(csv([[cell]]), `\ufeff${cell}\r\n`);
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

test('what a spreadsheet would run once it is edited is marked as quoted in a workbook', async () => {
  const sheet = await sheetOf({ rows: [['=1+1', '\u3000＝A1', '甲', '-2']] });
  deepStrictEqual([...sheet.matchAll(/<c r="(\w+)" s="(\d)"/g)].map(([, place, look]) => place + look), ['A23', 'B23', 'C22', 'D22']);
  const styles = (await partsOf({ name: 'x', head: [], rows: [] })).get('xl/styles.xml') ?? '';
  const looks = [...(/<cellXfs.*<\/cellXfs>/.exec(styles)?.[0] ?? '').matchAll(/<xf [^>]*>/g)].map(([look]) => look);
  deepStrictEqual([looks.length, looks.findIndex((look) => look.includes('quotePrefix="1"'))], [6, 3]);
  ok(styles.startsWith('<?xml') && !/['`]/.test(styles));
});

test('days are days, with the time where there is one; what is none stays a text', async () => {
  const sheet = await sheetOf({ rows: [['2026-11-21', '2026-11-21 09:30', '1900-03-01', '2026-02-30', '明年春天', '1899-01-01'].map(day)] });
  deepStrictEqual([...sheet.matchAll(/s="(\d)"><v>([\d.]+)<\/v>/g)].map(([, look, value]) => [look, Number(value).toFixed(4)]), [
    ['4', '46347.0000'], ['5', '46347.3958'], ['4', '61.0000'],
  ]);
  for (const text of ['2026-02-30', '明年春天', '1899-01-01']) ok(sheet.includes(`>${text}</t>`), text);
  equal(csv([[day('2026-11-21')]]), '\ufeff2026-11-21\r\n');
});

const MARKS = { on: '（待续）', from: '（续）' };
const LONG = ['字'.repeat(40000), '😀'.repeat(40000), `a${'😀'.repeat(40000)}`, '='.repeat(70000), `x${'\r\n'.repeat(40000)}`, 'x'.repeat(32767), 'x'.repeat(32766)];

/** the texts of a sheet by rows, under its head */
async function rowsOf(text: string): Promise<string[][]> {
  const sheet: Sheet = { name: 'x', head: ['名', '文'], rows: [['甲', text, '乙'], ['丙', '丁', '']] };
  const parts = entriesOf(new Uint8Array(await xlsx([sheet], MARKS).arrayBuffer()));
  return [...(parts.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row .*?<\/row>/gs)].slice(1)
    .map(([row]) => [...row.matchAll(/<t [^>]*>([^<]*)<\/t>/g)].map(([, said]) => said));
}

test('a text too long for a cell goes on in further rows: nothing is lost, no sign is cut in two', async () => {
  for (const text of LONG) {
    const rows = await rowsOf(text);
    const own = rows.slice(0, -1);
    equal(own.length > 1, text.length > 32766);
    equal(own.map(([, said], at) => (at < own.length - 1 ? said.slice(0, -MARKS.on.length) : said)).join(''), text.replaceAll('\r\n', '\n'));
    ok(own.every(([, said]) => said.length < 32767 && !said.includes('\ufffd')));
    ok(own.slice(0, -1).every(([, said]) => said.endsWith(MARKS.on)));
    deepStrictEqual([own.map(([name]) => name), own[0][2]], [['甲', ...Array<string>(own.length - 1).fill('甲（续）')], '乙']);
    deepStrictEqual(rows.at(-1), ['丙', '丁']);
  }
});

test('each piece of a long text is guarded, and marked also where no words are given', () => {
  equal(csv([['甲', '='.repeat(70000)]], MARKS).match(/,'=/g)?.length, 3);
  ok(csv([['甲', 'x'.repeat(40000)]]).includes('x…\r\n甲…,x'));
});

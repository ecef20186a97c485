/* Tables for the person's own use: CSV that a spreadsheet opens without running anything, and XLSX written by hand
   (a zip of a few XML files, stored, not packed). A cell is a text, a figure or a day: figure('4.50'), day('2026-11-21'). */

import { clean, fitting, isLive, serialOf, words } from './cells.ts';
import type { Cell, Marks, Row } from './cells.ts';
import { zip } from './zip.ts';
import type { File } from './zip.ts';

export interface Sheet {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  /** of columns, in characters, instead of those that the texts take */
  readonly widths?: readonly (number | undefined)[];
}

const NUMBER = /^-?(?!(?:\.?\d){16})(0|[1-9]\d*)(\.\d+)?$/; // at most 15 digits: what a spreadsheet takes over without rounding
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const OFFICE = 'http://schemas.openxmlformats.org';
const PROLOG = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/* ---- CSV ---- */

function field(cell: Cell): string {
  const text = clean(words(cell));
  const safe = isLive(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The file's text, with a mark at its start that tells Excel it is UTF-8.
 * @param marks - what stands where a text goes on in the next row
 */
export function csv(rows: readonly Row[], marks?: Marks): string {
  return `\ufeff${fitting(rows, marks).map((row) => `${row.map(field).join(',')}\r\n`).join('')}`;
}

export const csvFile = (rows: readonly Row[], marks?: Marks): Blob => new Blob([csv(rows, marks)], { type: 'text/csv' });

/** Several tables in one file, each under its name. */
export function together(sheets: readonly Sheet[]): Row[] {
  return sheets.flatMap(({ name, head, rows }, at) => [...(at ? [[]] : []), [name], head, ...rows]);
}

/* ---- XLSX ---- */

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/**
 * @param at - 0 for A
 */
function column(at: number): string {
  return (at >= 26 ? column(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}

/** looks of cells, by their places in the list of styles */
const LOOK = { head: 1, body: 2, guarded: 3, day: 4, moment: 5 } as const;

/** A text stays one: where a spreadsheet would run it once somebody edits the cell, the cell says that it is quoted. */
function xmlText(text: string, place: string, look: number): string {
  const literal = text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x'); // Excel reads _x0041_ as A
  const style = look === LOOK.body && isLive(text) ? LOOK.guarded : look;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(literal)}</t></is></c>`;
}

function xmlCell(cell: Cell, place: string, look: number): string {
  const text = clean(words(cell)).replace(/\r\n?/g, '\n');
  if (!text) return '';
  if (cell && typeof cell === 'object') {
    const serial = 'day' in cell ? serialOf(text) : null;
    if (serial !== null) return `<c r="${place}" s="${text.includes(':') ? LOOK.moment : LOOK.day}"><v>${serial}</v></c>`;
    if ('figure' in cell && NUMBER.test(text)) return `<c r="${place}" s="${look}"><v>${text}</v></c>`;
  }
  return xmlText(text, place, look);
}

/**
 * @param number - counted from 1
 */
function xmlRow(row: Row, number: number, look: number): string {
  return `<row r="${number}">${row.map((cell, at) => xmlCell(cell, `${column(at)}${number}`, look)).join('')}</row>`;
}

/** how wide the columns are, in characters; a Han character takes two */
function widths(sheet: Sheet): number[] {
  const taken = (cell: Cell) =>
    Math.max(0, ...words(cell).split('\n').map((line) => Array.from(line.slice(0, 60)).reduce((sum, sign) => sum + (sign > '\u2e80' ? 2 : 1), 0)));
  const counted = sheet.head.map((name, at) => Math.max(taken(name), ...sheet.rows.slice(0, 500).map((row) => taken(row[at]))));
  return counted.map((wide, at) => sheet.widths?.[at] || Math.min(60, Math.max(8, wide + 2)));
}

function xmlSheet(sheet: Sheet, marks?: Marks): string {
  const wide = widths(sheet).map((characters, at) => `<col min="${at + 1}" max="${at + 1}" width="${characters}" customWidth="1"/>`).join('');
  const rows = [xmlRow(sheet.head, 1, LOOK.head), ...fitting(sheet.rows, marks).map((row, at) => xmlRow(row, at + 2, LOOK.body))].join('');
  return `${PROLOG}<worksheet xmlns="${OFFICE}/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0">`
    + '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
    + `${wide ? `<cols>${wide}</cols>` : ''}<sheetData>${rows}</sheetData></worksheet>`;
}

/** their names as Excel allows them: short, without some signs, each once */
function names(sheets: readonly Sheet[]): string[] {
  const taken = new Set(['history']); // Excel keeps this one for itself
  const cut = (text: string, most: number) => {
    let name = '';
    for (const sign of text) {
      if (name.length + sign.length > most) break;
      name += sign;
    }
    return name.replace(/^['\s]+|['\s]+$/g, '');
  };
  return sheets.map((sheet, at) => {
    const plain = clean(sheet.name).replace(/\s*[[\]:*?/\\\r\n\t]+\s*/g, ' ');
    let name = cut(plain, 31) || String(at + 1);
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = `${cut(plain, 24)} ${n}`.trim();
    taken.add(name.toLowerCase());
    return name;
  });
}

const STYLES = `${PROLOG}<styleSheet xmlns="${OFFICE}/spreadsheetml/2006/main">`
  + '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>'
  + '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
  + '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
  + '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6">'
  + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  + '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>'
  + [164, 165].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">`
    + '<alignment vertical="top" horizontal="left"/></xf>').join('') + '</cellXfs>'
  + '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** the files around the sheets */
function frame(called: readonly string[]): File[] {
  const book = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const linked = `${OFFICE}/officeDocument/2006/relationships`;
  const relations = (all: readonly (readonly [type: string, target: string])[]) => `${PROLOG}<Relationships xmlns="${OFFICE}/package/2006/relationships">`
    + all.map(([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${linked}/${type}" Target="${target}"/>`).join('') + '</Relationships>';
  const types = called.map((_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${book}.worksheet+xml"/>`);
  const listed = called.map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  const sheets = called.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const);
  return [
    ['[Content_Types].xml', `${PROLOG}<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" `
      + 'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${book}.sheet.main+xml"/><Override PartName="/xl/styles.xml" `
      + `ContentType="${book}.styles+xml"/>${types.join('')}</Types>`],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', `${PROLOG}<workbook xmlns="${OFFICE}/spreadsheetml/2006/main" xmlns:r="${linked}"><bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets></workbook>`],
    ['xl/_rels/workbook.xml.rels', relations([...sheets, ['styles', 'styles.xml']])],
    ['xl/styles.xml', STYLES],
  ];
}

/**
 * @param marks - what stands where a text goes on in the next row
 */
export function xlsx(sheets: readonly Sheet[], marks?: Marks): Blob {
  const files = sheets.map((sheet, at): File => [`xl/worksheets/sheet${at + 1}.xml`, xmlSheet(sheet, marks)]);
  return new Blob(zip([...frame(names(sheets)), ...files]), { type: TYPE });
}

/* Tables that come back from a spreadsheet: whatever it put between cells, whatever letters it wrote them in, and without what kept
   it from running them. */

import { isLive } from './cells.ts';

const BETWEEN = [',', ';', '\t'] as const;

/** The text of a file: UTF-8 or UTF-16 where it is that, else what spreadsheets write in China. */
export function textIn(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** what stands between cells: that of which the first line has most */
function between(text: string): string {
  const [line] = text.split(/[\r\n]/, 1);
  const often = BETWEEN.map((sign) => line.split(sign).length);
  return BETWEEN[often.indexOf(Math.max(...often))];
}

/** A cell as it was meant. */
const unshielded = (cell: string): string => (cell.startsWith("'") && isLive(cell.slice(1)) ? cell.slice(1) : cell);

/** Rows of cells; rows of nothing are left out. */
export function rowsOf(text: string): string[][] {
  const whole = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const sign = between(whole);
  const rows: string[][] = [[]];
  let at = 0;
  while (at <= whole.length) {
    const [cell, end] = cellAt(whole, at, sign);
    rows[rows.length - 1].push(unshielded(cell));
    if (whole[end] === '\n') rows.push([]);
    at = end + 1;
  }
  return rows.filter((row) => row.some((cell) => cell.trim()));
}

/** The cell that begins there, and where it ends. */
function cellAt(text: string, start: number, sign: string): [string, number] {
  const isQuoted = text[start] === '"';
  let at = start;
  let cell = '';
  if (isQuoted) {
    for (at += 1; at < text.length; at += 1) {
      if (text[at] === '"' && text[at + 1] !== '"') break;
      if (text[at] === '"') at += 1;
      cell += text[at];
    }
    at += 1;
  }
  const begin = at;
  while (at < text.length && text[at] !== sign && text[at] !== '\n') at += 1;
  return [cell + text.slice(begin, at), at];
}

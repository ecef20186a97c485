/* The cells of a table that a spreadsheet opens: what it must not run, what it reads as a figure or a day, and what is too long
   for one cell of it. */

export interface Figure {
  readonly figure: string;
}

/** as 2026-11-21 or 2026-11-21 09:30; what is none stays a text */
export interface Day {
  readonly day: string;
}

export type Cell = string | Figure | Day | null | undefined;
export type Row = readonly Cell[];

/** what stands where a text goes on in the next row */
export interface Marks {
  /** at its end so far */
  readonly on: string;
  /** after the name of the row that goes on */
  readonly from: string;
}

const FIGURE = /^[+-]?\d+(\.\d+)?%?$/;
/** What a spreadsheet may run, also behind what nobody sees; Python has the same rule (`levelbook.text.csv_table`). */
const LIVE = /^(?:[\t\r\n]|[\p{Z}\p{C}]*[=+\-@＝＋－＠])/u;
export const LONGEST = 32767; // characters that a spreadsheet keeps in a cell
const MARKS: Marks = { on: '…', from: '…' };

export const figure = (text: string): Figure => ({ figure: text });

export const day = (text: string): Day => ({ day: text });

export function words(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cell;
  return 'figure' in cell ? cell.figure : cell.day;
}

/** without characters that no file of text may hold */
export function clean(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (sign) => (sign.length === 2 ? sign : '\ufffd'));
}

/** whether a spreadsheet may run it */
export const isLive = (text: string): boolean => LIVE.test(text) && !FIGURE.test(text);

/**
 * The day as spreadsheets count it, from 1900 on, with the time of day as a part of it; null where it is no day.
 * @param text - 2026-11-21, 2026-11-21 09:30
 */
export function serialOf(text: string): number | null {
  const [, date, hours = '0', minutes = '0'] = /^(\d{4}-\d\d-\d\d)(?: (\d\d):(\d\d))?$/.exec(text) ?? [];
  const at = date ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== date || Number(hours) > 23 || Number(minutes) > 59) return null;
  const days = at / 86400000 + 25569;
  return days < 61 ? null : days + (Number(hours) * 60 + Number(minutes)) / 1440; // before March 1900 spreadsheets count a day that never was
}

/* ---- texts too long for a cell ---- */

/** Pieces that fit into a cell, each but the last with the mark; no sign is cut in two. */
function pieces(text: string, mark: string): string[] {
  const room = LONGEST - mark.length - 1; // one for what keeps it from being run
  const all: string[] = [];
  let rest = text;
  while (rest.length > LONGEST - 1) {
    const isCut = /[\ud800-\udbff]/.test(rest[room - 1]) || rest.slice(room - 1, room + 1) === '\r\n';
    const end = isCut ? room - 1 : room;
    all.push(rest.slice(0, end) + mark);
    rest = rest.slice(end);
  }
  return [...all, rest];
}

/** A row, and under it what has no room in its cells: named like the row, with nothing else that it holds. */
function continued(row: Row, marks: Marks): Row[] {
  if (row.every((cell) => words(cell).length < LONGEST)) return [row];
  const columns = row.map((cell) => (typeof cell === 'string' ? pieces(cell, marks.on) : [cell]));
  const further = Math.max(...columns.map((column) => column.length)) - 1;
  const name = columns[0].length === 1 ? words(row[0]) : '';
  return [columns.map(([first]) => first), ...Array.from({ length: further }, (_, at): Row =>
    columns.map((column, place) => column[at + 1] ?? (place === 0 && name ? name + marks.from : '')))];
}

/** The rows, where none of them holds more than a spreadsheet keeps. */
export const fitting = (rows: readonly Row[], marks: Marks = MARKS): Row[] => rows.flatMap((row) => continued(row, marks));

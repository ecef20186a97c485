/* The table of questions with answers, as a spreadsheet gets it and as it comes back: columns are known by their heads, in whatever
   language and order; rows by the key of their question. */

import type { QuestionTable } from '../generated/page-data.ts';
import { LONGEST, day } from '../files/cells.ts';
import type { Row } from '../files/cells.ts';
import { entryAt } from '../lib/values.ts';
import { NOTHING, isDay, isFilled, isQuestion } from './answers.ts';
import type { Answer, Book, Brought } from './answers.ts';

/** those that the page asks no more, with something in them */
export function leftOver(answers: Book['answers'], asked: ReadonlySet<string>): [string, Answer][] {
  return Object.entries(answers).filter(([key, answer]) => !asked.has(key) && isFilled(answer));
}

/** The rows of the file, its head first; what is asked no more stands at the end. */
export function rowsWith({ columns, head, rows }: QuestionTable, answers: Book['answers']): Row[] {
  const at = (name: string) => columns.indexOf(name);
  const filled = (row: readonly string[], key: string): Row => {
    const { text, who, day: on } = entryAt(answers, key) ?? NOTHING;
    return row.map((cell, place) => (place === at('answer') ? text : place === at('who') ? who : place === at('day') ? on && day(on) : cell));
  };
  const asked = new Set(rows.map((row) => row[at('key')]));
  const others = leftOver(answers, asked).map(([key, { question }]) =>
    filled(columns.map((name) => (name === 'key' ? key : name === 'question' ? question : '')), key));
  return [head, ...rows.map((row) => filled(row, row[at('key')])), ...others];
}

/** no_columns: the head lacks the columns by which answers are known */
export type Opened = { readonly answers: Brought; readonly odd: number; readonly problem?: undefined } | { readonly problem: 'no_columns' };

const WRITTEN_DAY = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/;

/** A day as spreadsheets write it: 2026/3/5, 2026年3月5日, 2026-03-05; nothing where it is none. */
export function dayIn(cell: string): string {
  const [, year, month, date] = WRITTEN_DAY.exec(cell) ?? [];
  const text = year ? `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}` : '';
  return isDay(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) ? text : '';
}

/** What a table says that somebody filled in; a row of no question, of one that was answered above it, or of more than a cell holds, is counted as odd. */
export function answersIn([head = [], ...rows]: readonly (readonly string[])[], { heads }: Pick<QuestionTable, 'heads'>): Opened {
  const place = (name: string) => head.findIndex((cell) => heads[name].includes(cell.trim()));
  const [key, answer, who, on, question] = ['key', 'answer', 'who', 'day', 'question'].map(place);
  if (key < 0 || answer < 0) return { problem: 'no_columns' };
  const found: Record<string, Brought[string]> = {};
  let odd = 0;
  for (const row of rows) {
    const cell = (at: number) => (row[at] ?? '').trim();
    const wholeDay = dayIn(cell(on));
    // a day that is none is not dropped: it stands with the name
    const name = [cell(who), wholeDay ? '' : cell(on)].filter(Boolean).join(' ');
    const filled = { text: cell(answer), who: name, day: wholeDay, question: cell(question) };
    if (!isFilled(filled)) continue;
    const isSound = isQuestion(cell(key)) && !Object.hasOwn(found, cell(key)) && filled.text.length <= LONGEST && name.length <= LONGEST;
    if (isSound) found[cell(key)] = filled;
    else odd += 1;
  }
  return { answers: found, odd };
}

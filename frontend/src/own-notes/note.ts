/* A note: what happened on a day, and what of the handbook it is about. What stands in storage and in files may have been
   written by anybody; what is not understood is kept as it is. No page and no storage here. */

import { isMapping, valueAt } from '../lib/values.ts';
import type { Mapping } from '../lib/values.ts';

/** in which answer a note was used */
export interface Use {
  /** of the assessment */
  readonly id: string;
  readonly title: string;
  /** the day of it */
  readonly at: string;
}

export interface Note {
  readonly id: string;
  /** the day it happened */
  readonly at: string;
  readonly text: string;
  /** what it is about; the first is what the reader chose, the others are around it */
  readonly codes: readonly string[];
  /** the moment it was written first */
  readonly written: string;
  /** new with every change */
  readonly state: string;
  /** the states before, the last at the end: what is on it came before */
  readonly line: readonly string[];
  readonly used: readonly Use[];
  /** what a later version may have added */
  readonly more: Mapping;
}

/** what the reader writes and changes */
export type Written = Pick<Note, 'at' | 'text' | 'codes'>;

export const LONGEST = 10_000; // characters of a text
const MOST_CODES = 20;
const MOST_USES = 100;
const LINE = 20;
const ID = /^n-[0-9a-f]{4,40}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;
const STATE = /^[0-9a-f]{1,16}$/;
const KNOWN = ['id', 'at', 'text', 'codes', 'written', 'state', 'line', 'used'];

/** figures of a hexadecimal number by chance */
const chance = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const newState = (): string => chance(4);

/** whether it is a day of the calendar: 2026-02-30 is none */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const isCode = (value: unknown): value is string => typeof value === 'string' && CODE.test(value);

/** whether it can be kept as a note */
export const isWhole = ({ at, text, codes }: Written): boolean =>
  isDay(at) && text.trim() !== '' && text.length <= LONGEST && codes.length > 0 && codes.every(isCode);

export function begin({ at, text, codes }: Written, written = new Date().toISOString()): Note {
  return { id: `n-${chance(8)}`, at, text: text.trim(), codes: [...codes], written, state: newState(), line: [], used: [], more: {} };
}

/** The same with something changed. */
export function changed(note: Note, change: Partial<Written & Pick<Note, 'used'>>): Note {
  return { ...note, ...change, state: newState(), line: [...note.line, note.state].slice(-LINE) };
}

/** whether two say the same, whatever they have been through */
export const saysSame = (left: Written, right: Written): boolean =>
  left.at === right.at && left.text === right.text && left.codes.join() === right.codes.join();

/** How a note stands to another one of the same id: the same, one that came after it, one before it, or changed on both sides. */
export function standing(note: Note, other: Note): 'same' | 'newer' | 'older' | 'forked' {
  if (note.state === other.state) return 'same';
  if (note.line.includes(other.state)) return 'newer';
  if (other.line.includes(note.state)) return 'older';
  return saysSame(note, other) ? 'same' : 'forked';
}

/** the uses of both */
export function usesOf(left: Note, right: Note): readonly Use[] {
  const known = new Set(left.used.map(({ id, at }) => `${id} ${at}`));
  return [...left.used, ...right.used.filter(({ id, at }) => !known.has(`${id} ${at}`))].slice(-MOST_USES);
}

/** The same as a note of its own; whoever makes it twice makes the same one. */
export function apart(note: Note): Note {
  const id = `n-${note.state}${note.id.slice(2)}`.slice(0, 42);
  return { ...note, id, line: [] };
}

/* ---- as it is written ---- */

function useOf(value: unknown): Use | null {
  const [id, title, at] = ['id', 'title', 'at'].map((key) => valueAt(value, key));
  if (typeof id !== 'string' || typeof title !== 'string' || !isDay(at) || id.length > 40 || title.length > 400) return null;
  return { id, title, at };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);

/** A note as it stands in storage or in a file; null where it is none. */
export function parsed(value: unknown): Note | null {
  if (!isMapping(value)) return null;
  const [id, at, text, codes, written, state, line, used] = KNOWN.map((key) => valueAt(value, key));
  if (typeof id !== 'string' || !ID.test(id) || typeof text !== 'string' || !isDay(at)) return null;
  const about = listOf(codes).filter(isCode).slice(0, MOST_CODES);
  if (!isWhole({ at, text, codes: about })) return null;
  const states = listOf(line).filter((one): one is string => typeof one === 'string' && STATE.test(one));
  const uses = listOf(used).map(useOf).filter((use) => use !== null);
  return {
    id, at, text, codes: about,
    written: typeof written === 'string' && written.length <= 40 ? written : '',
    state: typeof state === 'string' && STATE.test(state) ? state : '0',
    line: states.slice(-LINE), used: uses.slice(-MOST_USES),
    more: Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.includes(key))),
  };
}

/** as it is written */
export const plain = ({ more, ...note }: Note): Mapping => ({ ...more, ...note });

/* ---- as they are listed ---- */

/** the latest day first, of one day what was written last */
export const inOrder = (notes: readonly Note[]): Note[] =>
  [...notes].sort((left, right) => right.at.localeCompare(left.at) || right.written.localeCompare(left.written) || left.id.localeCompare(right.id));

/** the half-year of a day: 2026-H2 */
export const halfOf = (at: string): string => `${at.slice(0, 4)}-H${Number(at.slice(5, 7)) > 6 ? 2 : 1}`;

/** The notes by something, in the order in which that comes first. */
export function by(notes: readonly Note[], key: (note: Note) => string): [string, Note[]][] {
  const groups = new Map<string, Note[]>();
  for (const note of notes) groups.set(key(note), [...(groups.get(key(note)) ?? []), note]);
  return [...groups];
}

/** today, here */
export function today(date = new Date()): string {
  const two = (number: number) => String(number).padStart(2, '0');
  return [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

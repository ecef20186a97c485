/* The document of an assessment: how one is begun, written to a file and read from one. No page and no storage here. */

import { inFileName } from '../../lib/text.ts';
import { isMapping, valueAt } from '../../lib/values.ts';
import { FORMAT, check } from './check.ts';
import { FORMER, upgraded } from './former.ts';
import type { ChecklistData, Problem, SavedAssessment } from './model.ts';
import { isCalled, shownName } from './handbook-name.ts';
import type { NamedHandbook } from './handbook-name.ts';

/** in order, or what is wrong; rest: what of it can be read */
export type Parsed = ({doc: SavedAssessment, problem?: undefined, rest?: undefined} | {doc?: undefined, problem: Problem, rest?: SavedAssessment}) & {
  /** it was written by a version that did not note who sat where */
  former?: boolean,
};
/** of a page: what a document begins with */
export type Begun = Pick<ChecklistData, 'handbook' | 'release' | 'target' | 'title' | 'modes'>;
/** why something cannot be done */
export type Failed = {problem: Problem, doc?: undefined, rest?: undefined};

export const LIMIT = 2 * 1024 * 1024; // bytes of a file

/** 16 hexadecimal digits by chance */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** four figures that tell documents apart where nobody is named */
export const shortMark = (id: string): string => id.slice(0, 4).toUpperCase();

export const now = (): string => new Date().toISOString();

const two = (number: number): string => String(number).padStart(2, '0');

/** its day here, 2026-11-21; nothing where it is no moment */
export function dayOf(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
}

/** its time of the day here, 08:05; nothing where it is no moment */
export function clockOf(moment: string): string {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? '' : `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/**
 * @param data - of the page
 * @returns an empty document for it
 */
export function blank(data: Begun): SavedAssessment {
  const at = now();
  return check({
    levelbook: 'assessment', format: FORMAT, handbook: data.handbook, release: data.release || '', target: data.target,
    title: data.title, id: newId(), created: at, changed: at, mode: data.modes[0] || 'quick',
  }).doc;
}

/** what is begun anew in another document: nobody has handed it over, agreed on it or signed it */
const FRESH = { handed: undefined, alone: undefined, agreement: undefined, signed: undefined, from: undefined, finished: null };
/** and in that of a new period, which nobody has rated: what was given before is shown beside, and not filled in */
const UNRATED = {
  answers: undefined, manager: undefined, agreed: undefined, plan: undefined, period: '', result: null, kept: undefined, scales: undefined, known: undefined,
};

/**
 * A new document begun from another: the answers stand as they were, it has a life of its own.
 * @param again - for a new period: of the same person and checklist, and nothing else
 */
export function copy(doc: SavedAssessment, again: boolean = false): SavedAssessment {
  const at = now();
  const own = { ...structuredClone(doc), ...FRESH, id: newId(), created: at, changed: at, tabs: undefined };
  const previous = { id: doc.id, hash: doc.signed.at(-1)?.hash ?? '' };
  return check(again ? { ...own, ...UNRATED, previous } : own).doc;
}

/** what is written into a file: every time alike, whatever the order in memory */
export function write(doc: SavedAssessment): string {
  const own = { ...doc, tabs: undefined }; // of this browser
  const { doc: ordered, wrong } = check(own);
  return JSON.stringify(wrong.length ? own : ordered, null, 2) + '\n';
}

/** a file name that tells what it is about and not who filled it in */
export function fileName(doc: Pick<SavedAssessment, 'target' | 'changed'>, ending: string = 'json'): string {
  return `${inFileName(doc.target)}-${dayOf(doc.changed) || dayOf(now())}.${ending}`;
}

export const bytes = (text: string): number => new TextEncoder().encode(text).length;

export const fail = (key: Problem['key'], facts: Problem['facts'] = {}): Failed => ({ problem: { key, facts } });

function decode(source: string): {value: unknown, problem?: undefined} | Failed {
  const text = source.replace(/^\ufeff/, '').trim();
  if (!text) return fail('empty');
  try {
    // what would change the ways of an object is left out
    return { value: JSON.parse(text, (key, value: unknown) => (key === '__proto__' ? undefined : value)) };
  } catch {
    if (!text.startsWith('{')) return fail('not_json');
    return fail(text.endsWith('}') ? 'damaged' : 'cut');
  }
}

/** why it is not a document that we can read */
function foreign(value: unknown): Failed | null {
  if (!isMapping(value) || value.levelbook !== 'assessment') return fail('not_ours');
  const { format } = value;
  if (typeof format === 'number' && format > FORMAT) return fail('newer', { theirs: format, ours: FORMAT });
  return format === FORMAT || format === FORMER ? null : fail('format_unknown', { theirs: String(format).slice(0, 40) });
}

const BACKUP = /^\ufeff?\s*\{[^{]*"levelbook"\s*:\s*"backup"/;
/** so much of a file says whether it is a backup, in signs */
export const HEAD = 4000;

/** whether a text means to be a backup of everything, seen from its beginning */
export const isBackup = (text: string): boolean => BACKUP.test(text.slice(0, HEAD));

/**
 * Reads what is said to be a document. Where fields are wrong, or it is of another handbook, `rest` is what can be read.
 * @param book - the handbook that it should be of
 */
export function parse(source: string, book?: NamedHandbook): Parsed {
  if (isBackup(source)) return fail('backup');
  const size = source.length > LIMIT ? source.length : bytes(source);
  if (size > LIMIT) return tooBig(size);
  const decoded = decode(source);
  if (decoded.problem) return decoded;
  const refused = foreign(decoded.value);
  if (refused) return refused;
  const { doc: read, wrong } = check(decoded.value);
  const format = valueAt(decoded.value, 'format');
  const doc = upgraded(read, format);
  const of = format === FORMER ? { former: true } : {};
  if (wrong.length) return { ...broken(doc, wrong), ...of };
  if (book?.handbook && !isCalled(book, doc.handbook)) return { ...fail('other_handbook', { theirs: doc.handbook, ours: shownName(book) }), rest: doc, ...of };
  return { doc, ...of };
}

export const tooBig = (size: number): Failed => fail('too_big', { size: (size / 1024 / 1024).toFixed(1), limit: LIMIT / 1024 / 1024 });

function broken(doc: SavedAssessment, wrong: string[]): Parsed {
  const some = [...new Set(wrong)].map((path) => (path.length > 80 ? `${path.slice(0, 80)}…` : path));
  const { problem } = fail('broken', { n: some.length, fields: [...some.slice(0, 6), ...(some.length > 6 ? ['…'] : [])] });
  if (!doc.target) return { problem };
  const at = now();
  return { problem, rest: { ...doc, id: doc.id || newId(), created: doc.created || at, changed: doc.changed || at } };
}

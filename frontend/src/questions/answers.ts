/* Answers to the open questions: as they are kept, merged where two tabs wrote, and held against those of a file. What stands in
   storage and in files may have been written by anybody; what is not understood is kept as it is. No page and no storage here. */

import { entryAt, isMapping, parsedJson, valueAt } from '../lib/values.ts';
import type { Mapping } from '../lib/values.ts';

export const FORMAT = 1;
export const LONGEST = 10_000; // characters of an answer as it is typed; two that differ stand under each other, here and in files
export const LONGEST_NAME = 200;
const QUESTION = /^q-[0-9a-f]{16}$/;
const DAY = /^\d{4}-\d\d-\d\d$/;
const KNOWN = ['levelbook', 'format', 'answers'];

/** what somebody fills in */
export interface Filled {
  readonly text: string;
  readonly who: string;
  /** the day of the answer; empty where none is said */
  readonly day: string;
}

export interface Answer extends Filled {
  /** as it was asked, for when the page asks it no more */
  readonly question: string;
  /** the moment it was written last: of two the later counts */
  readonly written: string;
}

export interface Book {
  /** by question; one that was emptied stays, so that no other tab brings it back */
  readonly answers: Readonly<Record<string, Answer>>;
  /** answers that could not be understood, as they are */
  readonly unread: Mapping;
  /** what a later version may have added */
  readonly more: Mapping;
}

export type Read = { readonly book: Book; readonly problem?: undefined } | { readonly book?: undefined; readonly problem: 'newer' | 'damaged' };

export const EMPTY: Book = { answers: {}, unread: {}, more: {} };
export const NOTHING: Filled = { text: '', who: '', day: '' };

export const isQuestion = (key: string): boolean => QUESTION.test(key);
export const isDay = (text: string): boolean => DAY.test(text);
export const isFilled = ({ text, who, day }: Filled): boolean => (text + who + day).trim() !== '';
export const saysSame = (left: Filled, right: Filled): boolean => left.text === right.text && left.who === right.who && left.day === right.day;

/** However long it is: what was kept is never too long to be shown again. */
function answerOf(value: unknown): Answer | null {
  const [text, who, question, day, written] = ['text', 'who', 'question', 'day', 'written'].map((key) => {
    const said = valueAt(value, key);
    return typeof said === 'string' ? said : null;
  });
  if (text === null || who === null || question === null || day === null || written === null) return null;
  return day && !isDay(day) ? null : { text, who, day, question, written };
}

export function read(text: string): Read {
  const value = parsedJson(text);
  const format = valueAt(value, 'format');
  const entries = valueAt(value, 'answers');
  if (valueAt(value, 'levelbook') !== 'answers' || typeof format !== 'number') return { problem: 'damaged' };
  if (format > FORMAT) return { problem: 'newer' };
  if (!isMapping(value) || !isMapping(entries)) return { problem: 'damaged' };
  const all = Object.entries(entries).map(([key, entry]) => [key, isQuestion(key) ? answerOf(entry) : null, entry] as const);
  return {
    book: {
      answers: Object.fromEntries(all.flatMap(([key, answer]) => (answer ? [[key, answer]] : []))),
      unread: Object.fromEntries(all.flatMap(([key, answer, entry]) => (answer ? [] : [[key, entry]]))),
      more: Object.fromEntries(Object.entries(value).filter(([key]) => !KNOWN.includes(key))),
    },
  };
}

export const textOf = ({ answers, unread, more }: Book): string =>
  JSON.stringify({ ...more, levelbook: 'answers', format: FORMAT, answers: { ...unread, ...answers } });

/** Of two of one moment both tabs take the same one. */
function isLater(one: Answer, other: Answer): boolean {
  const [left, right] = [one, other].map(({ written, text, who, day }) => JSON.stringify([written, text, who, day]));
  return left > right;
}

/** Both, the later one of each question. */
export function merged(book: Book, others: Book['answers']): Book {
  const later = Object.entries(others).filter(([key, answer]) => {
    const there = entryAt(book.answers, key);
    return !there || isLater(answer, there);
  });
  return later.length ? { ...book, answers: { ...book.answers, ...Object.fromEntries(later) } } : book;
}

/* ---- a file held against what is here ---- */

/** answers of a file, by question */
export type Brought = Readonly<Record<string, Filled & { readonly question: string }>>;

export interface Comparison {
  /** what is new, or fills in what was left open here */
  readonly fresh: Brought;
  readonly same: number;
  /** answered here and there, not alike */
  readonly differing: Brought;
}

/** what is empty there says nothing of what is here */
const filledUp = (here: Filled, there: Filled): Filled => ({ text: here.text || there.text, who: here.who || there.who, day: here.day || there.day });

const isContrary = (here: Filled, there: Filled): boolean =>
  (['text', 'who', 'day'] as const).some((key) => here[key] !== '' && there[key] !== '' && here[key] !== there[key]);

/** the answer with whose it is */
const signed = ({ text, who, day }: Filled): string => [text, [who, day].filter(Boolean).join(' ')].filter(Boolean).join(' — ');

/** The answer of the file under the one that is here. */
export const both = (here: Filled, there: Filled): Filled => ({ ...here, text: [here.text, signed(there)].filter(Boolean).join('\n') });

export function compared(answers: Book['answers'], file: Brought): Comparison {
  const fresh: Record<string, Brought[string]> = {};
  const differing: Record<string, Brought[string]> = {};
  let same = 0;
  for (const [key, there] of Object.entries(file)) {
    const here = entryAt(answers, key) ?? NOTHING;
    const whole = filledUp(here, there);
    if (`\n${here.text}\n`.includes(`\n${signed(there)}\n`)) same += 1; // it was put under it before
    else if (isContrary(here, there)) differing[key] = there;
    else if (saysSame(here, whole)) same += 1;
    else fresh[key] = { ...there, ...whole };
  }
  return { fresh, same, differing };
}

/** All that is kept and all of a file, with nobody to ask: what differs stands under what is here. */
export function withAll(book: Book, { answers, unread, more }: Book): Book {
  const { fresh, differing } = compared(book.answers, Object.fromEntries(Object.entries(answers).filter(([, answer]) => isFilled(answer))));
  const under = Object.entries(differing).map(([key, there]) => [key, { ...there, ...both(book.answers[key], there) }] as const);
  const taken = Object.entries({ ...fresh, ...Object.fromEntries(under) }).map(([key, filled]) => [key, { ...answers[key], ...filled }] as const);
  return { answers: { ...book.answers, ...Object.fromEntries(taken) }, unread: { ...unread, ...book.unread }, more: { ...more, ...book.more } };
}

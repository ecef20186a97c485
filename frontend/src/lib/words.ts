/* The words of the page, with facts put into them. A key that the page's words lack is an error. */

import type { Words } from '../generated/words.ts';

export type Facts = Record<string, string | number>;

/** Data of a page with the words that go with it. */
export type Spoken = { words: Record<string, string> };

/** Says the sentence of a key. */
export interface Say<Key extends string> {
  (key: Key, facts?: Facts): string;
  /** Whether there is a sentence of a key that is put together of what a file says. */
  has(key: string): key is Key;
}

/** Stands in for Say where a file's data are `any` still. */
interface LooseSay {
  (key: string, facts?: Record<string, any>): string;
  has(key: string): boolean;
}

type IsAny<Value> = 0 extends 1 & Value ? true : false;

/** Puts the facts into a sentence of the page: fill('{n} 条', {n: 3}). */
export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
}

/** Says words by their keys, all of which begin with the same text; where n is 1 those of the singular, if there are any. */
export function sayer<Key extends string>(words: Readonly<Record<string, string>>, start = ''): Say<Key> {
  const sentence = (key: string) => (Object.hasOwn(words, start + key) ? words[start + key] : undefined);
  const say = (key: Key, facts: Facts = {}) => {
    const said = (String(facts.n) === '1' ? sentence(`${key}_one`) : undefined) ?? sentence(key);
    if (said === undefined) throw new Error(`no words for ${start}${key}`);
    return fill(said, facts);
  };
  return Object.assign(say, { has: (key: string): key is Key => sentence(key) !== undefined });
}

/** The words of an area of assessments. */
export function speaker<Data extends Spoken, Area extends keyof Words>(
  data: Data, area: Area,
): IsAny<Data> extends true ? LooseSay : Say<Words[Area]>;
export function speaker(data: Spoken, area: string): Say<string> {
  return sayer(data.words, `${area}.`);
}

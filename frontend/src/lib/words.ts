/* The words of the page, with facts put into them. A key that the page's words lack is an error. */

import type { Words } from '../generated/words.ts';
import { entryAt } from './values.ts';

export type Facts = Record<string, string | number>;

/** Data of a page with the words that go with it. */
export interface Spoken {
  readonly words: Readonly<Record<string, string>>;
}

/** Says the sentence of a key. */
export interface Say<Key extends string> {
  (key: Key, facts?: Facts): string;
  /** Whether there is a sentence of a key that is put together of what a file says. */
  has(key: string): key is Key;
}

/** Puts the facts into a sentence of the page: fill('{n} 条', {n: 3}). */
export function fill(sentence: string, facts: Facts): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(facts, name) ? String(facts[name]) : whole));
}

/** A sentence that an element of the page brings in its data. */
export function wordIn({ dataset }: HTMLElement, name: string): string {
  const word = dataset[name];
  if (word === undefined) throw new Error(`no words for ${name}`);
  return word;
}

/**
 * Facts as they are put into a sentence, where some of them are lists.
 * @param comma - what stands between the entries of a list
 */
export function inLine(facts: Readonly<Record<string, string | number | readonly string[]>>, comma: () => string): Facts {
  return Object.fromEntries(Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'object' ? fact.join(comma()) : fact]));
}

/** Says words by their keys, all of which begin with the same text; where n is 1 those of the singular, if there are any. */
export function sayer<Key extends string>(words: Readonly<Record<string, string>>, start = ''): Say<Key> {
  const sentence = (key: string) => entryAt(words, start + key);
  const say = (key: Key, facts: Facts = {}) => {
    const said = (String(facts.n) === '1' ? sentence(`${key}_one`) : undefined) ?? sentence(key);
    if (said === undefined) throw new Error(`no words for ${start}${key}`);
    return fill(said, facts);
  };
  return Object.assign(say, { has: (key: string): key is Key => sentence(key) !== undefined });
}

/** The words of an area of assessments. */
export const speaker = <Area extends keyof Words>({ words }: Spoken, area: Area): Say<Words[Area]> => sayer(words, `${area}.`);

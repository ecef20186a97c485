/* How Chinese is read, for those who type its sound: goutong, gout, gt. */

import type { Signs } from '../generated/page-data.ts';

/** a word with its syllables, and their first letters */
interface Reading {
  readonly word: string;
  readonly syllables: readonly string[];
  readonly letters: string;
  readonly initials: string;
}

const LONGEST_INITIALS = 8;

export class Sounds {
  readonly #alone = new Map<string, string>();
  readonly #others: ReadonlyMap<string, readonly string[]>;
  readonly #longest: number;

  constructor({ sounds, other_sounds: others }: Pick<Signs, 'sounds' | 'other_sounds'>) {
    for (const [syllable, signs] of Object.entries(sounds)) for (const sign of signs) this.#alone.set(sign, syllable);
    this.#others = new Map(Object.entries(others).map(([word, syllables]) => [word, syllables.split(' ')]));
    this.#longest = Math.max(0, ...[...this.#others.keys()].map((word) => word.length));
  }

  /** The syllables of a text, sign by sign; signs that are not Chinese stand for themselves. */
  syllables(text: string): string[] {
    const read: string[] = [];
    while (read.length < text.length) {
      const known = this.#known(text, read.length);
      read.push(...(known ?? [this.#alone.get(text[read.length]) ?? text[read.length]]));
    }
    return read;
  }

  /** The syllables of the longest word from a place on that is read otherwise than its signs alone. */
  #known(text: string, at: number): readonly string[] | undefined {
    for (let length = Math.min(this.#longest, text.length - at); length > 1; length -= 1) {
      const syllables = this.#others.get(text.slice(at, at + length));
      if (syllables) return syllables;
    }
    return undefined;
  }

  reading(word: string): Reading {
    const syllables = this.syllables(word);
    return { word, syllables, letters: syllables.join(''), initials: syllables.map(([first]) => first).join('') };
  }
}

/**
 * The part of a word that letters spell, by whole syllables, by their beginnings or by a mixture; nothing where they do not.
 * The last syllable may be unfinished.
 */
export function spelt(letters: string, { word, syllables }: Reading, from = 0): string {
  const count = signsSpelt(letters, syllables, from);
  return count > 0 ? word.slice(from, from + count) : '';
}

function signsSpelt(letters: string, syllables: readonly string[], from: number): number {
  let rest = letters;
  let at = from;
  while (rest && at < syllables.length) {
    if (rest.startsWith(syllables[at])) rest = rest.slice(syllables[at].length);
    else if (syllables[at].startsWith(rest)) rest = '';
    else return 0;
    at += 1;
  }
  return rest ? 0 : at - from;
}

/** Whether letters are the first ones of a word's syllables. */
export const isInitials = (letters: string, { initials }: Reading, from = 0): boolean =>
  letters.length > 1 && letters.length <= LONGEST_INITIALS && initials.startsWith(letters, from);

export type { Reading };

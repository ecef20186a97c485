/* The words that a handbook knows: names of its things and words of its texts. A query without blanks is cut by them, what is
   typed by its sound is turned into them, and what is typed wrongly is held against them. */

import { isHan } from './fold.ts';
import { isInitials, spelt } from './sounds.ts';
import type { Reading, Sounds } from './sounds.ts';
import { stem } from './stem.ts';

const LONGEST = 16;
/** what a sign that no word holds costs more than a word */
const UNKNOWN = 3;
const SHORTEST_SOUND = 3;
const LATIN = /^[a-z0-9+#]+$/;

/** whether a place is inside a word of letters or of figures */
const splits = (run: string, at: number): boolean => /^(?:[a-z]{2}|[0-9]{2})$/.test(run.slice(at - 1, at + 1)) && at > 0;

/** where a piece begins that may be typed by its sound */
interface Beginning {
  readonly reading: Reading;
  readonly at: number;
  readonly isName: boolean;
}

/** How names and words are read; made when letters or a slip ask for it. */
interface Readings {
  readonly names: readonly Reading[];
  readonly words: readonly Reading[];
  /** by the first letter of what begins there */
  readonly byFirst: ReadonlyMap<string, readonly Beginning[]>;
  /** names, and words of more than two signs, of which shorter ones sound like too many others */
  readonly bySound: ReadonlyMap<string, string>;
}

export class Dictionary {
  /** of things, and in which a word may begin anywhere */
  readonly names: readonly string[];
  /** Chinese ones of the texts */
  readonly words: readonly string[];
  /** of other scripts, by what their forms have in common */
  readonly #forms = new Map<string, string[]>();
  readonly #known: ReadonlySet<string>;
  readonly #sounds: Sounds;
  /** all words of other scripts */
  readonly latin: ReadonlySet<string>;
  #readings: Readings | null = null;
  #latinText: string | null = null;

  /**
   * @param texts - all that is looked through, as it is compared
   */
  constructor(names: Iterable<string>, words: readonly string[], texts: Iterable<string>, sounds: Sounds) {
    this.names = [...new Set(names)].filter(Boolean);
    this.words = words;
    this.#known = new Set([...this.names, ...words]);
    this.#sounds = sounds;
    const latin = new Set<string>();
    for (const text of texts) for (const word of text.match(/[a-z]+/g) ?? []) latin.add(word);
    this.latin = latin;
    for (const word of latin) {
      const base = stem(word);
      this.#forms.set(base, [...(this.#forms.get(base) ?? []), word]);
    }
  }

  /** The words that are forms of one. */
  forms(word: string): readonly string[] {
    return this.#forms.get(stem(word)) ?? [];
  }

  /** Whether a word of another script begins with letters. */
  begins(letters: string): boolean {
    return this.#latinLines.includes(`\n${letters}`);
  }

  /** Whether letters stand inside a word of another script. */
  isWithin(letters: string): boolean {
    return this.#latinLines.includes(letters);
  }

  get #latinLines(): string {
    this.#latinText ??= `\n${[...this.latin].join('\n')}`;
    return this.#latinText;
  }

  has(word: string): boolean {
    return this.#known.has(word);
  }

  syllables(text: string): string[] {
    return this.#sounds.syllables(text);
  }

  get readings(): Readings {
    if (this.#readings) return this.#readings;
    const read = (word: string) => this.#sounds.reading(word);
    const [names, words] = [this.names.filter((name) => Array.from(name).some(isHan)).map(read), this.words.map(read)];
    this.#readings = { names, words, byFirst: byFirstLetter(names, words), bySound: bySound([...words.filter(isLong), ...names]) };
    return this.#readings;
  }

  /** The Chinese that letters spell: pieces of names, and words. */
  spelt(letters: string): string[] {
    const pieces = new Set<string>();
    for (const { reading, at, isName } of this.readings.byFirst.get(letters[0]) ?? []) {
      if (isName || letters.length >= SHORTEST_SOUND) pieces.add(spelt(letters, reading, at));
    }
    pieces.delete('');
    return [...pieces].filter((piece) => piece.length > 1 || letters.length >= SHORTEST_SOUND);
  }

  /** The beginnings of names whose syllables begin with these letters. */
  withInitials(letters: string): string[] {
    const pieces = this.readings.names.filter((name) => isInitials(letters, name)).map(({ word }) => word.slice(0, letters.length));
    return [...new Set(pieces)];
  }

  /**
   * A run of signs in as few known words as may be, with what is between them; the run itself is not one of them.
   */
  cut(run: string): string[] {
    if (LATIN.test(run)) return [run];
    const costs = [0];
    const from = [0];
    for (let end = 1; end <= run.length; end += 1) {
      costs.push(costs[end - 1] + UNKNOWN);
      from.push(end - 1);
      for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
        const piece = run.slice(start, end);
        const isWord = piece !== run && (this.#known.has(piece) || LATIN.test(piece)) && !splits(run, start) && !splits(run, end);
        if (isWord && costs[start] + 1 <= costs[end]) [costs[end], from[end]] = [costs[start] + 1, start];
      }
    }
    return joined(run, from, (piece) => this.#known.has(piece) || LATIN.test(piece));
  }
}

const isLong = ({ word }: Reading): boolean => word.length > 2;

/** Where a piece may begin that is typed by its sound: anywhere in a name, at the beginning of a word. */
function byFirstLetter(names: readonly Reading[], words: readonly Reading[]): Map<string, Beginning[]> {
  const places = new Map<string, Beginning[]>();
  const add = (reading: Reading, at: number, isName: boolean) => {
    const first = reading.syllables[at]?.[0] ?? '';
    const known = places.get(first);
    if (known) known.push({ reading, at, isName });
    else places.set(first, [{ reading, at, isName }]);
  };
  for (const name of names) name.syllables.forEach((_, at) => { add(name, at, true); });
  for (const word of words) add(word, 0, false);
  return places;
}

/** Words by their sound; of two that sound alike the last. */
const bySound = (readings: readonly Reading[]): Map<string, string> =>
  new Map(readings.filter(({ word }) => word.length > 1).map(({ letters, word }) => [soundKey(letters, word.length), word]));

export const soundKey = (letters: string, length: number): string => `${length} ${letters}`;

/** The pieces that a cut leaves; what no word holds and stands side by side is one piece. */
function joined(run: string, from: readonly number[], isWord: (piece: string) => boolean): string[] {
  const pieces: string[] = [];
  for (let end = run.length; end > 0; end = from[end]) pieces.unshift(run.slice(from[end], end));
  const whole: string[] = [];
  pieces.forEach((piece, at) => {
    if (at > 0 && !isWord(piece) && !isWord(pieces[at - 1])) whole.push((whole.pop() ?? '') + piece);
    else whole.push(piece);
  });
  return whole;
}

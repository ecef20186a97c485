/* A query as terms, each with all that may stand for it in a text. */

import type { Dictionary } from './dictionary.ts';
import { isHan } from './fold.ts';
import type { Edge } from './haystack.ts';
import { SAYS_NOTHING, SOFT } from './typed-words.ts';

/** something that may stand for a term */
export interface Alternative {
  readonly piece: string;
  readonly edge: Edge;
  /** what it costs more than the term itself */
  readonly cost: number;
}

export interface Term {
  readonly text: string;
  readonly alternatives: readonly Alternative[];
  /** whether things are found that lack it: 能力 in 抗压能力 */
  readonly soft: boolean;
}

const COST = { form: 0.3, inside: 2, sound: 1, initials: 2 };
const INSIDE = 3;

/** The words of a query that say something; all where none does. */
function telling(words: readonly string[]): readonly string[] {
  const left = words.filter((word) => !SAYS_NOTHING.has(word));
  return left.length ? left : words;
}

const isLatin = (word: string): boolean => /^[a-z0-9+#]+$/.test(word);

/** What is typed and the forms of that word. */
export function literal(word: string, dictionary: Dictionary, soft = false): Term {
  if (!Array.from(word).every(isHan) && isLatin(word)) {
    const own: Alternative[] = [{ piece: word, edge: word.length === 1 ? 'word' : 'start', cost: 0 }];
    const forms = dictionary.forms(word).filter((form) => !form.startsWith(word));
    return { text: word, soft, alternatives: [...own, ...forms.map((piece) => ({ piece, edge: 'word' as const, cost: COST.form }))] };
  }
  return { text: word, soft, alternatives: [{ piece: word, edge: 'any', cost: 0 }] };
}

/** A term that may stand inside a word too, or as two words; only what words make possible is looked for in the texts. */
export function inside(term: Term, dictionary: Dictionary): Term {
  const { text, alternatives } = term;
  if (text.length < INSIDE || !/^[a-z]+$/.test(text)) return term;
  const halves = Array.from(text.slice(1), (_, at) => [text.slice(0, at + 1), text.slice(at + 1)]);
  const known = halves.filter(([first, second]) => dictionary.latin.has(first) && dictionary.begins(second));
  const apart = known.map((words) => ({ piece: words.join(' '), edge: 'start' as const, cost: COST.form }));
  const within = dictionary.isWithin(text) ? [{ piece: text, edge: 'any' as const, cost: COST.inside }] : [];
  return { ...term, alternatives: [...alternatives, ...apart, ...within] };
}

/** Pieces without those that hold another one: what has them has that one too. */
const shortest = (pieces: readonly string[]): string[] =>
  pieces.filter((piece) => !pieces.some((other) => other !== piece && piece.includes(other)));

/** A term that may be the sound of Chinese too. */
export function withSounds(term: Term, dictionary: Dictionary): Term {
  if (!/^[a-z]{2,}$/.test(term.text)) return term;
  const sounds = shortest(dictionary.spelt(term.text)).map((piece) => ({ piece, edge: 'any' as const, cost: COST.sound }));
  const initials = shortest(dictionary.withInitials(term.text)).map((piece) => ({ piece, edge: 'any' as const, cost: COST.initials }));
  return { ...term, alternatives: [...term.alternatives, ...sounds, ...initials] };
}

/** The words of a query as they are typed, parted by blanks and punctuation. */
export const typed = (query: string, dictionary: Dictionary): Term[] =>
  telling(query.split(' ').filter(Boolean)).map((word) => literal(word, dictionary));

/** The words of a query where those without blanks between them are cut too. */
export function cut(query: string, dictionary: Dictionary): Term[] {
  const pieces = query.split(' ').filter(Boolean).flatMap((run) => dictionary.cut(run));
  const words = [...new Set(telling(pieces))];
  const isHard = words.some((word) => !SOFT.has(word));
  return words.map((word) => literal(word, dictionary, isHard && SOFT.has(word)));
}

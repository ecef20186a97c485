/* One slip in what was typed: a sign too many, too few, wrong, or two that changed places; in Chinese also words of the same sound. */

import { soundKey } from './dictionary.ts';
import type { Dictionary } from './dictionary.ts';
import { isHan } from './fold.ts';

/** below this many signs one slip may mean anything */
const SHORTEST = { han: 3, latin: 4 };
const LONGEST = 16;

/** Whether two words differ by no more than one slip. */
export function isNear(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [leftA, leftB] = [a.slice(start, endA), b.slice(start, endB)];
  if (leftA.length <= 1 && leftB.length <= 1) return true;
  return leftA.length === 2 && leftB.length === 2 && leftA[0] === leftB[1] && leftA[1] === leftB[0];
}

/** The query in the ways in which it may have been meant, the likeliest first. */
export function readings(query: string, dictionary: Dictionary): string[] {
  const ways = query.split(' ').flatMap((run, at, runs) => {
    const words = Array.from(run).some(isHan) ? ofHan(run, dictionary) : ofLatin(run, dictionary);
    return words.map((word) => [...runs.slice(0, at), word, ...runs.slice(at + 1)].join(' '));
  });
  return [...new Set(ways)].filter((way) => way !== query);
}

function ofHan(run: string, dictionary: Dictionary): string[] {
  return [...soundAlike(run, dictionary), ...lookAlike(run, dictionary)];
}

/** A piece of the run replaced by a word that sounds the same, long pieces first. */
function soundAlike(run: string, dictionary: Dictionary): string[] {
  const syllables = dictionary.syllables(run);
  const { bySound } = dictionary.readings;
  const ways: string[] = [];
  for (let length = Math.min(run.length, LONGEST); length > 1; length -= 1) {
    for (let at = 0; at + length <= run.length; at += 1) {
      const word = bySound.get(soundKey(syllables.slice(at, at + length).join(''), length));
      if (word && word !== run.slice(at, at + length)) ways.push(run.slice(0, at) + word + run.slice(at + length));
    }
  }
  return ways;
}

/** A piece of the run replaced by a name of which it is one slip away; half of the name at least is as it should be. */
function lookAlike(run: string, dictionary: Dictionary): string[] {
  const ways: { readonly way: string; readonly length: number }[] = [];
  for (const name of dictionary.names) {
    if (name.length < SHORTEST.han || name.length > LONGEST || !isHan(name[0])) continue;
    const half = name.length >> 1;
    if (!run.includes(name.slice(0, half)) && !run.includes(name.slice(half))) continue;
    const piece = near(run, name);
    if (piece) ways.push({ way: run.replace(piece, name), length: name.length });
  }
  return ways.sort((a, b) => b.length - a.length).map(({ way }) => way);
}

function near(run: string, name: string): string {
  for (const length of [name.length, name.length + 1, name.length - 1]) {
    for (let at = 0; at + length <= run.length; at += 1) {
      const piece = run.slice(at, at + length);
      if (isNear(piece, name)) return piece;
    }
  }
  return '';
}

/** Words of other scripts, and Chinese by its letters. */
function ofLatin(run: string, dictionary: Dictionary): string[] {
  if (run.length < SHORTEST.latin || /\d/.test(run)) return [];
  const words = [...dictionary.latin].filter((word) => word.length >= SHORTEST.latin && word[0] === run[0] && isNear(word, run));
  const { names, words: chinese } = dictionary.readings;
  const spelt = [...names, ...chinese].filter(({ letters, word }) => word.length > 1 && isNear(letters, run));
  return [...words, ...spelt.map(({ word }) => word)];
}

/* Where terms stand in a text as written. */

import { trace } from './fold.ts';
import type { Simplified } from './fold.ts';
import type { Range } from './result.ts';
import type { Term } from './terms.ts';

const isInsideWord = (text: string, at: number): boolean => /[a-z0-9]/.test(text[at]) && /[a-z0-9]/.test(text[at - 1] ?? '');

/**
 * @returns the stretches that terms cover, in order, none over another; of a term's alternatives the first that stands there
 */
export function marksOf(text: string, terms: readonly Term[], simplified: Simplified): Range[] {
  const { text: plain, origins } = trace(text, simplified);
  const marks: [number, number][] = [];
  const end = (at: number) => origins.slice(at).find((origin) => origin > origins[at - 1]) ?? text.length;
  for (const { alternatives } of terms) {
    const there = alternatives.find(({ piece, edge }) => places(plain, piece, edge !== 'any').length > 0);
    if (there) for (const at of places(plain, there.piece, there.edge !== 'any')) marks.push([origins[at], end(at + there.piece.length)]);
  }
  return merged(marks, text);
}

function places(plain: string, piece: string, atEdge: boolean): number[] {
  const all: number[] = [];
  for (let at = plain.indexOf(piece); at >= 0; at = plain.indexOf(piece, at + piece.length)) {
    if (!atEdge || !isInsideWord(plain, at)) all.push(at);
  }
  return all;
}

/** Stretches that meet are one, and none ends with a blank or a sign between words. */
function merged(marks: readonly [number, number][], text: string): Range[] {
  const whole: [number, number][] = [];
  for (const [start, end] of [...marks].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = whole.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else whole.push([start, end]);
  }
  return whole.map(([start, end]) => [start, start + text.slice(start, end).replace(/[^\p{L}\p{N}\p{M}+#]+$/u, '').length]);
}

/* Marks in texts what was typed: where it stands, and as elements of a page. */

import { make } from '../../lib/draw.ts';
import { normalise } from '../../lib/text.ts';
import type { Range } from '../result.ts';

/** A text as it is compared, and where each of its signs stands in the text as written. */
function compared(text: string): { plain: string, origin: number[] } {
  let plain = '';
  const origin: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const piece = normalise(text[at]);
    plain += piece;
    for (let n = 0; n < piece.length; n += 1) origin.push(at);
  }
  return { plain, origin };
}

/** Ranges in order, those that touch or overlap as one. */
function merged(ranges: readonly Range[]): readonly Range[] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

/**
 * Where what was typed stands in a text, as one piece, or word by word where that stands nowhere.
 * @param raw - what was typed
 */
export function rangesIn(text: string, raw: string): readonly Range[] {
  const { plain, origin } = compared(text);
  const whole = normalise(raw);
  if (!whole) return [];
  const terms = plain.includes(whole) ? [whole] : raw.split(/\s+/).map(normalise).filter(Boolean);
  const ranges: Range[] = [];
  for (const term of terms) {
    for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length)) {
      ranges.push([origin[at], origin[at + term.length - 1] + 1]);
    }
  }
  return merged(ranges);
}

/** The pieces of text in an element, in order. */
function textsIn(element: Element): Text[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) if (walker.currentNode instanceof Text) texts.push(walker.currentNode);
  return texts;
}

/** Marks ranges of an element's text, across whatever stands in it. */
export function paint(element: Element, ranges: readonly Range[]) {
  let from = 0;
  for (const text of ranges.length ? textsIn(element) : []) {
    const { length } = text;
    const inside = ranges.map(([start, end]): Range => [Math.max(start - from, 0), Math.min(end - from, length)]);
    for (const [start, end] of inside.filter((range) => range[0] < range[1]).reverse()) {
      const piece = text.splitText(start);
      piece.splitText(end - start);
      const mark = make('mark');
      piece.replaceWith(mark);
      mark.append(piece);
    }
    from += length;
  }
}

/** Takes all marks away. */
export function unpaint(element: Element) {
  const marks = element.querySelectorAll('mark');
  for (const mark of marks) mark.replaceWith(...mark.childNodes);
  if (marks.length) element.normalize();
}

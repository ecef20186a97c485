/* Marks in the texts of a page. */

import { make } from '../../lib/draw.ts';
import type { Range } from '../result.ts';

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

/* Where somebody reads, so that it can be found again after lines have come or gone: the first line that is visible under the bar,
   and how far it is below it. A line is known by its code, which stands in every view; one that is gone, or has no code, falls
   back to its competency. */

import { codeOfLine } from '../lib/dom.ts';

const LINES = '.lb-ind';
const ARTICLE = 'article';
/** in pixels: a line of which less than this is seen is not the one that is read */
const SLIVER = 8;

export interface Place {
  readonly code: string;
  readonly article: Element | null;
  /** pixels below the bar */
  readonly below: number;
}

const isShown = (element: Element): boolean => element.getClientRects().length > 0;

/**
 * @param edge - where what one reads begins, in pixels from the top of the window
 * @returns nothing where no line is visible
 */
export function placeOf(root: Element, edge: number): Place | null {
  const line = [...root.querySelectorAll<HTMLElement>(LINES)].find((each) => isShown(each) && each.getBoundingClientRect().bottom > edge + SLIVER);
  if (!line) return null;
  return { code: codeOfLine(line), article: line.closest(ARTICLE), below: line.getBoundingClientRect().top - edge };
}

/** Scrolls so that what was read stands where it stood. */
export function returnTo(root: Element, { code, article, below }: Place, edge: number): void {
  const lines = [...root.querySelectorAll<HTMLElement>(LINES)];
  const line = code && lines.find((each) => codeOfLine(each) === code && isShown(each));
  const found = line || (article && isShown(article) ? article : null);
  if (!found) return;
  const top = found.getBoundingClientRect().top - edge;
  window.scrollBy(0, line ? top - below : top);
}

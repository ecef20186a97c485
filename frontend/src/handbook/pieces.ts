/*
 * A long page is laid out a piece at a time: what is out of sight waits, as the style sheets say (`lb-in-pieces`), until the
 * browser has nothing else to do. Whoever does something may go to a place that would move, so then all of it is laid out.
 */

import { IN_PIECES, isInPieces, piecemeal } from '../lib/piecemeal.ts';

const PIECES = '.lb-comp, .lb-item';

/** Says, before anything is laid out, that it can wait: not where a place of the page is asked for, which would move while one looks. */
export function beginInPieces() {
  const [visit] = performance.getEntriesByType('navigation');
  const isFresh = visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
  if (isFresh && !location.hash) document.documentElement.classList.add(IN_PIECES);
}

export function layOutPieces() {
  if (isInPieces()) piecemeal(document.querySelectorAll(PIECES), (piece) => { piece.classList.add('is-laid-out'); });
}

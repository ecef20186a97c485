/*
 * A long page is laid out a piece at a time, so that it answers meanwhile: what is out of sight waits, as the style sheets
 * say (`lb-in-pieces`), until the browser has nothing else to do.
 */

const PIECES = '.lb-comp, .lb-item';
/** Laid out together: so few that even a slow computer answers in between. */
const AT_ONCE = 3;

// Safari has no requestIdleCallback
const whenIdle = 'requestIdleCallback' in window ? (act: () => void) => void requestIdleCallback(act) : (act: () => void) => void setTimeout(act);

/** Says, before anything is laid out, that it can wait: not where a place of the page is asked for, which would move while one looks. */
export function beginInPieces() {
  const [visit] = performance.getEntriesByType('navigation');
  const isFresh = visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
  if (isFresh && !location.hash) document.documentElement.classList.add('lb-in-pieces');
}

export function layOutPieces() {
  if (!document.documentElement.classList.contains('lb-in-pieces')) return;
  const waiting = [...document.querySelectorAll(PIECES)];
  const layOut = (count: number) => {
    for (const piece of waiting.splice(0, count)) piece.classList.add('is-laid-out');
  };
  const next = () => {
    layOut(AT_ONCE);
    if (waiting.length) requestAnimationFrame(() => whenIdle(next));
  };
  whenIdle(next);
  // whoever does something already may go to a place that would move
  for (const kind of ['pointerdown', 'keydown']) addEventListener(kind, () => layOut(Infinity), { capture: true, once: true });
}

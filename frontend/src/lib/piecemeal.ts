/* Work that waits until the browser has nothing else to do, one piece at a time, so that a long page answers meanwhile. */

/** class of the root where what is out of sight can wait */
export const IN_PIECES = 'lb-in-pieces';

/** Whoever does something gets a page that is done. */
const DOINGS = ['pointerdown', 'touchmove', 'wheel', 'keydown', 'focusin', 'beforeprint'];

export const isInPieces = (): boolean => document.documentElement.classList.contains(IN_PIECES);

// Safari has no requestIdleCallback
export const whenIdle = (act: () => void): void => {
  if ('requestIdleCallback' in window) requestIdleCallback(act);
  else setTimeout(act);
};

/** Does something for each of many pieces, in their order; for all that are left as soon as somebody does anything. */
export function piecemeal<Piece>(pieces: Iterable<Piece>, act: (piece: Piece) => void) {
  const waiting = [...pieces];
  const some = (count: number) => { for (const piece of waiting.splice(0, count)) act(piece); };
  const next = () => {
    some(1);
    if (waiting.length) requestAnimationFrame(() => { whenIdle(next); });
  };
  whenIdle(next);
  for (const doing of DOINGS) addEventListener(doing, () => { some(Infinity); }, { capture: true, once: true, passive: true });
}

/* Who has the focus does not lose it when the result is drawn anew. */

const isUsable = (element: HTMLElement): boolean => element.isConnected && !element.matches(':disabled');

/** The head of a part; where it has none, what can be done first in it. */
function headOf(part: Element): HTMLElement | null {
  const head = part.querySelector('h2');
  head?.setAttribute('tabindex', '-1');
  return head ?? part.querySelector<HTMLElement>('a, button');
}

/**
 * Draws anew. Where what had the focus is gone or cannot be used any more, the head of the same part gets it; where the part is
 * gone too, the head of all.
 */
export function keepingFocus(root: HTMLElement, draw: () => void) {
  const before = document.activeElement;
  const part = before && root.contains(before) ? before.closest('.lb-result > *, .lb-lay > *') : null;
  draw();
  if (!part || !(before instanceof HTMLElement)) return;
  const now = document.activeElement;
  const went = now !== before && now !== document.body && now !== null;
  if (went || (now === before && isUsable(before))) return;
  const head = () => headOf(part.isConnected ? part : root.querySelector('.lb-result') ?? root);
  (isUsable(before) ? before : head())?.focus({ preventScroll: true });
}

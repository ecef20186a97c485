/* What parts of a page share: what an address points to, whether somebody types, and boxes of which nothing is left. */

import { decoded } from './text.ts';
import { fill } from './words.ts';

/** what an address points to with its #, where that stands in the root */
export function target(root: Node, { hash }: { readonly hash: string } = location): HTMLElement | null {
  const element = document.getElementById(decoded(hash.slice(1)));
  return element && root.contains(element) ? element : null;
}

/** whether keys are typed into something there */
export const isTyping = (place: EventTarget | null): boolean =>
  place instanceof HTMLElement && (place.isContentEditable || place.matches('input, textarea, select'));

/** What had the focus is gone: it goes to the heading of the page. */
export function focusHeading() {
  const head = document.querySelector<HTMLElement>('h1');
  if (!head) return;
  head.tabIndex = -1;
  head.focus({ preventScroll: true });
}

/**
 * Hides those boxes that hold items of which none is visible.
 * @param boxes - selector of the boxes
 * @param items - selector of the items
 */
export function hideEmpty(root: Element, boxes: string, items: string): void {
  for (const box of root.querySelectorAll<HTMLElement>(boxes)) {
    const all = box.querySelectorAll(items);
    const shown = box.querySelectorAll(`:is(${items}):not([hidden])`);
    box.hidden = all.length > 0 && shown.length === 0;
  }
}

/**
 * Heads that say how many items a box has say how many of them are shown while some are hidden.
 * @param boxes - selector of the boxes; the head is what has data-shown in a box and in none inside it
 * @param items - selector of the items
 */
export function recount(root: Element, boxes: string, items: string): void {
  for (const box of root.querySelectorAll(boxes)) {
    const heads = [...box.querySelectorAll<HTMLElement>('[data-shown]')];
    const head = heads.find((inner) => inner.closest(boxes) === box);
    if (!head) continue;
    const whole = (head.dataset.whole ??= head.textContent);
    const [all, shown] = [items, `:is(${items}):not([hidden])`].map((selector) => box.querySelectorAll(selector).length);
    const said = shown < all ? fill(head.dataset.shown || '{n}', { n: shown, all }) : whole;
    if (head.textContent !== said) head.textContent = said;
  }
}

/** the code of the line of an indicator: one that a comparison brings says it, all others have it at their end; nothing where it has none */
export const codeOfLine = (line: HTMLElement): string =>
  line.dataset.code ?? line.querySelector('.lb-ind__tools > a.lb-code')?.textContent ?? '';

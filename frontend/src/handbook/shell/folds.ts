/* Folded parts open where a link leads into them, and for paper; not those that paper does not show, as their texts would be loaded. */

import { target } from '../../lib/dom.ts';

const FOLDED = 'details:not([open])';

function openAround(element: HTMLElement) {
  let folded = element.closest(FOLDED);
  while (folded instanceof HTMLDetailsElement) {
    folded.open = true;
    folded = folded.parentElement?.closest(FOLDED) ?? null;
  }
}

function openTarget() {
  const element = target(document);
  if (!element) return;
  openAround(element);
  element.scrollIntoView();
}

export function startFolds() {
  const opened: HTMLDetailsElement[] = [];
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll<HTMLDetailsElement>(`main ${FOLDED}:not(.lb-noprint)`)) {
      details.open = true;
      opened.push(details);
    }
  });
  addEventListener('afterprint', () => {
    for (const details of opened.splice(0)) details.open = false;
  });
  addEventListener('hashchange', openTarget);
  if (target(document)?.closest(FOLDED)) openTarget();
}

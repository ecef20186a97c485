/* Keys: the page before and after this one, and labels of the navigation that open a part of it. */

import { isTyping } from '../../lib/dom.ts';

const BEFORE = ['p', ','];
const AFTER = ['n', '.'];

function go(relation: string) {
  const link = document.querySelector<HTMLLinkElement>(`link[rel="${relation}"]`);
  if (link) location.href = link.href;
}

function onKey(event: KeyboardEvent) {
  if (event.metaKey || event.ctrlKey || event.altKey || isTyping(document.activeElement)) return;
  if (event.key === 'Enter') {
    if (document.activeElement instanceof HTMLLabelElement) document.activeElement.click();
  } else if (BEFORE.includes(event.key)) go('prev');
  else if (AFTER.includes(event.key)) go('next');
}

/** Says of a part of the navigation whether it is open. */
function sayState(label: HTMLLabelElement) {
  const toggle = label.control;
  const part = document.querySelector(`nav[aria-labelledby="${label.id}"]`);
  if (!(toggle instanceof HTMLInputElement) || !part) return;
  toggle.addEventListener('change', () => part.setAttribute('aria-expanded', String(toggle.checked)));
}

/** The menu of narrow screens has done its work once a link in it leads somewhere on the same page. */
function closeMenu() {
  const drawer = document.getElementById('__drawer');
  if (!(drawer instanceof HTMLInputElement) || !drawer.checked) return;
  drawer.checked = false;
  drawer.dispatchEvent(new Event('change', { bubbles: true }));
}

export function startKeys() {
  document.addEventListener('keydown', onKey);
  document.querySelectorAll<HTMLLabelElement>('.md-nav label[tabindex]').forEach(sayState);
  addEventListener('hashchange', closeMenu);
}

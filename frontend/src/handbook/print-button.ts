/* Buttons that print the page in hand, also from a list of ways to print, which closes again by Escape or a click beside it. */

export {};

const LIST = '.lb-printing';

/** The focus stays where the list was. */
function close(list: HTMLDetailsElement) {
  list.querySelector('summary')?.focus();
  list.open = false;
}

document.addEventListener('click', (event) => {
  const clicked = event.target instanceof Element ? event.target : null;
  for (const list of document.querySelectorAll<HTMLDetailsElement>(`${LIST}[open]`)) {
    if (!clicked || !list.contains(clicked)) list.open = false;
  }
  if (!clicked?.closest('button[data-print]')) return;
  const list = clicked.closest<HTMLDetailsElement>(LIST);
  if (list) close(list);
  print();
});
document.addEventListener('keydown', (event) => {
  const list = event.target instanceof Element && event.target.closest<HTMLDetailsElement>(`${LIST}[open]`);
  if (event.key !== 'Escape' || !list) return;
  close(list);
});

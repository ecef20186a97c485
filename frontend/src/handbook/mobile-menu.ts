/* The menu of narrow screens by keyboard: Material opens it with a label, which no key reaches. */

/**
 * @param drawer - Material's own switch of the menu
 */
function connect(button: HTMLElement, drawer: HTMLInputElement) {
  const sayState = () => button.setAttribute('aria-expanded', String(drawer.checked));
  drawer.addEventListener('change', sayState);
  button.addEventListener('click', () => turn(drawer, !drawer.checked));
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !drawer.checked) return;
    turn(drawer, false);
    button.focus();
  });
  sayState();
}

function turn(drawer: HTMLInputElement, open: boolean) {
  drawer.checked = open;
  drawer.dispatchEvent(new Event('change', { bubbles: true }));
  if (open) focusFirst(document.querySelectorAll<HTMLElement>('.md-sidebar--primary a'));
}

/**
 * @param links - of which some stand in parts of the menu that are not shown
 */
function focusFirst(links: Iterable<HTMLElement>) {
  for (const link of links) {
    link.focus();
    if (document.activeElement === link) return;
  }
}

const button = document.querySelector<HTMLElement>('.lb-menu');
const drawer = document.getElementById('__drawer');
if (button && drawer instanceof HTMLInputElement) connect(button, drawer);

export {};

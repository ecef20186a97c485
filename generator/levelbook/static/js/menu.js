// @ts-check
/* The menu of narrow screens by keyboard: Material opens it with a label, which no key reaches. */
(function () {
  'use strict';

  /**
   * @param {HTMLElement} button
   * @param {HTMLInputElement} drawer - Material's own switch of the menu
   */
  function connect(button, drawer) {
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

  /**
   * @param {HTMLInputElement} drawer
   * @param {boolean} open
   */
  function turn(drawer, open) {
    drawer.checked = open;
    drawer.dispatchEvent(new Event('change', { bubbles: true }));
    if (open) focusFirst(document.querySelectorAll('.md-sidebar--primary a'));
  }

  /** @param {NodeListOf<Element>} links - of which some stand in parts of the menu that are not shown */
  function focusFirst(links) {
    for (const link of links) {
      if (link instanceof HTMLElement) link.focus();
      if (document.activeElement === link) return;
    }
  }

  const button = document.querySelector('.lb-menu');
  const drawer = document.getElementById('__drawer');
  if (button instanceof HTMLElement && drawer instanceof HTMLInputElement) connect(button, drawer);
})();

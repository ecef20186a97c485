// @ts-check
/* <lb-compare>: which kinds of change a comparison shows. */
(function () {
  'use strict';

  if (customElements.get('lb-compare')) return;
  const { hideEmpty } = /** @type {any} */ (window).levelbook;

  class LbCompare extends HTMLElement {
    connectedCallback() {
      this.addEventListener('change', () => this.update());
      this.update();
    }

    update() {
      /** @type {HTMLInputElement[]} */
      const inputs = Array.from(this.querySelectorAll('input[name="kind"]'));
      if (!inputs.length) return;
      const shown = new Set(inputs.filter((input) => input.checked).map((input) => input.value));
      for (const row of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('tr[data-kind]'))) {
        row.hidden = !shown.has(row.dataset.kind || '');
      }
      hideEmpty(this, 'table', 'tr[data-kind]');
      hideEmpty(this, 'section', 'tr[data-kind]');
      this.sayEmpty();
    }

    /** Shows the sentence that nothing is left, where the page has one. */
    sayEmpty() {
      const sentence = /** @type {HTMLElement | null} */ (this.querySelector('.lb-empty'));
      if (sentence) sentence.hidden = this.querySelector('tr[data-kind]:not([hidden])') !== null;
    }
  }

  customElements.define('lb-compare', LbCompare);
})();

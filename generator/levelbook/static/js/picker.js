// @ts-check
/* <lb-picker>: sequence, then level, on the home page. */
(function () {
  'use strict';

  if (customElements.get('lb-picker')) return;

  class LbPicker extends HTMLElement {
    connectedCallback() {
      this.addEventListener('change', () => this.update());
      this.update();
      window.addEventListener('pageshow', () => this.update()); // a browser going back restores the choice late
    }

    update() {
      const radio = /** @type {HTMLInputElement | null} */ (this.querySelector('input[name="seq"]:checked'));
      const first = /** @type {HTMLInputElement | null} */ (this.querySelector('input[name="seq"]'));
      const chosen = radio || first;
      if (!chosen) return;
      chosen.checked = true;
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('[data-seq]'))) {
        part.hidden = part.dataset.seq !== chosen.value;
      }
    }
  }

  customElements.define('lb-picker', LbPicker);
})();

// @ts-check
/* <lb-show>: the switch of a level page between what is new there and all that applies. */
(function () {
  'use strict';

  if (customElements.get('lb-show')) return;
  const { target } = /** @type {any} */ (window).levelbook;
  const MEMORY = 'levelbook.show';

  /** @returns {string | null} */
  function remembered() {
    try {
      return localStorage.getItem(MEMORY);
    } catch (error) {
      return null; // storage is switched off: the page's own choice holds
    }
  }

  /** @param {string} value */
  function remember(value) {
    try {
      localStorage.setItem(MEMORY, value);
    } catch (error) {
      // storage is switched off: the choice holds for this page
    }
  }

  class LbShow extends HTMLElement {
    connectedCallback() {
      if (!this.radios.length) return;
      const checked = this.radios.find((radio) => radio.checked);
      this.set(remembered() || (checked ? checked.value : 'all'));
      this.showTarget();
      this.addEventListener('change', (event) => this.onChange(event));
      window.addEventListener('hashchange', () => this.showTarget());
    }

    /** @returns {HTMLInputElement[]} */
    get radios() {
      return Array.from(this.querySelectorAll('input[type="radio"][name="show"]'));
    }

    /** @param {string} value */
    set(value) {
      const known = this.radios.some((radio) => radio.value === value) ? value : 'all';
      this.radios.forEach((radio) => {
        radio.checked = radio.value === known;
      });
      this.dataset.show = known;
    }

    /** @param {Event} event */
    onChange(event) {
      const radio = /** @type {HTMLInputElement} */ (event.target);
      if (radio.name !== 'show') return;
      this.set(radio.value);
      remember(radio.value);
    }

    /** A link to an expectation that is switched off shows it all the same. */
    showTarget() {
      const line = target(this);
      if (!line || !line.closest('.lb-when-all')) return;
      this.set('all');
      line.scrollIntoView();
    }
  }

  customElements.define('lb-show', LbShow);
})();

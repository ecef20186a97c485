// @ts-check
/* <lb-weights>: the switch of the page of points between all rows and groups only. */
(function () {
  'use strict';

  if (customElements.get('lb-weights')) return;

  class LbWeights extends HTMLElement {
    connectedCallback() {
      this.addEventListener('change', () => this.update());
      this.update(); // the browser may have kept an earlier choice
      this.showTarget();
      window.addEventListener('hashchange', () => this.showTarget());
    }

    /** @returns {HTMLInputElement[]} */
    get radios() {
      return Array.from(this.querySelectorAll('input[name="rows"]'));
    }

    update() {
      const chosen = this.radios.find((radio) => radio.checked);
      this.dataset.rows = chosen ? chosen.value : 'all';
    }

    /** A link to a row that is switched off shows it all the same. */
    showTarget() {
      const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
      if (this.dataset.rows === 'all' || !target || !this.contains(target)) return;
      for (const radio of this.radios) radio.checked = radio.value === 'all';
      this.update();
      target.scrollIntoView();
    }
  }

  customElements.define('lb-weights', LbWeights);
})();

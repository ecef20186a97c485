// @ts-check
/* <lb-actions>: courses and practices by kind and by the level one aims at. */
(function () {
  'use strict';

  if (customElements.get('lb-actions')) return;
  const { fill, hideEmpty } = /** @type {any} */ (window).levelbook;

  class LbActions extends HTMLElement {
    connectedCallback() {
      this.addEventListener('change', () => this.update());
      this.update();
    }

    /**
     * @param {string} name
     * @returns {string} what is chosen; '' stands for all
     */
    value(name) {
      const field = this.querySelector(`select[name="${name}"]`);
      return field instanceof HTMLSelectElement ? field.value : '';
    }

    update() {
      const [type, goal] = [this.value('type'), Number(this.value('goal'))];
      const found = new Set();
      const rows = /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('tr[data-type]'));
      rows.forEach((row, at) => {
        const rank = Number(row.dataset.rank);
        row.hidden = Boolean((type && row.dataset.type !== type) || (goal && rank > goal));
        // One that stands in several blocks counts once.
        if (!row.hidden) found.add(row.dataset.code || at);
      });
      hideEmpty(this, 'section[data-block]', 'tr[data-type]');
      this.say(found.size);
    }

    /** @param {number} n */
    say(n) {
      const status = /** @type {HTMLElement | null} */ (this.querySelector('[role="status"]'));
      if (status) status.textContent = fill((n ? status.dataset.count : status.dataset.none) || '{n}', { n });
    }
  }

  customElements.define('lb-actions', LbActions);
})();

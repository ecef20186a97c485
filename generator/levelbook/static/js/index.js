// @ts-check
/* <lb-index>: the index of indicators, filtered while one types. */
(function () {
  'use strict';

  if (customElements.get('lb-index')) return;
  const { normalise, fill, hideEmpty } = /** @type {any} */ (window).levelbook;

  /** @typedef {{row: HTMLElement, text: string, sequence: string, level: string}} Entry */

  class LbIndex extends HTMLElement {
    connectedCallback() {
      this.entries = Array.from(this.querySelectorAll('[data-code]'), (row) => this.entry(row));
      this.fillFromAddress();
      this.addEventListener('input', () => this.update());
      this.addEventListener('change', () => this.update());
      this.addEventListener('submit', (event) => event.preventDefault());
      this.update();
    }

    /**
     * @param {Element} element
     * @returns {Entry}
     */
    entry(element) {
      const row = /** @type {HTMLElement} */ (element);
      const { code = '', seq = '', level = '', text } = row.dataset;
      return { row, text: normalise(`${code} ${text || row.textContent}`), sequence: seq, level };
    }

    /** ?q= in the address is what somebody typed on another page. */
    fillFromAddress() {
      const asked = new URLSearchParams(location.search);
      for (const name of ['q', 'seq', 'level']) {
        const value = asked.get(name);
        if (value !== null) this.setField(name, value);
      }
    }

    /**
     * @param {string} name
     * @param {string} value
     */
    setField(name, value) {
      for (const field of this.fields(name)) {
        if (field instanceof HTMLInputElement && field.type === 'radio') field.checked = field.value === value;
        else field.value = value;
      }
    }

    /**
     * @param {string} name
     * @returns {(HTMLInputElement | HTMLSelectElement)[]}
     */
    fields(name) {
      return Array.from(this.querySelectorAll(`input[name="${name}"], select[name="${name}"]`));
    }

    /**
     * @param {string} name
     * @returns {string} the value of the field; '' stands for all
     */
    value(name) {
      const chosen = this.fields(name).find((field) => field.matches(':not([type="radio"]), :checked'));
      return chosen && chosen.value !== 'all' ? chosen.value : '';
    }

    update() {
      const [query, sequence] = [normalise(this.value('q')), this.value('seq')];
      this.offerLevels(sequence);
      const level = this.value('level');
      let count = 0;
      for (const entry of this.entries || []) {
        const fits = entry.text.includes(query);
        const shown = fits && (!sequence || entry.sequence === sequence) && (!level || entry.level === level);
        if (entry.row.hidden === shown) entry.row.hidden = !shown; // touch only what changes
        count += shown ? 1 : 0;
      }
      hideEmpty(this, 'tbody, table, section', '[data-code]');
      this.say(count);
    }

    /**
     * Levels of other sequences are not offered.
     * @param {string} sequence
     */
    offerLevels(sequence) {
      for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (this.querySelectorAll('select[name="level"] [data-seq]'))) {
        option.hidden = Boolean(sequence) && option.dataset.seq !== sequence;
        option.disabled = option.hidden;
        if (option.hidden && option.selected) this.setField('level', this.allLevels());
      }
    }

    /** @returns {string} the value that stands for all levels */
    allLevels() {
      const first = /** @type {HTMLOptionElement | null} */ (this.querySelector('select[name="level"] option'));
      return first ? first.value : '';
    }

    /** @param {number} n */
    say(n) {
      const status = /** @type {HTMLElement | null} */ (this.querySelector('[role="status"]'));
      if (status) status.textContent = fill((n ? status.dataset.count : status.dataset.none) || '{n}', { n });
    }
  }

  customElements.define('lb-index', LbIndex);
})();

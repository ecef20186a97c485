// @ts-check
/* <lb-index>: the index of indicators, filtered while one types. */
(function () {
  'use strict';

  if (customElements.get('lb-index')) return;
  const { normalise, plainCode, fill, hideEmpty, recount } = /** @type {any} */ (window).levelbook;

  /** The value of a choice that leaves nothing out. */
  const ALL = 'all';

  /** @typedef {{row: HTMLElement, text: string, code: string, about: string, sequence: string, level: string}} Entry */

  /**
   * The same words find here what they find in the search of every page, which leads here with them.
   * @param {string} raw - what was typed
   * @param {Entry[]} entries
   * @returns {(entry: Entry) => boolean} whether an entry holds it: as one piece, or word by word where none does
   */
  function matcher(raw, entries) {
    const query = normalise(raw);
    const code = plainCode(raw);
    const isCode = /^[a-z0-9]+$/.test(code);
    const whole = (/** @type {Entry} */ one) => one.text.includes(query) || (isCode && one.code.includes(code));
    const terms = raw.split(/\s+/).map(normalise).filter(Boolean);
    if (terms.length < 2 || entries.some(whole)) return whole;
    return (one) => terms.every((term) => `${one.text} ${one.code} ${one.about}`.includes(term));
  }

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
      const { code = '', seq = '', level = '' } = row.dataset;
      const about = normalise(this.querySelector(`select[name="seq"] option[value="${seq}"]`)?.textContent || '');
      return { row, text: normalise(`${code} ${row.textContent}`), code: plainCode(code), about, sequence: seq, level };
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
      const field = this.field(name);
      if (!field) return;
      field.value = value;
      if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ALL;
    }

    /**
     * @param {string} name
     * @returns {HTMLInputElement | HTMLSelectElement | null}
     */
    field(name) {
      return this.querySelector(`input[name="${name}"], select[name="${name}"]`);
    }

    /**
     * @param {string} name
     * @returns {string} the value of the field; '' stands for all
     */
    value(name) {
      const field = this.field(name);
      return field && !(field instanceof HTMLSelectElement && field.value === ALL) ? field.value : '';
    }

    update() {
      const sequence = this.value('seq');
      this.offerLevels(sequence);
      const level = this.value('level');
      const fits = matcher(this.value('q'), this.entries || []);
      let count = 0;
      for (const entry of this.entries || []) {
        const shown = fits(entry) && (!sequence || entry.sequence === sequence) && (!level || entry.level === level);
        if (entry.row.hidden === shown) entry.row.hidden = !shown; // touch only what changes
        count += shown ? 1 : 0;
      }
      hideEmpty(this, 'tbody, table, section', '[data-code]');
      recount(this, 'tbody', '[data-code]');
      this.say(count, Boolean(sequence || level));
    }

    /**
     * Levels of other sequences are not offered.
     * @param {string} sequence
     */
    offerLevels(sequence) {
      for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (this.querySelectorAll('select[name="level"] [data-seq]'))) {
        option.hidden = Boolean(sequence) && option.dataset.seq !== sequence;
        option.disabled = option.hidden;
        if (option.parentElement instanceof HTMLOptGroupElement) option.parentElement.hidden = option.hidden;
        if (option.hidden && option.selected) this.setField('level', ALL);
      }
    }

    /**
     * @param {number} n
     * @param {boolean} chosen - whether sequence or level leave anything out
     */
    say(n, chosen) {
      const status = /** @type {HTMLElement | null} */ (this.querySelector('[role="status"]'));
      if (!status) return;
      const query = this.value('q').trim();
      const { count, noneAtAll, noneQuery, noneFilter, noneBoth } = status.dataset;
      const none = !this.entries?.length ? noneAtAll : !query ? noneFilter : chosen ? noneBoth : noneQuery;
      status.textContent = fill((n ? count : none) || '{n}', { n, query });
    }
  }

  customElements.define('lb-index', LbIndex);
})();

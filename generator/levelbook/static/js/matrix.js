// @ts-check
/* <lb-matrix>: which levels and which group of the matrix are shown. */
(function () {
  'use strict';

  if (customElements.get('lb-matrix')) return;

  class LbMatrix extends HTMLElement {
    connectedCallback() {
      this.addEventListener('change', (event) => this.onChange(/** @type {HTMLInputElement} */ (event.target)));
      this.update(); // the browser may have kept an earlier choice
    }

    /** @returns {HTMLInputElement[]} */
    get levels() {
      return Array.from(this.querySelectorAll('input[name="level"]'));
    }

    /** @returns {string} */
    get group() {
      const radio = /** @type {HTMLInputElement | null} */ (this.querySelector('input[name="group"]:checked'));
      return radio ? radio.value : 'all';
    }

    /** @param {HTMLInputElement} input */
    onChange(input) {
      const last = input.name === 'level' && !this.levels.some((level) => level.checked);
      if (last) input.checked = true; // a table without columns says nothing
      this.update();
    }

    update() {
      if (this.levels.length) this.showLevels();
      this.showGroup(this.group);
    }

    showLevels() {
      const shown = new Set(this.levels.filter((level) => level.checked).map((level) => level.value));
      for (const cell of this.cells('[data-col]')) cell.hidden = !shown.has(cell.dataset.col || '');
      for (const cell of this.cells('[data-span]')) this.narrow(cell, shown.size);
      const table = this.querySelector('table');
      if (table) table.style.setProperty('--cols', String(shown.size));
    }

    /**
     * @param {string} selector
     * @returns {HTMLTableCellElement[]}
     */
    cells(selector) {
      return Array.from(this.querySelectorAll(selector));
    }

    /**
     * A cell across all levels becomes as wide as those that are left; the columns before them stay.
     * @param {HTMLTableCellElement} cell
     * @param {number} count
     */
    narrow(cell, count) {
      const lead = cell.dataset.lead || String(cell.colSpan - Number(cell.dataset.span));
      cell.dataset.lead = lead;
      cell.colSpan = Number(lead) + count;
    }

    /** @param {string} group */
    showGroup(group) {
      for (const part of /** @type {NodeListOf<HTMLElement>} */ (this.querySelectorAll('tbody[data-grp]'))) {
        part.hidden = group !== 'all' && part.dataset.grp !== group;
      }
    }
  }

  customElements.define('lb-matrix', LbMatrix);
})();

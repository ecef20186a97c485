// @ts-check
/* What several of the scripts do; its name sorts first, and so it is loaded first. */
(function () {
  'use strict';

  /**
   * A text as it is compared: full and half width alike, small letters, no blanks.
   * @param {string} text
   * @returns {string}
   */
  function normalise(text) {
    return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
  }

  /**
   * Puts the facts into a sentence of the page: fill('{n} 条', {n: 3}).
   * @param {string} sentence
   * @param {Record<string, string | number>} facts
   * @returns {string}
   */
  function fill(sentence, facts) {
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in facts ? String(facts[name]) : whole));
  }

  /**
   * @param {unknown} value
   * @returns {boolean} whether it has keys and values
   */
  const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

  /**
   * Hides those boxes that hold items of which none is visible.
   * @param {Element} root
   * @param {string} boxes - selector of the boxes, the inner ones first
   * @param {string} items - selector of the items
   */
  function hideEmpty(root, boxes, items) {
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(boxes))) {
      const all = box.querySelectorAll(items);
      const shown = box.querySelectorAll(`:is(${items}):not([hidden])`);
      box.hidden = all.length > 0 && shown.length === 0;
    }
  }

  /** @type {any} */ (window).levelbook = Object.assign(/** @type {any} */ (window).levelbook || {}, {
    normalise,
    fill,
    isMapping,
    hideEmpty,
  });
})();

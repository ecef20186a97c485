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
   * @param {string} code
   * @returns {string} a code as it is compared: TAM-ACH-06, tam ach 06 and ＴＡＭ－ＡＣＨ－０６ alike
   */
  const plainCode = (code) => normalise(code).replace(/[-–—_.]/g, '');

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
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   * @returns {HTMLElement}
   */
  function make(tag, attributes = {}, children = []) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /**
   * Loads data by a <script>, as fetch() is not allowed on file://.
   * @param {string} src
   * @returns {Promise<void>}
   */
  function load(src) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = () => resolve();
      script.onerror = () => reject(new Error(src));
      document.head.append(script);
    });
  }

  /**
   * @param {Element} root
   * @returns {HTMLElement | null} what the address points to with its #, where that stands in the root
   */
  function target(root) {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch (error) {
      // a link cut off in the middle of a character: taken as it is, it names nothing
    }
    const found = document.getElementById(id);
    return found && root.contains(found) ? found : null;
  }

  /**
   * Hides those boxes that hold items of which none is visible.
   * @param {Element} root
   * @param {string} boxes - selector of the boxes
   * @param {string} items - selector of the items
   */
  function hideEmpty(root, boxes, items) {
    for (const box of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(boxes))) {
      const all = box.querySelectorAll(items);
      const shown = box.querySelectorAll(`:is(${items}):not([hidden])`);
      box.hidden = all.length > 0 && shown.length === 0;
    }
  }

  /**
   * Heads that say how many items a box has say how many of them are shown while some are hidden.
   * @param {Element} root
   * @param {string} boxes - selector of the boxes; the head is what has data-shown in a box and in none inside it
   * @param {string} items - selector of the items
   */
  function recount(root, boxes, items) {
    for (const box of root.querySelectorAll(boxes)) {
      const heads = /** @type {NodeListOf<HTMLElement>} */ (box.querySelectorAll('[data-shown]'));
      const head = [...heads].find((one) => one.closest(boxes) === box);
      if (!head) continue;
      const whole = head.dataset.whole ?? (head.dataset.whole = head.textContent || '');
      const [all, shown] = [items, `:is(${items}):not([hidden])`].map((one) => box.querySelectorAll(one).length);
      const said = shown < all ? fill(head.dataset.shown || '{n}', { n: shown, all }) : whole;
      if (head.textContent !== said) head.textContent = said;
    }
  }

  /** @type {any} */ (window).levelbook = Object.assign(/** @type {any} */ (window).levelbook || {}, {
    normalise,
    plainCode,
    fill,
    isMapping,
    make,
    load,
    target,
    hideEmpty,
    recount,
  });
})();

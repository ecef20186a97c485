// @ts-check
/* What all parts share: making elements, the words of an area, writing figures, and where a value stands on its scale. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const SVG = 'http://www.w3.org/2000/svg';

  /** @typedef {Node | string | null | undefined | false} Child */

  /**
   * @param {Element} element
   * @param {Record<string, string | number | boolean>} attributes - false leaves one out, true sets it empty
   * @param {Child[]} children - what is missing is left out
   */
  function furnish(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
    }
    for (const child of children) if (child !== null && child !== undefined && child !== false) element.append(child);
  }

  /**
   * @param {string} tag
   * @param {Record<string, string | number | boolean>} attributes
   * @param {Child[]} children
   * @returns {HTMLElement}
   */
  function make(tag, attributes = {}, children = []) {
    const element = document.createElement(tag);
    furnish(element, attributes, children);
    return element;
  }

  /**
   * @param {string} tag
   * @param {Record<string, string | number | boolean>} attributes
   * @param {Child[]} children
   * @returns {SVGElement}
   */
  function svg(tag, attributes = {}, children = []) {
    const element = document.createElementNS(SVG, tag);
    furnish(element, attributes, children);
    return element;
  }

  /**
   * @param {string} text
   * @param {string} look - its classes
   * @param {() => void} act
   * @param {Record<string, string | number | boolean>} more
   * @returns {HTMLElement} a button that does something
   */
  function button(text, look, act, more = {}) {
    const found = make('button', { type: 'button', class: look, ...more }, [text]);
    found.addEventListener('click', act);
    return found;
  }

  /**
   * @param {string} text - a decimal
   * @returns {string} as it is read: a real minus, and no nothings behind the point
   */
  function figure(text) {
    const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
    return (short === '-0' ? '0' : short).replace('-', '−');
  }

  /**
   * @param {string} text - a decimal with a sign where it is below nothing
   * @returns {string} with its sign either way
   */
  function signed(text) {
    const said = figure(text);
    return said.startsWith('−') || said === '0' ? said : `+${said}`;
  }

  /**
   * @param {string} text - a decimal
   * @returns {string} the same with all its digits, so that they stand under each other in a column
   */
  function aligned(text) {
    const zero = /^-?0(\.0+)?$/.test(text);
    return zero ? '0' : `${text.startsWith('-') ? '' : '+'}${text}`.replace('-', '−');
  }

  /**
   * @param {{ratings: {points: string, name: string}[]} | undefined} scale
   * @param {string | null | undefined} points
   * @returns {{points: string, name: string} | null} the rating with these points, however they are written
   */
  function ratingOf(scale, points) {
    if (!scale || typeof points !== 'string') return null;
    return scale.ratings.find((one) => figure(one.points) === figure(points)) || null;
  }

  /**
   * Where a value stands between the ends of its scale: for drawing only, never shown as a figure.
   * @param {{ratings: {points: string}[]} | undefined} scale
   * @param {string | null | undefined} points
   * @returns {number | null} 0 to 1
   */
  function place(scale, points) {
    if (!scale || points === null || points === undefined || !scale.ratings.length) return null;
    const ends = [scale.ratings[0], scale.ratings[scale.ratings.length - 1]].map((one) => Number(one.points));
    if (ends[0] === ends[1]) return 0;
    return Math.min(1, Math.max(0, (Number(points) - ends[0]) / (ends[1] - ends[0])));
  }

  /**
   * @param {{words: Record<string, string>}} data
   * @param {string} area
   * @returns {(key: string, facts?: Record<string, string | number>) => string} the words of an area
   */
  function speaker(data, area) {
    return (key, facts = {}) => {
      const one = 'n' in facts && String(facts.n) === '1' ? data.words[`${area}.${key}_one`] : undefined;
      return levelbook.fill(one || data.words[`${area}.${key}`] || '', facts);
    };
  }

  levelbook.draw = { make, button, svg, figure, signed, aligned, ratingOf, place, speaker };
})();

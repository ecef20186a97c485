// @ts-check
/* Buttons that copy: <button data-copy="text">, <button data-copy-id="CODE"> for a permanent link that is
   worked out from where the site stands; {link} in data-copy is that link. What is shown of such a link is
   <span data-link-id="CODE">. */
(function () {
  'use strict';

  if (/** @type {any} */ (window).levelbookCopy) return;
  /** @type {any} */ (window).levelbookCopy = true;

  const SHOWN_MS = 2000;
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const site = new URL('../../../', script.src).href;
  let timer = 0;

  /**
   * @param {string} code
   * @returns {string} the permanent address of what has this code
   */
  const linkOf = (code) => `${site}id/${code}/index.html`;

  /**
   * @param {HTMLElement} button
   * @returns {string}
   */
  function textOf(button) {
    const { copy, copyId } = button.dataset;
    if (!copyId) return copy || '';
    return copy ? copy.replaceAll('{link}', linkOf(copyId)) : linkOf(copyId);
  }

  /**
   * Copies where the page is not served over https and the browser has no clipboard for it.
   * @param {string} text
   */
  function copyByField(text) {
    const field = document.createElement('textarea');
    const before = document.activeElement;
    field.value = text;
    field.readOnly = true;
    field.className = 'lb-vh';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }

  /**
   * @param {string} text
   * @returns {Promise<void>}
   */
  async function copyText(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch (error) {
      copyByField(text);
    }
  }

  /** @returns {HTMLElement | null} */
  function toast() {
    return document.querySelector('.lb-toast[data-copied]') || document.querySelector('.lb-toast');
  }

  function sayCopied() {
    const box = toast();
    if (!box) return;
    box.hidden = false;
    box.textContent = box.dataset.copied || '';
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      box.hidden = true;
      box.textContent = '';
    }, SHOWN_MS);
  }

  document.addEventListener('click', async (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target && target.closest('button[data-copy], button[data-copy-id]');
    if (!(button instanceof HTMLElement)) return;
    await copyText(textOf(button));
    sayCopied();
  });

  function showLinks() {
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-link-id]'))) {
      const link = linkOf(place.dataset.linkId || '');
      place.textContent = (place.dataset.linkText || '{link}').replaceAll('{link}', link);
    }
  }

  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', showLinks);
  else showLinks();
})();

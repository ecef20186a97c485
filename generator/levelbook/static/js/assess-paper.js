// @ts-check
/* The printed checklist: what was picked stands on the lines at its end, as one would write it there by hand. */
(function () {
  'use strict';

  const host = document.querySelector('lb-assess');
  const lines = Array.from(document.querySelectorAll('.lb-sign__pick li'));
  if (!host || !lines.length) return;

  const { picked, find } = /** @type {any} */ (window).levelbook.answers;

  host.addEventListener('lb-change', () => {
    const { data, doc, who } = /** @type {any} */ (host);
    const codes = picked(data, doc, who);
    lines.forEach((line, at) => { line.textContent = at < codes.length ? find(data, codes[at]).name : ''; });
  });
})();

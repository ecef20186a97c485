// @ts-check
/* The printed checklist: what was picked stands on the lines at its end, as one would write it there by hand; a date is printed where one was entered. */
(function () {
  'use strict';

  const host = document.querySelector('lb-assess');
  if (!host) return;

  const lines = Array.from(host.querySelectorAll('.lb-sign__pick li'));
  const items = Array.from(host.querySelectorAll('.lb-item'), (/** @type {any} */ item) => ({ code: item.dataset.item, date: item.querySelector('.lb-item__date') }));
  const { answersOf, picked, find } = /** @type {any} */ (window).levelbook.answers;

  host.addEventListener('lb-change', () => {
    const { data, doc, who } = /** @type {any} */ (host);
    const codes = picked(data, doc, who);
    lines.forEach((line, at) => { line.textContent = at < codes.length ? find(data, codes[at]).name : ''; });
    const answers = answersOf(doc, who);
    for (const { code, date } of items) if (date) date.classList.toggle('lb-noprint', !(answers[code] || {}).date);
  });
})();

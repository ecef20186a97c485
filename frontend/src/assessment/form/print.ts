/* The printed checklist: what was picked stands on the lines at its end, as one would write it there by hand; a date is printed where one was entered. */

import { answersOf, find, picked } from '../document/answers.ts';

function printOf(host: any) {
  const lines = Array.from(host.querySelectorAll('.lb-sign__pick li'));
  const items = Array.from(host.querySelectorAll('.lb-item'), (item: any) => ({ code: item.dataset.item, date: item.querySelector('.lb-item__date') }));

  host.addEventListener('lb-change', () => {
    const { data, doc, who } = (host as any);
    const codes = picked(data, doc, who);
    lines.forEach((line, at) => { line.textContent = at < codes.length ? find(data, codes[at]).name : ''; });
    const answers = answersOf(doc, who);
    for (const { code, date } of items) if (date) date.classList.toggle('lb-noprint', !(answers[code] || {}).date);
  });
}

const host = document.querySelector('lb-assess');
if (host) printOf(host);

/* The printed checklist: what was picked stands on the lines at its end, as one would write it there by hand; a date is printed where one was entered. */

import { answerTo, answersOf, picked } from '../document/answers.ts';
import type { Host } from '../host.ts';

export function prepareForPrint(host: Host) {
  const lines = Array.from(host.querySelectorAll('.lb-sign__pick li'));
  const dates = Array.from(host.querySelectorAll<HTMLElement>('.lb-item'), (item) => ({ code: item.dataset.item ?? '', date: item.querySelector('.lb-item__date') }));

  host.addEventListener('lb-change', () => {
    const { data, doc, who } = host;
    const codes = picked(data, doc, who);
    const names = data.items.filter(({ code }) => codes.includes(code)).map(({ name }) => name);
    lines.forEach((line, at) => { line.textContent = names[at] ?? ''; });
    const answers = answersOf(doc, who);
    for (const { code, date } of dates) date?.classList.toggle('lb-noprint', !answerTo(answers, code)?.date);
  });
}

/* The printed checklist: what was picked stands on the lines at its end, as one would write it there by hand; a date is printed where one was entered. */

import { answerTo, answersOf, picked } from '../document/answers.ts';
import type { Host } from '../host.ts';

const LINE = 17; // Han characters in a ruled line of the form on paper
const NARROW = 0.55; // of a Han character, that a Latin letter takes

/** how wide a text is, in Han characters */
const widthOf = (text: string): number => Array.from(text).reduce((sum, sign) => sum + (sign < '\u0250' ? NARROW : 1), 0);

/** the ruled lines that a text takes on paper */
export const linesOnPaper = (text: string): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / LINE)), 0);

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

/* What the lines of the form say is not sent once more: scripts read it there. */

import type { ChecklistItem } from '../../generated/page-data.ts';
import { saidIn } from '../../lib/page-data.ts';
import type { Part } from '../document/model.ts';

/** what stands beside the sentence in a line: its number or letter, what the handbook adds; the sentence has no classes */
const ASIDES = ':scope > [class]';

/** What is said of items at their fields, with all their parts, by their codes. */
export function saidInForm(form: ParentNode): Map<string, ChecklistItem> {
  const boxes = Array.from(form.querySelectorAll<HTMLElement>('[data-item]'));
  return new Map(boxes.flatMap((box) => {
    const item = saidIn(box);
    const lines = Array.from(box.querySelectorAll<HTMLElement>('[data-part]'));
    return item ? [[item.code, { ...item, parts: lines.map((line) => partIn(line, item)) }]] : [];
  }));
}

/** the part that a line asks about; where it says more or less than its wording, that comes with the item */
function partIn(line: HTMLElement, { parts }: ChecklistItem): Part {
  const { part: code = '', hash = '' } = line.dataset;
  return parts.find((part) => part.code === code) ?? { code, text: sentenceIn(line), hash };
}

function sentenceIn(line: HTMLElement): string {
  const sentence = line.querySelector('.lb-item__ind')?.cloneNode(true);
  if (!(sentence instanceof Element)) return '';
  for (const aside of sentence.querySelectorAll(ASIDES)) aside.remove();
  return sentence.textContent.trim();
}

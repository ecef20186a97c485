/* Rating by keyboard: figures choose on a ruler, by the points that stand on it, or by place where words alone do; Enter and n lead to the next item that is not rated, Delete takes a rating back.
   All of it only while a ruler has the focus, so that nothing is in the way of other keys. */

import { make } from '../../lib/draw.ts';
import * as answerss from '../document/answers.ts';

const LAST = 9; // choices that a single figure can name

export class Keys {
  declare host: any;

  constructor(host: any) {
    this.host = host;
    host.addEventListener('keydown', (event: KeyboardEvent) => this.onKey(event));
    for (const box of host.querySelectorAll('.lb-rate--words')) this.number(box);
  }

  /** Where words alone stand on the choices, each also bears the figure that chooses it: its place. */
  number(box: Element) {
    Array.from(box.querySelectorAll('label > span')).slice(0, LAST).forEach((choice, at) => {
      choice.prepend(make('kbd', { class: 'lb-rate__key lb-noprint', 'aria-hidden': 'true' }, [String(at + 1)]));
    });
  }

  onKey(event: KeyboardEvent) {
    const field = (event.target as HTMLInputElement);
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    if (field.tagName !== 'INPUT' || !/^[rp]-/.test(field.name)) return this.onMark(event, field);
    const act = this.actOf(event.key, field);
    if (!act) return;
    event.preventDefault();
    act();
  }

  /** Enter in a mark goes on as well; elsewhere nothing is special. */
  onMark(event: KeyboardEvent, field: HTMLInputElement) {
    if (event.key !== 'Enter' || field.tagName !== 'INPUT' || !/^m-/.test(field.name)) return;
    event.preventDefault();
    this.goOn(field);
  }

  actOf(key: string, field: HTMLInputElement): (() => void) | null {
    if (/^[0-9]$/.test(key)) return () => this.choose(key, field);
    if (key === 'Enter' || key === 'n' || key === 'N') return () => this.goOn(field);
    if (key === 'Delete' || key === 'Backspace') return () => this.host.form.clear(field.name.slice(2));
    return null;
  }

  choose(key: string, field: HTMLInputElement) {
    const group = (field.closest('.lb-rate') as Element);
    const all = (Array.from(group.querySelectorAll('input[type="radio"]')) as HTMLInputElement[]);
    const worded = group.classList.contains('lb-rate--words');
    const found = worded ? all[Number(key) - 1] : all.find((one) => one.value === key);
    if (!found || found.disabled) return;
    found.focus({ preventScroll: true });
    if (found.checked) return;
    found.checked = true;
    found.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** From a part to the next part of its item, from an item to the next. */
  goOn(field: HTMLInputElement) {
    const box = (field.closest('[data-item]') as HTMLElement);
    const part = (field.closest('[data-part]') as HTMLElement | null);
    this.host.flush();
    const answers = answerss.answersOf(this.host.doc, this.host.who);
    const parts = part ? (Array.from(box.querySelectorAll('[data-part]')) as HTMLElement[]) : [];
    const later = part ? parts.slice(parts.indexOf(part) + 1) : [];
    const open = later.find((one) => !answerss.said((answers[one.dataset.part || ''] || {}).points));
    if (open) this.host.focusItem(open.dataset.part);
    else this.host.next(box.dataset.item);
  }
}

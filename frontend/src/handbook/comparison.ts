/* <lb-compare>: which kinds of change a comparison shows. */

import { define } from '../lib/define.ts';
import { hideEmpty } from '../lib/dom.ts';

const ROWS = 'tr[data-kind]';

class LbCompare extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update();
  }

  update() {
    const boxes = [...this.querySelectorAll<HTMLInputElement>('input[name="kind"]')];
    if (!boxes.length) return;
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    for (const row of this.querySelectorAll<HTMLElement>(ROWS)) row.hidden = !kinds.has(row.dataset.kind || '');
    hideEmpty(this, 'table', ROWS);
    hideEmpty(this, 'section', ROWS);
    this.sayEmpty();
    this.sayLeft(kinds);
  }

  /** Paper says which kinds of change, and how many of each, it does not show. */
  sayLeft(kinds: ReadonlySet<string>) {
    const sentence = this.querySelector<HTMLElement>('.lb-cmp__left');
    if (!sentence) return;
    const left = [...sentence.querySelectorAll<HTMLElement>('[data-left]')];
    for (const kind of left) kind.hidden = kinds.has(kind.dataset.left || '');
    sentence.hidden = left.every((kind) => kind.hidden);
  }

  /** Shows the sentence that nothing is left, where the page has one. */
  sayEmpty() {
    const sentence = this.querySelector<HTMLElement>('.lb-empty');
    if (sentence) sentence.hidden = this.querySelector(`${ROWS}:not([hidden])`) !== null;
  }
}

define('lb-compare', LbCompare);

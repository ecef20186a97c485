/* <lb-compare>: which kinds of change a comparison shows. */

import { hideEmpty } from '../lib/dom.ts';

class LbCompare extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update();
  }

  update() {
    const inputs: HTMLInputElement[] = Array.from(this.querySelectorAll('input[name="kind"]'));
    if (!inputs.length) return;
    const shown = new Set(inputs.filter((input) => input.checked).map((input) => input.value));
    for (const row of (this.querySelectorAll('tr[data-kind]') as NodeListOf<HTMLElement>)) {
      row.hidden = !shown.has(row.dataset.kind || '');
    }
    hideEmpty(this, 'table', 'tr[data-kind]');
    hideEmpty(this, 'section', 'tr[data-kind]');
    this.sayEmpty();
  }

  /** Shows the sentence that nothing is left, where the page has one. */
  sayEmpty() {
    const sentence = (this.querySelector('.lb-empty') as HTMLElement | null);
    if (sentence) sentence.hidden = this.querySelector('tr[data-kind]:not([hidden])') !== null;
  }
}

customElements.define('lb-compare', LbCompare);

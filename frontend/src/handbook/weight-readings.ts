/* <lb-weights>: the switch of the page of points between all rows and groups only. */

import { define } from '../lib/define.ts';
import { target } from '../lib/dom.ts';

class LbWeights extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update(); // the browser may have kept an earlier choice
    this.showTarget();
    window.addEventListener('hashchange', () => this.showTarget());
  }

  get radios(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="rows"]')];
  }

  update() {
    this.dataset.rows = this.radios.find((radio) => radio.checked)?.value || 'all';
  }

  /** A link to a row that is switched off shows it all the same. */
  showTarget() {
    const row = target(this);
    if (this.dataset.rows === 'all' || !row) return;
    for (const radio of this.radios) radio.checked = radio.value === 'all';
    this.update();
    row.scrollIntoView();
  }
}

define('lb-weights', LbWeights);

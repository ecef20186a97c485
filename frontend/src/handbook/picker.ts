/* <lb-picker>: sequence, then level, on the home page. */

import { define } from '../lib/define.ts';

class LbPicker extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update();
    window.addEventListener('pageshow', () => this.update()); // a browser going back restores the choice late
  }

  update() {
    const radios = [...this.querySelectorAll<HTMLInputElement>('input[name="seq"]')];
    const chosen = radios.find((radio) => radio.checked) ?? radios.at(0);
    if (!chosen) return;
    chosen.checked = true;
    for (const part of this.querySelectorAll<HTMLElement>('[data-seq]')) part.hidden = part.dataset.seq !== chosen.value;
  }
}

define('lb-picker', LbPicker);

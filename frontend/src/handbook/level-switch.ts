/* <lb-show>: the switch of a level page between what is new there and all that applies. */

import { define } from '../lib/define.ts';
import { target } from '../lib/dom.ts';
import * as local from '../lib/local-storage.ts';

const MEMORY = 'levelbook.show';

class LbShow extends HTMLElement {
  connectedCallback() {
    const radios = this.radios;
    if (!radios.length) return;
    this.set(local.get(MEMORY) || radios.find((radio) => radio.checked)?.value || 'all');
    this.showTarget();
    this.addEventListener('change', (event) => this.onChange(event.target));
    window.addEventListener('hashchange', () => this.showTarget());
  }

  get radios(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="radio"][name="show"]')];
  }

  set(value: string) {
    const radios = this.radios;
    const known = radios.some((radio) => radio.value === value) ? value : 'all';
    for (const radio of radios) radio.checked = radio.value === known;
    this.dataset.show = known;
  }

  onChange(field: EventTarget | null) {
    const chosen = this.radios.find((radio) => radio === field);
    if (!chosen) return;
    this.set(chosen.value);
    local.set(MEMORY, chosen.value);
  }

  /** A link to an expectation that is switched off shows it all the same. */
  showTarget() {
    const line = target(this);
    if (!line?.closest('.lb-when-all')) return;
    this.set('all');
    line.scrollIntoView();
  }
}

define('lb-show', LbShow);

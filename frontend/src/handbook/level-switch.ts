/* <lb-show>: the switch of a level page between what is new there and all that applies. */

import { target } from '../lib/dom.ts';

const MEMORY = 'levelbook.show';

function remembered(): string | null {
  try {
    return localStorage.getItem(MEMORY);
  } catch (error) {
    return null; // storage is switched off: the page's own choice holds
  }
}

function remember(value: string) {
  try {
    localStorage.setItem(MEMORY, value);
  } catch (error) {
    // storage is switched off: the choice holds for this page
  }
}

class LbShow extends HTMLElement {
  connectedCallback() {
    if (!this.radios.length) return;
    const checked = this.radios.find((radio) => radio.checked);
    this.set(remembered() || (checked ? checked.value : 'all'));
    this.showTarget();
    this.addEventListener('change', (event) => this.onChange(event));
    window.addEventListener('hashchange', () => this.showTarget());
  }

  get radios(): HTMLInputElement[] {
    return Array.from(this.querySelectorAll('input[type="radio"][name="show"]'));
  }

  set(value: string) {
    const known = this.radios.some((radio) => radio.value === value) ? value : 'all';
    this.radios.forEach((radio) => {
      radio.checked = radio.value === known;
    });
    this.dataset.show = known;
  }

  onChange(event: Event) {
    const radio = (event.target as HTMLInputElement);
    if (radio.name !== 'show') return;
    this.set(radio.value);
    remember(radio.value);
  }

  /** A link to an expectation that is switched off shows it all the same. */
  showTarget() {
    const line = target(this);
    if (!line || !line.closest('.lb-when-all')) return;
    this.set('all');
    line.scrollIntoView();
  }
}

customElements.define('lb-show', LbShow);

/* <lb-release>: what a release changed, by what it means and by sequence. */

import { define } from '../lib/define.ts';
import { hideEmpty, recount, target } from '../lib/dom.ts';
import { fill, wordIn } from '../lib/words.ts';

const CHANGES = '[data-class]';
const BOXES = '.lb-chgs, .lb-sheet';

class LbRelease extends HTMLElement {
  connectedCallback() {
    if (!this.querySelector('form')) return;
    this.addEventListener('change', () => this.#update());
    this.addEventListener('submit', (event) => event.preventDefault());
    window.addEventListener('hashchange', () => this.#showTarget());
    window.addEventListener('pageshow', () => this.#update()); // a browser going back restores the boxes late
    this.#update();
    this.#showTarget();
  }

  #boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="class"]')];
  }

  #update() {
    const off = new Set(this.#boxes().filter((box) => !box.checked).map((box) => box.value));
    const sequence = this.querySelector<HTMLSelectElement>('select[name="seq"]')?.value ?? '';
    const changes = [...this.querySelectorAll<HTMLElement>(CHANGES)];
    for (const change of changes) {
      change.hidden = off.has(change.dataset.class ?? '') || (sequence !== '' && change.dataset.seq !== sequence);
    }
    hideEmpty(this, BOXES, CHANGES);
    recount(this, '.lb-sheet', CHANGES);
    const shown = changes.filter((change) => !change.hidden).length;
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (status) status.textContent = fill(wordIn(status, shown ? 'shown' : 'none'), { n: shown });
  }

  /** A link to a change that the filter leaves out shows it all the same. */
  #showTarget() {
    const change = target(this)?.closest<HTMLElement>(CHANGES);
    if (!change?.hidden) return;
    for (const box of this.#boxes()) if (box.value === change.dataset.class) box.checked = true;
    const select = this.querySelector<HTMLSelectElement>('select[name="seq"]');
    if (select) select.value = '';
    this.#update();
    change.scrollIntoView();
  }
}

define('lb-release', LbRelease);

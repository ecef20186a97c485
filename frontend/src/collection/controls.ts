/* <lb-collect>: a small control at every indicator of the page, and a bar that leads to what has been chosen. */

import { define } from '../lib/define.ts';
import { make } from '../lib/draw.ts';
import { HANDBOOK_ROOT } from '../lib/site-root.ts';
import { fill, wordIn } from '../lib/words.ts';
import { write } from './address.ts';
import { chosen, clear, onChange, toggle } from './kept.ts';

/** the codes of lines: those of lists, and of the rows of the index */
const LINES = '.lb-ind__tools > a.lb-code, .lb-idx [role="rowheader"] > a.lb-code';
const BUTTONS = 'button[data-collect]';

class LbCollect extends HTMLElement {
  readonly #count = make('span', { role: 'status' });
  readonly #open = make('a', { class: 'lb-a' });

  connectedCallback() {
    if (this.childElementCount || !document.querySelector(`${LINES}, ${BUTTONS}`)) return;
    this.#build();
    this.#dress();
    // Lines come later where a page shows another view.
    new MutationObserver(() => this.#dress()).observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
    document.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest<HTMLElement>(BUTTONS) : null;
      if (!button) return;
      toggle(button.dataset.collect ?? '');
      this.#show();
    });
    onChange(() => this.#show());
    window.addEventListener('pageshow', () => this.#show()); // back from the collection
    this.#show();
  }

  #build() {
    const none = make('button', { type: 'button', class: 'lb-link' }, [wordIn(this, 'clear')]);
    none.addEventListener('click', () => {
      clear();
      this.#show();
    });
    this.#open.textContent = wordIn(this, 'open');
    this.append(this.#count, this.#open, none);
  }

  /** Puts a control before every code that has none yet. */
  #dress() {
    const bare = [...document.querySelectorAll<HTMLElement>(LINES)].filter((link) => !link.parentElement?.querySelector(BUTTONS));
    for (const link of bare) link.before(this.#control(link.textContent.trim()));
    if (bare.length) this.#press();
  }

  #control(code: string): HTMLElement {
    const label = fill(wordIn(this, 'addOf'), { code });
    return make('button', {
      type: 'button', class: 'lb-ib lb-collect', 'data-collect': code, 'aria-pressed': 'false', 'aria-label': label, title: wordIn(this, 'add'),
    });
  }

  #press() {
    const codes = new Set(chosen());
    for (const button of document.querySelectorAll<HTMLElement>(BUTTONS)) {
      const pressed = String(codes.has(button.dataset.collect ?? ''));
      if (button.getAttribute('aria-pressed') !== pressed) button.setAttribute('aria-pressed', pressed);
    }
  }

  #show() {
    const codes = chosen();
    this.#press();
    this.#open.href = `${HANDBOOK_ROOT}collection/index.html#${write({ codes, name: '' })}`;
    this.#count.textContent = codes.length ? fill(wordIn(this, 'chosen'), { n: codes.length }) : '';
    this.hidden = !codes.length;
  }
}

define('lb-collect', LbCollect);

/* <lb-collect>: small controls at every indicator of the page, that copy its link and put it into a collection, and a bar that leads to what has been chosen. */

import { define } from '../lib/define.ts';
import { focusHeading } from '../lib/dom.ts';
import { make } from '../lib/draw.ts';
import { madeBy } from '../lib/pattern.ts';
import { EDITION_ROOT } from '../lib/site-root.ts';
import { fill, wordIn } from '../lib/words.ts';
import { write } from './address.ts';
import { chosen, clear, onChange, toggle } from './kept.ts';

/** a group of the index of indicators, of which there may be twelve thousand */
const GROUP = 'details.lb-idx__group';
const TOOLS = '.lb-ind__tools';
/** the codes of lines: those of lists, and of the rows of the index */
const LINES = `${TOOLS} > a.lb-code, .lb-idx [role="rowheader"] > a.lb-code`;
/** those that get a control: rows of the index when their group is opened */
const SEEN = `${TOOLS} > a.lb-code, ${GROUP}[open] [role="rowheader"] > a.lb-code`;
const BUTTONS = 'button[data-collect]';

class LbCollect extends HTMLElement {
  readonly #count = make('span', { role: 'status' });
  readonly #open = make('a', { class: 'lb-a' });

  connectedCallback() {
    if (this.childElementCount || !document.querySelector(`${LINES}, ${BUTTONS}`)) return;
    this.#build();
    this.#dress([document.documentElement]);
    // Lines come later where a page shows another view.
    const observer = new MutationObserver((changes) => this.#dress(changes.flatMap(({ addedNodes }) => [...addedNodes])));
    observer.observe(document.querySelector('main') ?? document.body, { childList: true, subtree: true });
    document.addEventListener('toggle', ({ target }) => {
      if (target instanceof HTMLDetailsElement && target.open && target.matches(GROUP)) this.#dress([target]);
    }, true); // it does not bubble
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
      focusHeading(); // the bar is gone, and the button with it
    });
    this.#open.textContent = wordIn(this, 'open');
    this.append(this.#count, this.#open, none);
  }

  /** Puts controls before every code in there that has none yet. */
  #dress(places: readonly Node[]) {
    const elements = places.filter((place) => place instanceof HTMLElement);
    const links = elements.flatMap((place) => [...(place.matches(SEEN) ? [place] : []), ...place.querySelectorAll<HTMLElement>(SEEN)]);
    const bare = links.filter((link) => !link.parentElement?.querySelector(BUTTONS));
    if (!bare.length) return;
    const codes = new Set(chosen());
    for (const link of new Set(bare)) {
      const code = link.textContent.trim();
      link.closest(TOOLS)?.prepend(madeBy('lb-copy-link', { code }));
      link.before(this.#control(code, codes));
    }
  }

  #control(code: string, codes: ReadonlySet<string>): HTMLElement {
    const label = fill(wordIn(this, 'addOf'), { code });
    return make('button', {
      type: 'button', class: 'lb-ib lb-collect', 'data-collect': code, 'aria-pressed': String(codes.has(code)), 'aria-label': label, title: wordIn(this, 'add'),
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
    this.#open.href = `${EDITION_ROOT}collection/index.html#${write({ codes, name: '' })}`;
    this.#count.textContent = codes.length ? fill(wordIn(this, 'chosen'), { n: codes.length }) : '';
    this.hidden = !codes.length;
  }
}

define('lb-collect', LbCollect);

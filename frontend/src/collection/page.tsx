/* <lb-collection>: shows the indicators that its address names, and writes into the address what is left out. */

import { render } from 'preact';
import type { CollectionData } from '../generated/page-data.ts';
import type { CollectionWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import { target } from '../lib/dom.ts';
import { siteOf } from '../lib/load.ts';
import { sayer } from '../lib/words.ts';
import { read, write } from './address.ts';
import type { Collected } from './address.ts';
import { choose, chosen } from './kept.ts';
import { entriesOf } from './load.ts';
import type { Entries } from './load.ts';
import { CollectionView } from './view.tsx';

const NOTHING: Entries = { entries: [], unknown: [] };

class LbCollection extends HTMLElement {
  #data: CollectionData = { words: {}, files: {}, index: '' };
  #collected: Collected = { codes: [], name: '' };
  #entries = NOTHING;
  #without = new Set<string>();
  /** how often an address was read: only what the last one asks for is shown */
  #asked = 0;

  connectedCallback() {
    this.#data = JSON.parse(this.querySelector('script')?.textContent ?? '{}') as CollectionData;
    window.addEventListener('hashchange', () => this.#follow());
    void this.#open(target(document) ? '' : location.hash);
  }

  get #say() {
    return sayer<CollectionWord>(this.#data.words);
  }

  /** Another collection is asked for; or a place of this page, as by the link that skips to it: that leaves the collection what it is. */
  #follow() {
    if (target(document)) this.#address();
    else void this.#open(location.hash);
  }

  /**
   * Reads an address.
   * @param hash - of the address; where it is empty when the page is opened, what this browser has chosen is shown
   */
  async #open(hash: string) {
    this.#asked += 1;
    const asked = this.#asked;
    const { codes, name } = read(hash);
    this.#collected = { codes: hash || asked > 1 ? codes : chosen(), name };
    this.#without = new Set();
    this.#status('loading');
    try {
      const entries = await entriesOf(siteOf(this), this.#data, this.#collected.codes);
      if (asked !== this.#asked) return;
      this.#entries = entries;
      this.#address();
      this.#draw();
    } catch {
      if (asked === this.#asked) this.#status('failed');
    }
  }

  get #box(): HTMLElement {
    const box = this.querySelector<HTMLElement>('.lb-collection');
    if (!box) throw new Error('the page lacks the place of the collection');
    return box;
  }

  #status(word: 'loading' | 'failed') {
    render(<p role="status">{this.#say(word)}</p>, this.#box);
  }

  /** what the address is to hold: all that is ticked, unknown codes among them until somebody leaves something out */
  get #kept(): Collected {
    const { codes, name } = this.#collected;
    return { codes: codes.filter((code) => !this.#without.has(code)), name };
  }

  #address() {
    const hash = write(this.#kept);
    try {
      history.replaceState(null, '', hash ? `#${hash}` : location.pathname);
    } catch {
      // a browser that keeps addresses of opened files fixed: the link that is shown holds all the same
    }
  }

  /** What is chosen in this browser grows by what the collection holds; only what was left out here goes. */
  #choose() {
    const others = chosen().filter((code) => !this.#without.has(code));
    const { unknown } = this.#entries;
    choose([...new Set([...others, ...this.#kept.codes.filter((code) => !unknown.includes(code))])]);
  }

  #change(change: () => void) {
    change();
    this.#address();
    this.#draw();
  }

  #draw() {
    const base = siteOf(this);
    const hash = write(this.#kept);
    render(
      <CollectionView
        {...this.#entries}
        say={this.#say}
        name={this.#collected.name}
        link={new URL(hash ? `#${hash}` : '#', location.href.replace(/#.*/, '')).href}
        index={base + this.#data.index}
        without={this.#without}
        pageOf={(code) => `${base}id/${code}/index.html`}
        onTick={(code, isIn) => this.#change(() => { this.#without[isIn ? 'delete' : 'add'](code); })}
        onName={(name) => this.#change(() => { this.#collected = { ...this.#collected, name }; })}
        onNone={() => this.#change(() => { this.#without = new Set(this.#collected.codes); })}
        onMore={() => this.#choose()}
      />,
      this.#box,
    );
  }
}

define('lb-collection', LbCollection);

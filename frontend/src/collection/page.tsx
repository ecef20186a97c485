/* <lb-collection>: shows the indicators that its address names, and writes into the address what is left out. */

import { render } from 'preact';
import type { CollectionData } from '../generated/page-data.ts';
import type { CollectionWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
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

  connectedCallback() {
    this.#data = JSON.parse(this.querySelector('script')?.textContent ?? '{}') as CollectionData;
    window.addEventListener('hashchange', () => void this.#open());
    void this.#open();
  }

  get #say() {
    return sayer<CollectionWord>(this.#data.words);
  }

  /** Reads the address; one that names nothing shows what this browser has chosen. */
  async #open() {
    const { codes, name } = read(location.hash);
    this.#collected = { codes: codes.length ? codes : chosen(), name };
    this.#without = new Set();
    this.#status('loading');
    try {
      this.#entries = await entriesOf(siteOf(this), this.#data, this.#collected.codes);
      this.#address();
      this.#draw();
    } catch {
      this.#status('failed');
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
        onMore={() => choose(this.#kept.codes)}
      />,
      this.#box,
    );
  }
}

define('lb-collection', LbCollection);

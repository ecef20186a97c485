/* <lb-index>: the list of all indicators, filtered while one types: by what the search finds, which leads here with the same words.
   Without this script it is folded by sequence. */

import { define } from '../../lib/define.ts';
import { target } from '../../lib/dom.ts';
import { fill, wordIn } from '../../lib/words.ts';
import type { Facts } from '../../lib/words.ts';
import type { SearchIndex } from '../index.ts';
import { listed } from '../listed.ts';
import type { Listed } from '../listed.ts';
import { loadIndex } from '../load.ts';
import { paint, unpaint } from './painted-marks.ts';

/** The value of a choice that leaves nothing out. */
const ALL = 'all';
/** So many rows are shown at first, and so many more each time. */
const STEP = 60;
const FIELDS = ['q', 'seq', 'level'] as const;
/** Browsers let a page change its address only so often. */
const ADDRESS_MS = 200;

interface Entry {
  readonly row: HTMLElement;
  readonly code: string;
  readonly level: string;
}

interface Group {
  readonly box: HTMLDetailsElement;
  readonly head: HTMLElement;
  /** what the head says of all */
  readonly figures: string;
  readonly wasOpen: boolean;
  readonly entries: readonly Entry[];
}

/** Browsers that keep addresses of opened files fixed, or have had to change them too often, throw: the list holds all the same. */
function putAddress(address: string) {
  try {
    history.replaceState(history.state, '', address);
  } catch {
    // the address stays what it was
  }
}

class LbIndex extends HTMLElement {
  #groups: Group[] | null = null;
  #limit = STEP;
  #timer = 0;
  /** what the search looks through, as far as it is loaded */
  #index: SearchIndex | null = null;
  #isWhole = false;
  #hasFailed = false;
  #isLoading = false;

  connectedCallback() {
    this.#fillFromAddress();
    this.addEventListener('input', () => this.#onInput());
    this.addEventListener('change', () => this.#onInput());
    this.addEventListener('submit', (event) => event.preventDefault());
    this.#more?.addEventListener('click', () => this.#showMore());
    window.addEventListener('hashchange', () => this.#follow());
  }

  get #more(): HTMLButtonElement | null {
    return this.querySelector('button[data-more]');
  }

  /** The rows are read when they are first filtered, as there may be twelve thousand. */
  get groups(): readonly Group[] {
    this.#groups ??= Array.from(this.querySelectorAll<HTMLDetailsElement>('details[data-seq]'), (box) => this.#group(box));
    return this.#groups;
  }

  #group(box: HTMLDetailsElement): Group {
    const head = box.querySelector<HTMLElement>('[data-found]') ?? box;
    const { seq = '' } = box.dataset;
    const entries = Array.from(box.querySelectorAll<HTMLElement>('[data-code]'), (row): Entry => {
      const { code = '', level } = row.dataset;
      return { row, code, level: level ? `${seq}.${level}` : '' };
    });
    return { box, head, figures: head.textContent, wasOpen: box.open, entries };
  }

  /** #q= in the address is what somebody typed, here or on another page; ?q= was what it was called once. */
  #fillFromAddress() {
    const { hash, search, pathname } = location;
    if (search && !hash) putAddress(`${pathname}#${search.slice(1)}`);
    const asked = new URLSearchParams(hash.slice(1) || search.slice(1));
    if (FIELDS.some((name) => asked.has(name))) this.#fill(asked);
  }

  /** An address without anything behind # asks for everything; a place of this page leaves what is asked for as it is. */
  #follow() {
    if (target(document)) this.#keepAddress();
    else if (location.hash) this.#fillFromAddress();
    else this.#fill(new URLSearchParams());
  }

  #fill(asked: URLSearchParams) {
    for (const name of FIELDS) this.#setField(name, asked.get(name) ?? (name === 'q' ? '' : ALL));
    this.#limit = STEP;
    this.#update();
  }

  /** Keeps what is asked for in the address, which no server sees, without a step in the history. */
  #keepAddress() {
    const asked = FIELDS.map((name) => [name, this.#value(name).trim()]).filter(([, value]) => value);
    const hash = asked.length ? `#${new URLSearchParams(asked).toString()}` : '';
    putAddress(location.pathname + hash);
  }

  #setField(name: string, value: string) {
    const field = this.#field(name);
    if (!field) return;
    field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ALL;
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.querySelector(`[data-field="${name}"]`);
  }

  /** the value of the field; '' stands for all */
  #value(name: string): string {
    const field = this.#field(name);
    return field && !(field instanceof HTMLSelectElement && field.value === ALL) ? field.value : '';
  }

  #onInput() {
    this.#limit = STEP;
    this.#hasFailed = false; // what did not come is tried again
    this.#update();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#keepAddress(), ADDRESS_MS);
  }

  /** Loads what the search looks through when words are first sought; what is found grows with what has come. */
  async #load() {
    if (this.#isLoading || this.#isWhole) return;
    this.#isLoading = true;
    this.#hasFailed = false;
    try {
      await loadIndex(this, ({ index, isWhole }) => {
        [this.#index, this.#isWhole] = [index, isWhole];
        this.#update();
      });
    } catch {
      this.#hasFailed = true;
      this.#update();
    } finally {
      this.#isLoading = false;
    }
  }

  /** More rows; the focus goes to the first of them. */
  #showMore() {
    const shown = this.#limit;
    this.#limit += STEP;
    this.#update();
    const rows = [...this.querySelectorAll<HTMLElement>('details[data-seq] [data-code]')].filter(({ hidden }) => !hidden);
    rows.at(shown)?.querySelector('a')?.focus();
  }

  #update() {
    const [query, sequence] = [this.#value('q'), this.#value('seq')];
    this.#offerLevels(sequence);
    const level = this.#value('level');
    const isSought = Boolean(query.trim());
    if (isSought && !this.#hasFailed) void this.#load();
    if (isSought && !this.#index && !this.#hasFailed) {
      this.#tell('loading');
      return;
    }
    const isFiltered = isSought || Boolean(sequence || level);
    const words = isSought && this.#index ? listed(this.#index, query) : null;
    let count = 0;
    for (const group of this.groups) {
      const inside = !sequence || group.box.dataset.seq === sequence;
      const hits = inside ? group.entries.filter((entry) => (!words || words.codes.has(entry.code)) && (!level || entry.level === level)) : [];
      this.#show(group, hits, isFiltered ? Math.max(this.#limit - count, 0) : Infinity, words);
      count += hits.length;
    }
    this.#say(count, isFiltered, Boolean(sequence || level), words?.readAs ?? '');
  }

  /**
   * Shows the hits of a group, as many as there is room for.
   */
  #show({ box, head, figures, wasOpen, entries }: Group, hits: readonly Entry[], room: number, words: Listed | null) {
    const shown = new Set(hits.slice(0, room));
    for (const entry of entries) {
      const isShown = shown.has(entry);
      if (entry.row.hidden === isShown) entry.row.hidden = !isShown; // touch only what changes
      if (entry.row.querySelector('mark')) unpaint(entry.row);
      if (isShown && words) for (const cell of entry.row.children) paint(cell, words.marksIn(cell.textContent));
    }
    box.hidden = hits.length === 0;
    box.open = room < Infinity ? shown.size > 0 : wasOpen;
    const said = hits.length < entries.length ? fill(wordIn(head, 'found'), { n: hits.length, all: entries.length }) : figures;
    if (head.textContent !== said) head.textContent = said;
  }

  /** Levels of other sequences are not offered. */
  #offerLevels(sequence: string) {
    for (const option of this.querySelectorAll<HTMLOptionElement>('select[data-field="level"] [data-seq]')) {
      option.hidden = Boolean(sequence) && option.dataset.seq !== sequence;
      option.disabled = option.hidden;
      if (option.parentElement instanceof HTMLOptGroupElement) option.parentElement.hidden = option.hidden;
      if (option.hidden && option.selected) this.#setField('level', ALL);
    }
  }

  /**
   * @param isChosen - whether sequence or level leave anything out
   * @param readAs - how a slip was read
   */
  #say(n: number, isFiltered: boolean, isChosen: boolean, readAs: string) {
    const left = isFiltered ? n - this.#limit : 0;
    const more = this.#more;
    if (more?.parentElement) {
      more.parentElement.hidden = left <= 0;
      more.textContent = fill(wordIn(more, 'more'), { n: Math.min(left, STEP) });
    }
    const query = this.#value('q').trim();
    if (query && !this.#index) {
      this.#tell('failed');
      return;
    }
    const none = !this.groups.length ? 'noneAtAll' : !query ? 'noneFilter' : isChosen ? 'noneBoth' : 'noneQuery';
    const word = !n ? none : left > 0 ? 'countFirst' : 'count';
    const facts = { n, query, shown: this.#limit, word: readAs };
    if (query && !this.#isWhole) this.#tell(n ? word : '', facts, this.#hasFailed ? 'failed' : 'loading'); // not all is looked through
    else this.#tell(isFiltered || !n ? word : '', facts, readAs && n ? 'readAs' : '');
  }

  /** Says sentences of the page, those that have a name. */
  #tell(name: string, facts: Facts = {}, before = '') {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!status) return;
    status.textContent = [before, name].filter(Boolean).map((key) => fill(wordIn(status, key), facts)).join(' ');
  }
}

define('lb-index', LbIndex);

/* <lb-index>: the list of all indicators, filtered while one types. Without this script it is folded by sequence. */

import { define } from '../../lib/define.ts';
import { normalise, plainCode } from '../../lib/text.ts';
import { fill, wordIn } from '../../lib/words.ts';
import { matcher } from './index-match.ts';
import type { IndexedText } from './index-match.ts';
import { paint, rangesIn, unpaint } from './typed-marks.ts';

/** The value of a choice that leaves nothing out. */
const ALL = 'all';
/** So many rows are shown at first, and so many more each time. */
const STEP = 60;
const FIELDS = ['q', 'seq', 'level'] as const;
/** Browsers let a page change its address only so often. */
const ADDRESS_MS = 200;

interface Entry extends IndexedText {
  readonly row: HTMLElement;
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

class LbIndex extends HTMLElement {
  #groups: Group[] | null = null;
  #limit = STEP;
  #timer = 0;

  connectedCallback() {
    this.#fillFromAddress();
    this.addEventListener('input', () => this.#onInput());
    this.addEventListener('change', () => this.#onInput());
    this.addEventListener('submit', (event) => event.preventDefault());
    this.#more?.addEventListener('click', () => this.#showMore());
    window.addEventListener('hashchange', () => this.#fillFromAddress());
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
    const about = normalise(box.querySelector('h2')?.textContent ?? '');
    const entries = Array.from(box.querySelectorAll<HTMLElement>('[data-code]'), (row): Entry => {
      const { code = '', level } = row.dataset;
      return { row, text: normalise(`${code} ${row.textContent}`), code: plainCode(code), about, level: level ? `${seq}.${level}` : '' };
    });
    return { box, head, figures: head.textContent, wasOpen: box.open, entries };
  }

  /** #q= in the address is what somebody typed, here or on another page; ?q= was what it was called once. */
  #fillFromAddress() {
    const { hash, search, pathname } = location;
    if (search && !hash) history.replaceState(history.state, '', `${pathname}#${search.slice(1)}`);
    const asked = new URLSearchParams(hash.slice(1) || search.slice(1));
    if (!FIELDS.some((name) => asked.has(name))) return;
    for (const name of FIELDS) this.#setField(name, asked.get(name) ?? (name === 'q' ? '' : ALL));
    this.#limit = STEP;
    this.#update();
  }

  /** Keeps what is asked for in the address, which no server sees, without a step in the history. */
  #keepAddress() {
    const asked = FIELDS.map((name) => [name, this.#value(name).trim()]).filter(([, value]) => value);
    const hash = asked.length ? `#${new URLSearchParams(asked).toString()}` : '';
    history.replaceState(history.state, '', location.pathname + hash);
  }

  #setField(name: string, value: string) {
    const field = this.#field(name);
    if (!field) return;
    field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ALL;
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.querySelector(`input[name="${name}"], select[name="${name}"]`);
  }

  /** the value of the field; '' stands for all */
  #value(name: string): string {
    const field = this.#field(name);
    return field && !(field instanceof HTMLSelectElement && field.value === ALL) ? field.value : '';
  }

  #onInput() {
    this.#limit = STEP;
    this.#update();
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#keepAddress(), ADDRESS_MS);
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
    const isFiltered = Boolean(query.trim() || sequence || level);
    const fits = matcher(query, this.groups.flatMap(({ entries }) => entries));
    let count = 0;
    for (const group of this.groups) {
      const inside = !sequence || group.box.dataset.seq === sequence;
      const hits = inside ? group.entries.filter((entry) => fits(entry) && (!level || entry.level === level)) : [];
      this.#show(group, hits, isFiltered ? Math.max(this.#limit - count, 0) : Infinity, query, isFiltered);
      count += hits.length;
    }
    this.#say(count, isFiltered, Boolean(sequence || level));
  }

  /**
   * Shows the hits of a group, as many as there is room for.
   */
  #show({ box, head, figures, wasOpen, entries }: Group, hits: readonly Entry[], room: number, query: string, isFiltered: boolean) {
    const shown = new Set(hits.slice(0, room));
    for (const entry of entries) {
      const isShown = shown.has(entry);
      if (entry.row.hidden === isShown) entry.row.hidden = !isShown; // touch only what changes
      if (entry.row.querySelector('mark')) unpaint(entry.row);
      if (isShown && query.trim()) for (const cell of entry.row.children) paint(cell, rangesIn(cell.textContent, query));
    }
    box.hidden = hits.length === 0;
    box.open = isFiltered ? shown.size > 0 : wasOpen;
    const said = hits.length < entries.length ? fill(wordIn(head, 'found'), { n: hits.length, all: entries.length }) : figures;
    if (head.textContent !== said) head.textContent = said;
  }

  /** Levels of other sequences are not offered. */
  #offerLevels(sequence: string) {
    for (const option of this.querySelectorAll<HTMLOptionElement>('select[name="level"] [data-seq]')) {
      option.hidden = Boolean(sequence) && option.dataset.seq !== sequence;
      option.disabled = option.hidden;
      if (option.parentElement instanceof HTMLOptGroupElement) option.parentElement.hidden = option.hidden;
      if (option.hidden && option.selected) this.#setField('level', ALL);
    }
  }

  /**
   * @param isChosen - whether sequence or level leave anything out
   */
  #say(n: number, isFiltered: boolean, isChosen: boolean) {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    const left = isFiltered ? n - this.#limit : 0;
    const more = this.#more;
    if (more?.parentElement) {
      more.parentElement.hidden = left <= 0;
      more.textContent = fill(wordIn(more, 'more'), { n: Math.min(left, STEP) });
    }
    if (!status) return;
    const query = this.#value('q').trim();
    const none = !this.groups.length ? 'noneAtAll' : !query ? 'noneFilter' : isChosen ? 'noneBoth' : 'noneQuery';
    const word = !n ? none : left > 0 ? 'countFirst' : 'count';
    status.textContent = isFiltered || !n ? fill(wordIn(status, word), { n, query, shown: this.#limit }) : '';
  }
}

define('lb-index', LbIndex);

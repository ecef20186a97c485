/* <lb-index>: the index of indicators, filtered while one types. */

import { define } from '../lib/define.ts';
import { hideEmpty, recount } from '../lib/dom.ts';
import { normalise, plainCode } from '../lib/text.ts';
import { fill, wordIn } from '../lib/words.ts';
import { matcher } from './index-match.ts';
import type { IndexedText } from './index-match.ts';

/** The value of a choice that leaves nothing out. */
const ALL = 'all';
const ROWS = '[data-code]';

interface Entry extends IndexedText {
  readonly row: HTMLElement;
  readonly sequence: string;
  readonly level: string;
}

class LbIndex extends HTMLElement {
  entries: Entry[] = [];

  connectedCallback() {
    this.entries = Array.from(this.querySelectorAll<HTMLElement>(ROWS), (row) => this.entry(row));
    this.fillFromAddress();
    this.addEventListener('input', () => this.update());
    this.addEventListener('change', () => this.update());
    this.addEventListener('submit', (event) => event.preventDefault());
    this.update();
  }

  entry(row: HTMLElement): Entry {
    const { code = '', seq = '', level = '' } = row.dataset;
    const about = normalise(this.querySelector(`select[name="seq"] option[value="${seq}"]`)?.textContent || '');
    return { row, text: normalise(`${code} ${row.textContent}`), code: plainCode(code), about, sequence: seq, level };
  }

  /** ?q= in the address is what somebody typed on another page. */
  fillFromAddress() {
    const asked = new URLSearchParams(location.search);
    for (const name of ['q', 'seq', 'level']) {
      const value = asked.get(name);
      if (value !== null) this.setField(name, value);
    }
  }

  setField(name: string, value: string) {
    const field = this.field(name);
    if (!field) return;
    field.value = value;
    if (field instanceof HTMLSelectElement && field.selectedIndex < 0) field.value = ALL;
  }

  field(name: string): HTMLInputElement | HTMLSelectElement | null {
    return this.querySelector(`input[name="${name}"], select[name="${name}"]`);
  }

  /** the value of the field; '' stands for all */
  value(name: string): string {
    const field = this.field(name);
    return field && !(field instanceof HTMLSelectElement && field.value === ALL) ? field.value : '';
  }

  update() {
    const sequence = this.value('seq');
    this.offerLevels(sequence);
    const level = this.value('level');
    const fits = matcher(this.value('q'), this.entries);
    let count = 0;
    for (const entry of this.entries) {
      const shown = fits(entry) && (!sequence || entry.sequence === sequence) && (!level || entry.level === level);
      if (entry.row.hidden === shown) entry.row.hidden = !shown; // touch only what changes
      count += shown ? 1 : 0;
    }
    hideEmpty(this, 'tbody, table, section', ROWS);
    recount(this, 'tbody', ROWS);
    this.say(count, Boolean(sequence || level));
  }

  /** Levels of other sequences are not offered. */
  offerLevels(sequence: string) {
    for (const option of this.querySelectorAll<HTMLOptionElement>('select[name="level"] [data-seq]')) {
      option.hidden = Boolean(sequence) && option.dataset.seq !== sequence;
      option.disabled = option.hidden;
      if (option.parentElement instanceof HTMLOptGroupElement) option.parentElement.hidden = option.hidden;
      if (option.hidden && option.selected) this.setField('level', ALL);
    }
  }

  /**
   * @param chosen - whether sequence or level leave anything out
   */
  say(n: number, chosen: boolean) {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!status) return;
    const query = this.value('q').trim();
    const none = !this.entries.length ? 'noneAtAll' : !query ? 'noneFilter' : chosen ? 'noneBoth' : 'noneQuery';
    status.textContent = fill(wordIn(status, n ? 'count' : none), { n, query });
  }
}

define('lb-index', LbIndex);

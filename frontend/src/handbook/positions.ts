/* <lb-positions>: some of many positions side by side, or all of them in a frame that scrolls; only where they differ. */

import { define } from '../lib/define.ts';
import { hideEmpty, recount, target } from '../lib/dom.ts';
import { fill, wordIn } from '../lib/words.ts';
import { differs, including } from './positions-chosen.ts';

const ROWS = 'tr[data-row]';

class LbPositions extends HTMLElement {
  /** whether all are shown, whatever is chosen */
  private all = false;

  connectedCallback() {
    this.addEventListener('change', ({ target: field }) => this.onChange(field as HTMLInputElement));
    this.querySelector('[data-all]')?.addEventListener('click', () => this.toggle());
    this.addEventListener('keydown', (event) => this.onKey(event));
    document.addEventListener('click', ({ target: place }) => this.onClick(place as Node));
    window.addEventListener('hashchange', () => this.openTarget());
    this.openTarget();
    this.update(); // the browser may have kept an earlier choice
  }

  /** how many there is room for; 0 where all are shown side by side */
  get most(): number {
    return Number(this.dataset.most || 0);
  }

  get boxes(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="position"]')];
  }

  get chosen(): string[] {
    return this.boxes.filter((box) => box.checked).map((box) => box.value);
  }

  get chooser(): HTMLDetailsElement | null {
    return this.querySelector<HTMLDetailsElement>('details.lb-chooser');
  }

  onChange(field: HTMLInputElement) {
    if (field.name === 'position') {
      this.all = false;
      if (!this.chosen.length) field.checked = true; // a table without columns says nothing
    }
    this.update();
  }

  toggle() {
    this.all = !this.all;
    this.update();
  }

  /** Escape folds the list and goes back to what unfolded it. */
  onKey({ key }: KeyboardEvent) {
    if (key !== 'Escape' || !this.chooser?.open) return;
    this.chooser.open = false;
    this.chooser.querySelector('summary')?.focus();
  }

  /** The list lies over the table: a click elsewhere folds it. */
  onClick(place: Node) {
    if (this.chooser?.open && !this.chooser.contains(place)) this.chooser.open = false;
  }

  /** A link to a position brings it into the table. */
  openTarget() {
    const asked = target(this)?.dataset.col;
    if (!asked || !this.most) return;
    const chosen = including(this.chosen, asked, this.most);
    for (const box of this.boxes) box.checked = chosen.includes(box.value);
    this.all = false;
    this.update();
  }

  update() {
    const count = this.most && !this.all ? this.showChosen() : this.showAll();
    if (this.most) this.sayChosen();
    this.showRows();
    this.sayCounts(count);
  }

  /** @returns how many positions are shown */
  showChosen(): number {
    const chosen = new Set(this.chosen);
    this.showColumns((key) => chosen.has(key), chosen.size);
    return chosen.size;
  }

  showAll(): number {
    const count = this.querySelectorAll('th[data-col]').length;
    this.showColumns(() => true, count);
    return count;
  }

  showColumns(isShown: (key: string) => boolean, count: number) {
    for (const cell of this.querySelectorAll<HTMLElement>('[data-col]')) cell.hidden = !isShown(cell.dataset.col || '');
    for (const head of this.querySelectorAll<HTMLTableCellElement>('th[scope="rowgroup"]')) head.colSpan = count + 1;
    const table = this.querySelector('table');
    table?.style.setProperty('--cols', String(count));
    table?.parentElement?.classList.toggle('is-all', this.most > 0 && count > this.most);
  }

  /** What is chosen, in words; with all places taken the others wait, and the list says why. */
  sayChosen() {
    const [boxes, n] = [this.boxes, this.chosen.length];
    const full = n >= this.most;
    for (const box of boxes) box.disabled = full && !box.checked;
    const count = this.querySelector<HTMLElement>('[data-chosen]');
    if (count) count.textContent = fill(wordIn(count, 'chosen'), { n, all: boxes.length });
    const why = this.querySelector<HTMLElement>('[data-full]');
    if (why) why.textContent = full ? wordIn(why, 'full') : '';
    const button = this.querySelector<HTMLElement>('[data-all]');
    if (button) button.textContent = this.all ? wordIn(button, 'fewer') : (button.dataset.all ||= button.textContent);
  }

  showRows() {
    const only = this.querySelector<HTMLInputElement>('input[name="differ"]')?.checked;
    for (const row of this.querySelectorAll<HTMLElement>(ROWS)) {
      const cells = [...row.querySelectorAll<HTMLElement>('td[data-col]:not([hidden])')];
      row.hidden = Boolean(only) && !differs(cells.map((cell) => cell.textContent.trim()));
    }
    hideEmpty(this, 'tbody', ROWS);
    recount(this, 'tbody', ROWS);
  }

  sayCounts(columns: number) {
    const [rows, shown] = [ROWS, `${ROWS}:not([hidden])`].map((selector) => this.querySelectorAll(selector).length);
    say(this.querySelector<HTMLElement>('[data-rows]'), 'rows', shown, rows);
    say(this.querySelector<HTMLElement>('[data-columns]'), 'columns', columns, this.querySelectorAll('th[data-col]').length);
    const same = this.querySelector<HTMLElement>('[data-same]');
    if (!same) return;
    same.hidden = shown > 0;
    same.textContent = shown ? '' : wordIn(same, 'same');
  }
}

/** Says how many of them are shown, where it is less than all. */
function say(place: HTMLElement | null, name: string, n: number, count: number) {
  if (!place) return;
  const all = (place.dataset.whole ??= place.textContent);
  place.textContent = n < count ? fill(wordIn(place, name), { n, all }) : all;
}

define('lb-positions', LbPositions);

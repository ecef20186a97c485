/* <lb-matrix>: which levels and which group of the matrix are shown, and which cells are open. */

import { define } from '../../lib/define.ts';
import { startCells } from './folds.ts';
import { startTeam } from './team-gaps.ts';

class LbMatrix extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => this.onChange(event.target));
    startCells(this);
    startTeam(this);
    this.update(); // the browser may have kept an earlier choice
  }

  get levels(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[name="level"]')];
  }

  get group(): string {
    return this.querySelector<HTMLInputElement>('input[name="group"]:checked')?.value || 'all';
  }

  onChange(field: EventTarget | null) {
    const levels = this.levels;
    const last = levels.find((level) => level === field);
    if (last && !levels.some((level) => level.checked)) last.checked = true; // a table without columns says nothing
    this.update();
  }

  update() {
    if (this.levels.length) this.showLevels();
    this.showGroup(this.group);
    this.sayPart();
  }

  /** Paper says that a part of the matrix was left out. */
  sayPart() {
    const sentence = this.querySelector<HTMLElement>('.lb-mx__part');
    if (sentence) sentence.hidden = this.group === 'all' && this.levels.every((level) => level.checked);
  }

  showLevels() {
    const shown = new Set(this.levels.filter((level) => level.checked).map((level) => level.value));
    for (const cell of this.cells('[data-col]')) cell.hidden = !shown.has(cell.dataset.col || '');
    for (const cell of this.cells('[data-span]')) this.narrow(cell, shown.size);
    this.querySelector('table')?.style.setProperty('--cols', String(shown.size));
  }

  cells(selector: string): NodeListOf<HTMLTableCellElement> {
    return this.querySelectorAll<HTMLTableCellElement>(selector);
  }

  /** A cell across all levels becomes as wide as those that are left; the columns before them stay. */
  narrow(cell: HTMLTableCellElement, count: number) {
    const lead = cell.dataset.lead || String(cell.colSpan - Number(cell.dataset.span));
    cell.dataset.lead = lead;
    cell.colSpan = Number(lead) + count;
  }

  showGroup(group: string) {
    for (const body of this.querySelectorAll<HTMLElement>('tbody[data-grp]')) {
      body.hidden = group !== 'all' && body.dataset.grp !== group;
    }
  }
}

define('lb-matrix', LbMatrix);

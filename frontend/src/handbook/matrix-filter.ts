/* <lb-matrix>: which levels and which group of the matrix are shown. */

class LbMatrix extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => this.onChange((event.target as HTMLInputElement)));
    this.update(); // the browser may have kept an earlier choice
  }

  get levels(): HTMLInputElement[] {
    return Array.from(this.querySelectorAll('input[name="level"]'));
  }

  get group(): string {
    const radio = (this.querySelector('input[name="group"]:checked') as HTMLInputElement | null);
    return radio ? radio.value : 'all';
  }

  onChange(input: HTMLInputElement) {
    const last = input.name === 'level' && !this.levels.some((level) => level.checked);
    if (last) input.checked = true; // a table without columns says nothing
    this.update();
  }

  update() {
    if (this.levels.length) this.showLevels();
    this.showGroup(this.group);
  }

  showLevels() {
    const shown = new Set(this.levels.filter((level) => level.checked).map((level) => level.value));
    for (const cell of this.cells('[data-col]')) cell.hidden = !shown.has(cell.dataset.col || '');
    for (const cell of this.cells('[data-span]')) this.narrow(cell, shown.size);
    const table = this.querySelector('table');
    if (table) table.style.setProperty('--cols', String(shown.size));
  }

  cells(selector: string): HTMLTableCellElement[] {
    return Array.from(this.querySelectorAll(selector));
  }

  /** A cell across all levels becomes as wide as those that are left; the columns before them stay. */
  narrow(cell: HTMLTableCellElement, count: number) {
    const lead = cell.dataset.lead || String(cell.colSpan - Number(cell.dataset.span));
    cell.dataset.lead = lead;
    cell.colSpan = Number(lead) + count;
  }

  showGroup(group: string) {
    for (const part of (this.querySelectorAll('tbody[data-grp]') as NodeListOf<HTMLElement>)) {
      part.hidden = group !== 'all' && part.dataset.grp !== group;
    }
  }
}

customElements.define('lb-matrix', LbMatrix);

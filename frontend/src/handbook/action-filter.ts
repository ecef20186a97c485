/* <lb-actions>: courses and practices by kind and by the level one aims at. */

import { hideEmpty, recount } from '../lib/dom.ts';
import { fill } from '../lib/words.ts';

class LbActions extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update();
  }

  /** what is chosen; '' stands for all */
  value(name: string): string {
    const field = this.querySelector(`select[name="${name}"]`);
    return field instanceof HTMLSelectElement ? field.value : '';
  }

  update() {
    const [type, goal] = [this.value('type'), Number(this.value('goal'))];
    const found = new Set();
    const rows = (this.querySelectorAll('tr[data-type]') as NodeListOf<HTMLElement>);
    rows.forEach((row, at) => {
      const rank = Number(row.dataset.rank);
      row.hidden = Boolean((type && row.dataset.type !== type) || (goal && rank > goal));
      // One that stands in several blocks counts once.
      if (!row.hidden) found.add(row.dataset.code || at);
    });
    hideEmpty(this, 'section[data-block]', 'tr[data-type]');
    recount(this, 'section[data-block]', 'tr[data-type]');
    this.countTypes(rows, goal);
    this.say(found.size);
  }

  /** Each kind says how many there are of it for the level chosen. */
  countTypes(rows: NodeListOf<HTMLElement>, goal: number) {
    for (const option of (this.querySelectorAll('select[name="type"] option[data-name]') as NodeListOf<HTMLOptionElement>)) {
      const fits = [...rows].filter((row) => row.dataset.type === option.value && !(goal && Number(row.dataset.rank) > goal));
      const codes = new Set(fits.map((row) => row.dataset.code || row));
      option.textContent = fill(option.dataset.choice || '{name}', { name: option.dataset.name || '', n: codes.size });
    }
  }

  /** what is chosen, in words */
  chosen(name: string): string {
    const field = this.querySelector(`select[name="${name}"]`);
    const option = field instanceof HTMLSelectElement ? field.selectedOptions[0] : undefined;
    return (option && (option.dataset.name || option.textContent)) || '';
  }

  say(n: number) {
    const status = (this.querySelector('[role="status"]') as HTMLElement | null);
    if (!status) return;
    const { count, noneType, noneGoal, noneBoth } = status.dataset;
    const none = this.value('type') && this.value('goal') ? noneBoth : this.value('goal') ? noneGoal : noneType;
    status.textContent = fill((n ? count : none) || '{n}', { n, type: this.chosen('type'), goal: this.chosen('goal') });
  }
}

customElements.define('lb-actions', LbActions);

/* <lb-actions>: courses and practices by kind and by the level one aims at. */

import { define } from '../lib/define.ts';
import { hideEmpty, recount } from '../lib/dom.ts';
import { fill, wordIn } from '../lib/words.ts';

const BLOCKS = 'section[data-block]';
const ROWS = 'tr[data-type]';

class LbActions extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.update());
    this.update();
  }

  field(name: string): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`);
  }

  /** what is chosen; '' stands for all */
  value(name: string): string {
    return this.field(name)?.value || '';
  }

  update() {
    const [type, goal] = [this.value('type'), Number(this.value('goal'))];
    const rows = [...this.querySelectorAll<HTMLElement>(ROWS)];
    for (const row of rows) row.hidden = Boolean((type && row.dataset.type !== type) || (goal && Number(row.dataset.rank) > goal));
    hideEmpty(this, BLOCKS, ROWS);
    recount(this, BLOCKS, ROWS);
    this.countTypes(rows, goal);
    this.say(actions(rows.filter((row) => !row.hidden)));
  }

  /** Each kind says how many there are of it for the level chosen. */
  countTypes(rows: HTMLElement[], goal: number) {
    for (const option of this.querySelectorAll<HTMLOptionElement>('select[name="type"] option[data-name]')) {
      const fitting = rows.filter((row) => row.dataset.type === option.value && !(goal && Number(row.dataset.rank) > goal));
      option.textContent = fill(wordIn(option, 'choice'), { name: option.dataset.name || '', n: actions(fitting) });
    }
  }

  /** what is chosen, in words */
  chosen(name: string): string {
    const option = this.field(name)?.selectedOptions[0];
    return option?.dataset.name || option?.textContent || '';
  }

  say(n: number) {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!status) return;
    const none = this.value('type') && this.value('goal') ? 'noneBoth' : this.value('goal') ? 'noneGoal' : 'noneType';
    status.textContent = fill(wordIn(status, n ? 'count' : none), { n, type: this.chosen('type'), goal: this.chosen('goal') });
  }
}

/** how many actions there are in rows; one that stands in several blocks counts once */
const actions = (rows: HTMLElement[]): number => new Set(rows.map((row) => row.dataset.code || row)).size;

define('lb-actions', LbActions);

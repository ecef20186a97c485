/* <lb-notes>: the editor's notes by kind, by sequence, and those with an open question. */

import { hideEmpty, recount, target } from '../lib/dom.ts';
import { fill } from '../lib/words.ts';

class LbNotes extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', () => this.onChange());
    window.addEventListener('hashchange', () => this.openTarget());
    this.update();
    this.openTarget();
  }

  /** What a filter leaves is shown at once; without a filter everything folds again. */
  onChange() {
    this.update();
    const filtered = this.isFiltered();
    for (const fold of this.querySelectorAll('details')) {
      fold.open = filtered && fold.querySelector('[data-kind]:not([hidden])') !== null;
    }
  }

  /** whether less than all is asked for */
  isFiltered(): boolean {
    return Boolean(this.value('kind') || this.value('seq') || this.value('ask'));
  }

  /** A link to the notes of a sequence opens them. */
  openTarget() {
    const fold = target(this)?.closest('details');
    if (fold) fold.open = true;
  }

  /** what is chosen; '' stands for all */
  value(name: string): string {
    const field = this.querySelector(`select[name="${name}"], input[name="${name}"]:checked`);
    const value = field instanceof HTMLSelectElement || field instanceof HTMLInputElement ? field.value : '';
    return value === 'all' ? '' : value;
  }

  update() {
    const [kind, sequence, ask] = [this.value('kind'), this.value('seq'), this.value('ask')];
    let count = 0;
    for (const item of (this.querySelectorAll('[data-kind]') as NodeListOf<HTMLElement>)) {
      const { kind: own, seq } = item.dataset;
      const asks = !['', 'false', undefined].includes(item.dataset.ask);
      item.hidden = Boolean((kind && own !== kind) || (sequence && seq !== sequence) || (ask && !asks));
      count += item.hidden ? 0 : 1;
    }
    hideEmpty(this, 'ul, section', '[data-kind]');
    recount(this, 'section', '[data-kind]');
    this.hideBare();
    this.say(count);
  }

  /** Sequences without notes of their own stand there for their completeness, which no filter asks for. */
  hideBare() {
    const filtered = this.isFiltered();
    for (const section of this.querySelectorAll('section section')) {
      if (!section.querySelector('[data-kind]')) (section as HTMLElement).hidden = filtered;
    }
  }

  /** what is chosen, in words */
  chosen(name: string): string {
    const field = this.querySelector(`select[name="${name}"]`);
    return (field instanceof HTMLSelectElement && field.selectedOptions[0]?.textContent) || '';
  }

  say(n: number) {
    const status = (this.querySelector('[role="status"]') as HTMLElement | null);
    if (!status) return;
    const asked = ['kind', 'seq', 'ask'].filter((name) => this.value(name));
    const { noneKind, noneSeq, noneAsk, noneSeveral } = status.dataset;
    const alone = { kind: noneKind, seq: noneSeq, ask: noneAsk }[asked[0]];
    const none = asked.length > 1 ? noneSeveral : alone;
    status.textContent = fill((n ? status.dataset.count : none) || '{n}', { n, kind: this.chosen('kind'), seq: this.chosen('seq') });
  }
}

customElements.define('lb-notes', LbNotes);

/* <lb-notes>: the editor's notes by kind, by sequence, and those with an open question. */

import { define } from '../lib/define.ts';
import { hideEmpty, recount, target } from '../lib/dom.ts';
import { fill, wordIn } from '../lib/words.ts';

const NOTES = '[data-kind]';
const FIELDS = ['kind', 'seq', 'ask'] as const;
type Field = (typeof FIELDS)[number];
/** what is said where a field leaves nothing */
const NONE = { kind: 'noneKind', seq: 'noneSeq', ask: 'noneAsk' } as const satisfies Record<Field, string>;

class LbNotes extends HTMLElement {
  connectedCallback() {
    this.querySelector('form')?.addEventListener('change', () => this.onChange()); // answers change below it
    window.addEventListener('hashchange', () => this.openTarget());
    this.update();
    this.openTarget();
  }

  /** What a filter leaves is shown at once; without a filter everything folds again. */
  onChange() {
    this.update();
    const filtered = this.filters.length > 0;
    for (const fold of this.querySelectorAll('details')) {
      fold.open = filtered && fold.querySelector(`${NOTES}:not([hidden])`) !== null;
    }
  }

  /** the fields in which less than all is asked for */
  get filters(): Field[] {
    return FIELDS.filter((field) => this.value(field));
  }

  /** A link to the notes of a sequence opens them. */
  openTarget() {
    const fold = target(this)?.closest('details');
    if (fold) fold.open = true;
  }

  /** what is chosen; '' stands for all */
  value(name: Field): string {
    const chosen = `select[name="${name}"], input[name="${name}"]:checked`;
    const value = this.querySelector<HTMLSelectElement | HTMLInputElement>(chosen)?.value || '';
    return value === 'all' ? '' : value;
  }

  update() {
    const [kind, sequence, asking] = FIELDS.map((field) => this.value(field));
    let count = 0;
    for (const note of this.querySelectorAll<HTMLElement>(NOTES)) {
      const asks = !['', 'false', undefined].includes(note.dataset.ask);
      note.hidden = Boolean((kind && note.dataset.kind !== kind) || (sequence && note.dataset.seq !== sequence) || (asking && !asks));
      count += note.hidden ? 0 : 1;
    }
    hideEmpty(this, 'ul, section', NOTES);
    recount(this, 'section', NOTES);
    this.hideBare();
    this.say(count);
  }

  /** Sequences without notes of their own stand there for their completeness, which no filter asks for. */
  hideBare() {
    const filtered = this.filters.length > 0;
    for (const section of this.querySelectorAll<HTMLElement>('section section')) {
      if (!section.querySelector(NOTES)) section.hidden = filtered;
    }
  }

  /** what is chosen, in words */
  chosen(name: Field): string {
    return this.querySelector<HTMLSelectElement>(`select[name="${name}"]`)?.selectedOptions[0]?.textContent || '';
  }

  say(n: number) {
    const status = this.querySelector<HTMLElement>('[role="status"]');
    if (!status) return;
    const none = this.filters.length > 1 ? 'noneSeveral' : this.filters.map((field) => NONE[field]).at(0) ?? 'count';
    status.textContent = fill(wordIn(status, n ? 'count' : none), { n, kind: this.chosen('kind'), seq: this.chosen('seq') });
  }
}

define('lb-notes', LbNotes);

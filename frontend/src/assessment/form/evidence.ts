/* The case that shows how one stands on an item: behind a button until there is one; on paper its lines are always there. */

import { make } from '../../lib/draw.ts';
import { said } from '../document/answers.ts';

const LINE = 17; // Han characters in a ruled line of the form on paper

/** how wide it is, in Han characters */
const widthOf = (text: string): number => Array.from(text).reduce((sum, one) => sum + (one < '\u0250' ? 0.55 : 1), 0);

/** the lines it takes on paper */
const linesOf = (text: string): number => text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / LINE)), 0);

export class Evidence {
  declare box: any;
  declare area: any;
  declare label: any;
  declare written: any;
  declare opener: any;
  declare opened: any;
  declare closed: any;

  /**
   * @param box - the item
   */
  constructor(box: any) {
    this.box = box;
    this.area = box.field('v');
    this.label = this.area && (this.area.closest('.lb-ev') as HTMLElement | null);
    if (!this.label) return;
    const { word } = box.host;
    this.written = make('span', { class: 'lb-ev__text', 'aria-hidden': 'true' });
    this.label.append(this.written);
    this.opener = make('button', { type: 'button', class: 'lb-link lb-noprint', 'data-evidence': '' }, [word('evidence')]);
    this.opener.setAttribute('aria-label', word('evidence_of', { name: box.item.name }));
    this.opener.addEventListener('click', () => this.open());
    box.acts().prepend(this.opener);
  }

  /** Another document: what was opened is folded again. */
  begin() {
    this.opened = false;
  }

  /** Unfolds it, to write. */
  open() {
    this.opened = true;
    this.fold();
    this.area.focus();
  }

  /**
   * @param closed - nothing may be changed any more
   */
  show(closed: boolean) {
    this.closed = closed;
    this.write();
    this.fold();
  }

  /** On paper a text takes the room it needs; the two ruled lines are for the pen and for short ones. */
  write() {
    if (!this.written || !this.label) return;
    this.written.textContent = this.area.value;
    this.label.classList.toggle('is-long', linesOf(this.area.value) > 2);
  }

  fold() {
    if (!this.opener) return;
    const used = this.opened === true || said(this.area.value) || said((this.box.field('d') || {}).value);
    this.box.element.classList.toggle('is-folded', !used);
    this.opener.hidden = used || this.closed === true;
  }
}

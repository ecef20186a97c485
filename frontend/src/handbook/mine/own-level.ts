/* <lb-own>: the two boxes of a level page by which the reader marks the level as own or as aim, and the dots in the level bar. */

import { define } from '../../lib/define.ts';
import * as marks from '../../lib/marks.ts';
import type { MarkKind } from '../../lib/marks.ts';
import { wordIn } from '../../lib/words.ts';

const LEVEL = /\/sequences\/([^/]+)\/level\/([^/]+)\//;

/** the levels in one row, or in several where they are many: then also the neighbours that a phone shows */
const BARS = '.lb-ladderbar a[href], nav.lb-rungs a[href]';

/** which level a link leads to */
function placeOf(link: HTMLAnchorElement): string {
  const [, sequence, level] = LEVEL.exec(new URL(link.href).pathname) ?? [];
  return level ? `${sequence}/${level}` : '';
}

class LbOwn extends HTMLElement {
  connectedCallback() {
    this.addEventListener('change', (event) => this.onChange(event.target));
    marks.watch(() => this.show());
    window.addEventListener('pageshow', () => this.show()); // a browser going back restores the boxes late
    this.show();
  }

  get place(): string {
    return this.dataset.place ?? '';
  }

  onChange(field: EventTarget | null) {
    if (!(field instanceof HTMLInputElement)) return;
    const kind = marks.KINDS.find((name) => name === field.name);
    if (!kind) return;
    const kept = marks.write(marks.withMark(marks.read(), kind, this.place, field.checked));
    this.show();
    if (!kept) this.say();
  }

  show() {
    const now = marks.read();
    for (const kind of marks.KINDS) {
      const field = this.querySelector<HTMLInputElement>(`input[name="${kind}"]`);
      if (field) field.checked = now[kind] === this.place;
    }
    document.querySelectorAll('.lb-own__mark').forEach((mark) => mark.remove());
    for (const link of document.querySelectorAll<HTMLAnchorElement>(BARS)) {
      const kind = marks.KINDS.find((name) => now[name] !== undefined && now[name] === placeOf(link));
      if (kind) (link.querySelector('.lb-level') ?? link).append(this.dot(kind));
    }
  }

  dot(kind: MarkKind): HTMLElement {
    const mark = document.createElement('span');
    mark.className = `lb-own__mark lb-own__mark--${kind}`;
    mark.textContent = wordIn(this, kind);
    return mark;
  }

  /** The browser keeps nothing: the boxes are off again, and it is said why. */
  say() {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = wordIn(this, 'off');
  }
}

define('lb-own', LbOwn);

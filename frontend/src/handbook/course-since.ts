/* <lb-course>: of what a course covers, what has changed since the release that its slides follow. The release stands behind #
   (`#since=0.2.0`), which no server gets, so that a trainer can keep the address. */

import { define } from '../lib/define.ts';
import { recount } from '../lib/dom.ts';
import { fill, wordIn } from '../lib/words.ts';
import { changedSince, sinceIn } from './since.ts';

const BLOCKS = 'section[data-block]';
const ROWS = `${BLOCKS} tbody tr`;

class LbCourse extends HTMLElement {
  only = false;

  connectedCallback() {
    if (!this.list) return;
    this.list.addEventListener('change', () => this.choose());
    this.button?.addEventListener('click', () => this.toggle());
    addEventListener('hashchange', () => this.read());
    this.read();
  }

  get list(): HTMLSelectElement | null {
    return this.querySelector<HTMLSelectElement>('select[name="since"]');
  }

  get button(): HTMLButtonElement | null {
    return this.querySelector<HTMLButtonElement>('button[data-only]');
  }

  /** the releases to choose from, newest first */
  get releases(): string[] {
    return [...(this.list?.options ?? [])].map((option) => option.value).filter(Boolean);
  }

  /** Chooses what the address says; an older release than those that are known is none of them. */
  read() {
    const since = sinceIn(location.hash);
    if (this.list) this.list.value = this.releases.includes(since) ? since : '';
    this.update();
  }

  choose() {
    this.only = false;
    const since = this.list?.value ?? '';
    history.replaceState(history.state, '', since ? `#since=${encodeURIComponent(since)}` : location.pathname + location.search);
    this.update();
  }

  toggle() {
    this.only = !this.only;
    this.update();
  }

  update() {
    const since = this.list?.value ?? '';
    const rows = [...this.querySelectorAll<HTMLElement>(ROWS)];
    const changed = rows.filter((row) => this.mark(row, since));
    if (!changed.length) this.only = false;
    for (const row of rows) row.hidden = this.only && !changed.includes(row);
    for (const block of this.querySelectorAll<HTMLElement>(BLOCKS)) block.hidden = !block.querySelector('tbody tr:not([hidden])');
    recount(this, BLOCKS, 'tbody tr');
    this.say(since, changed.length, rows.length, changed.filter((row) => this.isComing(row, since)).length);
  }

  /** Shows what became of a row since then, and says whether anything did. */
  mark(row: HTMLElement, since: string): boolean {
    const newer = changedSince(this.releases, since, (row.dataset.changed ?? '').split(' '));
    for (const change of row.querySelectorAll<HTMLElement>('[data-since]')) change.hidden = !newer.includes(change.dataset.since ?? '');
    return newer.length > 0;
  }

  /** whether nothing of what has changed in a row holds yet */
  isComing(row: HTMLElement, since: string): boolean {
    const coming = [...(this.list?.options ?? [])].filter((option) => option.dataset.coming !== undefined).map((option) => option.value);
    return changedSince(this.releases, since, (row.dataset.changed ?? '').split(' ')).every((release) => coming.includes(release));
  }

  say(release: string, n: number, all: number, coming: number) {
    const { button } = this;
    const status = this.querySelector<HTMLElement>('[role="status"]');
    const named = sinceIn(location.hash);
    const key = release ? (n ? 'some' : 'none') : named ? 'unknown' : 'any';
    const facts = { release: release || named, n, all };
    if (status) status.textContent = fill(wordIn(status, key), facts) + (coming ? fill(wordIn(status, 'coming'), { n: coming }) : '');
    if (!button) return;
    button.hidden = !n || n === all;
    button.setAttribute('aria-pressed', String(this.only));
    button.textContent = fill(wordIn(button, this.only ? 'all' : 'only'), { n });
  }
}

define('lb-course', LbCourse);

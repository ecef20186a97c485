/* <lb-news>: what is new on a level's page since the reader was here, and the view of what has changed since a release. The old
   words come in a file of the sequence. Nothing of it is on the page before, and nothing is sent. */

import type { ChangedLinesData } from '../../generated/page-data.ts';
import type { NewsWord } from '../../generated/words.ts';
import { define } from '../../lib/define.ts';
import { focusHeading, hideEmpty } from '../../lib/dom.ts';
import { load } from '../../lib/load.ts';
import * as seen from '../../lib/seen.ts';
import { entryAt } from '../../lib/values.ts';
import { sayer, wordIn } from '../../lib/words.ts';
import type { Say } from '../../lib/words.ts';
import { Releases, clear, mark, newer, toCome } from './lines.ts';

declare global {
  interface Window {
    /** what the files bring, by the ids of sequences */
    levelbookChanged?: Record<string, ChangedLinesData>;
  }
}

const VIEW = 'changed';
const BOXES = '.lb-inds, .lb-ended, article, .lb-levelpage > section';
const LINES = '.lb-ind';

class LbNews extends HTMLElement {
  #releases = new Releases([]);
  /** the release with which the view compares */
  #base = '';
  /** the release up to which the reader knows the page */
  #known = '';

  connectedCallback() {
    this.#releases = new Releases(wordIn(this, 'versions').split(' '));
    this.#base = wordIn(this, 'release');
    this.#known = seen.release(wordIn(this, 'newest'));
    this.className = 'lb-news lb-noprint';
    const page = this.page;
    if (page) new MutationObserver(() => this.#show()).observe(page, { attributeFilter: ['data-show'] });
    void load(wordIn(this, 'file')).catch(() => undefined).then(() => this.#show());
  }

  get page(): HTMLElement | null {
    return this.closest('lb-show');
  }

  get isView(): boolean {
    return this.page?.dataset.show === VIEW;
  }

  /** the lines that are new to the reader */
  get news(): HTMLElement[] {
    return this.#releases.versions.includes(this.#known) && this.page ? newer(this.page, this.#releases, this.#known) : [];
  }

  #show() {
    const { page } = this;
    if (!page) return;
    const since = this.isView ? this.#base : this.#known;
    const lines = this.isView ? newer(page, this.#releases, since) : this.news;
    this.#leave(this.isView ? lines : null);
    const data = entryAt(window.levelbookChanged ?? {}, wordIn(this, 'sequence'));
    if (!data) return; // still to come, or it did not: the lines are shown without what they said
    const word = sayer<NewsWord>(data.words);
    clear(page);
    for (const line of lines) mark(line, word, this.#releases, since, data);
    this.#fill(lines, word);
  }

  /** Shows some lines only, and what they stand in; all of them where none are named. */
  #leave(lines: readonly HTMLElement[] | null) {
    const { page } = this;
    if (!page) return;
    for (const line of page.querySelectorAll<HTMLElement>(LINES)) line.hidden = lines !== null && !lines.includes(line);
    hideEmpty(page, BOXES, LINES);
    for (const fold of page.querySelectorAll<HTMLDetailsElement>('.lb-ended')) fold.open = lines !== null;
    const label = page.querySelector(`input[name="view"][value="${VIEW}"] + span .lb-num`);
    if (label && lines) label.textContent = String(lines.length);
  }

  #fill(lines: readonly HTMLElement[], word: Say<NewsWord>) {
    this.hidden = !this.isView && !lines.length;
    this.replaceChildren(...(this.isView ? [this.#chooser(word)] : this.#band(lines, word)));
    if (!this.isView && lines.length) seen.noteShown();
  }

  #band(lines: readonly HTMLElement[], word: Say<NewsWord>): HTMLElement[] {
    const coming = toCome(lines);
    const changed = lines.length - coming;
    const parts = [
      changed ? word('say', { release: this.#known, n: changed }) : '',
      coming ? word('coming', { n: coming, day: wordIn(this, 'day') }) : '',
    ];
    const sentence = document.createElement('p');
    sentence.textContent = parts.filter(Boolean).join(word('between'));
    return [sentence, this.#button(word('see'), () => this.#open()), this.#button(word('seen'), () => this.#close())];
  }

  #button(text: string, act: () => void): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'lb-btn';
    button.textContent = text;
    button.addEventListener('click', act);
    return button;
  }

  /** Goes to the view of what has changed since the reader was here. */
  #open() {
    this.#base = this.#known;
    const radio = this.page?.querySelector<HTMLInputElement>(`input[name="view"][value="${VIEW}"]`);
    radio?.click();
    radio?.focus();
  }

  /** The reader knows it: the marks go, and the focus to the heading. */
  #close() {
    this.#known = wordIn(this, 'newest');
    seen.moveTo(this.#known);
    this.#show();
    focusHeading();
  }

  /** since which release: those that leave anything to show */
  #chooser(word: Say<NewsWord>): HTMLElement {
    const label = document.createElement('label');
    const select = document.createElement('select');
    const { page } = this;
    const choices = this.#releases.versions.filter((version) => version === this.#base || (page && newer(page, this.#releases, version).length));
    select.append(...choices.map((version) => new Option(version, version, false, version === this.#base)));
    select.addEventListener('change', () => {
      this.#base = select.value;
      this.#show();
      this.querySelector('select')?.focus();
    });
    label.className = 'lb-field';
    label.append(word('base'), ' ', select);
    return label;
  }
}

define('lb-news', LbNews);

/* <lb-editor>: the switch at the foot of every page that lays over it what only editors need: all notes, places in the source,
   completeness, ways into the data. A bar under the header says that it is on, counts what it lays there, and ends it. */

import { define } from '../../lib/define.ts';
import { focusHeading } from '../../lib/dom.ts';
import { fill, wordIn } from '../../lib/words.ts';
import { KEY, isKept, keep, show } from './memory.ts';

const NOTES = '.lb-remark > p, .lb-aside-note.lb-layer, .lb-memo';
const QUESTIONS = '.lb-remark > [data-ask], .lb-aside-note[data-ask], .lb-memo__ask';
const METERS = '.lb-full[data-have][data-of]';

class LbEditor extends HTMLElement {
  bar: HTMLElement | null = null;

  connectedCallback() {
    this.field?.addEventListener('change', () => this.choose(this.field?.checked ?? false));
    window.addEventListener('storage', (event) => {
      if (event.key === KEY || event.key === null) this.lay(isKept());
    });
    window.addEventListener('pageshow', ({ persisted }) => { // a browser going back shows the page as it was
      if (persisted) this.lay(isKept());
    });
    this.lay(isKept());
  }

  get field(): HTMLInputElement | null {
    return this.querySelector('input');
  }

  choose(on: boolean) {
    keep(on);
    this.lay(on);
  }

  lay(on: boolean) {
    show(on);
    if (this.field) this.field.checked = on;
    for (const note of document.querySelectorAll<HTMLDetailsElement>('details.lb-remark')) note.open = on;
    this.bar?.remove();
    this.bar = on ? this.makeBar() : null;
    if (this.bar) document.querySelector('header')?.after(this.bar);
  }

  makeBar(): HTMLElement {
    const bar = document.createElement('section');
    bar.className = 'lb-edbar';
    bar.setAttribute('aria-label', wordIn(this, 'title'));
    const row = document.createElement('div');
    row.className = 'lb-edbar__row md-grid';
    const title = document.createElement('b');
    title.textContent = wordIn(this, 'title');
    const found = document.createElement('span');
    found.textContent = fill(wordIn(this, 'page'), { parts: this.figures().join(wordIn(this, 'comma')) });
    const end = document.createElement('button');
    end.type = 'button';
    end.className = 'lb-link';
    end.textContent = wordIn(this, 'end');
    end.addEventListener('click', () => this.end());
    row.append(title, found, ...this.ways(), end);
    bar.append(row);
    return bar;
  }

  /** what is laid over this page, in figures */
  figures(): string[] {
    const [notes, questions] = [NOTES, QUESTIONS].map((selector) => document.querySelectorAll(selector).length);
    const meters = [...document.querySelectorAll<HTMLElement>(METERS)];
    const [have, of] = (['have', 'of'] as const).map((name) => meters.reduce((sum, { dataset }) => sum + Number(dataset[name]), 0));
    return [
      notes ? fill(wordIn(this, 'notes'), { n: notes }) : wordIn(this, 'none'),
      ...(questions ? [fill(wordIn(this, 'questions'), { n: questions })] : []),
      ...(of ? [fill(wordIn(this, 'complete'), { have, of })] : []),
    ];
  }

  /** to all open questions, and to where this page is edited */
  ways(): HTMLAnchorElement[] {
    const edit = document.querySelector<HTMLAnchorElement>('a.lb-editpage');
    const asks = this.dataset.asks ? [wayTo(this.dataset.asks, wordIn(this, 'questionsAll'))] : [];
    return edit ? [...asks, wayTo(edit.href, wordIn(this, 'open'))] : asks;
  }

  end() {
    this.choose(false);
    focusHeading();
  }
}

function wayTo(address: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = words;
  return link;
}

define('lb-editor', LbEditor);

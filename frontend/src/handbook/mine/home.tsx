/* <lb-home>: opens with what the reader's own level asks, once one is marked; else it is the picker. */

import { render } from 'preact';
import type { MarkedLevelData, MarkedLevels } from '../../generated/page-data.ts';
import type { MineWord } from '../../generated/words.ts';
import { define } from '../../lib/define.ts';
import { siteOf } from '../../lib/load.ts';
import * as marks from '../../lib/marks.ts';
import * as seen from '../../lib/seen.ts';
import { entryAt } from '../../lib/values.ts';
import { sayer } from '../../lib/words.ts';
import { Card, Who } from './card.tsx';
import type { Acts, Mine } from './card.tsx';
import { lastAssessment } from './last-assessment.ts';
import { levelAt, loadLevels } from './levels.ts';
import { offerUndo } from './undo.ts';

class LbHome extends HTMLElement implements Acts {
  declare data: MarkedLevels;
  readonly who = document.createElement('div');
  readonly card = document.createElement('section');
  /** the picker was asked for, though there is a level of one's own */
  choosing = false;

  connectedCallback() {
    const text = this.querySelector('script[type="application/json"]')?.textContent;
    if (!text || this.card.isConnected) return;
    this.data = JSON.parse(text) as MarkedLevels;
    this.card.className = 'lb-mine';
    this.querySelector('.lb-home__ask')?.before(this.who);
    this.querySelector('.lb-hero')?.append(this.card);
    if (this.data.newest !== undefined) seen.release(this.data.newest);
    marks.watch(() => this.again());
    window.addEventListener('pageshow', ({ persisted }) => { // a browser going back shows the page as it was
      if (persisted) this.again();
      else this.show();
    });
    this.show();
  }

  /** what is known of the reader's level; null where none of this handbook is marked */
  get mine(): Mine | null {
    const { own, aim } = marks.read();
    const level = levelAt(own);
    if (!level) return null;
    const aimed = levelAt(aim);
    return {
      word: sayer<MineWord>(this.data.words),
      base: siteOf(this),
      level,
      aim: aim !== undefined && aimed ? { place: aim, level: aimed } : null,
      below: levelAt(level.below),
      news: this.newsOf(level),
      last: stored((storage) => lastAssessment(storage, level.targets)),
    };
  }

  /** how much is new at a level since the reader was here, which the first visit begins */
  newsOf({ news = {} }: MarkedLevelData): string {
    const said = this.data.newest === undefined ? undefined : entryAt(news, seen.release(this.data.newest));
    if (said) seen.noteShown();
    return said ?? '';
  }

  /** What is not loaded yet is shown when it has come; meanwhile there is no picker, which would only be taken away again. */
  show() {
    const { own, aim } = marks.read();
    const coming = this.choosing || own === undefined ? null : loadLevels(siteOf(this), this.data, [own, aim]);
    const mine = this.choosing || coming ? null : this.mine;
    void coming?.then(() => this.show());
    for (const part of this.querySelectorAll<HTMLElement>('.lb-home__ask, lb-picker')) part.hidden = mine !== null || coming !== null;
    for (const box of [this.who, this.card]) box.hidden = mine === null;
    this.classList.toggle('is-mine', mine !== null);
    render(mine && <Who {...mine} />, this.who);
    render(mine && <Card {...mine} acts={this} />, this.card);
    for (const head of this.querySelectorAll('h1')) head.removeAttribute('id');
    if (this.head) this.head.id = 'top'; // the skip link leads there
  }

  /** Somebody has chosen since, on another page: the picker has done what it was asked for. */
  again() {
    this.choosing = false;
    this.show();
  }

  know() {
    if (this.data.newest !== undefined) seen.moveTo(this.data.newest);
    this.show();
    this.focusHead();
  }

  change() {
    this.choosing = true;
    this.show();
    this.querySelector<HTMLElement>('input[name="seq"]:checked')?.focus();
  }

  erase() {
    const [before, known] = [marks.read(), seen.kept()];
    const word = sayer<MineWord>(this.data.words);
    marks.erase();
    seen.erase();
    this.show();
    this.focusHead();
    offerUndo(word('erased'), word('undo'), () => {
      marks.write(before);
      seen.restore(known);
      this.show();
      this.focusHead();
    });
  }

  get head(): HTMLElement | undefined {
    return [...this.querySelectorAll('h1')].find((heading) => !heading.closest('[hidden]'));
  }

  /** What had the focus is gone: it goes to the heading. */
  focusHead() {
    const { head } = this;
    if (!head) return;
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
  }
}

/** Asks what this browser keeps; nothing where it keeps nothing. */
function stored<Told>(ask: (storage: Storage) => Told): Told | null {
  try {
    return ask(window.localStorage);
  } catch {
    return null;
  }
}

define('lb-home', LbHome);

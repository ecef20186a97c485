/* The overlay of the preview: asks the server for each build, reloads the page when pages were made, and shows what is wrong. */

import { render } from 'preact';
import type { PreviewState } from '../generated/served.ts';
import { mend, pause, stateAfter } from './server.ts';
import { Overlay } from './view.tsx';

const PLACE = 'levelbook.serve.place';
const FRESH_FOR = 2500;
const tag = document.currentScript instanceof HTMLScriptElement ? document.currentScript.dataset : {};

/** where the reader was, from the page before it was loaded anew */
interface Place {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly seconds: number;
}

class Watcher {
  #state: PreviewState | undefined;
  #epoch = -1;
  readonly #pages = Number(tag.pages);
  readonly #host = document.createElement('div');
  /** what somebody has folded or unfolded; until then warnings are folded and errors are not */
  #folded: boolean | undefined;
  #isFresh = false;
  #isLost = false;
  #refusal = '';
  #asking = new AbortController();

  async start() {
    this.#addStyle();
    this.#host.className = 'lb-over-host';
    document.body.append(this.#host);
    document.addEventListener('keydown', (event) => this.#onKey(event));
    document.addEventListener('visibilitychange', () => { if (document.hidden) this.#asking.abort(); });
    this.#goBack();
    for (;;) await this.#next();
  }

  /** The style sheet comes first in the head, so that colours of the page's own win. */
  #addStyle() {
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = '/__levelbook/overlay.css';
    document.head.prepend(link);
  }

  async #next() {
    if (document.hidden) await seen();
    this.#asking = new AbortController();
    const state = await stateAfter(this.#epoch, this.#asking.signal);
    if (state) this.#take(state);
    else if (!document.hidden) {
      this.#isLost = this.#state !== undefined;
      this.#epoch = -1;
      this.#draw();
      await pause();
    }
  }

  #take(state: PreviewState) {
    this.#isLost = false;
    if (state.pages !== this.#pages) this.#reload(state);
    if (state.epoch !== this.#epoch) this.#refusal = '';
    if (this.#state?.is_good === false && state.is_good) {
      this.#folded = undefined;
      this.#showFresh();
    }
    this.#state = state;
    this.#epoch = state.epoch;
    this.#draw();
  }

  #reload({ seconds }: PreviewState) {
    const place: Place = { path: location.pathname, x: scrollX, y: scrollY, seconds };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
    location.reload();
  }

  /** The reader stays where the page was before it was loaded anew. */
  #goBack() {
    const kept = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (kept === null) return;
    const place = JSON.parse(kept) as Place;
    if (place.path !== location.pathname) return;
    scrollTo({ left: place.x, top: place.y, behavior: 'instant' });
    this.#showFresh();
  }

  #showFresh() {
    this.#isFresh = true;
    setTimeout(() => {
      this.#isFresh = false;
      this.#draw();
    }, FRESH_FOR);
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented || !this.#host.querySelector('.lb-over')) return;
    this.#fold(true);
  }

  #fold(isFolded: boolean) {
    const hadFocus = this.#host.contains(document.activeElement);
    this.#folded = isFolded;
    this.#refusal = '';
    this.#draw();
    if (hadFocus) this.#host.querySelector('button')?.focus();
  }

  async #mend(keys: readonly string[]) {
    this.#refusal = await mend(keys, tag.token ?? '');
    this.#draw();
  }

  #draw() {
    const state = this.#state;
    if (!state) return;
    const isGone = tag.gone !== undefined;
    const isFolded = this.#folded ?? (state.is_good && !isGone);
    this.#host.lang = state.lang;
    document.documentElement.classList.toggle('lb-has-over', !isFolded);
    render(
      <Overlay
        state={state} isFolded={isFolded} isGone={isGone} isFresh={this.#isFresh} isLost={this.#isLost} refusal={this.#refusal}
        onFold={(folded) => this.#fold(folded)} onMend={(problems) => void this.#mend(problems.map(({ key }) => key))}
      />,
      this.#host,
    );
  }
}

/** once somebody looks at the page again */
const seen = (): Promise<void> => new Promise((done) => {
  const look = () => {
    if (document.hidden) return;
    document.removeEventListener('visibilitychange', look);
    done();
  };
  document.addEventListener('visibilitychange', look);
});

if (window === window.top) void new Watcher().start();

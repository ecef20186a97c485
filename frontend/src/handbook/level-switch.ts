/* <lb-show>: the views of a level's or grade's page. Everything and what is new there are shown by style; a comparison with another
   level brings its lines along in a <template> for each competency, which take the place of the competency's own lines. */

import { define } from '../lib/define.ts';
import { hideEmpty, target } from '../lib/dom.ts';
import { placeOf, returnTo } from './reading-place.ts';
import { WHOLE, addressOf, viewIn } from './view-address.ts';
import { ViewList } from './view-list.ts';

const NEW = 'new';
const CHANGED = 'changed'; // which lines that leaves, handbook/news says
const COMPARED = '.lb-compared';

class LbShow extends HTMLElement {
  #list: ViewList | null = null;
  #view = '';

  connectedCallback() {
    if (!this.#radios.length) return;
    const list = this.querySelector<HTMLDetailsElement>('.lb-view__else');
    if (list) this.#list = new ViewList(list, (view) => this.#choose(view));
    this.#show(viewIn(location.search, this.#views));
    this.#showTarget();
    this.addEventListener('change', (event) => this.#onChange(event.target));
    window.addEventListener('hashchange', () => this.#showTarget());
    this.#printWhole();
  }

  /** A level is printed whole, as the foot of its sheets says, whatever the screen shows; pairs of levels have pages of their own. */
  #printWhole() {
    let shown = WHOLE;
    window.addEventListener('beforeprint', () => {
      shown = this.#view;
      this.#show(WHOLE);
    });
    window.addEventListener('afterprint', () => this.#show(shown));
  }

  get #radios(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type="radio"][name="view"]')];
  }

  get #views(): string[] {
    return [...this.#radios.map((radio) => radio.value), ...this.#list?.views ?? []];
  }

  get #changesOnly(): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>('input[name="changes"]');
  }

  #onChange(field: EventTarget | null) {
    if (!(field instanceof HTMLInputElement)) return;
    if (field.name === 'view') this.#choose(field.value);
    else if (field === this.#changesOnly) this.#keepingPlace(() => this.#hideSame());
  }

  /** Changes the view while somebody reads: they go on where they were, and the address says what they see. */
  #choose(view: string) {
    this.#keepingPlace(() => this.#show(view));
    try {
      history.replaceState(history.state, '', addressOf(view, location.href));
    } catch {
      // a browser that keeps addresses of opened files fixed: the view holds without being in the address
    }
  }

  #keepingPlace(change: () => void) {
    const bar = this.querySelector('.lb-bar--stick');
    const edge = () => bar?.getBoundingClientRect().bottom ?? 0;
    // above the lines nothing is read that could be lost: the page stays where it is
    const sticks = bar !== null && bar.getBoundingClientRect().top <= parseFloat(getComputedStyle(bar).top || '0') + 1;
    const place = sticks ? placeOf(this, edge()) : null;
    change();
    if (place) returnTo(this, place, edge());
  }

  #show(view: string) {
    if (view === this.#view) return;
    this.#view = view;
    for (const radio of this.#radios) radio.checked = radio.value === view;
    this.#list?.mark(view);
    const compares = ![WHOLE, NEW, CHANGED].includes(view);
    this.#bringLines(compares ? view : '');
    this.dataset.show = compares ? 'against' : view;
    this.#sayWhatIsCompared(compares ? view : '');
    this.#hideSame();
  }

  /** @param view - of a comparison; nothing where the page's own lines are meant */
  #bringLines(view: string) {
    for (const old of this.querySelectorAll(COMPARED)) old.remove();
    for (const body of this.querySelectorAll<HTMLElement>('.lb-comp__body')) body.hidden = false;
    for (const template of this.querySelectorAll('template')) {
      const body = template.closest('article')?.querySelector<HTMLElement>('.lb-comp__body');
      if (template.dataset.view !== view || !body) continue;
      body.hidden = true;
      body.after(template.content.cloneNode(true));
    }
  }

  #sayWhatIsCompared(view: string) {
    const line = this.querySelector<HTMLElement>('.lb-against');
    if (!line) return;
    for (const sentence of line.querySelectorAll<HTMLElement>('[data-view]')) sentence.hidden = sentence.dataset.view !== view;
    line.hidden = !view;
  }

  /** Leaves out what is the same in both, and what then has nothing left. */
  #hideSame() {
    const only = Boolean(this.#changesOnly?.checked);
    for (const line of this.querySelectorAll<HTMLElement>(`${COMPARED} > li`)) line.hidden = only && line.classList.contains('is-same');
    hideEmpty(this, 'article', `${COMPARED} > li`);
    hideEmpty(this, '.lb-levelpage > section', `${COMPARED} > li`);
    const nothing = this.querySelector<HTMLElement>('.lb-unchanged');
    const lines = this.querySelectorAll(`${COMPARED} > li`);
    if (nothing) nothing.hidden = !only || !lines.length || this.querySelector(`${COMPARED} > li:not([hidden])`) !== null;
  }

  /** A link to a line that the view leaves out shows it all the same. */
  #showTarget() {
    const line = target(this);
    if (!line?.closest('.lb-when-all, .lb-comp__body[hidden]')) return;
    this.#choose(WHOLE);
    line.scrollIntoView();
  }
}

define('lb-show', LbShow);

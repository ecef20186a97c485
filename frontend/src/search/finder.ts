/* The list of a search field: when it opens, what it says, and how keys and pointers move in it. */

import { make } from '../lib/draw.ts';
import { siteOf } from '../lib/load.ts';
import { fill, wordIn } from '../lib/words.ts';
import { loadIndex } from './load.ts';
import type { Loaded } from './load.ts';
import { groupsOf } from './options.ts';
import type { WordName } from './options.ts';
import { find } from './search.ts';
import type { Hits } from './search.ts';

export class Finder {
  readonly #element: HTMLElement;
  readonly #form: HTMLFormElement;
  readonly #input: HTMLInputElement;
  readonly #base: string;
  readonly #list = make('div', { role: 'listbox', id: `lb-hits-${document.querySelectorAll('.lb-hits').length + 1}` });
  readonly #status = make('p', { class: 'lb-hits__status', role: 'status' });
  readonly #panel = make('div', { class: 'lb-hits', hidden: true }, [this.#status, this.#list]);
  #loaded: Loaded | null = null;
  #hasFailed = false;
  /** which option Enter opens; -1 is none */
  #active = -1;

  /**
   * @param element - the <lb-find> around the form
   */
  constructor(element: HTMLElement, form: HTMLFormElement, input: HTMLInputElement) {
    this.#element = element;
    this.#form = form;
    this.#input = input;
    this.#base = siteOf(element);
    this.#list.setAttribute('aria-label', this.#word('label'));
    element.append(this.#panel);
    this.#dressInput();
    this.#listen();
  }

  /** A word that the element brings. */
  #word(name: WordName): string {
    return wordIn(this.#element, name);
  }

  get #options(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>('[role="option"]')];
  }

  #dressInput() {
    const attributes = {
      type: 'text', // a search field may not become a combobox
      role: 'combobox',
      enterkeyhint: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-controls': this.#list.id,
    };
    for (const [name, value] of Object.entries(attributes)) this.#input.setAttribute(name, value);
  }

  #listen() {
    const element = this.#element;
    this.#input.addEventListener('focus', () => void this.#open());
    this.#input.addEventListener('input', () => this.#search());
    this.#input.addEventListener('keydown', (event) => this.#onKey(event));
    this.#form.addEventListener('submit', (event) => this.#onSubmit(event));
    element.addEventListener('focusout', ({ relatedTarget: next }) => {
      if (next instanceof Node && !element.contains(next)) this.#close();
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (!(target instanceof Node && element.contains(target))) this.#close();
    });
    this.#opener?.addEventListener('click', (event) => {
      event.preventDefault();
      element.classList.add('is-open');
      this.#input.focus();
    });
    element.querySelector('.lb-find__close')?.addEventListener('click', () => this.#leave());
  }

  /** on a phone, what opens the field */
  get #opener(): HTMLElement | null {
    return this.#element.querySelector('.lb-find-link');
  }

  async #open() {
    this.#hasFailed = false;
    try {
      await loadIndex(this.#base, (loaded) => this.#hear(loaded));
    } catch {
      this.#hasFailed = true; // the form still sends the words to the index page
      if (this.#element.contains(document.activeElement)) this.#search();
    }
  }

  /** Finds more when more has been loaded; an option that somebody went to stays the active one. */
  #hear(loaded: Loaded) {
    const href = this.#active > 0 ? this.#options.at(this.#active)?.getAttribute('href') : null;
    this.#loaded = loaded;
    if (!this.#element.contains(document.activeElement)) return;
    this.#search();
    const at = this.#options.findIndex((option) => option.getAttribute('href') === href);
    if (at > 0) this.#choose(at);
  }

  #close() {
    this.#panel.hidden = true;
    this.#element.classList.remove('is-open');
    this.#input.setAttribute('aria-expanded', 'false');
    this.#choose(-1);
  }

  /** Closes the list and, on a phone, the field; the focus goes back to where it came from. */
  #leave() {
    this.#close();
    if (this.#opener?.offsetParent) this.#opener.focus();
  }

  #search() {
    const raw = this.#input.value;
    if (!raw.trim()) this.#clear();
    else if (this.#loaded) this.#show(find(this.#loaded.index, raw));
    else this.#say(this.#word(this.#unfound));
  }

  /** what to say where nothing is found */
  get #unfound(): WordName {
    if (this.#loaded?.isWhole) return 'none';
    return this.#hasFailed ? 'failed' : 'loading';
  }

  #clear() {
    this.#list.replaceChildren();
    this.#panel.hidden = true;
    this.#status.textContent = '';
    this.#input.setAttribute('aria-expanded', 'false');
    this.#choose(-1);
  }

  #say(sentence: string) {
    this.#status.textContent = sentence;
    this.#panel.hidden = false;
  }

  #show(hits: Hits) {
    const n = hits.pages.length + hits.indicators.length;
    const all = `${this.#form.action.split('?')[0]}?q=${encodeURIComponent(this.#input.value.trim())}`;
    this.#list.replaceChildren(...groupsOf(hits, { base: this.#base, all, word: (name) => this.#word(name) }));
    this.#options.forEach((option, at) => option.setAttribute('id', `${this.#list.id}-${at + 1}`));
    this.#status.classList.toggle('lb-vh', n > 0);
    this.#say(n ? fill(this.#word('hits'), { n }) : this.#word(this.#unfound));
    this.#input.setAttribute('aria-expanded', String(n > 0));
    this.#choose(n ? 0 : -1);
  }

  /** Makes an option the active one, -1 none. */
  #choose(at: number) {
    const options = this.#options;
    this.#active = at;
    options.forEach((option, place) => option.setAttribute('aria-selected', String(place === at)));
    const chosen = options.at(at);
    if (at < 0 || !chosen) {
      this.#input.removeAttribute('aria-activedescendant');
      return;
    }
    this.#input.setAttribute('aria-activedescendant', chosen.id);
    chosen.scrollIntoView({ block: 'nearest' });
  }

  #walk(step: number) {
    const count = this.#options.length;
    if (!count) return;
    this.#panel.hidden = false;
    this.#choose((this.#active + step + count) % count);
  }

  #onKey(event: KeyboardEvent) {
    if (event.isComposing || !['ArrowDown', 'ArrowUp', 'Escape'].includes(event.key)) return; // while composing, keys belong to the input method
    event.preventDefault();
    if (event.key === 'Escape') this.#leave();
    else this.#walk(event.key === 'ArrowDown' ? 1 : -1);
  }

  /** Enter opens the active result; without one the form is sent. */
  #onSubmit(event: SubmitEvent) {
    const option = this.#panel.hidden || this.#active < 0 ? undefined : this.#options.at(this.#active);
    const isByButton = event.submitter !== null && event.submitter === document.activeElement;
    if (!option || isByButton) return;
    event.preventDefault();
    option.click();
  }
}

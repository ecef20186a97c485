/* <lb-find>: the search field of the header and of the home page, with its list of results.
   Without this script the field sends its words to the index of indicators. */

import { make } from '../lib/dom.ts';
import { load } from '../lib/load.ts';
import { fill } from '../lib/words.ts';
import { find, prepare, range } from './search.ts';

const SHOWN = { pages: 6, indicators: 10 };

const indexes: Map<string, Promise<any>> = new Map();

/**
 * Loads the search data when first wanted.
 * @param base - address of the site's folder
 */
function loadIndex(base: string): Promise<any> {
  const known = indexes.get(base);
  if (known) return known;
  const ready = () => prepare((window as any).levelbookSearch);
  const loading = load(base + 'assets/levelbook/search-data.js').then(ready);
  indexes.set(base, loading);
  loading.catch(() => indexes.delete(base)); // the next time it is asked for again
  return loading;
}

/** the text, what was typed marked in it */
function marked(text: string, query: string): (Node | string)[] {
  const found = range(text, query);
  if (!found) return [text];
  const [start, end] = found;
  return [text.slice(0, start), make('mark', {}, [text.slice(start, end)]), text.slice(end)];
}

/** The list of one search field: what it holds, and how keys and pointers move in it. */
class Finder {
  declare element: any;
  declare form: any;
  declare input: any;
  declare base: any;
  declare active: any;
  declare failed: any;
  declare list: any;
  declare status: any;
  declare panel: any;
  declare index: any;

  /**
   * @param element - the <lb-find> around the form
   */
  constructor(element: HTMLElement, form: HTMLFormElement, input: HTMLInputElement) {
    this.element = element;
    this.form = form;
    this.input = input;
    this.base = (element.dataset.base || '.').replace(/\/?$/, '/');
    this.active = -1;
    this.failed = false;
    const id = `lb-hits-${document.querySelectorAll('.lb-hits').length + 1}`;
    this.list = make('div', { role: 'listbox', id, 'aria-label': this.word('label') });
    this.status = make('p', { class: 'lb-hits__status', role: 'status' });
    this.panel = make('div', { class: 'lb-hits', hidden: '' }, [this.status, this.list]);
    element.append(this.panel);
    this.dressInput();
    this.listen();
  }

  /** A word of the page: the element's own, or else the header's. */
  word(name: string): string {
    const holder = document.querySelector('lb-find[data-none]');
    return this.element.dataset[name] || (holder instanceof HTMLElement && holder.dataset[name]) || '';
  }

  get options(): HTMLElement[] {
    return Array.from(this.list.querySelectorAll('[role="option"]'));
  }

  dressInput() {
    const attributes = {
      type: 'text', // a search field may not become a combobox
      role: 'combobox',
      enterkeyhint: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-controls': this.list.id,
    };
    for (const [name, value] of Object.entries(attributes)) this.input.setAttribute(name, value);
  }

  listen() {
    this.input.addEventListener('focus', () => this.open());
    this.input.addEventListener('input', () => this.search());
    this.input.addEventListener('keydown', (event) => this.onKey(event));
    this.form.addEventListener('submit', (event) => this.onSubmit(event));
    this.element.addEventListener('focusout', (event) => this.onLeave(event));
    document.addEventListener('pointerdown', (event) => {
      if (!this.element.contains((event.target as Node))) this.close();
    });
    const opener = this.element.querySelector('.lb-find-link');
    if (opener) opener.addEventListener('click', (event) => this.onOpener(event));
    const closer = this.element.querySelector('.lb-find__close');
    if (closer) closer.addEventListener('click', () => this.leave());
  }

  onLeave(event: FocusEvent) {
    const next = event.relatedTarget;
    if (next instanceof Node && !this.element.contains(next)) this.close();
  }

  onOpener(event: Event) {
    event.preventDefault();
    this.element.classList.add('is-open');
    this.input.focus();
  }

  async open() {
    this.failed = false;
    try {
      this.index = this.index || (await loadIndex(this.base));
    } catch (error) {
      this.failed = true; // the form still sends the words to the index page
    }
    if (this.element.contains(document.activeElement)) this.search();
  }

  close() {
    this.panel.hidden = true;
    this.element.classList.remove('is-open');
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }

  /** Closes the list and, on a phone, the field; the focus goes back to where it came from. */
  leave() {
    const opener = this.element.querySelector('.lb-find-link');
    this.close();
    if (opener instanceof HTMLElement && opener.offsetParent) opener.focus();
  }

  search() {
    const raw = this.input.value;
    if (!raw.trim()) return this.clear();
    if (!this.index) return this.say(this.word(this.failed ? 'failed' : 'loading'));
    this.show(find(this.index, raw));
  }

  clear() {
    this.list.replaceChildren();
    this.panel.hidden = true;
    this.status.textContent = '';
    this.input.setAttribute('aria-expanded', 'false');
    this.choose(-1);
  }

  say(sentence: string) {
    this.status.textContent = sentence;
    this.panel.hidden = false;
  }

  show(found: any) {
    const groups = [this.pageGroup(found), this.indicatorGroup(found)];
    if (!found.pagesFirst) groups.reverse();
    this.list.replaceChildren(...groups.filter((group) => group !== null));
    const n = found.pages.length + found.indicators.length;
    this.status.classList.toggle('lb-vh', n > 0);
    this.say(n ? fill(this.word('hits'), { n }) : this.word('none'));
    this.input.setAttribute('aria-expanded', String(n > 0));
    this.number();
    this.choose(n ? 0 : -1);
  }

  group(title: string, options: HTMLElement[]): HTMLElement | null {
    if (!options.length) return null;
    const head = make('div', { class: 'lb-hits__head', role: 'presentation' }, [title]);
    return make('div', { role: 'group', 'aria-label': title }, [head, ...options]);
  }

  pageGroup(found: any) {
    const options = found.pages.slice(0, SHOWN.pages).map((page) =>
      make('a', { class: 'lb-hit', role: 'option', tabindex: '-1', href: this.base + page.href }, [
        make('span', { class: 'lb-hit__text' }, marked(page.title, found.query)),
        make('span', { class: 'lb-hit__kind' }, [page.kind]),
      ]),
    );
    return this.group(this.word('pages'), options);
  }

  indicatorGroup(found: any) {
    const options = found.indicators.slice(0, SHOWN.indicators).map((one) => this.indicatorOption(one, found.query));
    const n = found.indicators.length;
    if (n > SHOWN.indicators && this.word('all')) options.push(this.allOption(n));
    return this.group(this.word('indicators'), options);
  }

  indicatorOption(one: any, query: string) {
    const href = `${this.base}id/${one.code}/index.html`;
    const kin = one.also?.length && this.word('also') ? fill(this.word('also'), { codes: one.also.join(' ') }) : '';
    const place = [...one.place.slice(0, 3), kin].filter(Boolean).join(' · ');
    return make('a', { class: 'lb-hit', role: 'option', tabindex: '-1', href, 'data-code': one.code }, [
      make('span', { class: 'lb-hit__text' }, marked(one.text, query)),
      make('span', { class: 'lb-hit__code lb-code' }, [(one.codes || [one.code]).join(' ')]),
      make('span', { class: 'lb-hit__place' }, [place]),
    ]);
  }

  allOption(n: number) {
    const href = `${this.form.action.split('?')[0]}?q=${encodeURIComponent(this.input.value.trim())}`;
    return make('a', { class: 'lb-hit lb-hit--all', role: 'option', tabindex: '-1', href }, [
      fill(this.word('all'), { n }),
    ]);
  }

  number() {
    this.options.forEach((option, n) => {
      option.id = `${this.list.id}-${n + 1}`;
    });
  }

  /**
   * @param at - which option is the active one; -1 is none
   */
  choose(at: number) {
    const options = this.options;
    this.active = at;
    options.forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
    if (at < 0 || !options[at]) return this.input.removeAttribute('aria-activedescendant');
    this.input.setAttribute('aria-activedescendant', options[at].id);
    options[at].scrollIntoView({ block: 'nearest' });
  }

  move(step: number) {
    const count = this.options.length;
    if (!count) return;
    this.panel.hidden = false;
    this.choose((this.active + step + count) % count);
  }

  onKey(event: KeyboardEvent) {
    if (event.isComposing) return; // the keys belong to the input method
    const keys = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Escape: () => this.leave() };
    const action = keys[(event.key as keyof keys)];
    if (!action) return;
    event.preventDefault();
    action();
  }

  /** Enter opens the active result; without one the form is sent. */
  onSubmit(event: SubmitEvent) {
    const option = this.panel.hidden ? undefined : this.options[this.active];
    const byButton = event.submitter !== null && event.submitter === document.activeElement;
    if (!option || byButton) return;
    event.preventDefault();
    option.click();
  }
}

class LbFind extends HTMLElement {
  declare finder: any;

  connectedCallback() {
    const form = this.querySelector('form');
    const input = form && form.querySelector('input');
    if (form && input && !this.finder) this.finder = new Finder(this, form, input);
  }
}

customElements.define('lb-find', LbFind);

/** whether keys are typed into something there */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
}

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const finder = document.querySelector('lb-find');
  const input = finder && finder.querySelector('input');
  if (!finder || !input) return;
  event.preventDefault();
  finder.classList.add('is-open');
  input.focus();
});

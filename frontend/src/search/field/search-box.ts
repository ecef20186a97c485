/* <lb-find>: a search field, of the header or of the home page; "/" leads to it. All that shows what is found comes with
   scripts of its own when somebody first goes to a field, as every page has one and few are searched from.
   Without scripts the field leads to a page that says so. */

import { define } from '../../lib/define.ts';
import { isTyping } from '../../lib/dom.ts';
import { make } from '../../lib/draw.ts';
import { load, siteOf } from '../../lib/load.ts';
import { wordIn } from '../../lib/words.ts';

declare global {
  interface Window {
    /** what the script of the list brings: makes a field show what it finds */
    levelbookSearchPopup?: (field: SearchField) => void;
  }
}

/** Whoever waits less does not notice it. */
const UNNOTICED_MS = 300;

const scripts = new Map<string, Promise<void>>();

/** Loads a script once for all fields; one that did not come is tried again. */
function loadOnce(address: string): Promise<void> {
  const known = scripts.get(address);
  if (known) return known;
  const loading = load(address);
  scripts.set(address, loading);
  loading.catch(() => scripts.delete(address));
  return loading;
}

export class SearchField extends HTMLElement {
  readonly status = make('p', { class: 'lb-hits__status', role: 'status' });
  readonly grid = make('div', { role: 'grid', hidden: true });
  readonly panel = make('div', { class: 'lb-hits', hidden: true }, [this.status, this.grid]);
  /** whether somebody pressed Enter before anything could be found */
  isEntered = false;
  #input: HTMLInputElement | null = null;
  #isReady = false;
  #timer = 0;

  /** address of the site's folder */
  get base(): string {
    return siteOf(this);
  }

  get input(): HTMLInputElement {
    if (!this.#input) throw new Error('a search field without an input');
    return this.#input;
  }

  /** on a phone, what opens the field */
  get opener(): HTMLElement | null {
    return this.querySelector('.lb-find-link');
  }

  connectedCallback() {
    const input = this.querySelector('input');
    const form = this.querySelector('form');
    if (this.#input || !input || !form) return;
    this.#input = input;
    this.grid.id = `lb-hits-${document.querySelectorAll('.lb-hits').length + 1}`;
    this.append(this.panel);
    this.#dress(input);
    input.addEventListener('focus', () => void this.#start());
    input.addEventListener('input', () => {
      this.isEntered = false; // it was meant for what stood there before
      void this.#start();
    });
    input.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.isEntered = false;
    });
    this.addEventListener('focusout', ({ relatedTarget: next }) => {
      if (!(next instanceof Node && this.contains(next))) this.isEntered = false;
    });
    form.addEventListener('submit', (event) => this.#onSubmit(event));
    this.opener?.addEventListener('click', (event) => {
      event.preventDefault();
      this.open();
    });
    this.querySelector('.lb-find__close')?.addEventListener('click', () => this.leave());
    if (document.activeElement === input) void this.#start();
  }

  #dress(input: HTMLInputElement) {
    const attributes = {
      type: 'text', // a search field may not become a combobox
      role: 'combobox',
      enterkeyhint: 'search',
      autocomplete: 'off',
      spellcheck: 'false',
      'aria-haspopup': 'grid',
      'aria-expanded': 'false',
      'aria-autocomplete': 'list',
      'aria-controls': this.grid.id,
    };
    for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
  }

  /** Loads what shows the hits, and hands the field over to it. */
  async #start() {
    if (this.#isReady) return;
    this.wait();
    const { script = '', words = '' } = this.dataset;
    try {
      await Promise.all([loadOnce(this.base + words), loadOnce(this.base + script)]);
    } catch {
      this.fail();
      return;
    }
    this.#hand();
  }

  /** Two calls may have waited for the same scripts. */
  #hand() {
    if (this.#isReady) return;
    this.#isReady = true;
    window.levelbookSearchPopup?.(this);
  }

  /** Says that something is on its way, once that takes longer than one notices. */
  wait() {
    window.clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      if (this.input.value.trim()) this.say(wordIn(this, 'loading'));
    }, UNNOTICED_MS);
  }

  fail() {
    this.hush();
    if (this.input.value.trim()) this.say(wordIn(this, 'failed'));
  }

  say(sentence: string) {
    window.clearTimeout(this.#timer);
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
    this.panel.hidden = false;
  }

  /** Closes the list; who has closed it does not want to be led anywhere later. */
  hush() {
    this.isEntered = false;
    window.clearTimeout(this.#timer);
    this.panel.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
  }

  open() {
    this.classList.add('is-open');
    this.input.focus();
    this.input.select();
  }

  /** Closes the list and, on a phone, the field; the focus goes back to where it came from. */
  leave() {
    this.hush();
    this.classList.remove('is-open');
    if (this.opener?.offsetParent) this.opener.focus();
  }

  /** While nothing can be found yet, Enter waits; where nothing can be, the form leads to the list of indicators. */
  #onSubmit(event: SubmitEvent) {
    if (this.#isReady || this.status.textContent === wordIn(this, 'failed')) return;
    event.preventDefault();
    this.isEntered = true;
    void this.#start();
  }
}

define('lb-find', SearchField);

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
  const field = document.querySelector('lb-find');
  if (!(field instanceof SearchField)) return;
  event.preventDefault();
  field.open();
});

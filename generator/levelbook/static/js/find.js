// @ts-check
/* <lb-find>: the search field of the header and of the home page, with its list of results.
   Without this script the field sends its words to the index of indicators. */
(function () {
  'use strict';

  if (customElements.get('lb-find')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { make } = levelbook;
  const SHOWN = { pages: 6, indicators: 10 };

  /** @type {Map<string, Promise<any>>} */
  const indexes = new Map();

  /**
   * Loads the search data when first wanted.
   * @param {string} base - address of the site's folder
   * @returns {Promise<any>}
   */
  function loadIndex(base) {
    const known = indexes.get(base);
    if (known) return known;
    const ready = () => levelbook.prepare(/** @type {any} */ (window).levelbookSearch);
    const loading = levelbook.load(base + 'assets/levelbook/search-data.js').then(ready);
    indexes.set(base, loading);
    loading.catch(() => indexes.delete(base)); // the next time it is asked for again
    return loading;
  }

  /**
   * @param {string} text
   * @param {string} query
   * @returns {(Node | string)[]} the text, what was typed marked in it
   */
  function marked(text, query) {
    const found = levelbook.range(text, query);
    if (!found) return [text];
    const [start, end] = found;
    return [text.slice(0, start), make('mark', {}, [text.slice(start, end)]), text.slice(end)];
  }

  /** The list of one search field: what it holds, and how keys and pointers move in it. */
  class Finder {
    /**
     * @param {HTMLElement} element - the <lb-find> around the form
     * @param {HTMLFormElement} form
     * @param {HTMLInputElement} input
     */
    constructor(element, form, input) {
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

    /**
     * A word of the page: the element's own, or else the header's.
     * @param {string} name
     * @returns {string}
     */
    word(name) {
      const holder = document.querySelector('lb-find[data-none]');
      return this.element.dataset[name] || (holder instanceof HTMLElement && holder.dataset[name]) || '';
    }

    /** @returns {HTMLElement[]} */
    get options() {
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
        if (!this.element.contains(/** @type {Node} */ (event.target))) this.close();
      });
      const opener = this.element.querySelector('.lb-find-link');
      if (opener) opener.addEventListener('click', (event) => this.onOpener(event));
      const closer = this.element.querySelector('.lb-find__close');
      if (closer) closer.addEventListener('click', () => this.leave());
    }

    /** @param {FocusEvent} event */
    onLeave(event) {
      const next = event.relatedTarget;
      if (next instanceof Node && !this.element.contains(next)) this.close();
    }

    /** @param {Event} event */
    onOpener(event) {
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
      this.show(levelbook.find(this.index, raw));
    }

    clear() {
      this.list.replaceChildren();
      this.panel.hidden = true;
      this.status.textContent = '';
      this.input.setAttribute('aria-expanded', 'false');
      this.choose(-1);
    }

    /** @param {string} sentence */
    say(sentence) {
      this.status.textContent = sentence;
      this.panel.hidden = false;
    }

    /** @param {any} found */
    show(found) {
      const groups = [this.pageGroup(found), this.indicatorGroup(found)];
      if (!found.pagesFirst) groups.reverse();
      this.list.replaceChildren(...groups.filter((group) => group !== null));
      const n = found.pages.length + found.indicators.length;
      this.status.classList.toggle('lb-vh', n > 0);
      this.say(n ? levelbook.fill(this.word('hits'), { n }) : this.word('none'));
      this.input.setAttribute('aria-expanded', String(n > 0));
      this.number();
      this.choose(n ? 0 : -1);
    }

    /**
     * @param {string} title
     * @param {HTMLElement[]} options
     * @returns {HTMLElement | null}
     */
    group(title, options) {
      if (!options.length) return null;
      const head = make('div', { class: 'lb-hits__head', role: 'presentation' }, [title]);
      return make('div', { role: 'group', 'aria-label': title }, [head, ...options]);
    }

    /** @param {any} found */
    pageGroup(found) {
      const options = found.pages.slice(0, SHOWN.pages).map((page) =>
        make('a', { class: 'lb-hit', role: 'option', tabindex: '-1', href: this.base + page.href }, [
          make('span', { class: 'lb-hit__text' }, marked(page.title, found.query)),
          make('span', { class: 'lb-hit__kind' }, [page.kind]),
        ]),
      );
      return this.group(this.word('pages'), options);
    }

    /** @param {any} found */
    indicatorGroup(found) {
      const options = found.indicators.slice(0, SHOWN.indicators).map((one) => this.indicatorOption(one, found.query));
      const n = found.indicators.length;
      if (n > SHOWN.indicators && this.word('all')) options.push(this.allOption(n));
      return this.group(this.word('indicators'), options);
    }

    /**
     * @param {any} one
     * @param {string} query
     */
    indicatorOption(one, query) {
      const href = `${this.base}id/${one.code}/index.html`;
      const kin = one.also?.length && this.word('also') ? levelbook.fill(this.word('also'), { codes: one.also.join(' ') }) : '';
      const place = [...one.place.slice(0, 3), kin].filter(Boolean).join(' · ');
      return make('a', { class: 'lb-hit', role: 'option', tabindex: '-1', href, 'data-code': one.code }, [
        make('span', { class: 'lb-hit__text' }, marked(one.text, query)),
        make('span', { class: 'lb-hit__code lb-code' }, [(one.codes || [one.code]).join(' ')]),
        make('span', { class: 'lb-hit__place' }, [place]),
      ]);
    }

    /** @param {number} n */
    allOption(n) {
      const href = `${this.form.action.split('?')[0]}?q=${encodeURIComponent(this.input.value.trim())}`;
      return make('a', { class: 'lb-hit lb-hit--all', role: 'option', tabindex: '-1', href }, [
        levelbook.fill(this.word('all'), { n }),
      ]);
    }

    number() {
      this.options.forEach((option, n) => {
        option.id = `${this.list.id}-${n + 1}`;
      });
    }

    /** @param {number} at - which option is the active one; -1 is none */
    choose(at) {
      const options = this.options;
      this.active = at;
      options.forEach((option, n) => option.setAttribute('aria-selected', String(n === at)));
      if (at < 0 || !options[at]) return this.input.removeAttribute('aria-activedescendant');
      this.input.setAttribute('aria-activedescendant', options[at].id);
      options[at].scrollIntoView({ block: 'nearest' });
    }

    /** @param {number} step */
    move(step) {
      const count = this.options.length;
      if (!count) return;
      this.panel.hidden = false;
      this.choose((this.active + step + count) % count);
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      if (event.isComposing) return; // the keys belong to the input method
      const keys = { ArrowDown: () => this.move(1), ArrowUp: () => this.move(-1), Escape: () => this.leave() };
      const action = keys[/** @type {keyof keys} */ (event.key)];
      if (!action) return;
      event.preventDefault();
      action();
    }

    /**
     * Enter opens the active result; without one the form is sent.
     * @param {SubmitEvent} event
     */
    onSubmit(event) {
      const option = this.panel.hidden ? undefined : this.options[this.active];
      const byButton = event.submitter !== null && event.submitter === document.activeElement;
      if (!option || byButton) return;
      event.preventDefault();
      option.click();
    }
  }

  class LbFind extends HTMLElement {
    connectedCallback() {
      const form = this.querySelector('form');
      const input = form && form.querySelector('input');
      if (form && input && !this.finder) this.finder = new Finder(this, form, input);
    }
  }

  customElements.define('lb-find', LbFind);

  /**
   * @param {EventTarget | null} target
   * @returns {boolean} whether keys are typed into something there
   */
  function isTyping(target) {
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
})();

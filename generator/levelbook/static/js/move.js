// @ts-check
/* <lb-move>: choose where one is and where one wants to go; the address carries the choice, so that it can be shared.
   Texts of the data go into the page as text, never as markup. */
(function () {
  'use strict';

  if (customElements.get('lb-move')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { fill } = levelbook;
  const PARTS = ['keep', 'more', 'linked', 'fresh', 'gone', 'unknown'];
  const MARKS = { raised: 'up', lowered: 'gone', reworded: 'edit' };

  /**
   * @param {string} tag
   * @param {Record<string, string>} attributes
   * @param {(Node | string)[]} children
   * @returns {HTMLElement}
   */
  function make(tag, attributes = {}, children = []) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  /**
   * Loads the data by a <script>, as fetch() is not allowed on file://.
   * @param {string} src
   * @returns {Promise<any>}
   */
  function load(src) {
    return new Promise((resolve, reject) => {
      const script = document.createElement('script');
      script.src = src;
      script.onload = () => resolve(/** @type {any} */ (window).levelbookMove);
      script.onerror = () => reject(new Error(src));
      document.head.append(script);
    });
  }

  /** Turns a move into elements. */
  class Painter {
    /**
     * @param {any} data
     * @param {string} base
     * @param {any} from
     * @param {any} to
     */
    constructor(data, base, from, to) {
      this.data = data;
      this.base = base;
      this.from = from;
      this.to = to;
    }

    /**
     * @param {string} key
     * @param {Record<string, string | number>} facts
     * @returns {string}
     */
    word(key, facts = {}) {
      return fill(this.data.words[key] || '', facts);
    }

    /**
     * @param {string} unit
     * @param {number} n
     * @returns {string}
     */
    count(unit, n) {
      return this.word(n === 1 ? `one_${unit}` : `many_${unit}`, { n });
    }

    /**
     * @param {any} place
     * @returns {HTMLElement}
     */
    placeLink({ sequence, stop }) {
      const text = this.word('place', { sequence: sequence.name, stop: stop.name });
      return make('a', { href: this.base + stop.href }, [text]);
    }

    /**
     * @param {any} move
     * @returns {Node[]}
     */
    all(move) {
      const head = make('h2', { id: 'result', class: 'lb-moved__title' }, [
        this.placeLink(this.from), ' → ', this.placeLink(this.to),
      ]);
      const parts = PARTS.filter((part) => move[part].length);
      const note = this.note(move, parts);
      const sum = make('ul', { class: 'lb-plain lb-moved__sum' }, parts.map((part) => this.sum(part, move[part])));
      return [head, ...(note ? [make('p', { class: 'lb-note' }, [note])] : []), ...(parts.length ? [sum] : []),
        ...parts.map((part) => this.section(part, move[part]))];
    }

    /**
     * @param {any} move
     * @param {string[]} parts
     * @returns {string} what has to be known before reading
     */
    note(move, parts) {
      if (this.from.stop === this.to.stop) return this.word('same_place');
      const empty = [this.from, this.to].find((place) => !place.sequence.competencies.length);
      if (empty) return this.word('nothing_to_compare', { name: empty.sequence.name });
      if (!parts.length) return this.word('same_place');
      return this.from.sequence === this.to.sequence ? '' : this.word('other_ladder');
    }

    /**
     * @param {string} part
     * @param {any[]} found
     * @returns {HTMLElement}
     */
    sum(part, found) {
      return make('li', {}, [
        make('a', { href: `#${part}` }, [this.word(part)]),
        make('b', { class: 'lb-num' }, [this.count('competency', found.length)]),
        make('small', {}, [this.figures(part, found)]),
      ]);
    }

    /**
     * @param {string} part
     * @param {any[]} found
     * @returns {string} how many indicators, where they are counted one by one
     */
    figures(part, found) {
      const rows = part === 'more' ? found.flatMap((one) => one.rows) : found.flatMap((one) => one.numbers || []);
      return rows.length ? this.count('indicator', rows.length) : '';
    }

    /**
     * @param {string} part
     * @param {any[]} found
     * @returns {HTMLElement}
     */
    section(part, found) {
      const head = make('h2', { id: part, class: 'lb-sec' }, [
        this.word(part), make('span', { class: 'lb-sec__n' }, [this.word(`${part}_say`)]),
      ]);
      const paint = { keep: this.list, gone: this.list, fresh: this.list, more: this.changed, linked: this.linked, unknown: this.unknown };
      const body = paint[/** @type {keyof paint} */ (part)].call(this, found, part);
      return make('section', {}, [head, body]);
    }

    /**
     * @param {any} asked
     * @param {string} tag
     * @returns {HTMLElement} the competency's name, with its level
     */
    name(asked, tag = 'h3') {
      const link = make('a', { href: this.base + asked.competency.href }, [asked.competency.name]);
      const level = asked.levelName ? [make('small', {}, [asked.levelName])] : [];
      return make(tag, { class: 'lb-moved__name' }, [link, ...level]);
    }

    /**
     * @param {any} asked
     * @returns {HTMLElement[]} what the level says in a sentence, or why it says nothing
     */
    say({ competency, cell }) {
      if (cell && cell.nothing.length) return [this.none(cell.nothing[0], cell.nothing[1])];
      const text = (cell && cell.summary) || competency.definition;
      return text ? [make('p', { class: 'lb-sum' }, [text])] : [];
    }

    /**
     * @param {string} kind
     * @param {string} text
     * @returns {HTMLElement}
     */
    none(kind, text) {
      return make('p', {}, [make('span', { class: `lb-none lb-none--${kind}` }, [text])]);
    }

    /**
     * @param {number} number
     * @param {string} tag
     * @returns {HTMLElement} an indicator with its permanent link
     */
    line(number, tag = 'li') {
      const [code, text] = this.data.indicators[number];
      const link = code ? [' ', make('a', { class: 'lb-code', href: `${this.base}id/${code}/index.html` }, [code])] : [];
      return make(tag, {}, [text, ...link]);
    }

    /**
     * @param {number[]} numbers
     * @param {boolean} open
     * @returns {HTMLElement[]}
     */
    lines(numbers, open) {
      if (!numbers.length) return [];
      const list = make('ul', { class: 'lb-plain' }, numbers.map((one) => this.line(one)));
      const head = make('summary', {}, [this.count('indicator', numbers.length)]);
      return [make('details', open ? { class: 'lb-more', open: '' } : { class: 'lb-more' }, [head, list])];
    }

    /**
     * @param {any[]} found
     * @param {string} part
     * @returns {HTMLElement}
     */
    list(found, part) {
      const items = found.map((one) => {
        const { asked, numbers } = one;
        const said = one.part && part !== 'fresh' ? [] : this.say(asked); // a sentence for all of it is not for a part
        const body = [...said, ...this.lines(numbers, part === 'fresh')];
        return make('li', {}, [this.name(asked), ...(body.length ? body : [this.none('empty', this.word('no_text'))])]);
      });
      return make('ul', { class: 'lb-plain lb-moved__list' }, items);
    }

    /**
     * @param {string[]} heads
     * @param {HTMLElement[]} rows
     * @param {string} caption
     * @returns {HTMLElement}
     */
    table(heads, rows, caption) {
      const head = heads.map((text) => make('th', { scope: 'col', role: 'columnheader' }, [text]));
      return make('table', { class: 'lb-table lb-stack lb-moved__table', role: 'table' }, [
        make('caption', { class: 'lb-vh' }, [caption]),
        make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, head)]),
        make('tbody', { role: 'rowgroup' }, rows),
      ]);
    }

    /**
     * @param {string} title
     * @param {Node[]} children
     * @returns {HTMLElement}
     */
    cell(title, children) {
      return make('td', { role: 'cell', 'data-th': title }, children);
    }

    /**
     * @param {any[]} found
     * @returns {HTMLElement}
     */
    changed(found) {
      const heads = [this.word('change'), this.word('before'), this.word('after')];
      const table = (/** @type {any} */ { asked, rows }) =>
        this.table(heads, rows.map((/** @type {any} */ row) => this.changedRow(row)), asked.competency.name);
      const parts = found.flatMap((one) => [this.name(one.asked), table(one)]);
      parts.slice(2).forEach((part) => part.querySelector('thead')?.classList.add('lb-vh')); // said once is enough
      return make('div', {}, parts);
    }

    /**
     * @param {{kind: string, before: number[], after: number[]}} row
     * @returns {HTMLElement}
     */
    changedRow({ kind, before, after }) {
      const mark = MARKS[/** @type {keyof MARKS} */ (kind)] || 'edit';
      const [seal, word] = [this.word(`seal_${kind}`), this.word(`word_${kind}`)];
      const marked = make('span', { class: `lb-mark lb-mark--${mark}`, 'aria-hidden': 'true' }, [seal]);
      return make('tr', { role: 'row' }, [
        make('th', { scope: 'row', role: 'rowheader' }, [marked, make('span', { class: 'lb-diff__w' }, [word])]),
        this.cell(this.word('before'), before.map((one) => this.line(one, 'p'))),
        this.cell(this.word('after'), after.map((one) => this.line(one, 'p'))),
      ]);
    }

    /**
     * @param {any[]} found
     * @returns {HTMLElement}
     */
    linked(found) {
      const rows = found.map(({ concept, now, then }) => {
        const [name, href] = this.data.concepts[concept] || [concept, ''];
        const head = href ? make('a', { href: this.base + href }, [name]) : name;
        return make('tr', { role: 'row' }, [
          make('th', { scope: 'row', role: 'rowheader' }, [head]),
          this.cell(this.word('now'), now.map((/** @type {any} */ one) => this.wording(one))),
          this.cell(this.word('then'), then.map((/** @type {any} */ one) => this.wording(one))),
        ]);
      });
      const heads = [this.word('concept'), this.word('now'), this.word('then')];
      return this.table(heads, rows, this.word('linked'));
    }

    /**
     * @param {any} asked
     * @returns {HTMLElement} a competency in its own words
     */
    wording(asked) {
      const body = [...this.say(asked), ...this.lines(asked.cell ? asked.cell.holds : [], false)];
      const rest = body.length ? body : [this.none('empty', this.word(asked.cell ? 'no_text' : 'not_said'))];
      return make('div', { class: 'lb-moved__wording' }, [this.name(asked, 'p'), ...rest]);
    }

    /**
     * @param {any[]} found
     * @returns {HTMLElement}
     */
    unknown(found) {
      const rows = found.map(({ now, then }) =>
        make('tr', { role: 'row' }, [
          make('th', { scope: 'row', role: 'rowheader' }, [this.name(then, 'span')]),
          this.cell(this.word('now'), [this.wording(now)]),
          this.cell(this.word('then'), [this.wording(then)]),
        ]),
      );
      return this.table([this.word('competency'), this.word('now'), this.word('then')], rows, this.word('unknown'));
    }
  }

  class LbMove extends HTMLElement {
    async connectedCallback() {
      const base = (this.dataset.base || '.').replace(/\/?$/, '/');
      this.base = base;
      this.say('loading');
      try {
        this.data = await load(base + (this.dataset.src || ''));
      } catch (error) {
        return this.say('failed');
      }
      this.addEventListener('change', (event) => this.onChange(event));
      this.addEventListener('click', (event) => this.onClick(event));
      window.addEventListener('popstate', () => this.readAddress());
      this.readAddress();
    }

    /**
     * @param {string} name
     * @returns {HTMLSelectElement}
     */
    field(name) {
      return /** @type {HTMLSelectElement} */ (this.querySelector(`select[name="${name}"]`));
    }

    /** @param {string} key */
    say(key) {
      const status = /** @type {HTMLElement | null} */ (this.querySelector('[role="status"]'));
      if (status) status.textContent = key ? status.dataset[key] || '' : '';
    }

    /** The address says what somebody else chose. */
    readAddress() {
      const asked = new URLSearchParams(location.search);
      for (const side of ['from', 'to']) this.choose(side, asked.get(side) || '');
      this.update();
    }

    /**
     * @param {string} side
     * @param {string} address
     */
    choose(side, address) {
      const [sequence, stop = ''] = address.split('/');
      const field = this.field(`${side}-sequence`);
      field.value = sequence;
      if (field.selectedIndex < 0) field.value = '';
      this.offer(side, address ? stop : null);
    }

    /**
     * Fills the second field with the stops of the sequence chosen in the first.
     * @param {string} side
     * @param {string | null} stop
     */
    offer(side, stop) {
      const field = this.field(`${side}-stop`);
      const chosen = this.field(`${side}-sequence`).value;
      const sequence = this.data.sequences.find((/** @type {any} */ one) => one.id === chosen);
      const stops = sequence ? sequence.stops : [];
      field.disabled = !stops.length;
      const kinds = [...new Set(stops.map((/** @type {any} */ one) => one.kind))];
      const groups = kinds.map((kind) => this.group(kind, stops.filter((/** @type {any} */ one) => one.kind === kind)));
      field.replaceChildren(make('option', { value: '' }, [this.data.words.choose]), ...groups);
      const known = stops.some((/** @type {any} */ one) => one.id === stop);
      field.value = known ? `/${stop}` : stops.length === 1 ? `/${stops[0].id}` : '';
    }

    /**
     * @param {any} kind
     * @param {any[]} stops
     * @returns {HTMLElement}
     */
    group(kind, stops) {
      const options = stops.map((one) => make('option', { value: `/${one.id}` }, [one.name]));
      return make('optgroup', { label: this.data.words[`kind_${kind}`] }, options);
    }

    /** @param {Event} event */
    onChange(event) {
      const { name } = /** @type {HTMLSelectElement} */ (event.target);
      if (name.endsWith('-sequence')) this.offer(name.split('-')[0], null);
      this.update();
      this.writeAddress();
    }

    /** @param {Event} event */
    onClick(event) {
      const button = event.target instanceof Element && event.target.closest('button[name="swap"]');
      if (!button) return;
      const [from, to] = [this.address('from'), this.address('to')];
      this.choose('from', to);
      this.choose('to', from);
      this.update();
      this.writeAddress();
    }

    /**
     * @param {string} side
     * @returns {string} what is chosen there: `sequence/stop`, or as much of it as is chosen
     */
    address(side) {
      return this.field(`${side}-sequence`).value + this.field(`${side}-stop`).value;
    }

    writeAddress() {
      const asked = new URLSearchParams();
      for (const side of ['from', 'to']) if (this.address(side)) asked.set(side, this.address(side));
      const query = asked.toString().replaceAll('%2F', '/');
      try {
        history.replaceState(null, '', query ? `?${query}` : location.pathname);
      } catch (error) {
        // a browser that keeps addresses of opened files fixed: the choice holds without being in the address
      }
    }

    update() {
      const [from, to] = ['from', 'to'].map((side) => levelbook.move.placeOf(this.data, this.address(side)));
      const box = /** @type {HTMLElement} */ (this.querySelector('.lb-moved'));
      box.hidden = !(from && to);
      this.say(from && to ? '' : 'start');
      if (!from || !to) return box.replaceChildren();
      const painter = new Painter(this.data, this.base || '', from, to);
      box.replaceChildren(...painter.all(levelbook.move.compare(from, to)));
    }
  }

  customElements.define('lb-move', LbMove);
})();

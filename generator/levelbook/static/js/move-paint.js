// @ts-check
/* What a move means, as elements: a line of figures, then part by part. Texts of the data go in as text, never as markup. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { fill, make } = levelbook;
  const PARTS = ['keep', 'more', 'linked', 'fresh', 'restated', 'unsaid', 'gone', 'unknown'];
  const MARKS = { raised: 'up', lowered: 'gone', reworded: 'edit' };

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
    placeLink(place) {
      return make('a', { href: this.base + place.stop.href }, [this.placeName(place)]);
    }

    /**
     * @param {any} move
     * @returns {Node[]}
     */
    all(move) {
      const parts = this.parts(move);
      const head = make('h2', { id: 'result', class: 'lb-moved__title' }, [
        this.placeLink(this.from), ' → ', this.placeLink(this.to),
      ]);
      const note = this.note(parts);
      const sum = make('ul', { class: 'lb-plain lb-moved__sum' }, parts.map((part) => this.sum(part, move[part])));
      return [head, ...(note ? [make('p', { class: 'lb-note' }, [note])] : []), ...(parts.length ? [sum] : []),
        ...parts.map((part) => this.section(part, move[part]))];
    }

    /**
     * @param {any} move
     * @returns {string[]} those parts of the result that hold anything
     */
    parts(move) {
      return PARTS.filter((part) => move[part].length);
    }

    /**
     * @param {any} place
     * @returns {string}
     */
    placeName({ sequence, stop }) {
      return this.word('place', { sequence: sequence.name, stop: stop.name });
    }

    /**
     * @param {any} move
     * @returns {string} the result in short, for those who listen
     */
    spoken(move) {
      const parts = this.parts(move);
      const figures = parts.map((part) => `${this.word(part)} ${this.count('competency', move[part].length)}`);
      const title = `${this.placeName(this.from)} → ${this.placeName(this.to)}`;
      return [title, this.note(parts), ...figures].filter(Boolean).join(' · ');
    }

    /**
     * @param {string[]} parts
     * @returns {string} what has to be known before reading
     */
    note(parts) {
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
      const paint = { more: this.changed, linked: this.linked, unknown: this.unknown };
      const body = (paint[/** @type {keyof paint} */ (part)] || this.list).call(this, found, part);
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
     * @param {boolean} earlier - whether a level further down wrote it
     * @returns {HTMLElement} an indicator with its permanent link
     */
    line(number, tag = 'li', earlier = false) {
      const [code, text] = this.data.indicators[number];
      const link = code ? [' ', make('a', { class: 'lb-code', href: `${this.base}id/${code}/index.html` }, [code])] : [];
      const note = earlier ? [' ', make('small', {}, [this.word('earlier')])] : [];
      return make(tag, {}, [text, ...link, ...note]);
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
     * @param {{kind: string, before: number[], after: number[], earlier: number[]}} row
     * @returns {HTMLElement}
     */
    changedRow({ kind, before, after, earlier }) {
      const mark = MARKS[/** @type {keyof MARKS} */ (kind)] || 'edit';
      const [seal, word] = [this.word(`seal_${kind}`), this.word(`word_${kind}`)];
      const marked = make('span', { class: `lb-mark lb-mark--${mark}`, 'aria-hidden': 'true' }, [seal]);
      return make('tr', { role: 'row' }, [
        make('th', { scope: 'row', role: 'rowheader' }, [marked, make('span', { class: 'lb-diff__w' }, [word])]),
        this.cell(this.word('before'), before.map((one) => this.line(one, 'p', earlier.includes(one)))),
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
      if (!asked.listed) {
        return make('div', { class: 'lb-moved__wording' }, [this.name(asked, 'p'), this.none('unlisted', this.word('unlisted'))]);
      }
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

  levelbook.move.Painter = Painter;
})();

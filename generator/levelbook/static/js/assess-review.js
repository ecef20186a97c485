// @ts-check
/* What a new release asks to be looked at again: old and new wording side by side, the old answer to confirm or to give anew. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, button, figure } = levelbook.draw;
  const { said } = levelbook.answers;

  /**
   * @typedef {import('./assess-carry.js').Look} Look
   * @typedef {import('./assess-carry.js').Difference} Difference
   */

  /**
   * @param {{text: string, changed: boolean}[]} runs
   * @param {string} tag - ins or del
   * @returns {(Node | string)[]}
   */
  const marked = (runs, tag) => runs.map(({ text, changed }) => (changed && text.trim() ? make(tag, {}, [text]) : text));

  class Review {
    /** @param {any} host */
    constructor(host) {
      this.host = host;
      this.word = host.word;
      /** @type {Set<string>} items whose wordings are open */
      this.opened = new Set();
      this.kept = new levelbook.AssessKept(host);
    }

    /** Shows, item by item, what is to be looked at again. */
    show() {
      const { data, look, closed } = this.host;
      for (const item of data.items) {
        const box = this.host.querySelector(`[data-item="${CSS.escape(item.code)}"]`);
        const place = box && /** @type {HTMLElement | null} */ (box.querySelector('.lb-item__review'));
        if (!place) continue;
        const codes = [item, ...(item.parts || [])].map((one) => one.code);
        const found = look.filter((/** @type {Look} */ one) => codes.includes(one.code));
        box.classList.toggle('is-review', found.length > 0);
        place.hidden = !found.length;
        const state = JSON.stringify([found, closed]);
        if (place.dataset.state === state) continue; // what has the focus stays
        place.dataset.state = state;
        this.fill(place, item, found);
      }
      this.kept.show(look);
    }

    /**
     * @param {HTMLElement} place
     * @param {any} item
     * @param {Look[]} found
     */
    fill(place, item, found) {
      const beside = place.nextElementSibling;
      if (beside && beside.classList.contains('lb-again')) beside.remove();
      if (!found.length) return place.replaceChildren();
      const open = this.opened.has(item.code);
      const wordings = make('div', { class: 'lb-again lb-noprint', id: `again-${item.code}`, hidden: !open },
        found.map((one) => this.wordings(item, one)));
      const more = this.button('look_show', 'lb-link', () => this.toggle(item.code, more, wordings));
      more.setAttribute('aria-expanded', String(open));
      more.setAttribute('aria-controls', wordings.id);
      const why = make('span', {}, [make('b', {}, [this.word('again')]), this.word('gap'), this.why(item, found)]);
      place.replaceChildren(why, more, ...(this.host.closed ? [] : this.choices(item, found)));
      place.after(wordings);
    }

    /**
     * @param {string} key
     * @param {string} look
     * @param {() => void} act
     * @param {Record<string, string | number>} facts
     * @returns {HTMLElement}
     */
    button(key, look, act, facts = {}) {
      return button(this.word(key, facts), look, act);
    }

    /**
     * @param {any} item
     * @param {Look[]} found
     * @returns {string} what has changed, a sentence each kind
     */
    why(item, found) {
      const told = new Map();
      for (const one of found) {
        const own = one.code === item.code;
        for (const kind of [one, ...(one.also || [])].map((each) => each.kind)) {
          const key = own || kind === 'new-part' ? `look_${kind}` : `look_part_${kind}`;
          told.set(key, (told.get(key) || 0) + 1);
        }
      }
      return [...told].map(([key, n]) => this.word(key, { n })).join('') + this.word(this.standing(item, found));
    }

    /**
     * @param {any} item
     * @param {Look[]} found
     * @returns {string} the key of what is said of the old answer: it counts, or not before somebody has looked, or cannot be given any more
     */
    standing(item, found) {
      if (found.some((one) => one.fits === false)) return 'look_gone';
      const result = this.host.result.items.find((/** @type {any} */ one) => one.code === item.code);
      if (result && levelbook.score.isAgain(result)) return 'look_out';
      return found.some((one) => one.points !== null && one.kind !== 'replaced') ? 'look_stays' : 'look_nothing';
    }

    /**
     * What the scale of today lacks is never offered.
     * @param {any} item
     * @param {Look[]} found
     * @returns {HTMLElement[]} what one can do at once; else one rates anew
     */
    choices(item, found) {
      const replaced = found.filter((one) => one.kind === 'replaced');
      if (replaced.length) {
        const { points } = replaced[0];
        const single = replaced.length === 1 && replaced[0].code === item.code && said(points);
        const lacks = replaced.every((one) => one.fits === false);
        return [
          this.button(lacks ? 'adopt_words' : single ? 'adopt' : 'adopt_all', 'lb-btn', () => this.settle(item, found, 'adopt'), { points: single ? figure(points) : '' }),
          this.button('not_adopt', 'lb-btn', () => this.settle(item, found, 'confirm')),
        ];
      }
      const fitting = found.filter((one) => one.fits !== false);
      if (!fitting.length) return [];
      const own = fitting.find((one) => one.code === item.code);
      const points = own && item.kind === 'rating' ? own.points : null;
      const key = fitting.every((one) => one.kind === 'new-part') ? 'seen' : said(points) ? 'still' : 'still_all';
      return [this.button(key, 'lb-btn', () => this.settle(item, fitting, 'confirm'), { points: said(points) ? figure(points) : '' })];
    }

    /**
     * @param {string} code
     * @param {HTMLElement} button
     * @param {HTMLElement} wordings
     */
    toggle(code, button, wordings) {
      wordings.hidden = !wordings.hidden;
      button.setAttribute('aria-expanded', String(!wordings.hidden));
      if (wordings.hidden) this.opened.delete(code);
      else this.opened.add(code);
    }

    /**
     * @param {any} item
     * @param {Look[]} found
     * @param {'confirm' | 'adopt'} how
     */
    settle(item, found, how) {
      const { host } = this;
      this.opened.delete(item.code);
      host.update((/** @type {any} */ draft) => {
        for (const one of found) levelbook.carry[one.kind === 'replaced' ? how : 'confirm'](draft, one, host.data);
      });
      host.focusItem(item.code);
    }

    /**
     * @param {any} item
     * @param {Look} one
     * @returns {HTMLElement}
     */
    wordings(item, one) {
      const heads = [
        one.code !== item.code && this.word('look_part', { code: one.code }),
        one.kind === 'replaced' && this.word('look_from', { name: one.fromName || one.from || '' }),
      ];
      const all = [one, ...(one.also || [])];
      const part = one.code === item.code ? '' : 'part_';
      const what = (/** @type {Difference} */ { kind }) => (all.length > 1 ? this.word(`look_what_${part}${kind}`) || this.word(`look_what_${kind}`) : '');
      return make('div', {}, [...heads.map((text) => this.head(text)), ...all.flatMap((each) => [this.head(what(each)), ...this.pair(each)])]);
    }

    /**
     * @param {string | false} text
     * @returns {HTMLElement | false}
     */
    head(text) {
      return Boolean(text) && make('p', { class: 'lb-again__part' }, [text]);
    }

    /**
     * @param {Difference} difference
     * @returns {(HTMLElement | false)[]} old and new side by side
     */
    pair({ kind, old, now }) {
      const { before, after, rewritten } = levelbook.difference(old || '', now || '');
      const side = (/** @type {string} */ key, /** @type {(Node | string)[]} */ text) =>
        make('div', {}, [make('dt', {}, [this.word(key)]), make('dd', {}, text.length ? text : [this.word('no_text')])]);
      return [
        ['reworded', 'replaced'].includes(kind) && rewritten && !!old && !!now && this.head(this.word('rewritten')),
        make('dl', { class: 'lb-again__pair' }, [side('look_old', marked(before, 'del')), side('look_now', marked(after, 'ins'))]),
      ];
    }
  }

  levelbook.AssessReview = Review;
})();

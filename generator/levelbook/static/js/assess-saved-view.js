// @ts-check
/* How <lb-saved> looks: the list, each one's name, progress and actions, finished ones over time, what could not be read. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { store } = levelbook;
  const { make, button, speaker } = levelbook.draw;

  /** @typedef {Record<string, any>} Doc */

  class SavedView {
    /** @param {any} host - the <lb-saved> */
    constructor(host) {
      this.host = host;
      this.data = host.data;
      this.word = speaker(host.data, 'store');
      this.words = { word: this.word, day: (/** @type {string} */ time) => this.timeOf(time, false) };
    }

    /**
     * @param {string} time
     * @param {boolean} [exact] - with hour and minute
     * @returns {string}
     */
    timeOf(time, exact = true) {
      const { dayOf, clockOf } = levelbook.assessment;
      const said = exact ? `${dayOf(time)} ${clockOf(time)}` : dayOf(time);
      return said.trim() || time;
    }

    /**
     * @param {number} count
     * @returns {Element}
     */
    head(count) {
      const keeps = store.works();
      const off = keeps ? [] : [make('p', { class: 'lb-alarm' }, [store.say(this.data.words, { key: 'off', facts: {} })])];
      return make('div', {}, [
        make('h2', { id: 'saved', class: 'lb-sec' }, [this.word('title')]),
        ...off, (keeps || !count) && make('p', { class: 'lb-note' }, [this.word(count ? 'where' : 'none')]),
      ]);
    }

    /**
     * @param {Doc[]} docs
     * @returns {Element}
     */
    list(docs) {
      const heads = ['name', 'changed', 'progress', 'do'].map((key) => make('th', { scope: 'col', role: 'columnheader' }, [this.word(`column_${key}`)]));
      return make('table', { class: 'lb-table lb-stack lb-saved__table', role: 'table' }, [
        make('caption', { class: 'lb-vh' }, [this.word('caption')]),
        make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, heads)]),
        make('tbody', { role: 'rowgroup' }, docs.map((doc) => this.row(doc))),
      ]);
    }

    /**
     * @param {Doc} doc
     * @returns {Element}
     */
    row(doc) {
      const { word } = this;
      const cell = (/** @type {string} */ key, /** @type {any[]} */ inside) => make('td', { role: 'cell', 'data-th': word(`column_${key}`) }, inside);
      return make('tr', { role: 'row', 'data-id': doc.id }, [
        make('th', { scope: 'row', role: 'rowheader' }, [this.title(doc), ...this.role(doc), this.naming(doc), ...this.doubts(doc)]),
        cell('changed', [make('time', { datetime: doc.changed }, [this.timeOf(doc.changed)])]),
        cell('progress', [this.progress(doc)]),
        make('td', { role: 'cell' }, [this.actions(doc)]),
      ]);
    }

    /** @type {(doc: Doc) => any} where its page is; undefined where there is none in this handbook */
    target(doc) {
      const { targets = {} } = this.data;
      return !this.foreign(doc) && Object.hasOwn(targets, doc.target) ? targets[doc.target] : undefined;
    }

    /** @type {(doc: Doc) => boolean} whether it is of another handbook, which keeps its own in the same browser */
    foreign(doc) {
      const known = Object.hasOwn(this.data.targets || {}, doc.target);
      return Boolean(this.data.handbook) && doc.handbook !== this.data.handbook && !known;
    }

    /**
     * @param {Doc} doc
     * @returns {Element}
     */
    title(doc) {
      const target = this.target(doc);
      const title = (target && target.title) || doc.title || doc.target;
      if (!target) return make('span', { class: 'lb-saved__title' }, [title]);
      return make('a', { class: 'lb-saved__title', href: `${target.href}#open=${doc.id}`, 'data-key': `title-${doc.id}` }, [title]);
    }

    /**
     * @param {Doc} doc
     * @returns {Element} the name of one's own, to be changed in place
     */
    naming(doc) {
      const rated = doc.seat === 'manager';
      const input = /** @type {HTMLInputElement} */ (make('input', {
        type: 'text', class: 'lb-saved__name', maxlength: '100', value: this.host.ownName(doc), autocomplete: 'off', 'data-key': `name-${doc.id}`,
        'aria-label': this.word(rated ? 'rated_name_of' : 'own_name_of', { title: doc.title }), placeholder: this.word(rated ? 'rated_name_hint' : 'own_name_hint'),
      }));
      input.addEventListener('input', () => this.host.type(doc.id, input.value));
      input.addEventListener('change', () => this.host.rename(doc.id, input.value));
      return input;
    }

    /**
     * @param {Doc} doc
     * @returns {Element[]} whose ratings one gives there
     */
    role({ seat }) {
      const said = seat === 'manager' ? this.word('role_manager') : seat ? '' : this.word('role_unknown');
      return said ? [make('span', { class: 'lb-mark lb-saved__role' }, [said])] : [];
    }

    /**
     * @param {Doc} doc
     * @returns {Element[]} what stands in the way of going on
     */
    doubts(doc) {
      const say = (/** @type {string} */ text) => make('p', { class: 'lb-saved__doubt' }, [text]);
      const found = doc.unsaved ? [say(this.word('unsaved'))] : [];
      if (this.foreign(doc)) return [...found, say(this.word('elsewhere', { handbook: doc.handbook }))];
      return this.target(doc) ? found : [...found, say(this.word('gone_say', { target: doc.title || doc.target }))];
    }

    /**
     * @param {Doc} doc
     * @returns {Element}
     */
    progress(doc) {
      const { done, of } = doc.result || {};
      if (!of) return make('span', {}, [this.word('no_progress')]);
      const bar = make('i', { class: 'is-full' });
      bar.style.width = `${Math.min(100, (100 * done) / of)}%`;
      return make('span', { class: 'lb-num lb-saved__progress' }, [
        make('span', { class: 'lb-meter', 'aria-hidden': 'true' }, [bar]), this.word(doc.seat === 'manager' ? 'progress_theirs' : 'progress', { done, of }),
      ]);
    }

    /**
     * @param {Doc} doc
     * @returns {Element}
     */
    actions(doc) {
      const target = this.target(doc);
      const href = target && `${target.href}#open=${doc.id}`;
      const label = this.word('more_of', { title: this.host.ownName(doc) || doc.title });
      const rated = doc.seat === 'manager'; // a copy that the manager finishes would be finished for nobody else
      return make('div', { class: 'lb-saved__acts', role: 'group', 'aria-label': label }, [
        href && make('a', { class: 'lb-btn', href, 'data-key': `go-${doc.id}` }, [this.word(doc.finished ? 'look_at' : rated ? 'go_on_rating' : 'go_on')]),
        this.button('save_file', doc, () => this.host.save(doc)),
        !doc.finished && !rated && this.button('finish', doc, () => this.host.finish(doc)),
        doc.finished && target && !rated && this.button('again', doc, () => this.host.begin(doc, true)),
        doc.finished && target && !rated && this.button('rework', doc, () => this.host.begin(doc, false)),
        this.button('erase', doc, () => this.host.erase(doc)),
      ]);
    }

    /**
     * @param {string} key
     * @param {Doc} doc
     * @param {() => void} act
     * @returns {Element}
     */
    button(key, doc, act) {
      return button(this.word(key), 'lb-link', act, { 'data-key': `${key}-${doc.id || doc.key || ''}` });
    }

    /**
     * @param {number} count
     * @returns {Element}
     */
    tools(count) {
      const open = button(this.word('open_file'), 'lb-btn', () => this.host.choose(), { 'data-key': 'open' });
      const all = this.button('erase_all', {}, () => this.host.eraseAll(count));
      return make('div', { class: 'lb-saved__tools lb-noprint' }, [open, make('span', { class: 'lb-saved__drop' }, [this.word('drop')]), ...(count ? [all] : [])]);
    }

    /**
     * @param {Doc[]} docs - finished
     * @returns {Element[]}
     */
    past(docs) {
      if (!docs.length) return [];
      const targets = [...new Set(docs.map((doc) => doc.target))];
      const parts = targets.map((target) => {
        const all = docs.filter((doc) => doc.target === target);
        return make('section', { class: 'lb-history' }, [
          make('h3', {}, [(this.target(all[0]) || all[0]).title || target]),
          ...levelbook.history(all.filter((doc) => doc.seat !== 'manager'), this.words), make('ul', { class: 'lb-plain' }, all.map((doc) => this.finished(doc))),
        ]);
      });
      return [make('h2', { id: 'history', class: 'lb-sec' }, [this.word('history')]), make('p', { class: 'lb-note' }, [this.word('history_say')]), ...parts];
    }

    /**
     * @param {Doc} doc
     * @returns {Element}
     */
    finished(doc) {
      const facts = [this.timeOf(doc.finished, false), doc.release && this.word('release_of', { release: doc.release })].filter(Boolean);
      return make('li', { class: 'lb-saved__done', 'data-id': doc.id }, [
        make('div', {}, [make('b', { class: 'lb-num' }, [facts.join(this.word('gap'))]), ...this.role(doc), this.naming(doc), ...this.doubts(doc)]), this.actions(doc),
      ]);
    }

    /**
     * @param {{key: string, at: string, size: number}[]} found
     * @returns {Element[]}
     */
    broken(found) {
      const rows = found.map((one) => {
        const says = levelbook.damaged.says(this.data, one);
        const buttons = [
          this.button('damaged_save', one, () => levelbook.damaged.save(one)), this.button('erase', one, () => this.host.eraseBroken(one, says)),
        ];
        return make('li', { class: 'lb-saved__done' }, [
          make('span', {}, [says]), make('div', { class: 'lb-saved__acts', role: 'group', 'aria-label': this.word('more_of', { title: says }) }, buttons),
        ]);
      });
      return [
        make('h2', { id: 'damaged', class: 'lb-sec' }, [this.word('damaged_title')]), make('p', { class: 'lb-note' }, [this.word('damaged_say')]),
        make('ul', { class: 'lb-plain' }, rows),
      ];
    }
  }

  levelbook.SavedView = SavedView;
})();

// @ts-check
/* <lb-team>: several assessments laid together. The files are read here, never sent and never kept; nobody can be made out,
   as nothing is shown of fewer people than the size that is set. Every figure comes from levelbook.score.team. */
(function () {
  'use strict';

  if (customElements.get('lb-team')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, speaker } = levelbook.draw;
  const { FEWEST } = levelbook.score;
  const MOST = 500;

  /** @typedef {{name: string, doc: any, why: string}} Given - a file; why: why it is left out */

  class LbTeam extends HTMLElement {
    connectedCallback() {
      const script = this.querySelector('#lb-team-data');
      const drop = /** @type {HTMLElement | null} */ (this.querySelector('.lb-drop'));
      const field = /** @type {HTMLInputElement | null} */ (this.querySelector('input[type="file"]'));
      if (this.files || !script || !drop || !field) return;
      this.data = { words: /** @type {any} */ (window).levelbookWords || {}, ...JSON.parse(script.textContent || '') };
      this.say = speaker(this.data, 'team');
      /** @type {Given[]} */
      this.files = [];
      this.least = Math.max(FEWEST, Number(this.data.least) || 0);
      this.cleared = 0; // how often
      this.order = 'page';
      this.target = '';
      this.status = make('p', { class: 'lb-count', role: 'status' });
      this.box = make('div', { class: 'lb-team__box' });
      this.append(this.status, this.box);
      field.addEventListener('change', () => this.take(field));
      this.catch(drop);
      this.addEventListener('change', (event) => this.onChange(event));
      this.addEventListener('click', (event) => this.onClick(event));
    }

    /**
     * @param {HTMLElement} drop - where files can be dropped; beside it nothing happens either
     */
    catch(drop) {
      for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
      drop.addEventListener('dragover', () => drop.classList.add('is-over'));
      drop.addEventListener('dragleave', () => drop.classList.remove('is-over'));
      drop.addEventListener('drop', (event) => {
        drop.classList.remove('is-over');
        if (event.dataTransfer) this.add(Array.from(event.dataTransfer.files));
      });
    }

    /** @param {HTMLInputElement} field */
    take(field) {
      const files = Array.from(field.files || []);
      field.value = ''; // the same files can be chosen again
      this.add(files);
    }

    /** @param {File[]} files */
    async add(files) {
      const { say, data } = this;
      if (this.status) this.status.textContent = say('reading', { n: files.length });
      const cleared = this.cleared;
      const read = await Promise.all(files.slice(0, MOST).map((file) => this.read(file)));
      if (cleared !== this.cleared) return; // what was being read when all was cleared does not come back
      this.files = [...(this.files || []), ...read];
      if (files.length > MOST) this.files.push({ name: say('rest', { n: files.length - MOST }), doc: null, why: say('too_many', { most: MOST }) });
      if (!data.targets[this.target]) this.target = this.commonest();
      this.show();
    }

    /**
     * @param {File} file
     * @returns {Promise<Given>}
     */
    async read(file) {
      const { data, say } = this;
      const found = await levelbook.store.open(file, data.handbook);
      if (!found.doc) return { name: file.name, doc: null, why: levelbook.store.say(data.words, found.problem) };
      const { doc } = found;
      if (Object.hasOwn(data.targets, doc.target)) return { name: file.name, doc, why: '' };
      return { name: file.name, doc: null, why: say('no_target', { title: doc.title || doc.target }) };
    }

    /** @returns {Map<string, number>} how many files there are for each checklist */
    targets() {
      const found = new Map();
      for (const { doc } of this.files || []) if (doc) found.set(doc.target, (found.get(doc.target) || 0) + 1);
      return found;
    }

    /** @returns {string} the checklist most files are for */
    commonest() {
      const sorted = [...this.targets()].sort((one, other) => other[1] - one[1]);
      return sorted.length ? sorted[0][0] : '';
    }

    /** @returns {any} the chosen checklist, as levelbook.score reads it */
    sheet() {
      return { ...this.data.targets[this.target], target: this.target, release: this.data.release, words: this.data.words };
    }

    /**
     * Which files count, and why the others do not.
     * @param {any} data
     * @returns {Given[]}
     */
    judged(data) {
      const { say } = this;
      const newest = new Map();
      for (const { doc } of this.files || []) {
        if (doc && (!newest.has(doc.id) || doc.changed > newest.get(doc.id).changed)) newest.set(doc.id, doc);
      }
      return (this.files || []).map((one) => {
        const { doc } = one;
        if (!doc) return one;
        if (doc.target !== this.target) return { ...one, why: say('other_target', { title: this.data.targets[doc.target].title }) };
        if (newest.get(doc.id) !== doc) return { ...one, why: say('double') };
        return levelbook.score.team(data, [doc], this.least).empty ? { ...one, why: say('empty') } : one;
      });
    }

    show() {
      const { say, box, status } = this;
      if (!box || !status) return;
      const files = this.files || [];
      if (!files.length) {
        status.textContent = '';
        return box.replaceChildren();
      }
      const data = this.sheet();
      const known = !!this.target;
      const judged = known ? this.judged(data) : files;
      const team = known ? levelbook.score.team(data, files.map((one) => one.doc).filter(Boolean), this.least) : null;
      status.textContent = say('read', { n: files.length, usable: team ? team.count : 0 });
      const kept = document.activeElement && box.contains(document.activeElement) ? document.activeElement.getAttribute('name') : '';
      const parts = [team && this.settings(team), team && this.overview(data, team, judged), this.list(judged)];
      box.replaceChildren(...parts.filter((one) => one !== null));
      const field = kept && /** @type {HTMLElement | null} */ (box.querySelector(`[name="${kept}"]`));
      if (field) field.focus({ preventScroll: true });
    }

    /**
     * @param {any} team
     * @returns {HTMLElement}
     */
    settings(team) {
      const { say, data } = this;
      const targets = [...this.targets()];
      const titled = (/** @type {string} */ key, /** @type {number} */ n) => say('target_option', { title: data.targets[key].title, n });
      const options = targets.map(([key, n]) => make('option', { value: key, selected: key === this.target }, [titled(key, n)]));
      const orders = ['page', 'weak'].map((key) => make('option', { value: key, selected: key === this.order }, [say(`order_${key}`)]));
      const field = (/** @type {string} */ text, /** @type {HTMLElement} */ control) => make('label', {}, [make('span', {}, [text]), control]);
      const button = (/** @type {string} */ act, /** @type {string} */ icon = '') => {
        const sign = icon && make('i', { class: `lb-i lb-i--${icon}`, 'aria-hidden': 'true' });
        return make('button', { type: 'button', class: 'lb-btn', 'data-act': act }, [sign, say(act)]);
      };
      return make('div', { class: 'lb-teamset lb-noprint' }, [
        targets.length > 1 && field(say('target'), make('select', { name: 'target' }, options)),
        field(say('least', { fewest: FEWEST }), make('input', { type: 'number', name: 'least', min: FEWEST, max: 99, step: 1, value: this.least })),
        !team.why && field(say('order'), make('select', { name: 'order' }, orders)),
        !team.why && button('print', 'print'), !team.why && button('csv', 'down'), button('clear'),
      ]);
    }

    /**
     * @param {any} data
     * @param {any} team
     * @param {Given[]} files
     * @returns {HTMLElement}
     */
    overview(data, team, files) {
      const { say } = this;
      const title = make('h2', { class: 'lb-sec' }, [data.title, make('span', { class: 'lb-sec__n' }, [say('people', { n: team.count })])]);
      if (team.why) {
        const why = levelbook.score.say(data.words, team.why);
        return make('section', {}, [title, make('p', { class: 'lb-team__few' }, [why, say('stop')])]);
      }
      const old = files.filter(({ doc, why }) => doc && !why && doc.release !== this.data.release).length;
      return make('section', {}, [
        title,
        make('p', { class: 'lb-note' }, [say('how', { least: team.least }), old > 0 && say('old', { n: old }), team.again > 0 && say('again', { n: team.again })]),
        make('p', { class: 'lb-teamkey' }, [make('span', { class: 'k-met' }, [say('key_met')]), make('span', {}, [say('key_below')])]),
        levelbook.teamTable.table(data, team, this.order, say),
        make('p', { class: 'lb-note' }, [say('not')]),
      ]);
    }

    /**
     * @param {Given[]} files
     * @returns {HTMLElement}
     */
    list(files) {
      const { say } = this;
      const out = files.filter((one) => one.why);
      const lines = files.map(({ name, why }) => make('li', { class: why && 'is-out' }, [make('b', {}, [name]), make('span', {}, [why || say('counts')])]));
      const clear = !this.target && make('button', { type: 'button', class: 'lb-btn', 'data-act': 'clear' }, [say('clear')]);
      return make('section', { class: 'lb-noprint' }, [
        make('h2', { class: 'lb-sec' }, [say('files'), make('span', { class: 'lb-sec__n' }, [say('files_out', { n: files.length, out: out.length })])]),
        make('ul', { class: 'lb-plain lb-teamfiles' }, lines),
        clear,
      ]);
    }

    /** @param {Event} event */
    onChange(event) {
      const { name, value } = /** @type {HTMLInputElement} */ (event.target);
      if (name === 'target') this.target = value;
      else if (name === 'order') this.order = value;
      else if (name === 'least') this.least = Math.max(FEWEST, Math.min(99, Math.round(Number(value)) || FEWEST));
      else return;
      this.show();
    }

    /** @param {Event} event */
    onClick(event) {
      const button = event.target instanceof Element && /** @type {HTMLElement | null} */ (event.target.closest('button[data-act]'));
      if (!button) return;
      const { act } = button.dataset;
      if (act === 'print') window.print();
      if (act === 'csv') this.download();
      if (act === 'clear') this.clear();
    }

    download() {
      const data = this.sheet();
      const team = levelbook.score.team(data, (this.files || []).map((one) => one.doc).filter(Boolean), this.least);
      const { head, rows } = levelbook.teamTable.sheet(data, team, this.say);
      levelbook.download(`${this.target.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-team.csv`, levelbook.sheet.csvFile([head, ...rows]));
    }

    clear() {
      this.cleared += 1;
      this.files = [];
      this.target = '';
      this.show();
      const field = /** @type {HTMLElement | null} */ (this.querySelector('input[type="file"]'));
      if (field) field.focus();
      if (this.status) this.status.textContent = this.say('cleared');
    }
  }

  customElements.define('lb-team', LbTeam);
})();

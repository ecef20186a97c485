// @ts-check
/* <lb-saved>: what is saved in this browser: go on, name, finish, save as a file, open a file, erase; finished ones over time;
   what could not be read. Nothing leaves the page, nothing is erased or overwritten unasked. */
(function () {
  'use strict';

  if (customElements.get('lb-saved')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { store, ask, download } = levelbook;
  const { make } = levelbook.draw;

  /** @typedef {Record<string, any>} Doc */

  class LbSaved extends HTMLElement {
    connectedCallback() {
      const script = this.querySelector('#lb-saved-data') || document.getElementById('lb-saved-data');
      if (!script || this.box) return;
      /** @type {any} */
      this.data = { words: /** @type {any} */ (window).levelbookWords || {}, ...JSON.parse(script.textContent || '{}') };
      this.view = new levelbook.SavedView(this);
      this.word = this.view.word;
      this.box = make('div', { class: 'lb-saved' });
      this.status = make('p', { class: 'lb-saved__status', role: 'status' });
      this.file = /** @type {HTMLInputElement} */ (make('input', { type: 'file', accept: '.json,application/json', multiple: true, hidden: true }));
      this.file.addEventListener('change', () => this.take(this.file.files));
      this.append(this.box, this.file);
      this.followDrops();
      this.stop = store.watch(() => this.show());
      this.show();
    }

    disconnectedCallback() {
      if (this.stop) this.stop();
    }

    /** Everything anew; what had the focus has it again. */
    show() {
      const before = document.activeElement instanceof HTMLElement && this.box.contains(document.activeElement) ? document.activeElement : null;
      /** @type {Doc[]} */
      const docs = store.list().map((/** @type {any} */ one) => ({ ...store.read(one.id).doc, unsaved: one.unsaved })).filter((/** @type {any} */ one) => one.id);
      const open = docs.filter((doc) => !doc.finished);
      const done = docs.filter((doc) => doc.finished);
      const damaged = store.damaged();
      const { view } = this;
      this.box.replaceChildren(...[
        view.head(docs.length),
        ...(open.length ? [view.list(open)] : []),
        view.tools(docs.length + damaged.length),
        this.status,
        ...view.past(done),
        ...(damaged.length ? view.broken(damaged) : []),
      ]);
      if (before) this.focusAgain(before);
    }

    /**
     * What had the focus has it again, with what was being written; where it is gone, the heading has it.
     * @param {HTMLElement} before
     */
    focusAgain(before) {
      const again = this.box.querySelector(`[data-key="${CSS.escape(before.dataset.key || '')}"]`);
      if (!(again instanceof HTMLElement)) return this.focusHead();
      again.focus();
      if (!(again instanceof HTMLInputElement && before instanceof HTMLInputElement)) return;
      again.value = before.value;
      again.setSelectionRange(before.selectionStart, before.selectionEnd);
    }

    choose() {
      this.file.click();
    }

    /**
     * Lets files be dropped anywhere on the list.
     */
    followDrops() {
      const files = (/** @type {DragEvent} */ event) => Array.from((event.dataTransfer || { types: [] }).types).includes('Files');
      this.addEventListener('dragover', (event) => {
        if (!files(event)) return;
        event.preventDefault();
        this.classList.add('is-over');
      });
      this.addEventListener('dragleave', () => this.classList.remove('is-over'));
      this.addEventListener('drop', (event) => {
        if (!files(event)) return;
        event.preventDefault();
        this.classList.remove('is-over');
        this.take(event.dataTransfer && event.dataTransfer.files);
      });
    }

    /**
     * Takes files in, one after the other.
     * @param {FileList | null} files
     */
    async take(files) {
      const said = [];
      const titles = [];
      for (const file of Array.from(files || [])) {
        const done = await this.takeOne(file);
        if (done.title) titles.push(done.title);
        else said.push(this.word('file_says', { file: file.name, problem: done.problem || this.word('nothing_changed') }));
      }
      this.file.value = '';
      this.show();
      const all = titles.length > 1 ? this.word('opened_many', { n: titles.length }) : titles.length ? this.word('opened', { title: titles[0] }) : '';
      this.say([...said, all].filter(Boolean).join('\n'));
    }

    /**
     * @param {File} file
     * @returns {Promise<{title?: string, problem?: string}>}
     */
    async takeOne(file) {
      const found = await store.open(file, this.data.handbook);
      const problem = found.problem && store.say(this.data.words, found.problem);
      if (!found.doc && !found.rest) return { problem: `${problem}${this.word('nothing_changed')}` };
      if (found.rest && !(await this.sure(this.word('doubtful'), [`${file.name}　${problem}`, this.word('doubtful_say')], 'leave', 'doubtful_open'))) return {};
      const doc = found.doc || found.rest;
      const how = found.same ? await this.which(found.stored, doc) : 'both';
      if (!how) return {};
      const taken = store.take(doc, how);
      return taken.problem ? { problem: store.say(this.data.words, taken.problem) } : { title: this.nameOf(doc) };
    }

    /**
     * @param {Doc} here
     * @param {Doc} there
     * @returns {Promise<string>} both, replace, or nothing
     */
    async which(here, there) {
      const facts = { here: this.view.timeOf(here.changed), there: this.view.timeOf(there.changed) };
      const chosen = await ask(this, {
        title: this.word('same'), text: [this.nameOf(there), this.word('same_say', facts)],
        choices: [
          { key: 'no', label: this.word('leave'), out: true },
          { key: 'replace', label: this.word('same_replace') },
          { key: 'both', label: this.word('same_both'), main: true },
        ],
      });
      return ['both', 'replace'].includes(chosen) ? chosen : '';
    }

    /**
     * @param {Doc} doc
     * @param {string} name
     */
    rename(doc, name) {
      const done = store.rename(doc.id, name);
      // the list stays as it is: whoever goes on with the tab key must not lose the place
      this.say(done.problem ? store.say(this.data.words, done.problem) : this.word('renamed'));
    }

    /** @param {{key: string, at: string}} one */
    saveBroken(one) {
      download(`damaged-${one.at.slice(0, 10) || 'newer'}.txt`, new Blob([store.damagedText(one.key)]));
    }

    /** @type {(doc: Doc) => string} */
    nameOf(doc) {
      return doc.name ? `${doc.title || doc.target}　${doc.name}` : doc.title || doc.target;
    }

    /** @param {string} text */
    say(text) {
      this.status.textContent = '';
      // a text that is there already is not read out again
      requestAnimationFrame(() => { this.status.textContent = text; });
    }

    /**
     * @param {any} done - what the store says
     * @param {string} key
     * @param {Record<string, string>} [facts]
     */
    report(done, key, facts = {}) {
      this.show();
      this.say(done.problem ? store.say(this.data.words, done.problem) : this.word(key, facts));
    }

    /** @param {Doc} doc */
    save(doc) {
      const { unsaved, ...own } = doc;
      store.hand(own);
    }

    /**
     * @param {string} title
     * @param {string[]} text
     * @param {string} stay - the word for changing nothing
     * @param {string} go
     * @returns {Promise<boolean>}
     */
    async sure(title, text, stay, go) {
      const choices = [{ key: 'no', label: this.word(stay), out: true }, { key: 'yes', label: this.word(go), main: true }];
      return (await ask(this, { title, text, choices })) === 'yes';
    }

    /** @param {Doc} doc */
    async finish(doc) {
      const { done, of } = doc.result || {};
      const open = of && done < of ? [this.word('finish_open', { n: of - done })] : [];
      if (!(await this.sure(this.word('finish_title'), [...open, this.word('finish_say')], 'not_yet', 'finish_yes'))) return;
      this.report(store.finish(doc.id), 'finished_one', { title: this.nameOf(doc) });
    }

    /**
     * @param {Doc} doc
     * @param {boolean} period - for a new period
     */
    begin(doc, period) {
      const { unsaved, ...own } = doc;
      const written = store.write({ ...store.copy(own, period), name: '' });
      this.report(written, 'begun', { title: doc.title || doc.target });
    }

    /** @param {Doc} doc */
    async erase(doc) {
      const title = this.nameOf(doc);
      if (!(await this.sure(this.word('erase_title'), [this.word('erase_say', { title })], 'cancel', 'erase_yes'))) return;
      store.remove(doc.id);
      this.report({}, 'erased_one', { title });
      this.focusHead();
    }

    /** @param {number} n */
    async eraseAll(n) {
      if (!(await this.sure(this.word('erase_all_title'), [this.word('erase_all_say', { n })], 'cancel', 'erase_all_yes'))) return;
      store.clear();
      this.report({}, 'erased_all');
      this.focusHead();
    }

    /**
     * @param {{key: string}} one
     * @param {string} says - what it is
     */
    async eraseBroken(one, says) {
      if (!(await this.sure(this.word('damaged_erase_title'), [this.word('damaged_erase_say', { what: says })], 'cancel', 'erase_yes'))) return;
      store.removeDamaged(one.key);
      this.show();
      this.focusHead();
    }

    /** What had the focus is gone: it goes to the heading. */
    focusHead() {
      const head = /** @type {HTMLElement | null} */ (this.box.querySelector('h2'));
      if (!head) return;
      head.tabIndex = -1;
      head.focus();
    }
  }

  customElements.define('lb-saved', LbSaved);
})();

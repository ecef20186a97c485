// @ts-check
/* <lb-saved>: what is saved in this browser: go on, name, finish, save as a file, open a file, erase; finished ones over time;
   what could not be read. Nothing leaves the page, nothing is erased or overwritten unasked. */
(function () {
  'use strict';

  if (customElements.get('lb-saved')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { store, ask } = levelbook;
  const { make } = levelbook.draw;
  const SOON = 400; // milliseconds a name may wait before it is saved

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
      this.file = levelbook.fileField((/** @type {File[]} */ files) => this.take(files), { multiple: true });
      this.append(this.box, this.file);
      levelbook.fileDrop(this, (/** @type {File[]} */ files) => this.take(files));
      this.listen();
      this.show();
    }

    disconnectedCallback() {
      this.flush();
      if (this.stop) this.stop();
    }

    listen() {
      this.stop = store.watch(() => this.follow());
      window.addEventListener('pagehide', () => this.flush());
      levelbook.leaving(() => !this.flush());
      document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && this.flush());
      this.box.addEventListener('compositionstart', () => { this.composing = true; });
      this.box.addEventListener('compositionend', () => {
        this.composing = false;
        setTimeout(() => this.late && this.follow()); // the field tells what was written only after this
      });
    }

    /** Shows what another tab did, but not under the hands of somebody who is choosing characters. */
    follow() {
      this.late = this.composing === true;
      if (!this.late) this.show();
    }

    /** Everything anew; what had the focus has it again. */
    show() {
      this.flush(); // a name that is being written is in the list then
      const before = /** @type {HTMLElement | null} */ (this.box.contains(document.activeElement) ? document.activeElement : null);
      /** @type {Doc[]} */
      const docs = this.docs = store.list().map((/** @type {any} */ one) => this.entry(one)).filter((/** @type {any} */ one) => one.id);
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
     * @param {any} one - of the store's list
     * @returns {Doc} the document, and what is known of it beside
     */
    entry({ id, unsaved }) {
      const { doc } = store.read(id);
      return doc ? { ...doc, unsaved, seat: levelbook.seats.of(doc), called: levelbook.seats.named(id) } : {};
    }

    /**
     * @param {Doc} entry
     * @returns {Doc} the document alone
     */
    bare({ unsaved, seat, called, ...doc }) {
      return doc;
    }

    /**
     * What had the focus has it again, at the same place in the text; where it is gone, the heading has it.
     * @param {HTMLElement} before
     */
    focusAgain(before) {
      const again = this.box.querySelector(`[data-key="${CSS.escape(before.dataset.key || '')}"]`);
      if (!(again instanceof HTMLElement)) return this.focusHead();
      again.focus();
      if (!(again instanceof HTMLInputElement && before instanceof HTMLInputElement)) return;
      again.setSelectionRange(before.selectionStart, before.selectionEnd);
    }

    choose() {
      this.file.click();
    }

    /**
     * Takes files in, one after the other.
     * @param {File[]} files
     */
    async take(files) {
      const said = [];
      const titles = [];
      for (const file of files) {
        const done = await this.takeOne(file);
        if (done.title) titles.push(done.title);
        else said.push(this.word('file_says', { file: file.name, problem: done.problem || '' }));
      }
      this.show();
      const all = titles.length > 1 ? this.word('opened_many', { n: titles.length }) : titles.length ? this.word('opened', { title: titles[0] }) : '';
      this.say([...said, all].filter(Boolean).join('\n'));
    }

    /**
     * @param {File} file
     * @returns {Promise<{title?: string, problem?: string}>}
     */
    async takeOne(file) {
      const { doc, stored, said } = await levelbook.openFile(this, this.data, file);
      if (!doc) return { problem: said };
      const how = stored ? await this.which(stored, doc) : 'both';
      const here = stored && store.read(stored.id).doc;
      const { seat, open } = how ? await levelbook.seats.ask(this, this.data, doc, here) : { seat: '', open: false };
      if (!open) return { problem: this.word('left') };
      const taken = store.take(doc, how, seat);
      return taken.problem ? { problem: store.say(this.data.words, taken.problem) } : { title: this.nameOf(doc) };
    }

    /**
     * @param {Doc} here
     * @param {Doc} there
     * @returns {Promise<string>} both, replace, or nothing
     */
    async which(here, there) {
      const facts = { here: this.view.timeOf(here.changed), there: this.view.timeOf(there.changed) };
      const chosen = await this.ask({
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
     * A name that is being typed: saved in a moment, or when the page is left.
     * @param {string} id
     * @param {string} name
     */
    type(id, name) {
      this.typed = { id, name };
      clearTimeout(this.timer);
      this.timer = window.setTimeout(() => this.flush(), SOON);
    }

    /**
     * @param {string} id
     * @param {string} name - as it is to be
     */
    rename(id, name) {
      this.type(id, name);
      if (this.flush()) this.say(this.word('renamed'));
    }

    /**
     * The list stays as it is: whoever goes on with the tab key must not lose the place.
     * @returns {boolean} whether what was typed is saved
     */
    flush() {
      clearTimeout(this.timer);
      const { typed, docs = [] } = this;
      this.typed = null;
      const shown = typed && docs.find((doc) => doc.id === typed.id);
      if (!shown || this.ownName(shown) === typed.name.trim()) return true;
      if (shown.seat === 'manager') return this.call(shown, typed.name.trim());
      const done = store.rename(typed.id, typed.name);
      if (done.problem) this.say(store.say(this.data.words, done.problem));
      else Object.assign(shown, done.doc); // what its buttons hand over
      return !done.problem;
    }

    /** @type {(doc: Doc) => string} what stands in the field of its name */
    ownName(doc) {
      return doc.seat === 'manager' ? doc.called || doc.name : doc.name;
    }

    /**
     * How a manager calls the one who is rated: beside the document, which is the employee's.
     * @param {Doc} shown
     * @param {string} name
     * @returns {boolean}
     */
    call(shown, name) {
      const { problem } = levelbook.seats.call(shown.id, name);
      if (problem) this.say(store.say(this.data.words, problem));
      shown.called = name;
      return !problem;
    }

    /** @type {(doc: Doc) => string} */
    nameOf(doc) {
      const name = this.ownName(doc);
      return name ? [doc.title || doc.target, name].join(this.word('gap')) : doc.title || doc.target;
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
      store.hand(this.bare(doc));
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
      return (await this.ask({ title, text, choices })) === 'yes';
    }

    /**
     * @param {any} question
     * @returns {Promise<string>} what was chosen; the list may have been made anew meanwhile
     */
    async ask(question) {
      const before = /** @type {HTMLElement | null} */ (document.activeElement);
      const chosen = await ask(this, question);
      if (before && !before.isConnected) this.focusAgain(before);
      return chosen;
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
      const written = store.write({ ...store.copy(this.bare(doc), period), name: '' });
      if (written.ok) levelbook.seats.sit(written.doc.id, 'employee');
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
      if (!(await levelbook.damaged.erase(this, this.data, one, says))) return;
      this.report({}, 'erased_one', { title: says });
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

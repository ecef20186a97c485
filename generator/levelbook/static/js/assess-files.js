// @ts-check
/* What one does with an assessment as a whole: save it to a file, open one, print, erase. Nothing is overwritten unasked. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, button, speaker } = levelbook.draw;

  class Files {
    /** @param {any} host */
    constructor(host) {
      this.host = host;
      this.word = host.word;
      this.storeWord = speaker(host.data, 'store');
    }

    /** @returns {HTMLElement} */
    buttons() {
      const field = levelbook.fileField((/** @type {File[]} */ files) => this.read(files[0]), { 'data-open': true });
      this.said = make('p', { class: 'lb-panel__said', role: 'status' });
      return make('div', { class: 'lb-panel__files' }, [
        make('div', { class: 'lb-panel__btns' }, [
          this.button('save_file', 'lb-i--down', () => this.host.saveFile()),
          this.button('open_file', '', () => field.click()),
          this.button('print', 'lb-i--print', () => window.print()),
        ]),
        field, this.said,
        make('p', { class: 'lb-panel__erase' }, [button(this.word('erase'), 'lb-link', () => this.erase())]),
      ]);
    }

    /**
     * @param {string} key
     * @param {string} icon
     * @param {() => void} act
     * @returns {HTMLElement}
     */
    button(key, icon, act) {
      const found = button(this.word(key), 'lb-btn', act);
      if (icon) found.prepend(make('i', { class: `lb-i ${icon}`, 'aria-hidden': 'true' }));
      return found;
    }

    /** @param {string} text */
    say(text) {
      if (this.said) this.said.textContent = text;
    }

    /** @param {File} file */
    async read(file) {
      const { doc, said } = await levelbook.openFile(this.host, this.host.data, file);
      if (doc) await this.take(doc);
      else this.say(said);
    }

    /** @param {any} doc - of a file */
    async take(doc) {
      const { host } = this;
      if (doc.target !== host.data.target) return this.say(this.word('other_target', { title: doc.title || doc.target }));
      host.flush();
      const here = levelbook.store.read(doc.id).doc || (host.doc.id === doc.id ? host.doc : null);
      const chosen = !here || levelbook.store.text(here) === levelbook.store.text(doc) ? 'replace' : await this.which(here, doc);
      if (chosen === 'join') return this.join(doc);
      if (chosen !== 'replace' && chosen !== 'both') return this.say(this.storeWord('left'));
      const { seat, open } = await levelbook.seats.ask(host, host.data, doc, here || undefined);
      if (!open) return this.say(this.storeWord('left'));
      const taken = levelbook.store.take(doc, chosen, seat);
      host.keeper.take(taken.doc, taken.ok === true);
      if (!taken.ok) host.keeper.stuck(taken.problem);
      this.say(this.word('opened', { time: host.timeOf(doc.changed) }));
    }

    /**
     * @param {any} here
     * @param {any} there
     * @returns {Promise<string>}
     */
    which(here, there) {
      const { doc } = this.host;
      const facts = { here: this.host.timeOf(here.changed), there: this.host.timeOf(there.changed) };
      const open = this.layer() && doc.id === there.id;
      const join = this.word(doc.finished ? 'known_join_plan' : 'known_join_say');
      return levelbook.ask(this.host, {
        title: this.word('known'),
        text: [this.word('known_say', facts), ...(open ? [join] : [])],
        choices: [
          ...(open ? [{ key: 'join', label: this.word('known_join'), main: true }] : []),
          { key: 'both', label: this.word('known_both'), main: !open },
          { key: 'replace', label: this.word('known_replace') },
          { key: 'no', label: this.storeWord('leave'), out: true },
        ],
      });
    }

    /** @returns {any} what lays a second rating over this one, where the page has it */
    layer() {
      const result = this.host.querySelector('lb-result');
      return result && result.lay;
    }

    /** @param {any} doc - of the same assessment, filled in by somebody else */
    join(doc) {
      location.hash = '#result';
      this.host.showView('result', true);
      this.layer().take(doc);
    }

    /** Erases this assessment, after asking. */
    async erase() {
      const { host } = this;
      const answer = await levelbook.ask(host, {
        title: this.word('erase_title'),
        text: [this.word('erase_say'), this.word('erase_file')],
        choices: [
          { key: 'no', label: this.word('keep'), out: true },
          { key: 'file', label: this.word('save_first') },
          { key: 'yes', label: this.word('erase_yes'), main: true },
        ],
      });
      if (answer === 'file') return host.saveFile();
      if (answer !== 'yes') return;
      host.keeper.erase();
      host.say(this.word('erased'));
    }
  }

  levelbook.AssessFiles = Files;
})();

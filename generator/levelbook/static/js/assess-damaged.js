// @ts-check
/* What could not be read: said where one meets it, saved as it is, erased after asking. And: leaving while something is not saved asks. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { store } = levelbook;
  const { make, button, speaker } = levelbook.draw;

  /** @typedef {{key: string, at: string, size: number, target: string}} Broken */

  /**
   * @param {any} data - of the page
   * @param {Broken} one
   * @returns {string} what it is
   */
  function says(data, { at, size }) {
    const { dayOf, clockOf } = levelbook.assessment;
    const facts = { time: `${dayOf(at)} ${clockOf(at)}`.trim() || at, size: Math.max(1, Math.round(size / 1024)) };
    return speaker(data, 'store')(at ? 'damaged_one' : 'damaged_newer', facts);
  }

  /** @param {Broken} one */
  function save(one) {
    levelbook.download(`damaged-${one.at.slice(0, 10) || 'newer'}.txt`, new Blob([store.damagedText(one.key)]));
  }

  /**
   * @param {HTMLElement} home - in which the question stands
   * @param {any} data
   * @param {Broken} one
   * @param {string} what
   * @returns {Promise<boolean>} whether it is gone
   */
  async function erase(home, data, one, what) {
    const word = speaker(data, 'store');
    const answer = await levelbook.ask(home, {
      title: word('damaged_erase_title'), text: [word('damaged_erase_say', { what })],
      choices: [{ key: 'no', label: word('cancel'), out: true }, { key: 'yes', label: word('erase_yes'), main: true }],
    });
    if (answer === 'yes') store.removeDamaged(one.key);
    return answer === 'yes';
  }

  /** On a checklist: what was kept of it and cannot be read any more. */
  class Notice {
    /** @param {any} host */
    constructor(host) {
      this.host = host;
      this.word = speaker(host.data, 'store');
      this.box = make('div', { class: 'lb-damaged lb-noprint', role: 'status' });
      const first = host.querySelector('section[data-view]');
      if (first) first.before(this.box);
    }

    show() {
      const { target } = this.host.data;
      const found = store.damaged().filter((/** @type {Broken} */ one) => !one.target || one.target === target);
      const state = found.map((/** @type {Broken} */ one) => one.key).join(' ');
      if (state === (this.state || '')) return;
      this.state = state;
      this.box.replaceChildren(...found.map((/** @type {Broken} */ one) => this.line(one)));
    }

    /**
     * @param {Broken} one
     * @returns {HTMLElement}
     */
    line(one) {
      const { host, word } = this;
      const what = says(host.data, one);
      return make('div', { class: 'lb-damaged__one' }, [
        make('p', {}, [word(one.target ? 'damaged_here' : 'damaged_somewhere', { what })]),
        button(word('damaged_save'), 'lb-btn', () => save(one)),
        button(word('erase'), 'lb-link', () => this.erase(one, what)),
      ]);
    }

    /**
     * @param {Broken} one
     * @param {string} what
     */
    async erase(one, what) {
      if (!(await erase(this.host, this.host.data, one, what))) return;
      this.show();
      this.host.say(this.word('erased_one', { title: what }));
    }
  }

  /**
   * Leaving the page asks as long as something in it could not be saved, and only then.
   * @param {() => boolean} late - saves what is being written; whether that failed
   */
  function leaving(late) {
    window.addEventListener('beforeunload', (event) => {
      if (late() || store.inner.unsaved.size) event.preventDefault();
    });
  }

  levelbook.damaged = { says, save, erase, Notice };
  levelbook.leaving = leaving;
})();

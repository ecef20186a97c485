// @ts-check
/* Says who sits at the assessment that is open and what can be changed there, asks where nobody knows, and changes seats by name. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, button, speaker } = levelbook.draw;

  class Who {
    /** @param {any} host */
    constructor(host) {
      this.host = host;
      this.word = speaker(host.data, 'seat');
      this.box = make('div', { class: 'lb-who lb-noprint', role: 'status' });
      this.box.hidden = true;
      const first = host.querySelector('section[data-view]');
      if (first) first.before(this.box);
    }

    /** What has the focus stays as long as the same is said. */
    show() {
      const { host } = this;
      this.showPlace();
      this.showFinished();
      const others = host.seat === 'employee' && !host.keeper.kept ? host.keeper.open('manager') : [];
      const state = [host.doc.id, host.seat, host.who, this.label(), ...others.map((/** @type {any} */ one) => one.id)].join(' ');
      if (state === this.state) return;
      const focused = this.box.contains(document.activeElement);
      this.state = state;
      const parts = this.parts(others).filter(Boolean);
      this.box.replaceChildren(...parts);
      this.box.hidden = !parts.length;
      this.box.classList.toggle('is-quiet', others.length > 0);
      if (focused) this.focusRating();
    }

    /** Where it is kept is said as long as it is kept there. */
    showPlace() {
      const said = /** @type {HTMLElement | null} */ (this.host.querySelector('.lb-privacy.lb-js'));
      if (said) said.hidden = this.host.keeper.failed;
    }

    /** Whoever looks at a finished one is told. */
    showFinished() {
      const { host } = this;
      const { doc, data } = host;
      const form = host.querySelector('.lb-check__grid');
      if (this.ended) this.ended.remove();
      if (!doc.finished || !form) return;
      const older = Boolean(doc.release && data.release) && doc.release !== data.release;
      this.ended = make('p', { class: 'lb-done lb-noprint' }, [
        host.word('finished_now', { day: levelbook.assessment.dayOf(doc.finished) }),
        older && host.word('finished_older', { then: doc.release, now: data.release }),
      ]);
      form.before(this.ended);
    }

    /** The button is gone that had the focus. */
    focusRating() {
      const { host } = this;
      const first = host.data.items.find((/** @type {any} */ one) => one.kind !== 'none');
      if (host.view === 'check' && first) host.focusItem(first.code);
    }

    /** @returns {string} how the one is called who is rated */
    label() {
      const { doc } = this.host;
      return levelbook.seats.named(doc.id) || doc.name || '';
    }

    /**
     * @param {any[]} others - that one rates for somebody else
     * @returns {(Node | false)[]}
     */
    parts(others) {
      const { host, word } = this;
      if (!host.seat) return this.question();
      if (host.seat === 'manager') {
        const name = levelbook.seats.named(host.doc.id);
        const who = name ? word('manager_named', { name }) : word('manager_now');
        if (host.who === 'manager') return [make('p', {}, [who])];
        return [make('p', {}, [word('locked_employee')]), this.back()];
      }
      if (host.who === 'manager') return [make('p', {}, [word('locked_manager')]), this.back()];
      return others.length ? this.hint(others) : [];
    }

    /** @returns {HTMLElement} */
    back() {
      return button(this.word('back'), 'lb-btn', () => { this.host.who = this.host.seat; });
    }

    /** @returns {HTMLElement[]} an assessment of before there were seats, with the ratings of both */
    question() {
      const { word } = this;
      const sit = (/** @type {string} */ key, /** @type {string} */ seat) => button(word(key), 'lb-btn', () => this.host.sit(seat));
      return [make('p', {}, [word('unknown')]), sit('mine', 'employee'), sit('theirs', 'manager')];
    }

    /**
     * @param {any[]} others
     * @returns {HTMLElement[]} the form is one's own; what one rates for others is a click away
     */
    hint(others) {
      const { word, host } = this;
      const links = others.map((one) => {
        const name = levelbook.seats.named(one.id) || one.name || word('of_day', { day: levelbook.assessment.dayOf(one.changed) });
        return make('a', { class: 'lb-a', href: `#open=${one.id}` }, [name]);
      });
      return [make('p', {}, [word('others', { n: others.length }), ...links.flatMap((one, at) => (at ? [host.word('comma'), one] : [one]))])];
    }

    /** @returns {HTMLElement[]} whose ratings are shown, and how somebody else sits down here */
    fields() {
      const { host, word } = this;
      this.swap = button('', 'lb-link', () => this.change());
      const radios = ['employee', 'manager'].map((who) => {
        const radio = make('input', { type: 'radio', name: 'set-who', value: who });
        radio.addEventListener('change', () => { host.who = who; });
        return make('label', {}, [radio, make('span', {}, [host.word(`who_${who}`)])]);
      });
      const field = make('fieldset', { class: 'lb-seg' }, [make('legend', {}, [word('shown')]), ...radios]);
      return [make('div', {}, [field, make('p', { class: 'lb-set__say' }, [word('shown_say')]), make('p', {}, [this.swap])])];
    }

    showFields() {
      const { host, word } = this;
      if (!this.swap) return;
      this.swap.hidden = !host.seat;
      this.swap.textContent = word(host.seat === 'manager' ? 'to_employee' : 'to_manager');
    }

    /** Somebody else sits down: after asking, as from then on others' ratings are locked. */
    async change() {
      const { host, word } = this;
      const next = host.seat === 'manager' ? 'employee' : 'manager';
      const answer = await levelbook.ask(host, {
        title: word(`to_${next}_title`), text: [word(`to_${next}_say`)],
        choices: [{ key: 'no', label: word('stay'), out: true }, { key: 'yes', label: word(`to_${next}`), main: true }],
      });
      if (answer === 'yes') host.sit(next);
    }
  }

  levelbook.AssessWho = Who;
})();

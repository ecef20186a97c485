// @ts-check
/* How one fills in: which assessment, its name, quick or thorough, blind, and whose ratings. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, button } = levelbook.draw;

  class Settings {
    /** @param {any} host */
    constructor(host) {
      this.host = host;
      this.word = host.word;
    }

    /** @returns {HTMLElement[]} */
    parts() {
      this.choice = /** @type {HTMLSelectElement} */ (make('select', { name: 'assessment' }));
      this.choice.addEventListener('change', () => this.choose());
      this.chooser = make('label', { class: 'lb-field' }, [make('span', {}, [this.word('which')]), this.choice]);
      this.summary = make('summary', {});
      const fields = [this.mode(), this.who(), this.blind(), this.name(), this.another(), this.keys()].filter(Boolean);
      return [this.chooser, make('details', { class: 'lb-more lb-set' }, [this.summary, make('div', { class: 'lb-set__in' }, fields)])];
    }

    /**
     * @param {string} name
     * @param {string[]} keys
     * @param {(value: string) => void} act
     * @returns {HTMLElement}
     */
    radios(name, keys, act) {
      const field = make('fieldset', { class: 'lb-seg' }, [make('legend', {}, [this.word(name)])]);
      for (const key of keys) {
        const radio = make('input', { type: 'radio', name: `set-${name}`, value: key });
        radio.addEventListener('change', () => act(key));
        field.append(make('label', {}, [radio, make('span', {}, [this.word(`${name}_${key}`)])]));
      }
      return field;
    }

    /** @returns {HTMLElement | null} */
    mode() {
      const { modes } = this.host.data;
      if (modes.length < 2) return null;
      const radios = this.radios('mode', modes, (mode) => this.host.update((/** @type {any} */ draft) => { draft.mode = mode; }));
      return make('div', {}, [radios, make('p', { class: 'lb-set__say' }, [this.word('mode_say')])]);
    }

    /** @returns {HTMLElement} */
    who() {
      return this.radios('who', ['employee', 'manager'], (who) => { this.host.who = who; });
    }

    /** @returns {HTMLElement} */
    blind() {
      this.tick = /** @type {HTMLInputElement} */ (make('input', { type: 'checkbox', name: 'set-blind' }));
      this.tick.addEventListener('change', () => {
        const blind = this.tick.checked;
        this.host.update((/** @type {any} */ draft) => { draft.blind = blind; });
      });
      return make('div', {}, [
        make('label', { class: 'lb-tick' }, [this.tick, make('span', {}, [this.word('blind')])]),
        make('p', { class: 'lb-set__say' }, [this.word('blind_say')]),
      ]);
    }

    /** @returns {HTMLElement} */
    name() {
      this.named = /** @type {HTMLInputElement} */ (make('input', { type: 'text', name: 'set-name', maxlength: '100', autocomplete: 'off' }));
      this.named.addEventListener('input', () => {
        const name = this.named.value;
        this.host.later('name', (/** @type {any} */ draft) => { draft.name = name; });
      });
      this.named.addEventListener('change', () => this.host.flush());
      return make('label', { class: 'lb-field' }, [make('span', {}, [this.word('name')]), this.named]);
    }

    /** @returns {HTMLElement} */
    another() {
      this.other = button(this.word('another'), 'lb-link', () => {
        this.host.keeper.begin();
        this.host.say(this.word('begun'));
        this.host.next(''); // the button is gone now
      });
      return make('p', {}, [this.other]);
    }

    /** @returns {HTMLElement} */
    keys() {
      return make('p', { class: 'lb-set__say lb-set__keys' }, [this.word('keys')]);
    }

    choose() {
      const { value } = this.choice;
      if (!value) this.host.keeper.begin();
      else if (!this.host.keeper.use(value)) this.showChoice(this.host.doc);
    }

    /** Shows what holds now. */
    show() {
      const { doc, who, data } = this.host;
      for (const [name, value] of [['mode', doc.mode], ['who', who]]) {
        const radio = /** @type {HTMLInputElement | null} */ (this.host.querySelector(`input[name="set-${name}"][value="${value}"]`));
        if (radio) radio.checked = true;
      }
      for (const field of this.host.querySelectorAll('input[name="set-mode"], input[name="set-blind"]')) field.disabled = !!doc.finished;
      if (this.tick) this.tick.checked = doc.blind === true;
      if (this.named && this.named !== document.activeElement) this.named.value = doc.name || '';
      const said = [data.modes.length > 1 && this.word(`mode_${doc.mode}`), this.word(`who_${who}`), this.host.blind && this.word('blind_short')];
      if (this.summary) this.summary.textContent = this.word('settings', { how: said.filter(Boolean).join(this.word('comma')) });
      this.showChoice(doc);
    }

    /** @param {any} doc */
    showChoice(doc) {
      if (!this.choice || !this.chooser) return;
      const { keeper } = this.host;
      const saved = keeper.list();
      const options = saved.map((/** @type {any} */ one) => [one.id, this.label(one)]);
      if (!keeper.kept) options.unshift(['', this.word('new_one')]);
      this.chooser.hidden = options.length < 2;
      if (this.other) this.other.hidden = !keeper.kept;
      const state = JSON.stringify(options);
      if (state !== this.state) this.choice.replaceChildren(...options.map(([value, label]) => make('option', { value }, [label])));
      this.state = state;
      this.choice.value = keeper.kept ? doc.id : '';
    }

    /**
     * @param {any} one - of the list of those saved
     * @returns {string}
     */
    label({ name, created, changed, finished }) {
      const { dayOf } = levelbook.assessment;
      const facts = { name: name || this.word('unnamed'), created: dayOf(created), changed: dayOf(changed), finished: dayOf(finished || '') };
      return this.word(finished ? 'one_finished' : 'one_open', facts);
    }
  }

  levelbook.AssessSettings = Settings;
})();

// @ts-check
/* Opening the manager's file over one's own assessment: reads it, says what is wrong with it, asks where both differ. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, button, figure, ratingOf, speaker } = levelbook.draw;

  class Lay {
    /**
     * @param {any} host
     * @param {(text: string) => void} tell - says it to the person
     */
    constructor(host, tell) {
      this.host = host;
      this.tell = tell;
      this.say = speaker(host.data, 'result');
      this.box = make('div', { class: 'lb-lay lb-noprint' });
      this.field = /** @type {HTMLInputElement} */ (make('input', { type: 'file', accept: '.json,application/json', hidden: true, 'data-lay': '' }));
      this.field.addEventListener('change', () => this.read());
      host.addEventListener('lb-change', () => this.stale() && this.leave());
    }

    choose() {
      this.field.click();
    }

    async read() {
      const file = this.field.files && this.field.files[0];
      if (!file) return;
      const { data } = this.host;
      const found = await levelbook.store.open(file, data.handbook);
      this.field.value = '';
      if (found.doc) return this.take(found.doc);
      this.tell(this.say('file_bad', { problem: levelbook.store.say(data.words, found.problem) }));
    }

    /**
     * @param {any} file - a document
     * @param {string} [first] - what is to be told besides
     */
    take(file, first = '') {
      const { host, say } = this;
      if (file.target !== host.data.target) return this.tell(say('file_other_target', { title: file.title || file.target }));
      if (file.id !== host.doc.id) return this.other(file);
      if (!host.seat) return this.tell(speaker(host.data, 'seat')('unknown'));
      const { doc } = levelbook.carry(file, host.data);
      const found = levelbook.overlay.lay(host.doc, doc, host.seat);
      if (host.doc.finished && !found.asks.length && levelbook.overlay.same(found.doc.plan, host.doc.plan)) return this.tell(first + say('file_finished'));
      this.tell(first);
      if (found.asks.length) return this.ask(doc, found.asks);
      this.apply(doc, [], first);
    }

    /**
     * Another assessment: once it is known whose it is, it is kept beside this one and opened, unless that one is here already.
     * @param {any} file
     */
    async other(file) {
      const { host, say } = this;
      const name = file.name || file.title;
      if (levelbook.store.list().some((/** @type {any} */ one) => one.id === file.id)) {
        if (host.keeper.use(file.id)) this.take(file, say('file_shown', { name }));
        return;
      }
      const { seat, open } = await levelbook.seats.ask(host, host.data, file, undefined, say('file_other_ask'));
      if (!open) return this.tell(say('asks_left'));
      const taken = levelbook.store.take(file, 'both', seat);
      if (!taken.ok) return this.tell(levelbook.store.say(host.data.words, taken.problem));
      host.keeper.use(file.id);
      this.tell(say('file_other', { name }));
    }

    /**
     * @param {any} file
     * @param {any[]} asks
     */
    ask(file, asks) {
      const { say } = this;
      this.asked = this.about();
      const title = make('h2', { class: 'lb-sec', tabindex: '-1' }, [say('asks', { n: asks.length })]);
      const join = make('button', { type: 'submit', class: 'lb-btn lb-btn--main' }, [say('asks_join')]);
      const leave = button(say('asks_leave'), 'lb-btn', () => this.leave());
      const form = make('form', {}, [
        title,
        make('p', { class: 'lb-note' }, [say('asks_say')]),
        ...asks.map((one, at) => this.one(one, at)),
        make('p', { class: 'lb-lay__btns' }, [join, leave]),
      ]);
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        for (const [at, one] of asks.entries()) {
          const chosen = /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="lay-${at}"]:checked`));
          one.choice = chosen ? chosen.value : one.choice;
        }
        this.apply(file, asks);
      });
      this.box.replaceChildren(form);
      title.focus();
      title.scrollIntoView({ block: 'start' });
    }

    /** @returns {string} which assessment is open, and whether it is finished: then other questions are asked */
    about() {
      const { id, finished } = this.host.doc;
      return `${id} ${finished || ''}`;
    }

    /** @returns {boolean} whether the questions are about another assessment than the one that is open, or it was finished meanwhile */
    stale() {
      return !!this.asked && this.asked !== this.about();
    }

    leave() {
      this.close();
      this.tell(this.say('asks_left'));
    }

    /** Takes the questions away; whoever had the focus in them is led to the result. */
    close() {
      const focused = this.box.contains(document.activeElement);
      this.asked = '';
      this.box.replaceChildren();
      const title = focused && /** @type {HTMLElement | null} */ (this.host.querySelector('.lb-result__title'));
      if (!title) return;
      title.setAttribute('tabindex', '-1');
      title.focus({ preventScroll: true });
    }

    /**
     * @param {any} ask
     * @param {number} at
     * @returns {HTMLElement}
     */
    one(ask, at) {
      const side = (/** @type {'here' | 'file'} */ key) => {
        const radio = /** @type {HTMLInputElement} */ (make('input', { type: 'radio', name: `lay-${at}`, value: key }));
        radio.checked = ask.choice === key;
        return make('label', {}, [radio, make('span', {}, [make('b', {}, [this.say(`asks_${key}`)]), this.text(ask, ask[key])])]);
      };
      return make('fieldset', { class: 'lb-lay__one' }, [make('legend', {}, [this.name(ask)]), side('here'), side('file')]);
    }

    /**
     * @param {any} ask
     * @returns {string} what the question is about
     */
    name({ part, code, here, form = code, row }) {
      const { data } = this.host;
      if (part === 'plan' || part === 'cell') return this.say('asks_plan', { name: this.planName(form, part === 'cell' ? code : '', row) });
      const thing = levelbook.answers.find(data, code);
      const name = (thing && (thing.name || thing.text)) || (here && here.name) || code;
      return this.say(`asks_${part}`, { name: part === 'head' ? this.say(`asks_head_${code}`) : name });
    }

    /**
     * @param {string} id - of a form
     * @param {string} code - of a field; nothing where the whole form is meant
     * @param {string} [row]
     * @returns {string}
     */
    planName(id, code, row) {
      const { data, doc } = this.host;
      const { kindOf, rows, gist, leaves } = levelbook.plan;
      const form = data.plan && data.plan.forms.find((/** @type {any} */ one) => one.id === id);
      if (!form) return [id, code].filter(Boolean).join(this.say('between'));
      const line = code && rows(data, doc, form).find((/** @type {any} */ one) => one.id === row);
      const about = line && (kindOf(form) === 'many' ? gist(data, doc, form, line) : line.name);
      const field = leaves(form.fields).find((/** @type {any} */ one) => one.id === code);
      return [form.name, about, field ? field.name : code].filter(Boolean).join(this.say('between'));
    }

    /**
     * @param {any} ask
     * @param {any} value
     * @returns {string} as it is read
     */
    text({ part, code }, value) {
      if (part === 'agreed') return this.rating(code, { points: value });
      if (part === 'head' && code === 'mode') return this.host.data.words[`fill.mode_${value}`] || value;
      if (typeof value === 'string') return value;
      if (part === 'plan') return this.say('asks_rows', { n: Array.isArray(value) ? value.length : 0 });
      if (part === 'cell') return Object.values(value).join(this.say('list'));
      const { say } = this;
      const rating = this.rating(code, value);
      const marks = Object.entries(value.marks || {}).map(([name, mark]) => `${name} ${mark}`);
      const more = [
        rating, ...marks, value.mark, value.evidence, value.date,
        value.na !== null && value.na !== undefined ? say('asks_na', { why: value.na }) : '',
        value.unseen ? say('state_unseen') : '', value.pick ? say('chosen') : '',
      ];
      return more.filter(Boolean).join(say('gap_wide')) || '—';
    }

    /**
     * @param {string} code
     * @param {any} value
     * @returns {string}
     */
    rating(code, { points }) {
      if (points === null || points === undefined) return '';
      const { data } = this.host;
      const item = data.items.find((/** @type {any} */ one) => one.code === code);
      if (item && item.kind === 'condition') return this.say(points === '1' ? 'condition_met' : 'condition_unmet');
      if (item && item.scale === 'levels') return levelbook.view.valuer(data)(item, points);
      const found = ratingOf(data.scales[item ? item.scale : data.partScale || data.scale], points);
      return found ? this.say('rating', { points: figure(points), name: found.name }) : figure(points);
    }

    /**
     * @param {any} file
     * @param {any[]} asks
     * @param {string} [first] - what is to be told besides
     */
    apply(file, asks, first = '') {
      this.close();
      this.host.update((/** @type {any} */ draft) => {
        const found = levelbook.overlay.lay(draft, file, this.host.seat);
        levelbook.overlay.settle(found.doc, asks);
        Object.assign(draft, found.doc);
      }, true);
      const some = Object.keys((file.manager && file.manager.answers) || {}).length > 0;
      this.tell(first + this.say(this.host.doc.finished ? 'laid_plan' : some ? 'laid' : 'laid_without'));
    }
  }

  levelbook.Lay = Lay;
})();

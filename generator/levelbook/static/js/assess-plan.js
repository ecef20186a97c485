// @ts-check
/* <lb-plan>: the development plan of an assessment. Its forms stand in the data; what is written goes to the host.
   A form is painted anew when what it shows has changed, but never under the hands of somebody who is writing in it. */
(function () {
  'use strict';

  if (customElements.get('lb-plan')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { plan } = levelbook;
  const { make } = levelbook.draw;
  const TYPED = 'textarea, input:not([type="radio"]):not([type="checkbox"])';
  const HELD = `${TYPED}, select`; // not to be replaced while somebody is in it

  class LbPlan extends HTMLElement {
    connectedCallback() {
      if (this.host) return;
      this.host = /** @type {any} */ (this.closest('lb-assess'));
      /** @type {Record<string, any[]>} */
      this.gone = {}; // rows taken out, to be taken back
      /** @type {Record<string, number>} */
      this.begun = {}; // how many rows the first opening made
      this.cycle = '';
      this.without = new Set();
      if (!this.host) return;
      this.host.addEventListener('lb-view', () => this.open());
      this.host.addEventListener('lb-change', () => this.open());
      for (const kind of ['input', 'change', 'click']) this.addEventListener(kind, (event) => this.take(event));
      this.addEventListener('focusout', () => setTimeout(() => this.open(), 0));
      // what is pressed must still be there when it is let go
      this.addEventListener('pointerdown', () => { this.pressed = true; });
      for (const kind of ['pointerup', 'pointercancel']) {
        window.addEventListener(kind, () => setTimeout(() => { this.pressed = false; this.open(); }, 0));
      }
      customElements.whenDefined('lb-assess').then(() => this.open());
    }

    /** Shows the plan as it is now, if anybody looks at it. */
    open() {
      if (!this.host.data || !this.host.doc || this.host.view !== 'plan') return;
      if (!this.host.data.plan) return this.replaceChildren(...this.nothing());
      if (this.pressed && !this.forced) return;
      if (this.start()) return; // the change shows itself
      this.prepare();
      this.paint();
    }

    /** @returns {Node[]} what is said where the sequence has no plan */
    nothing() {
      const word = levelbook.draw.speaker(this.host.data, 'plan');
      const { data, doc } = this.host;
      const empty = make('p', { class: 'lb-empty' }, [word('no_plan'), make('a', { href: '#result' }, [word('to_result')])]);
      return [make('h2', { class: 'lb-sec' }, [word('title')]), empty, ...plan.left({ data, doc, word })];
    }

    /**
     * On first opening a measure for every chosen point, where nothing was ever begun.
     * @returns {boolean}
     */
    start() {
      const { host } = this;
      if (this.starting) return true;
      const found = plan.beginnings(host.data, host.doc);
      if (!found.length) return false;
      this.starting = true;
      host.update((/** @type {any} */ draft) => {
        for (const { form, rows } of found) {
          if ((draft.plan || {})[form.id]) continue;
          plan.rowsIn(draft, form.id).push(...rows);
          this.begun[`${host.doc.id}/${form.id}`] = rows.length;
        }
      });
      this.starting = false;
      this.open();
      return true;
    }

    /** Looks up what the forms show. */
    prepare() {
      const { data, doc } = this.host;
      const rated = (/** @type {any} */ answers) => new Map(levelbook.score.assess(data, answers || {}, doc.mode).items.map((/** @type {any} */ one) => [one.code, one]));
      const word = levelbook.draw.speaker(data, 'plan');
      this.desk = {
        data, doc, word, seat: this.host.seat, own: rated(doc.answers), manager: rated(doc.manager && doc.manager.answers),
        months: (/** @type {any} */ spans) => plan.months(this.desk, spans),
        removed: (/** @type {string} */ key) => (this.gone[key] || []).slice(-1)[0],
        empty: (/** @type {any} */ form) => this.empty(form),
      };
      this.stations = plan.stations(data);
    }

    /**
     * @param {any} form
     * @returns {(Node | string)[]} what is said in place of rows
     */
    empty(form) {
      const { word } = this.desk;
      if (plan.kindOf(form) === 'other') return [word('empty_records')];
      if (plan.picked(this.host.data, this.host.doc).length || !this.host.data.pick) return [word('empty_rows')];
      return [word('empty_pick', { n: this.host.data.pick }), make('a', { href: '#result' }, [word('to_result')])];
    }

    /* ---- painting ---- */

    /** Everything at first, then only what has changed. */
    paint() {
      const key = `${this.host.doc.id} ${this.stations.length}`;
      if (this.painted !== key) {
        this.painted = key;
        [this.gone, this.without] = [{}, new Set()];
        this.replaceChildren(...plan.frame(this));
      }
      const signings = plan.signings(this.desk, this.stations);
      this.put('facts', plan.facts(this.desk));
      this.put('summary', plan.summary(this.desk, this.stations));
      for (const { entries } of this.stations) {
        for (const { form, only, id } of entries) {
          this.put(`ready-${id}`, plan.ready(this.desk, signings.filter((/** @type {any} */ one) => one.id === id)));
          this.put(`form-${id}`, [plan.show(this.desk, form, only, id)], this.begun[`${this.host.doc.id}/${form.id}`]);
        }
      }
      this.put('left', plan.left(this.desk));
      this.put('calendar', [plan.calendar(this.desk, this.cycle, this.without)]);
    }

    /**
     * Puts nodes into their place unless they show what stands there, or somebody is writing in it.
     * @param {string} name
     * @param {any[]} nodes
     * @param {number} [begun]
     */
    put(name, nodes, begun) {
      const place = /** @type {any} */ (this.querySelector(`[data-place="${CSS.escape(name)}"]`));
      if (!place) return;
      if (begun) nodes[0].querySelector('h3').after(make('p', { class: 'lb-note lb-plan__begun lb-noprint', role: 'status' }, [this.desk.word('begun', { n: begun })]));
      const shown = nodes.map((one) => one.outerHTML + values(one)).join('');
      if (place.shown === shown) return;
      const active = document.activeElement;
      const inside = active instanceof HTMLElement && place.contains(active) ? active : null;
      if (inside && inside.matches(HELD) && !this.forced) return;
      const open = new Set(Array.from(place.querySelectorAll('details[open][data-hints]'), (/** @type {any} */ one) => one.dataset.hints));
      place.shown = shown;
      place.replaceChildren(...nodes);
      for (const one of place.querySelectorAll('details[data-hints]')) one.open = open.has(one.dataset.hints);
      if (inside) this.refocus(inside, place);
    }

    /**
     * @param {HTMLElement} before
     * @param {HTMLElement} place
     */
    refocus(before, place) {
      const hints = before.closest('details[data-hints]');
      const opener = hints && before.localName === 'summary' && place.querySelector(`[data-hints="${CSS.escape(/** @type {HTMLElement} */ (hints).dataset.hints || '')}"] > summary`);
      const same = ['data-form', 'data-row', 'data-field', 'data-more', 'data-date', 'data-action', 'data-pick', 'value', 'name']
        .filter((name) => before.hasAttribute(name)).map((name) => `[${name}="${CSS.escape(before.getAttribute(name) || '')}"]`).join('');
      const found = opener || (same && /** @type {HTMLElement | null} */ (place.querySelector(`${before.localName}${same}`)));
      const heir = found || /** @type {HTMLElement | null} */ (place.querySelector('button, select, textarea, input'));
      if (heir) heir.focus({ preventScroll: true });
    }

    /* ---- changes ---- */

    /** @param {Event} event */
    take(event) {
      const target = /** @type {any} */ (event.target);
      if (!(target instanceof HTMLElement) || !this.desk) return;
      if (event.type === 'click') {
        const button = target.closest('button');
        return button ? this.press(button) : undefined;
      }
      if (target.name === 'plan-cycle' || target.dataset.date) return event.type === 'change' ? this.choose(target) : undefined;
      if (target.dataset.pick !== undefined) return event.type === 'change' ? this.pick(target) : undefined;
      if (target.dataset.field === undefined) return undefined;
      const typed = target.matches(TYPED);
      if (typed && event.type === 'input') return this.type(target);
      if (event.type !== 'change') return undefined;
      // the focus is on its way: what it goes to must not be painted anew before it is there
      if (typed) return setTimeout(() => this.host.flush(), 0);
      return this.set(target.dataset, target.value);
    }

    /** @param {any} target - a field that somebody writes in */
    type(target) {
      const copy = target.nextElementSibling;
      if (copy && copy.classList.contains('lb-plan__said')) copy.textContent = target.localName === 'textarea' ? `${target.value}\n` : target.value;
      const value = target.dataset.more === undefined ? target.value : target.value || plan.OTHER;
      const { form, row, field } = target.dataset;
      this.host.later(`plan-${form}-${row}-${field}`, this.change({ form, row, field }, value));
    }

    /**
     * @param {any} place - which form, row and field
     * @param {string} value
     * @returns {(draft: any) => void}
     */
    change({ form: key, row: id, field }, value) {
      const { data } = this.host;
      const form = data.plan.forms.find((/** @type {any} */ one) => one.id === key);
      const leaf = plan.leaves(form.fields).find((/** @type {any} */ one) => one.id === field);
      return (draft) => {
        const row = plan.rowIn(draft, form, id);
        if (value || (leaf && leaf.default)) row[field] = value;
        else delete row[field];
        if (!leaf || leaf.fill !== 'competency') return;
        const item = data.items.find((/** @type {any} */ one) => one.name === value);
        if (item) row[plan.FOR] = item.code;
        else delete row[plan.FOR];
      };
    }

    /**
     * @param {any} place
     * @param {string} value
     */
    set(place, value) {
      this.now(this.change({ form: place.form, row: place.row, field: place.field }, value));
    }

    /**
     * A change that shows at once, also in the form it was made in.
     * @param {(draft: any) => void} change
     */
    now(change) {
      this.forced = true;
      this.host.update(change);
      this.forced = false;
    }

    /** @param {any} target - a cycle or a date of the calendar */
    choose(target) {
      if (target.name === 'plan-cycle') this.cycle = target.value;
      else if (target.checked) this.without.delete(target.dataset.date);
      else this.without.add(target.dataset.date);
      this.open();
    }

    /**
     * As many points as the sequence says; one more is refused, and which ones there are is said.
     * @param {any} box
     */
    pick(box) {
      const { data, doc } = this.host;
      const code = box.dataset.pick;
      const others = plan.picked(data, doc).filter((/** @type {any} */ one) => one.code !== code);
      if (box.checked && others.length >= data.pick) {
        box.checked = false;
        const names = others.map((/** @type {any} */ one) => one.name).join(this.desk.word('comma'));
        return this.host.say(this.host.word('pick_full', { n: data.pick, names }));
      }
      const codes = others.map((/** @type {any} */ one) => one.code);
      return this.now(plan.choosing(data, box.checked ? [...codes, code] : codes, this.host.seat));
    }

    /** @param {HTMLElement} button */
    press(button) {
      const { add, about, remove, restore, action, clear, form, do: what } = button.dataset;
      this.host.flush();
      if (add !== undefined) return this.add(add, about || '');
      if (remove !== undefined) return this.takeOut(String(form), remove);
      if (restore !== undefined) return this.restore(restore);
      if (action !== undefined) return this.fill(button.dataset);
      if (clear !== undefined) return this.set(button.dataset, '');
      return what ? plan.hand(this, what) : undefined;
    }

    /**
     * @param {string} key
     * @returns {any}
     */
    form(key) {
      return this.host.data.plan.forms.find((/** @type {any} */ one) => one.id === key);
    }

    /**
     * @param {string} key - of the form
     * @param {string} about
     */
    add(key, about) {
      const row = plan.fresh(this.host.data, this.form(key), about);
      this.now((draft) => { plan.rowsIn(draft, key).push(row); });
      const line = this.querySelector(`[data-shows="${CSS.escape(key)}"] [data-line="${CSS.escape(row[plan.ID])}"]`);
      const first = about && plan.saying(this.form(key));
      const field = /** @type {HTMLElement | null} */ (line && line.querySelector(first ? `[data-field="${CSS.escape(first.id)}"]` : 'select, textarea, input'));
      if (field) field.focus();
    }

    /**
     * @param {string} key
     * @param {string} id
     */
    takeOut(key, id) {
      const form = this.form(key);
      const kept = plan.stored(this.host.doc, form);
      const at = kept.findIndex((/** @type {any} */ one) => one.id === id);
      if (at < 0) return;
      const theirs = (/** @type {any} */ one) => plan.isTheirs(form, one.id, this.host.seat) && plan.text(kept[at].row[one.id]).trim();
      if (plan.leaves(form.fields).some(theirs)) return this.host.say(this.desk.word('row_theirs'));
      const taken = { row: structuredClone({ ...kept[at].row, [plan.ID]: id }), at, name: String(at + 1) };
      this.gone[key] = [...(this.gone[key] || []), taken];
      this.now((draft) => {
        const found = plan.stored(draft, this.form(key)).find((/** @type {any} */ one) => one.id === id);
        if (found) draft.plan[key].splice(draft.plan[key].indexOf(found.row), 1);
      });
      this.host.say(this.desk.word('removed', { n: taken.name }));
      const undo = /** @type {HTMLElement | null} */ (this.querySelector(`[data-restore="${CSS.escape(key)}"]`));
      if (undo) undo.focus();
    }

    /** @param {string} key */
    restore(key) {
      const taken = (this.gone[key] || []).pop();
      if (!taken) return;
      this.now((draft) => { plan.rowsIn(draft, key).splice(taken.at, 0, structuredClone(taken.row)); });
      const line = this.querySelector(`[data-shows="${CSS.escape(key)}"] [data-line="${CSS.escape(taken.row[plan.ID])}"]`);
      const field = /** @type {HTMLElement | null} */ (line && line.querySelector('select, textarea, input'));
      if (field) field.focus();
    }

    /** @param {any} place - takes over a course or a practice, with its kind where none is chosen yet */
    fill({ action: code, form: key, row: id, field }) {
      const form = this.form(key);
      const action = this.host.data.actions.find((/** @type {any} */ one) => one.code === code);
      const kind = plan.filled(form, 'action-type');
      const words = [action.choice, action.typeName].find((one) => one && (!kind || kind.more || (kind.choices || []).includes(one)));
      this.now((draft) => {
        const row = plan.rowIn(draft, form, id);
        const before = plan.text(row[field]).trim();
        row[field] = before.includes(action.text) ? before : [before, action.text].filter(Boolean).join('\n');
        if (kind && words && !plan.text(row[kind.id])) row[kind.id] = words;
      });
      const hints = /** @type {any} */ (this.querySelector(`[data-hints="${CSS.escape(`${key} ${id}`)}"]`));
      if (hints) {
        hints.open = false;
        hints.firstElementChild.focus();
      }
      this.host.say(this.desk.word('taken'));
    }
  }

  /**
   * @param {HTMLElement} node
   * @returns {string} what stands in its fields, which markup does not tell
   */
  function values(node) {
    return Array.from(node.querySelectorAll('textarea, select, input'), (/** @type {any} */ one) => `${one.value}\u0000${one.checked}`).join('\u0001');
  }

  customElements.define('lb-plan', LbPlan);
})();

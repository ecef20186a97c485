// @ts-check
/* <lb-kpi>: shows what a key measure comes to; <lb-kpi-keep>: keeps what was filled in, in this browser only. */
(function () {
  'use strict';

  if (customElements.get('lb-kpi')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping } = levelbook;
  const { compute } = levelbook.kpi;

  /**
   * @typedef {{of: string, step: string, points: string}} Taken
   * @typedef {{formula: string, offset: string, percent: boolean, target: string, deduct: Taken | null}} Measure
   * @typedef {{key: string, facts: Record<string, any>}} Why
   * @typedef {{result: string | null, gap: string | null, steps: string | null, deduction: string | null,
   *   left: string | null, why: Why | null}} Outcome
   */

  const FORMAT = 1;

  class LbKpiKeep extends HTMLElement {
    connectedCallback() {
      this.key = `levelbook.kpi.${this.dataset.code}`;
      const script = /** @type {HTMLElement} */ (this.querySelector('script'));
      this.words = JSON.parse(script.textContent || '{}');
      this.button = /** @type {HTMLButtonElement} */ (this.querySelector('button'));
      this.status = /** @type {HTMLElement} */ (this.querySelector('[role="status"]'));
      this.button.addEventListener('click', () => this.erase());
      window.addEventListener('storage', (event) => {
        if (event.key === this.key || event.key === null) this.show();
      });
      customElements.whenDefined('lb-kpi').then(() => this.show());
    }

    /** @returns {any[]} the measures of this page, those of the same name numbered */
    measures() {
      const found = /** @type {any[]} */ ([...document.querySelectorAll('lb-kpi')]);
      const seen = /** @type {Map<string, number>} */ (new Map());
      return found.map((one) => {
        const n = (seen.get(one.dataset.name) || 0) + 1;
        seen.set(one.dataset.name, n);
        return Object.assign(one, { name: n > 1 ? `${one.dataset.name}#${n}` : one.dataset.name });
      });
    }

    /** @returns {Record<string, any>} what is kept; what cannot be read is put aside */
    read() {
      let text = null;
      try {
        text = window.localStorage.getItem(this.key || '');
        const found = text ? JSON.parse(text) : { format: FORMAT, figures: {} };
        if (isMapping(found) && isMapping(found.figures)) return found;
      } catch (error) {
        if (text === null) return { format: FORMAT, figures: {} };
      }
      this.put(`${this.key}.damaged`, /** @type {string} */ (text));
      this.say('damaged');
      return { format: FORMAT, figures: {} };
    }

    /**
     * @param {string} key
     * @param {string} text
     */
    put(key, text) {
      try {
        window.localStorage.setItem(key, text);
      } catch (error) {
        this.say('off');
      }
    }

    /** Shows what is kept in every measure. */
    show() {
      const { figures } = this.read();
      for (const one of this.measures()) one.fill(isMapping(figures[one.name]) ? figures[one.name] : {}, this.words);
      this.offer(figures);
    }

    /** @param {Record<string, any>} figures */
    offer(figures) {
      /** @type {HTMLButtonElement} */ (this.button).hidden = Object.keys(figures).length === 0;
    }

    /**
     * @param {string} name
     * @param {Record<string, string>} filled
     */
    save(name, filled) {
      const kept = this.read();
      const old = isMapping(kept.figures[name]) ? kept.figures[name] : {};
      const now = Object.fromEntries(Object.entries({ ...old, ...filled }).filter(([, text]) => text !== ''));
      if (Object.keys(now).length) kept.figures[name] = now;
      else delete kept.figures[name];
      this.put(this.key || '', JSON.stringify(kept));
      this.offer(kept.figures);
    }

    erase() {
      if (!window.confirm(this.words.ask)) return;
      try {
        for (const key of [this.key, `${this.key}.damaged`]) window.localStorage.removeItem(key || '');
      } catch (error) {
        // nothing is kept where storage is switched off
      }
      this.show();
      this.say('erased');
      const first = /** @type {HTMLElement | null} */ (document.querySelector('lb-kpi input'));
      if (first) first.focus();
    }

    /** @param {string} key */
    say(key) {
      /** @type {HTMLElement} */ (this.status).textContent = this.words[key];
    }
  }

  /* One measure */

  class LbKpi extends HTMLElement {
    connectedCallback() {
      this.addEventListener('input', () => this.change());
    }

    /** @returns {HTMLInputElement[]} */
    fields() {
      return [...this.querySelectorAll('input')];
    }

    /** @returns {Measure} */
    measure() {
      const { offset = '0', percent, target = 'none', of, step = '', points = '' } = this.dataset;
      return { formula: 'given', offset, percent: percent === 'yes', target, deduct: of ? { of, step, points } : null };
    }

    /**
     * @param {Record<string, unknown>} kept
     * @param {Record<string, string>} words
     */
    fill(kept, words) {
      this.words = words;
      for (const field of this.fields()) {
        const text = typeof kept[field.name] === 'string' ? /** @type {string} */ (kept[field.name]) : '';
        if (field !== document.activeElement && field.value !== text) field.value = text.slice(0, 40);
      }
      this.show();
    }

    /** @returns {Record<string, string>} */
    filled() {
      return Object.fromEntries(this.fields().map((field) => [field.name, field.value]));
    }

    change() {
      const keep = /** @type {any} */ (document.querySelector('lb-kpi-keep'));
      if (!keep || !this.words) return;
      this.show();
      keep.save(/** @type {any} */ (this).name, this.filled());
    }

    show() {
      const filled = this.filled();
      const empty = Object.values(filled).every((text) => !text.trim());
      const told = compute(this.measure(), filled);
      const wrong = told.why && told.why.facts.field;
      for (const field of this.fields()) {
        if (field.name === wrong && field.value.trim()) field.setAttribute('aria-invalid', 'true');
        else field.removeAttribute('aria-invalid');
      }
      const output = /** @type {HTMLElement} */ (this.querySelector('output'));
      output.replaceChildren(...(empty ? [] : this.lines(told)));
    }

    /**
     * @param {Outcome} told
     * @returns {HTMLElement[]}
     */
    lines(told) {
      const words = this.words || {};
      const { percent, deduct } = this.measure();
      const unit = this.dataset.unit || '';
      const say = (/** @type {string} */ key, /** @type {Record<string, string>} */ facts) => levelbook.fill(words[key], facts);
      const side = deduct ? deduct.of : 'shortfall';
      const met = side === 'excess' ? words.within : words.reached;
      const parts = [];
      if (told.result) parts.push(this.partOf(words.result, say(percent ? 'percent' : 'unit', { n: told.result, unit })));
      if (told.gap) {
        const far = say(percent ? 'point' : 'unit', { n: told.gap, unit });
        parts.push(told.gap === '0' ? this.partOf(words.target, met) : this.partOf(words[side], far));
      }
      if (told.deduction) {
        parts.push(this.partOf(words.deduction, say('steps', { n: told.deduction, steps: told.steps || '' })));
      }
      if (told.left) parts.push(this.partOf(words.left, say('points', { n: told.left })));
      return told.why ? [...parts, this.reason(told.why)] : parts;
    }

    /**
     * @param {string} name
     * @param {string} value
     * @returns {HTMLElement}
     */
    partOf(name, value) {
      const [box, label, figures] = ['span', 'small', 'b'].map((tag) => document.createElement(tag));
      box.className = 'lb-kpi__out';
      label.textContent = name;
      figures.textContent = value;
      box.append(label, ' ', figures, ' ');
      return box;
    }

    /**
     * @param {Why} why
     * @returns {HTMLElement}
     */
    reason({ key, facts }) {
      const words = this.words || {};
      const named = (/** @type {string} */ field) => this.label(field) || words[`field_${field}`];
      const fields = (facts.fields || []).map(named).join(words.comma);
      const line = document.createElement('span');
      line.className = 'lb-kpi__why';
      line.textContent = levelbook.fill(words[key] || '', { fields, field: facts.field ? named(facts.field) : '' });
      return line;
    }

    /**
     * @param {string} field
     * @returns {string} what the measure itself calls it
     */
    label(field) {
      const input = this.fields().find((one) => one.name === field);
      const parts = field === 'numerator' || field === 'denominator';
      return (parts && input && input.getAttribute('aria-label')) || '';
    }
  }

  customElements.define('lb-kpi', LbKpi);
  customElements.define('lb-kpi-keep', LbKpiKeep);
})();

// @ts-check
/* <lb-result>: what an assessment came to, for talking about it. Every figure comes from levelbook.score; nothing is worked out here. */
(function () {
  'use strict';

  if (customElements.get('lb-result')) return;
  const levelbook = /** @type {any} */ (window).levelbook;
  const { make } = levelbook.draw;
  const { isAgain } = levelbook.score;

  /**
   * @param {Element} at
   * @returns {string} a selector that finds it again when the result has been made anew
   */
  function selector(at) {
    const key = ['name', 'data-act', 'href'].find((one) => at.getAttribute(one));
    if (key) return `[${key}="${CSS.escape(at.getAttribute(key) || '')}"]`;
    const folded = at.matches('summary') && /** @type {HTMLElement} */ (at.parentElement).dataset.keep;
    return folded ? `[data-keep="${CSS.escape(folded)}"] > summary` : '';
  }

  class LbResult extends HTMLElement {
    connectedCallback() {
      const host = /** @type {any} */ (this.closest('lb-assess'));
      if (this.host || !host) return;
      this.host = host;
      customElements.whenDefined('lb-assess').then(() => this.begin());
    }

    begin() {
      const { host } = this;
      if (!host.data || !host.doc) return;
      this.status = make('p', { class: 'lb-result__said lb-noprint', role: 'status' });
      this.lay = new levelbook.Lay(host, (/** @type {string} */ text) => this.tell(text));
      this.body = make('div', { class: 'lb-result' });
      this.replaceChildren(this.status, this.lay.field, this.lay.box, this.body);
      host.addEventListener('lb-change', () => this.show());
      host.addEventListener('lb-view', () => this.show());
      window.addEventListener('beforeprint', () => this.unfold());
      window.addEventListener('afterprint', () => this.fold());
      this.addEventListener('input', (event) => this.onInput(event));
      this.addEventListener('change', (event) => this.onChange(event));
      this.addEventListener('click', (event) => this.onClick(event));
      this.addEventListener('focusout', () => setTimeout(() => this.late && this.show())); // the focus has gone on by then
      this.show();
    }

    /** @returns {boolean} whether somebody sees it */
    get seen() {
      const section = this.closest('section[data-view]');
      return !section || !(/** @type {HTMLElement} */ (section).hidden);
    }

    /** @param {string} text - for everybody: read out, and brought to where it is seen */
    tell(text) {
      if (!this.status) return;
      this.status.textContent = text;
      if (text) this.status.scrollIntoView({ block: 'nearest' });
    }

    /** Shows the result as it is now; not under the hands of somebody who is writing in it. */
    show() {
      this.late = this.seen && this.writing();
      if (this.seen && !this.late) this.paint();
    }

    paint() {
      const { body } = this;
      if (!body) return;
      const view = levelbook.view.look(this.host);
      const kept = this.remember();
      body.replaceChildren(...this.parts(view).filter(Boolean));
      this.restore(kept);
    }

    /** @returns {boolean} whether somebody is writing in it: then it must not be made anew */
    writing() {
      const at = document.activeElement;
      return !!at && this.contains(at) && at.matches('input[type="text"]');
    }

    /** On paper stands what is known now, and what must not be missing there is not folded away: reasons, and what was agreed. */
    unfold() {
      this.paint();
      const folded = /** @type {HTMLDetailsElement[]} */ (Array.from(this.querySelectorAll('details.lb-never, .lb-result__differ details')));
      this.unfolded = folded.filter((one) => !one.open && (one.matches('.lb-never') || one.querySelector('option:checked:not([value=""])')));
      for (const one of this.unfolded) one.open = true;
    }

    /** After printing it looks as before. */
    fold() {
      for (const one of this.unfolded || []) one.open = false;
    }

    /** @returns {{open: Set<string>, focus: string, home: string}} what is folded out, what has the focus, and in which part */
    remember() {
      const open = /** @type {HTMLElement[]} */ (Array.from(this.querySelectorAll('details[open][data-keep]')));
      const at = document.activeElement;
      const home = at && this.body && this.body.contains(at) ? at.closest('.lb-result > *') : null;
      return { open: new Set(open.map((one) => one.dataset.keep || '')), focus: home && at ? selector(at) : '', home: home ? home.className : '' };
    }

    /**
     * What was folded out is so again; the focus is where it was or, where that is no more, at the head of the same part.
     * @param {{open: Set<string>, focus: string, home: string}} kept
     */
    restore({ open, focus, home }) {
      for (const one of /** @type {NodeListOf<HTMLDetailsElement>} */ (this.querySelectorAll('details[data-keep]'))) {
        if (open.has(one.dataset.keep || '')) one.open = true;
      }
      const { body } = this;
      if (!body || !home) return;
      const part = body.querySelector(`:scope > [class="${home}"]`) || body;
      const same = /** @type {HTMLElement | null} */ (focus && part.querySelector(`${focus}:not(:disabled)`));
      const head = /** @type {HTMLElement | null} */ (part.querySelector('h2') || part.querySelector('a, button'));
      if (!same && head && head.matches('h2')) head.setAttribute('tabindex', '-1');
      (same || head)?.focus({ preventScroll: true });
    }

    /**
     * @param {any} view
     * @returns {(HTMLElement | null)[]}
     */
    parts(view) {
      if (!levelbook.view.begun(view.result) && !view.second) return [this.head(view), this.again(view), this.empty(view)];
      const { overview, gaps, picks, manager } = levelbook;
      return [
        this.head(view),
        overview.older(view),
        this.again(view),
        overview.sums(view),
        this.left(view),
        overview.weighted(view),
        make('div', { class: 'lb-result__grid' }, [overview.picture(view), gaps.table(view)]),
        overview.conditions(view),
        manager.differences(view),
        picks.picks(view),
        this.buttons(view),
        this.meaning(view),
        this.signatures(view),
      ];
    }

    /**
     * @param {any} view
     * @returns {HTMLElement}
     */
    head({ say, data, doc, host }) {
      const keeps = host.keeper.kept && !host.keeper.failed;
      const day = levelbook.assessment.dayOf(doc.finished || doc.changed);
      const facts = [doc.name, say('against', { step: data.step }), doc.finished ? say('finished_on', { day }) : day].filter(Boolean);
      return make('header', { class: 'lb-head lb-result__head' }, [
        make('div', { class: 'lb-head__row' }, [
          make('h2', { class: 'lb-result__title' }, [say('title')]),
          make('span', { class: 'lb-head__note' }, [facts.join(say('gap_wide')), keeps && make('span', { class: 'lb-noprint' }, [say('gap_wide') + say('local')])]),
        ]),
        make('p', { class: 'lb-print lb-result__who' }, [
          make('span', {}, [say('paper_name')]),
          make('span', {}, [say('paper_manager'), make('b', {}, [(doc.manager && doc.manager.name) || ''])]),
          make('span', {}, [say('paper_release', { handbook: data.handbook, release: doc.release || '' })]),
        ]),
      ]);
    }

    /**
     * @param {any} view
     * @returns {HTMLElement} nothing has been rated
     */
    empty({ say, data, look }) {
      if (look.length) return make('p', { class: 'lb-result__empty' }, [say('empty_again')]);
      const can = data.items.some((/** @type {any} */ one) => one.kind !== 'none');
      return make('div', { class: 'lb-result__empty' }, [
        make('p', {}, [say(can ? 'empty' : 'empty_never')]),
        make('p', { class: 'lb-result__next' }, [
          can && make('a', { class: 'lb-btn lb-btn--main', href: '#check' }, [say('to_list')]),
          this.button('lay', say(this.host.seat === 'manager' ? 'lay_open_manager' : 'lay_open')),
        ]),
      ]);
    }

    /**
     * @param {any} view
     * @returns {HTMLElement | null} what is still open; only whose it is can go on with it
     */
    left({ say, result, mine }) {
      const left = result.left - result.again;
      if (!left) return null;
      const open = result.items.find((/** @type {any} */ one) => one.state === 'open' && !isAgain(one));
      return make('p', { class: 'lb-result__left lb-noprint' }, [
        say('left', { n: left }), mine && ' ', mine && make('a', { class: 'lb-a', href: `#q-${open.code}` }, [say('left_go')]),
      ]);
    }

    /**
     * Beside the figures: what a new release has changed since it was rated, and whether it counts.
     * @param {any} view
     * @returns {HTMLElement | null}
     */
    again({ say, result, mine, look }) {
      if (!look.length) return null;
      const first = result.items.find((/** @type {any} */ one) => look.includes(one.code));
      const said = [say('again', { n: look.length }), result.again > 0 && say('again_out', { n: result.again })].filter(Boolean);
      return make('p', { class: 'lb-result__again' }, [
        ...said, mine && first && make('a', { class: 'lb-a lb-noprint', href: `#q-${first.code}` }, [say('again_go')]),
      ]);
    }

    /**
     * @param {string} act
     * @param {string} text
     * @param {string} icon
     * @returns {HTMLElement}
     */
    button(act, text, icon = '') {
      const sign = icon && make('i', { class: `lb-i lb-i--${icon}`, 'aria-hidden': 'true' });
      return make('button', { type: 'button', class: 'lb-btn', 'data-act': act }, [sign, text]);
    }

    /**
     * @param {any} view
     * @returns {HTMLElement}
     */
    buttons({ say, doc, second, data }) {
      const manager = this.host.seat === 'manager';
      return make('section', { class: 'lb-result__acts lb-noprint' }, [
        make('p', { class: 'lb-result__next' }, [
          data.plan && make('a', { class: 'lb-btn lb-btn--main', href: '#plan' }, [say('to_plan')]),
          this.button('lay', say(manager ? 'lay_open_manager' : doc.finished ? 'lay_plan' : second ? 'lay_again' : 'lay_open')),
          this.button('print', say('print'), 'print'),
          this.button('save', say(manager ? 'save_both' : 'save'), 'down'),
          this.button('csv', say('csv')),
          this.button('xlsx', say('xlsx')),
        ]),
        !second && make('p', { class: 'lb-result__how' }, [say('manager_how')]),
        // a copy that the manager finishes would be finished for nobody else
        (doc.finished || !manager) && make('p', { class: 'lb-result__finish' }, [
          doc.finished ? say('finished_say', { day: levelbook.assessment.dayOf(doc.finished) }) : say('finish_say'), ' ',
          !manager && (doc.finished ? this.button('again', say('another')) : this.button('finish', say('finish'))),
        ]),
      ]);
    }

    /**
     * @param {any} view
     * @returns {HTMLElement} what the scores do not say
     */
    meaning(view) {
      const { say, data, result, scale, rows } = view;
      const out = rows.some((/** @type {any} */ one) => one.state !== 'scored');
      const exams = rows.some((/** @type {any} */ one) => one.kind === 'exam' && one.state === 'scored');
      const facts = { step: data.step, standard: view.standard || '' };
      const points = [
        say(view.levels ? 'not_levels' : view.standard === null ? 'not_compare_any' : 'not_compare', facts),
        scale && !view.levels ? say('not_rank', { scale: scale.name }) : say('not_rank_any'),
        result.mean !== null && say('not_mean'),
        out && say('not_zero'),
        result.points && say('not_weighted'),
        exams && say('not_exam'),
        ...levelbook.view.scalesOf(data, view.doc.mode).map((/** @type {any} */ one) => one.origin),
      ];
      return levelbook.overview.section(say('not'), 'not', [
        make('ul', { class: 'lb-notmean' }, points.filter(Boolean).map((text) => make('li', {}, [text]))),
        this.dataset.how && make('p', { class: 'lb-noprint' }, [make('a', { class: 'lb-a', href: this.dataset.how }, [say('how')])]),
      ]);
    }

    /**
     * @param {any} view
     * @returns {HTMLElement} lines to sign on paper
     */
    signatures({ say }) {
      const lines = ['sign_employee', 'sign_day', 'sign_manager', 'sign_day'];
      return make('div', { class: 'lb-sign lb-print' }, [make('div', { class: 'lb-sign__lines' }, lines.map((key) => make('span', {}, [say(key)])))]);
    }

    /** @param {Event} event */
    onInput(event) {
      const field = /** @type {HTMLInputElement} */ (event.target);
      const name = field.value.trim();
      if (field.dataset.manager !== undefined) this.host.later('manager-name', (/** @type {any} */ draft) => { draft.manager.name = name; });
    }

    /** @param {Event} event */
    onChange(event) {
      const field = /** @type {HTMLInputElement} */ (event.target);
      const { choose, agree, manager } = field.dataset;
      if (manager !== undefined) this.host.flush();
      if (choose) this.pick([choose], field.checked);
      if (agree) this.host.update((/** @type {any} */ draft) => {
        draft.agreed = draft.agreed || {};
        if (field.value) draft.agreed[agree] = field.value;
        else delete draft.agreed[agree];
      });
    }

    /**
     * @param {string[]} codes
     * @param {boolean} chosen
     */
    pick(codes, chosen) {
      const { data } = this.host;
      this.host.update((/** @type {any} */ draft) => {
        for (const code of codes) levelbook.answers.open(draft, this.host.seat || 'employee', data, code).pick = chosen;
      });
      const view = levelbook.view.look(this.host);
      this.host.say(view.say('top_chosen', { n: view.picked.length, most: data.pick }));
    }

    /** @param {Event} event */
    onClick(event) {
      const button = event.target instanceof Element && /** @type {HTMLElement | null} */ (event.target.closest('button[data-act]'));
      if (!button) return;
      const view = levelbook.view.look(this.host);
      const acts = /** @type {Record<string, () => void>} */ ({
        lay: () => this.lay.choose(),
        print: () => window.print(),
        save: () => this.host.saveFile(),
        take: () => this.pick(levelbook.score.most(view.result, this.host.data.pick), true),
        csv: () => this.sheets('csv'),
        xlsx: () => this.sheets('xlsx'),
        finish: () => this.finish(view),
        again: () => this.another(view),
      });
      acts[button.dataset.act || '']();
    }

    /** @param {'csv' | 'xlsx'} kind */
    sheets(kind) {
      this.host.flush();
      levelbook.sheet.hand(this.host.data, this.host.doc, kind);
    }

    /**
     * Closes the assessment, after asking: from then on only the plan goes on.
     * @param {any} view
     */
    async finish({ result, say }) {
      const answer = await levelbook.ask(this.host, {
        title: say('finish_ask'),
        text: [result.left ? say('finish_left', { n: result.left }) : '', say('finish_what')].filter(Boolean),
        choices: [{ key: 'no', label: say('finish_no'), out: true }, { key: 'yes', label: say('finish'), main: true }],
      });
      if (answer !== 'yes') return;
      this.host.update((/** @type {any} */ draft) => { draft.finished = levelbook.assessment.now(); });
      this.tell(say('finished_now'));
    }

    /**
     * A new one for the next half-year, begun from this one, which stays as it is.
     * @param {any} view
     */
    another({ say, doc, data }) {
      const taken = levelbook.store.take(levelbook.store.copy(doc, true));
      if (!taken.ok) return this.tell(levelbook.store.say(data.words, taken.problem));
      this.host.keeper.use(taken.doc.id);
      this.tell(say('another_now'));
    }
  }

  customElements.define('lb-result', LbResult);
})();

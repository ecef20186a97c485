// @ts-check
/* One item of the checklist's form and its answers in the document, bound both ways. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, figure } = levelbook.draw;
  const { answersOf, open, stamp, said, byParts } = levelbook.answers;

  /**
   * @param {string} name - of a field
   * @param {string} code - of its item or part
   * @returns {[kind: string, rest: string]} `m`, `0` of `m-TAM-GKN-0`
   */
  function split(name, code) {
    const at = name.indexOf('-');
    const rest = name.slice(at + 1);
    return [name.slice(0, at), rest === code ? '' : rest.slice(code.length + 1)];
  }

  const LINE = 17; // Han characters in a ruled line of the form on paper

  /**
   * @param {string} text
   * @returns {number} how wide it is, in Han characters
   */
  const widthOf = (text) => Array.from(text).reduce((sum, one) => sum + (one < '\u0250' ? 0.55 : 1), 0);

  /** One item of the form. */
  class Box {
    /**
     * @param {any} host
     * @param {HTMLElement} element
     * @param {any} item
     */
    constructor(host, element, item) {
      this.host = host;
      this.element = element;
      this.item = item;
      /** @type {HTMLInputElement[]} */
      this.fields = Array.from(element.querySelectorAll('input, textarea'));
      this.addEvidence();
      this.addMean();
      this.addNext();
    }

    /**
     * @param {string} kind
     * @returns {any}
     */
    field(kind) {
      return this.fields.find((one) => one.name === `${kind}-${this.item.code}`);
    }

    /** A case is written behind a button, until there is one; on paper its lines are always there. */
    addEvidence() {
      const area = this.field('v');
      const label = area && /** @type {HTMLElement | null} */ (area.closest('.lb-ev'));
      if (!label) return;
      this.evidence = label;
      this.written = make('span', { class: 'lb-ev__text', 'aria-hidden': 'true' });
      label.append(this.written);
      this.opener = this.element.querySelector('button[data-evidence]');
      if (!this.opener) {
        this.opener = make('button', { type: 'button', class: 'lb-link lb-noprint', 'data-evidence': '' }, [this.host.word('evidence')]);
        this.acts().prepend(this.opener);
      }
      this.opener.setAttribute('aria-label', this.host.word('evidence_of', { name: this.item.name }));
      this.opener.addEventListener('click', () => this.openEvidence(true));
    }

    /** @param {boolean} write - and start writing */
    openEvidence(write) {
      if (!this.evidence || !this.opener) return;
      this.opened = true;
      this.fold();
      if (write) this.field('v').focus();
    }

    /** On paper a text takes the room it needs; the two ruled lines are for the pen and for short ones. */
    write() {
      if (!this.written || !this.evidence) return;
      const text = this.field('v').value;
      this.written.textContent = text;
      const lines = text.split('\n').map((/** @type {string} */ line) => Math.max(1, Math.ceil(widthOf(line) / LINE)));
      this.evidence.classList.toggle('is-long', lines.reduce((/** @type {number} */ sum, /** @type {number} */ one) => sum + one, 0) > 2);
    }

    fold() {
      if (!this.evidence || !this.opener) return;
      const used = this.opened || said(this.field('v').value) || said((this.field('d') || {}).value);
      this.element.classList.toggle('is-folded', !used);
      this.opener.hidden = !!used || this.closed === true;
    }

    /** @returns {HTMLElement} the row of small actions */
    acts() {
      const found = /** @type {HTMLElement | null} */ (this.element.querySelector('.lb-item__acts'));
      if (found) return found;
      const row = make('p', { class: 'lb-item__acts lb-noprint' });
      (this.element.querySelector('.lb-item__more, .lb-item__do') || this.element).append(row);
      return row;
    }

    /** Where parts are rated, what they come to is said. */
    addMean() {
      if (this.item.kind !== 'rating' || !(this.item.parts || []).length) return;
      this.mean = make('p', { class: 'lb-item__mean', 'aria-live': 'polite' });
      const place = this.element.querySelector('.lb-item__do');
      if (place) place.prepend(this.mean);
    }

    /** From the item one is at, a link to the next that is not rated. */
    addNext() {
      const next = make('button', { type: 'button', class: 'lb-link lb-item__next', 'data-next': '' }, [this.host.word('next')]);
      const clear = make('button', { type: 'button', class: 'lb-link lb-item__clear', 'data-clear': '' }, [this.host.word('clear')]);
      clear.setAttribute('aria-label', this.host.word('clear_of', { name: this.item.name }));
      this.clear = clear;
      this.acts().append(clear, next);
    }

    /**
     * @param {any} doc
     * @param {any} found - the item in the result
     */
    show(doc, found) {
      const answers = answersOf(doc, this.host.who);
      const answer = answers[this.item.code] || {};
      const whose = `${doc.id} ${this.host.who}`;
      if (this.whose !== whose) this.opened = this.reasoning = false;
      if (this.whose !== whose) this.unfold(answer);
      this.whose = whose;
      for (const field of this.fields) this.fill(field, answers, answer);
      const off = typeof answer.na === 'string' || answer.unseen === true;
      const closed = !!doc.finished;
      this.closed = closed;
      this.element.classList.toggle('is-off', off);
      for (const field of this.fields) field.disabled = closed || (off && /^[rpm]-/.test(field.name));
      this.showReason(answer);
      if (this.clear) this.clear.hidden = off || closed || !said(answer.points) || byParts(this.item, doc.mode);
      this.write();
      this.fold();
      this.showMean(doc, answers, found);
      this.showExam(answer);
    }

    /**
     * Marks of subjects that were entered are not hidden.
     * @param {any} answer
     */
    unfold(answer) {
      const more = /** @type {HTMLDetailsElement | null} */ (this.element.querySelector('details:has(input)'));
      if (more && Object.values(answer.marks || {}).some(said)) more.open = true;
    }

    /**
     * @param {HTMLInputElement} field
     * @param {Record<string, any>} answers
     * @param {any} answer - of the item
     */
    fill(field, answers, answer) {
      const part = /** @type {HTMLElement | null} */ (field.closest('[data-part]'));
      const own = part ? answers[part.dataset.part || ''] || {} : answer;
      const [kind, rest] = split(field.name, part ? part.dataset.part || '' : this.item.code);
      if (kind === 'r' || kind === 'p') field.checked = own.points === field.value;
      else if (kind === 'pick' || kind === 'unseen') field.checked = own[kind] === true;
      else if (kind === 'na') field.checked = typeof own.na === 'string' || this.reasoning === true;
      else if (field !== document.activeElement) field.value = this.textOf(kind, rest, own);
    }

    /**
     * @param {string} kind
     * @param {string} rest
     * @param {any} answer
     * @returns {string}
     */
    textOf(kind, rest, answer) {
      if (kind === 'm' && rest === '') return answer.mark || '';
      if (kind === 'm') return (answer.marks || {})[this.subject(rest)] || '';
      return (kind === 'v' ? answer.evidence : kind === 'd' ? answer.date : kind === 'y' ? answer.na : '') || '';
    }

    /**
     * @param {string} nth
     * @returns {string} the name of the exam's subject
     */
    subject(nth) {
      return (this.item.subjects[Number(nth)] || { name: nth }).name;
    }

    /** @param {any} answer */
    showReason(answer) {
      const reason = this.field('y');
      if (!reason) return;
      const row = reason.closest('.lb-item__na') || reason.parentElement;
      const missing = this.reasoning === true && !said(answer.na);
      row.hidden = typeof answer.na !== 'string' && !missing;
      reason.setAttribute('aria-invalid', String(missing));
      if (!this.hint) {
        this.hint = make('small', { class: 'lb-item__hint', id: `hint-${this.item.code}`, role: 'status' });
        row.after(this.hint);
        reason.setAttribute('aria-describedby', this.hint.id);
      }
      this.hint.textContent = missing ? this.host.word('reason_missing') : '';
    }

    /**
     * @param {any} doc
     * @param {Record<string, any>} answers
     * @param {any} found
     */
    showMean(doc, answers, found) {
      if (!this.mean) return;
      const { of } = levelbook.answers.state(this.item, answers, doc.mode);
      this.mean.hidden = !of;
      if (!of) return;
      const done = found && found.state === 'scored' && of[0] > 0;
      const key = done ? 'mean' : of[0] ? 'mean_open' : 'mean_none';
      this.mean.textContent = this.host.word(key, { points: done ? figure(found.points) : '', n: of[0], of: of[1] });
    }

    /** @param {any} answer */
    showExam(answer) {
      if (this.item.kind !== 'exam') return;
      const box = this.element.querySelector('.lb-exambox') || this.element.querySelector('.lb-item__do');
      if (!box) return;
      this.out = this.out || box.querySelector('.lb-exambox__out') || box.appendChild(make('output', { class: 'lb-exambox__out' }));
      this.out.textContent = this.host.examText(this.item, answer);
      const limit = this.host.data.scales[this.item.scale].exam;
      for (const field of this.fields.filter((one) => one.name.startsWith('m-'))) {
        const over = limit !== null && Number(field.value) > Number(limit.outOf);
        field.setAttribute('aria-invalid', String(over || Number(field.value) < 0 || field.validity.badInput));
      }
    }

    /**
     * Writes what stands in a field into the answers.
     * @param {HTMLInputElement} field
     */
    take(field) {
      const part = /** @type {HTMLElement | null} */ (field.closest('[data-part]'));
      const code = part ? part.dataset.part || '' : this.item.code;
      const [kind, rest] = split(field.name, code);
      const { value, checked } = field;
      if (kind === 'na') return this.excuse(checked);
      if (kind === 'y') this.reasoning = true;
      const change = this.change(kind, rest, code, value, checked);
      if (!change) return;
      const text = ['v', 'y', 'm'].includes(kind);
      if (text) this.host.later(field.name, change);
      else this.host.update(change);
      if (kind === 'v') this.write();
    }

    /**
     * Not applicable counts once there is a reason; until then it is only asked for.
     * @param {boolean} on
     */
    excuse(on) {
      const { host, item } = this;
      this.reasoning = on;
      const { who, data, doc } = host;
      if (answersOf(doc, who)[item.code]) {
        host.update((/** @type {any} */ draft) => {
          const answer = open(draft, who, data, item.code);
          if (on) answer.unseen = false;
          else answer.na = null;
        });
      } else this.show(doc, null);
      if (on) this.field('y').focus();
    }

    /**
     * @param {string} kind
     * @param {string} rest
     * @param {string} code
     * @param {string} value
     * @param {boolean} checked
     * @returns {((draft: any) => void) | null}
     */
    change(kind, rest, code, value, checked) {
      const { who, data } = this.host;
      const on = (/** @type {(answer: any) => void} */ act) => (/** @type {any} */ draft) => act(open(draft, who, data, code));
      if (kind === 'r' || kind === 'p') return on((answer) => { answer.points = value; stamp(answer, data, code); });
      if (kind === 'm' && rest === '') return on((answer) => { answer.mark = value === '' ? null : value; stamp(answer, data, code); });
      if (kind === 'm') return on((answer) => { answer.marks = { ...answer.marks, [this.subject(rest)]: value }; stamp(answer, data, code); });
      if (kind === 'v') return on((answer) => { answer.evidence = value; });
      if (kind === 'd') return on((answer) => { answer.date = value; });
      if (kind === 'y') return on((answer) => { answer.na = said(value) ? value : null; });
      if (kind === 'unseen') return on((answer) => { answer.unseen = checked; if (checked) answer.na = null; });
      return null;
    }
  }

  levelbook.AssessItem = Box;
})();

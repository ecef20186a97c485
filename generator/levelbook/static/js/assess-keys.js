// @ts-check
/* Rating by keyboard: figures choose on a ruler, by the points that stand on it, or by place where words alone do; Enter and n lead to the next item that is not rated, Delete takes a rating back.
   All of it only while a ruler has the focus, so that nothing is in the way of other keys. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;

  const LAST = 9; // choices that a single figure can name

  class Keys {
    /** @param {any} host */
    constructor(host) {
      this.host = host;
      host.addEventListener('keydown', (/** @type {KeyboardEvent} */ event) => this.onKey(event));
      for (const box of host.querySelectorAll('.lb-rate--words')) this.number(box);
    }

    /**
     * Where words alone stand on the choices, each also bears the figure that chooses it: its place.
     * @param {Element} box
     */
    number(box) {
      Array.from(box.querySelectorAll('label > span')).slice(0, LAST).forEach((choice, at) => {
        choice.prepend(levelbook.draw.make('kbd', { class: 'lb-rate__key lb-noprint', 'aria-hidden': 'true' }, [String(at + 1)]));
      });
    }

    /** @param {KeyboardEvent} event */
    onKey(event) {
      const field = /** @type {HTMLInputElement} */ (event.target);
      if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
      if (field.tagName !== 'INPUT' || !/^[rp]-/.test(field.name)) return this.onMark(event, field);
      const act = this.actOf(event.key, field);
      if (!act) return;
      event.preventDefault();
      act();
    }

    /**
     * Enter in a mark goes on as well; elsewhere nothing is special.
     * @param {KeyboardEvent} event
     * @param {HTMLInputElement} field
     */
    onMark(event, field) {
      if (event.key !== 'Enter' || field.tagName !== 'INPUT' || !/^m-/.test(field.name)) return;
      event.preventDefault();
      this.goOn(field);
    }

    /**
     * @param {string} key
     * @param {HTMLInputElement} field
     * @returns {(() => void) | null}
     */
    actOf(key, field) {
      if (/^[0-9]$/.test(key)) return () => this.choose(key, field);
      if (key === 'Enter' || key === 'n' || key === 'N') return () => this.goOn(field);
      if (key === 'Delete' || key === 'Backspace') return () => this.host.form.clear(field.name.slice(2));
      return null;
    }

    /**
     * @param {string} key
     * @param {HTMLInputElement} field
     */
    choose(key, field) {
      const group = /** @type {Element} */ (field.closest('.lb-rate'));
      const all = /** @type {HTMLInputElement[]} */ (Array.from(group.querySelectorAll('input[type="radio"]')));
      const worded = group.classList.contains('lb-rate--words');
      const found = worded ? all[Number(key) - 1] : all.find((one) => one.value === key);
      if (!found || found.disabled) return;
      found.focus({ preventScroll: true });
      if (found.checked) return;
      found.checked = true;
      found.dispatchEvent(new Event('change', { bubbles: true }));
    }

    /**
     * From a part to the next part of its item, from an item to the next.
     * @param {HTMLInputElement} field
     */
    goOn(field) {
      const box = /** @type {HTMLElement} */ (field.closest('[data-item]'));
      const part = /** @type {HTMLElement | null} */ (field.closest('[data-part]'));
      this.host.flush();
      const answers = levelbook.answers.answersOf(this.host.doc, this.host.who);
      const parts = part ? /** @type {HTMLElement[]} */ (Array.from(box.querySelectorAll('[data-part]'))) : [];
      const later = part ? parts.slice(parts.indexOf(part) + 1) : [];
      const open = later.find((one) => !levelbook.answers.said((answers[one.dataset.part || ''] || {}).points));
      if (open) this.host.focusItem(open.dataset.part);
      else this.host.next(box.dataset.item);
    }
  }

  levelbook.AssessKeys = Keys;
})();

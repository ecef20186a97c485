// @ts-check
/* Opening files of assessments: a hidden field to choose them with, a place to drop them on, and reading one. Where something is
   wrong with it, what can be read is offered; nothing is taken in here. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { make, speaker } = levelbook.draw;

  /**
   * @param {(files: File[]) => void} take
   * @param {Record<string, boolean>} more - attributes
   * @returns {HTMLInputElement} its click() lets the person choose
   */
  function fileField(take, more = {}) {
    const field = /** @type {HTMLInputElement} */ (make('input', { type: 'file', accept: '.json,application/json', hidden: true, ...more }));
    field.addEventListener('change', () => {
      const files = Array.from(field.files || []);
      field.value = ''; // or the same file could not be chosen again
      if (files.length) take(files);
    });
    return field;
  }

  /**
   * Lets files be dropped on an element; one that falls beside it does not take the place of the page.
   * @param {HTMLElement} element
   * @param {(files: File[]) => void} take
   */
  function fileDrop(element, take) {
    const over = (/** @type {DragEvent} */ event) => {
      const { dataTransfer, target } = event;
      if (!dataTransfer || !dataTransfer.types.includes('Files')) return false;
      event.preventDefault();
      return target instanceof Node && element.contains(target);
    };
    window.addEventListener('dragover', (event) => element.classList.toggle('is-over', over(event)));
    window.addEventListener('dragleave', () => element.classList.remove('is-over'));
    window.addEventListener('drop', (event) => {
      const files = over(event) && event.dataTransfer ? Array.from(event.dataTransfer.files) : [];
      element.classList.remove('is-over');
      if (files.length) take(files);
    });
  }

  /**
   * @param {HTMLElement} home - in which the question stands
   * @param {any} data - of the page
   * @param {File} file
   * @returns {Promise<{doc?: any, stored?: any, said: string}>} stored: what is here under its id already; said: why there is no doc
   */
  async function openFile(home, data, file) {
    const word = speaker(data, 'store');
    const { doc, rest, problem, stored } = await levelbook.store.open(file, data.handbook);
    if (doc) return { doc, stored, said: '' };
    const said = levelbook.store.say(data.words, problem);
    if (!rest) return { said: said + word('nothing_changed') };
    const chosen = await levelbook.ask(home, {
      title: word('doubtful'), text: [word('file_says', { file: file.name, problem: said }), word('doubtful_say')],
      choices: [{ key: 'no', label: word('leave'), out: true }, { key: 'yes', label: word('doubtful_open'), main: true }],
    });
    return chosen === 'yes' ? { doc: rest, stored, said: '' } : { said: word('left') };
  }

  Object.assign(levelbook, { fileField, fileDrop, openFile });
})();

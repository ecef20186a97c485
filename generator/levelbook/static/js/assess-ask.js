// @ts-check
/* Asks in a real dialog: what is meant, what follows from it, and a way out, which has the focus first. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;

  /**
   * @typedef {{key: string, label: string, main?: boolean, out?: boolean}} Choice - out: changes nothing
   * @param {HTMLElement} home - in which the dialog stands
   * @param {{title: string, text: string[], choices: Choice[]}} question
   * @returns {Promise<string>} the key of what was chosen; empty where the dialog was closed
   */
  function ask(home, { title, text, choices }) {
    const { make } = levelbook.draw;
    const buttons = choices.map(({ key, label, main, out }) =>
      make('button', { type: 'submit', value: key, class: main ? 'lb-btn lb-btn--main' : 'lb-btn', autofocus: !!out }, [label]));
    const form = make('form', { method: 'dialog' }, [
      make('h2', { id: 'lb-ask-title' }, [title]),
      ...text.map((one) => make('p', {}, [one])),
      make('div', { class: 'lb-ask__btns' }, buttons),
    ]);
    const dialog = /** @type {HTMLDialogElement} */ (make('dialog', { class: 'lb-ask lb-noprint', 'aria-labelledby': 'lb-ask-title' }, [form]));
    const before = /** @type {HTMLElement | null} */ (document.activeElement);
    home.append(dialog);
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => {
        dialog.remove();
        if (before && before.isConnected) before.focus();
        resolve(dialog.returnValue);
      });
    });
  }

  levelbook.ask = ask;
})();

/* Asks in a real dialog: what is meant, what follows from it, and a way out, which has the focus first. */

import { make } from './draw.ts';

/**
 * @param home - in which the dialog stands
 * @returns the key of what was chosen; empty where the dialog was closed
 */
/** out: changes nothing */
export type Choice = {key: string, label: string, main?: boolean, out?: boolean};
export function ask(home: HTMLElement, { title, text, choices }: {title: string, text: string[], choices: Choice[]}): Promise<string> {
  const buttons = choices.map(({ key, label, main, out }) =>
    make('button', { type: 'submit', value: key, class: main ? 'lb-btn lb-btn--main' : 'lb-btn', autofocus: !!out }, [label]));
  const form = make('form', { method: 'dialog' }, [
    make('h2', { id: 'lb-ask-title' }, [title]),
    ...text.map((one) => make('p', {}, [one])),
    make('div', { class: 'lb-ask__btns' }, buttons),
  ]);
  const dialog = (make('dialog', { class: 'lb-ask lb-noprint', 'aria-labelledby': 'lb-ask-title' }, [form]) as HTMLDialogElement);
  const before = (document.activeElement as HTMLElement | null);
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

/* Asks in a real dialog: what is meant, what follows from it, and a way out, which has the focus first. */

import { make } from './draw.ts';

export interface Choice {
  readonly key: string;
  readonly label: string;
  readonly main?: boolean;
  /** changes nothing */
  readonly out?: boolean;
}

export interface Question {
  readonly title: string;
  /** paragraphs */
  readonly text: readonly string[];
  /** what stands between them and the choices */
  readonly more?: Node;
  /** what is asked besides, above the text; the caller reads what was entered */
  readonly fields?: readonly HTMLElement[];
  readonly choices: readonly Choice[];
}

/**
 * @param home - in which the dialog stands
 * @returns the key of what was chosen; empty where the dialog was closed
 */
export function ask(home: HTMLElement, { title, text, fields = [], more, choices }: Question): Promise<string> {
  const buttons = choices.map(({ key, label, main, out }) =>
    make('button', { type: 'submit', value: key, class: main ? 'lb-btn lb-btn--main' : 'lb-btn', autofocus: !!out && !fields.length, formnovalidate: !!out }, [label]));
  const form = make('form', { method: 'dialog' }, [
    make('h2', { id: 'lb-ask-title' }, [title]),
    ...fields,
    ...text.map((paragraph) => make('p', {}, [paragraph])),
    ...(more ? [more] : []),
    make('div', { class: 'lb-ask__btns' }, buttons),
  ]);
  const dialog = make('dialog', { class: 'lb-ask lb-noprint', 'aria-labelledby': 'lb-ask-title' }, [form]);
  const before = document.activeElement;
  home.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
      resolve(dialog.returnValue);
    });
  });
}

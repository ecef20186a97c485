/* Rating by keyboard. A figure chooses what bears it: its points, or a place printed in the corner; N leads to the next item that
   is not rated, E to an example. They hold on the whole page for the item one is at, as the button that bears the N promises,
   but never in a field of text, beside a modifier or over a dialog. Enter and Delete mean something elsewhere: they hold on a ruler alone.
   From a text Ctrl+Enter leads on. */

import { answerTo, answersOf, said } from '../document/answers.ts';
import type { Host } from '../host.ts';
import type { Control } from './fields.ts';
import type { At, Form } from './form.ts';

type Act = (() => void) | null;

/** where a text is written, or letters mean something else */
const TAKES_KEYS = 'input:not([type="radio"], [type="checkbox"], [type="button"], [type="file"]), textarea, select, [contenteditable]';

export function listenToKeys(host: Host, form: Form) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey) return;
    const act = actionOf(event, host, form);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation(); // the theme has an N of its own
    act();
  });
}

function actionOf({ key, target, ctrlKey, metaKey }: KeyboardEvent, host: Host, form: Form): Act {
  if (host.view !== 'check' || document.querySelector('dialog[open]')) return null;
  const at = form.at(target);
  if (ctrlKey || metaKey) return at && key === 'Enter' ? () => keep(at, host) : null;
  if (at?.field.kind === 'rating') return onRuler(key, at, host, form);
  if (at?.field.kind === 'mark' || at?.field.kind === 'subject') return onMark(key, at, host);
  const isFree = host.keysEverywhere && !(target instanceof Element && target.closest(TAKES_KEYS));
  return isFree ? onPage(key, host, form) : null;
}

function onRuler(key: string, at: At, host: Host, form: Form): Act {
  if (/^[0-9]$/.test(key)) return () => choose(key, at.field.control);
  if (key === 'Enter') return () => goOn(at, host);
  if (key === 'Delete' || key === 'Backspace') return () => form.clear(at.field.code);
  if (/^n$/i.test(key)) return () => goOn(at, host);
  return /^e$/i.test(key) ? at.box.example() : null;
}

/** Marks are plain decimals: an E in one would only be a slip. */
function onMark(key: string, at: At, host: Host): Act {
  if (key === 'Enter') return () => goOn(at, host);
  return /^e$/i.test(key) ? at.box.example() : null;
}

/** For the item one is at, wherever the focus is. */
function onPage(key: string, host: Host, form: Form): Act {
  if (host.closed) return null;
  if (/^n$/i.test(key)) return () => host.next(form.now?.item.code ?? '');
  if (/^e$/i.test(key)) return form.now?.example() ?? null;
  const ruler = /^[0-9]$/.test(key) ? form.ruler() : undefined;
  if (!ruler) return null;
  return () => {
    (ruler.closest('[data-part]') ?? ruler.closest('.lb-rate'))?.scrollIntoView({ block: 'nearest' });
    choose(key, ruler);
  };
}

/** the figure that chooses it: the one that is printed in its corner, else its points */
const keyOf = (choice: HTMLInputElement): string => choice.parentElement?.querySelector('.lb-rate__key')?.textContent ?? '';

function choose(key: string, control: Control) {
  const ruler = control.closest('.lb-rate');
  const choices = Array.from(ruler?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []);
  const isPrinted = choices.some((choice) => keyOf(choice) !== '');
  const choice = choices.find((one) => (isPrinted ? keyOf(one) : one.value) === key);
  if (!choice || choice.disabled) return;
  choice.focus({ preventScroll: true });
  if (choice.checked) return;
  choice.checked = true;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
}

/** From a part to the next part of its item, from an item to the next. */
function goOn({ box: { item, fields }, field: { code } }: At, host: Host) {
  host.flush();
  const answers = answersOf(host.doc, host.who);
  const parts = code === item.code ? [] : [...new Set(fields.map((field) => field.code).filter((part) => part !== item.code))];
  const next = parts.slice(parts.indexOf(code) + 1).find((part) => !said(answerTo(answers, part)?.points));
  if (next === undefined) host.next(item.code);
  else host.focusItem(next);
}

/** What was written is kept. An item that is not rated yet comes first, then the next. */
function keep({ box: { item } }: At, host: Host) {
  host.flush();
  const own = host.standings().find((standing) => standing.item.code === item.code);
  const isOpen = own?.state === 'todo' || own?.state === 'part';
  if (isOpen && !host.closed) host.focusItem(item.code);
  else host.next(item.code);
}


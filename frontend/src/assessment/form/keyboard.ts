/* Rating by keyboard: figures choose on a ruler, by the points that stand on it, or by place where words alone do; Enter and n lead to the next item that is not rated, Delete takes a rating back.
   All of it only while a ruler has the focus, so that nothing is in the way of other keys. */

import { answerTo, answersOf, said } from '../document/answers.ts';
import type { Host } from '../host.ts';
import type { Control, Field } from './fields.ts';
import type { Form } from './form.ts';
import type { ItemBox } from './item.tsx';

export function listenToKeys(host: Host, form: Form) {
  host.addEventListener('keydown', (event) => {
    const at = form.at(event.target);
    if (!at || event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const act = actionOf(event.key, at, host, form);
    if (!act) return;
    event.preventDefault();
    act();
  });
}

function actionOf(key: string, { box, field }: { box: ItemBox, field: Field }, host: Host, form: Form): (() => void) | null {
  const goesOn = () => goOn(box, field, host);
  if (field.kind === 'mark' || field.kind === 'subject') return key === 'Enter' ? goesOn : null;
  if (field.kind !== 'rating') return null;
  if (/^[0-9]$/.test(key)) return () => choose(key, field.control);
  if (key === 'Enter' || key === 'n' || key === 'N') return goesOn;
  return key === 'Delete' || key === 'Backspace' ? () => form.clear(field.code) : null;
}

function choose(key: string, control: Control) {
  const ruler = control.closest('.lb-rate');
  const choices = Array.from(ruler?.querySelectorAll<HTMLInputElement>('input[type="radio"]') ?? []);
  const worded = ruler?.classList.contains('lb-rate--words');
  const choice = worded ? choices[Number(key) - 1] : choices.find(({ value }) => value === key);
  if (!choice || choice.disabled) return;
  choice.focus({ preventScroll: true });
  if (choice.checked) return;
  choice.checked = true;
  choice.dispatchEvent(new Event('change', { bubbles: true }));
}

/** From a part to the next part of its item, from an item to the next. */
function goOn({ item, fields }: ItemBox, { code }: Field, host: Host) {
  host.flush();
  const answers = answersOf(host.doc, host.who);
  const parts = code === item.code ? [] : [...new Set(fields.map((field) => field.code).filter((part) => part !== item.code))];
  const next = parts.slice(parts.indexOf(code) + 1).find((part) => !said(answerTo(answers, part)?.points));
  if (next === undefined) host.next(item.code);
  else host.focusItem(next);
}

/* A talk by keyboard: what is printed on a choice chooses it, Enter leads on, S leaves open, ← leads back. On the whole page, but
   never in a text, beside a modifier or over a dialog; whoever turned single keys off has them on the ruler alone. */

import { agree } from '../manager/agreement.ts';
import { after, before } from './context.ts';
import type { Talk } from './context.ts';
import { choicesOn, leaveOpen } from './course.ts';

type Act = (() => void) | null;

const IS_TEXT = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]';
/** what Enter presses by itself */
const IS_PRESSED = 'a, button, summary';

/**
 * @param talk - what both are at; nothing where there is no talk
 */
export function listenToKeys(talk: () => Talk | null) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const now = talk();
    const target = event.target instanceof Element ? event.target : null;
    if (!now || document.querySelector('dialog[open]') || target?.closest(IS_TEXT)) return;
    if (!now.host.keysEverywhere && !target?.closest('.lb-settle')) return;
    const act = actionOf(event.key, now, target);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
}

function actionOf(key: string, talk: Talk, target: Element | null): Act {
  const { topic } = talk;
  const back = before(talk);
  if (key === 'ArrowLeft') return back === null ? null : () => talk.go(back);
  if (!topic) return null;
  if (key === 'Enter') return target?.closest(IS_PRESSED) ? null : () => talk.go(after(talk));
  if (/^s$/i.test(key)) return canLeave(talk) ? () => leave(talk) : null;
  const choice = /^[0-9]$/.test(key) ? choicesOn(talk.view, topic.item).find((one) => one.key === key) : undefined;
  return choice && canSettle(talk) ? () => settle(talk, choice.value) : null;
}

/** What rests on something else today is looked at again first. */
export const canSettle = ({ topic }: Talk): boolean => topic !== null && ![topic.score, topic.manager].some((score) => score?.why?.key === 'again' || score?.why?.key === 'parts_again');

/** What both say alike is agreed on by itself. */
export const canLeave = ({ topic, host }: Talk): boolean => topic !== null && (!topic.isAlike || Object.hasOwn(host.doc.agreed, topic.item.code));

export function settle({ host, topic }: Talk, value: string) {
  if (topic) host.update((draft) => agree(draft, topic.item.code, value));
}

export function leave(talk: Talk) {
  const { host, topic } = talk;
  if (!topic) return;
  host.update((draft) => leaveOpen(draft, topic.item.code));
  talk.go(after(talk));
}

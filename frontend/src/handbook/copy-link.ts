/* Buttons that copy: <button data-copy="text">, <button data-copy-id="CODE"> for a permanent link that is
   worked out from where the site stands, data-copy-ids="CODE CODE" for several; {link} in data-copy is that link, {card} that of its card. What is shown of such a link is
   <span data-link-id="CODE">. */

import { EDITION_ROOT, HANDBOOK_ROOT } from '../lib/site-root.ts';

const SHOWN_MS = 2000;
let timer = 0;

/** the permanent address of what has this code, which the editions in all languages share */
const linkOf = (code: string): string => `${HANDBOOK_ROOT}id/${code}/index.html`;

/** what other sites show of it in a frame, in the language of the page */
const cardOf = (code: string): string => `${EDITION_ROOT}id/${code}/card/index.html`;

/** a text with the addresses of what has this code in it */
const withLinks = (text: string, code: string): string => text.replaceAll('{link}', linkOf(code)).replaceAll('{card}', cardOf(code));

function textOf(button: HTMLElement): string {
  const { copy, copyId, copyIds } = button.dataset;
  if (copyIds) return copyIds.split(' ').map(linkOf).join('\n');
  if (!copyId) return copy || '';
  return copy ? withLinks(copy, copyId) : linkOf(copyId);
}

/**
 * Copies where the page is not served over https and the browser has no clipboard for it.
 * @returns whether it did
 */
function copyByField(text: string): boolean {
  const field = document.createElement('textarea');
  const before = document.activeElement;
  field.value = text;
  field.readOnly = true;
  field.className = 'lb-vh';
  document.body.append(field);
  field.select();
  let done = false;
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- there is no other way over plain http
    done = document.execCommand('copy');
  } catch {
    // not allowed here: the same as an answer of false
  }
  field.remove();
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return done;
}

/** whether it is in the clipboard */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByField(text);
  }
}

/** where to say what came of it */
function toast(): HTMLElement {
  const ready = document.querySelector<HTMLElement>('.lb-toast[data-copied]') || document.querySelector<HTMLElement>('.lb-toast');
  if (ready) return ready;
  const added = document.createElement('p');
  added.className = 'lb-toast';
  added.setAttribute('role', 'status');
  document.body.append(added);
  return added;
}

function putAway() {
  const box = toast();
  box.hidden = true;
  box.textContent = '';
}

function say(sentence: string): HTMLElement {
  const box = toast();
  clearTimeout(timer);
  box.hidden = false;
  box.textContent = sentence;
  return box;
}

function sayCopied() {
  const { copied } = toast().dataset;
  if (!copied) return; // a page within another site's frame brings no words for it
  say(copied);
  timer = window.setTimeout(putAway, SHOWN_MS);
}

/** Nothing was copied: the text stands there, selected, for the person to copy by hand. */
function offerByHand(text: string, button: HTMLElement) {
  const box = say(toast().dataset.failed || '');
  const field = document.createElement('textarea');
  field.className = 'lb-toast__text';
  field.readOnly = true;
  field.rows = Math.min(4, text.split('\n').length);
  field.value = text;
  field.setAttribute('aria-label', box.textContent || '');
  box.append(field);
  field.addEventListener('blur', putAway);
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') button.focus({ preventScroll: true });
  });
  field.focus({ preventScroll: true });
  field.select();
}

async function copyFrom(button: HTMLElement) {
  const text = textOf(button);
  if (await copyText(text)) sayCopied();
  else offerByHand(text, button);
}

document.addEventListener('click', (event) => {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLElement>('button[data-copy], button[data-copy-id], button[data-copy-ids]');
  if (button) void copyFrom(button);
});

function showLinks() {
  for (const place of document.querySelectorAll<HTMLElement>('[data-link-id]')) {
    place.textContent = withLinks(place.dataset.linkText || '{link}', place.dataset.linkId || '');
  }
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', showLinks);
else showLinks();

/* Runs in the <head>, before anything is painted: says that scripts work, and gives a light page
   (one without Material's own scripts) the colours that the reader chose on the other pages. */

import { isMapping } from '../lib/values.ts';

const root = document.documentElement;
root.classList.remove('no-js');
root.classList.add('js');

/** The folder of the site this page belongs to, as a path that ends in a slash. */
function sitePath(): string {
  const script = document.currentScript instanceof HTMLScriptElement ? document.currentScript : null;
  const base = script?.dataset.base || (script?.src && new URL('../../../', script.src).href) || '.';
  return new URL(base, location.href).pathname;
}

/** What Material remembers of the colours, under the name it gives it: path of the site, dot, name. */
function savedColour(): { media?: unknown; scheme?: unknown } {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(`${sitePath()}.__palette`) || 'null');
    return isMapping(saved) && isMapping(saved.color) ? saved.color : {};
  } catch {
    return {}; // storage is switched off, or holds something else
  }
}

/** the colour scheme to show: the chosen one, or the device's */
function scheme(): string {
  const { media, scheme: chosen } = savedColour();
  if (typeof chosen === 'string' && chosen && media !== '(prefers-color-scheme)') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'slate' : 'default';
}

if (root.hasAttribute('data-md-color-scheme')) root.setAttribute('data-md-color-scheme', scheme());

/* Runs in the <head>, before anything is painted: says that scripts work, and gives a light page
   (one without Material's own scripts) the colours that the reader chose on the other pages. */

var root = document.documentElement;
root.classList.remove('no-js');
root.classList.add('js');

/** The folder of the site this page belongs to, as a path that ends in a slash. */
function sitePath(): string {
  var script = (document.currentScript as HTMLScriptElement);
  var base = script.dataset.base || (script.src && new URL('../../../', script.src).href) || '.';
  return new URL(base, location.href).pathname;
}

/** What Material remembers of the colours, under the name it gives it: path of the site, dot, name. */
function savedPalette(): {color?: {media?: string, scheme?: string}} | null {
  try {
    return JSON.parse(localStorage.getItem(sitePath() + '.__palette') || 'null');
  } catch (error) {
    return null; // storage is switched off, or holds something else
  }
}

/** the colour scheme to show: the chosen one, or the device's */
function scheme(): string {
  var saved = savedPalette();
  var color = (saved && saved.color) || {};
  var follows = !color.scheme || color.media === '(prefers-color-scheme)';
  if (!follows) return String(color.scheme);
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'slate' : 'default';
}

if (root.hasAttribute('data-md-color-scheme')) root.setAttribute('data-md-color-scheme', scheme());

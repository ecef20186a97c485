/* Before anything is painted: says that scripts work and what may wait, shows the colours that the reader chose, and the
   editors' layer where it is on. */

import { COLOURS_FOLLOW_DEVICE } from '../lib/site-root.ts';
import * as editor from './editor/memory.ts';
import { beginInPieces } from './pieces.ts';
import { savedChoice, schemeOf } from './saved-colours.ts';

const root = document.documentElement;
root.classList.remove('no-js');
root.classList.add('js');
beginInPieces();
editor.show(editor.isKept());

/** Colours a page of Material's markup, whose <body> holds them. Its switches say later what else there is. */
function colour(body: HTMLElement) {
  const choice = savedChoice();
  if (!choice && !COLOURS_FOLLOW_DEVICE) return;
  for (const [name, value] of Object.entries(choice?.color || {})) body.setAttribute(`data-md-color-${name}`, value);
  body.setAttribute('data-md-color-scheme', schemeOf(choice));
}

/** Calls back as soon as there is a <body>, which is before it is painted. */
function whenBody(use: (body: HTMLElement) => void) {
  const observer = new MutationObserver(() => {
    const body = root.querySelector('body');
    if (!body) return;
    observer.disconnect();
    use(body);
  });
  observer.observe(root, { childList: true });
}

if (root.hasAttribute('data-md-color-scheme')) root.setAttribute('data-md-color-scheme', schemeOf(savedChoice()));
else whenBody(colour);

/* What every page has. It stands in the <head> and is not deferred: colours are set before anything is painted; all else
   waits for the page: the search field, links that copy, the menu of narrow screens, tables that scroll, the language of what is written later. */

import '../handbook/early.ts';

/** They are run in this order, and not before they are asked for: esbuild keeps them in this file. */
const PARTS = [
  () => import('../handbook/forward.ts'),
  () => import('../handbook/shell/start.ts'),
  () => import('../handbook/copy-link.ts'),
  () => import('../handbook/language-switch.ts'),
  () => import('../handbook/print-button.ts'),
  () => import('../collection/controls.ts'),
  () => import('../handbook/mobile-menu.ts'),
  () => import('../handbook/shell/scrolling-tables.ts'),
  () => import('../lib/language.ts'),
  () => import('../search/field/search-box.ts'),
  () => import('../handbook/search-form.ts'),
  () => import('../handbook/editor/layer.ts'),
  () => import('../own-notes/opener.ts'),
];

/** What goes wrong in a part is told of, and keeps the others from nothing. */
async function startPage() {
  for (const part of PARTS) await part().catch(reportError);
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void startPage());
else void startPage();

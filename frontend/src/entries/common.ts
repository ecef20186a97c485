/* What every page has. It stands in the <head> and is not deferred: colours are set before anything is painted; all else
   waits for the page: the search field, links that copy, the menu of narrow screens, the language of what is written later. */

import '../handbook/early.ts';

/** Each part is run now, in this order, and not before: esbuild keeps them in this file. */
async function startPage() {
  await import('../handbook/forward.ts');
  await import('../handbook/shell/start.ts');
  await import('../handbook/copy-link.ts');
  await import('../handbook/print-button.ts');
  await import('../collection/controls.ts');
  await import('../handbook/mobile-menu.ts');
  await import('../lib/language.ts');
  await import('../search/field/search-box.ts');
  await import('../handbook/search-form.ts');
  await import('../handbook/editor/layer.ts');
}

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => void startPage());
else void startPage();

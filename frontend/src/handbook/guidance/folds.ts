/* What the handbook adds of its own stands folded on long pages, several hundred short texts: the first fold that is opened brings
   them, with the script that fills all folds of the page. */

import { loadAll } from '../../lib/load.ts';

let coming: Promise<void> | undefined;

document.addEventListener('toggle', ({ target }) => {
  const all = document.querySelector<HTMLElement>('lb-ours');
  if (!all || !(target instanceof HTMLElement) || !target.dataset.of) return;
  coming ??= loadAll(all.dataset.files ?? '').catch(() => {
    coming = undefined; // tried again
    all.hidden = false;
    target.append(all);
  });
}, true);

/* Whether a level's page has news for its reader, or is asked what has changed: only then the script for that is loaded. */

import { load } from '../../lib/load.ts';
import * as seen from '../../lib/seen.ts';
import { viewIn } from '../view-address.ts';

const VIEW = 'changed';

/** whether a line of the page is newer than a release */
function hasNews(versions: readonly string[], known: string): boolean {
  const newer = versions.slice(0, versions.indexOf(known));
  return [...document.querySelectorAll<HTMLElement>('[data-since]')].some(({ dataset }) => newer.includes(dataset.since ?? ''));
}

function start() {
  const news = document.querySelector<HTMLElement>('lb-news');
  if (!news) return;
  const { newest = '', versions, script = '' } = news.dataset;
  const known = seen.release(newest);
  if (!versions) return;
  const listed = versions.split(' ');
  let asked = false;
  const bring = () => {
    if (!asked) void load(script).catch(() => (asked = false));
    asked = true;
  };
  if (viewIn(location.search, [VIEW]) === VIEW || (listed.includes(known) && hasNews(listed, known))) bring();
  document.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.name === 'view' && target.value === VIEW) bring();
  });
}

start();

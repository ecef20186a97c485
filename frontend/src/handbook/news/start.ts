/* Whether a level's page has news for its reader, or is asked what has changed: only then the script for that is loaded. */

import { load } from '../../lib/load.ts';
import * as seen from '../../lib/seen.ts';
import { newerThan } from '../since.ts';
import { viewIn } from '../view-address.ts';

const VIEW = 'changed';

/** whether a line of the page is newer than a release */
function hasNews(versions: readonly string[], known: string): boolean {
  const newer = newerThan(versions, known);
  return [...document.querySelectorAll<HTMLElement>('[data-since]')].some(({ dataset }) => newer.includes(dataset.since ?? ''));
}

/** A site is built on one day and read on others: where what comes should hold by now, it is said. */
function sayLate(sentence: string, today = new Date().toISOString().slice(0, 10)) {
  for (const block of document.querySelectorAll<HTMLElement>('.lb-coming[data-from]')) {
    if ((block.dataset.from ?? '') <= today) block.append(sentence);
  }
}

function start() {
  const news = document.querySelector<HTMLElement>('lb-news');
  if (!news) return;
  if (news.dataset.late) sayLate(news.dataset.late);
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

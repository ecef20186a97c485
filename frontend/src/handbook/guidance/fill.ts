/* Fills the folds with what the handbook adds of its own, as plain texts. On a checklist it is in the order in which one asks for it
   while rating; how to grow is told elsewhere. */

import type { GuidanceData } from '../../generated/page-data.ts';
import { make } from '../../lib/draw.ts';
import { loadStyle } from '../../lib/load.ts';
import { entryAt } from '../../lib/values.ts';
import { ordered } from './rows.ts';

declare global {
  interface Window {
    /** what the file of the page brings */
    levelbookGuidance?: GuidanceData;
  }
}

function fill(fold: HTMLElement, { words, blocks }: GuidanceData) {
  const block = entryAt(blocks, fold.dataset.of ?? '');
  if (!block) return;
  const rows = ordered(block.rows, fold.closest('lb-assess') !== null);
  const list = rows.flatMap(([kind, texts]) => [make('dt', {}, [words[kind] ?? kind]), ...texts.map((text) => make('dd', {}, [text]))]);
  fold.append(make('div', { class: 'lb-ours__rows' }, [make('dl', {}, list), make('p', {}, [block.by])]));
}

async function start({ levelbookGuidance: data }: Window) {
  const all = document.querySelector<HTMLElement>('lb-ours');
  if (!all || !data) return;
  await loadStyle(all.dataset.style ?? '').catch(() => undefined); // without it the texts are still there
  all.hidden = true;
  for (const fold of document.querySelectorAll<HTMLElement>('details[data-of]')) fill(fold, data);
}

void start(window);

/* Result and plan come with a script of their own, and its words before it: when the page has nothing else to do, or at once
   when one of them is opened. */

import { make } from '../../lib/draw.ts';
import { loadAll } from '../../lib/load.ts';
import { whenIdle } from '../../lib/piecemeal.ts';
import type { Host, View } from '../host.ts';
import { focusView } from './views.ts';

let coming: Promise<boolean> | undefined;

async function load({ dataset }: Host): Promise<boolean> {
  await loadAll(dataset.views ?? '').catch(() => undefined);
  const isHere = customElements.get('lb-plan') !== undefined; // a script of another release loads, and does nothing
  if (!isHere) coming = undefined; // tried again
  return isHere;
}

/** Brings them, once; says whether they are here. */
export const bring = (host: Host): Promise<boolean> => (coming ??= load(host));

export const bringWhenIdle = (host: Host): void => whenIdle(() => { void bring(host); });

/** Brings them for a view that is open already; says so where it does not come. */
export async function bringFor(host: Host, view: View) {
  const section = host.querySelector<HTMLElement>(`section[data-view="${view}"]`);
  const isHere = await bring(host);
  for (const note of host.querySelectorAll('.lb-view-missing')) note.remove();
  if (!isHere) section?.append(make('p', { class: 'lb-note lb-view-missing', role: 'alert' }, [host.word('views_missing')]));
  else if (section && document.activeElement === section) focusView(host, view); // its head is there now
}

/* Other tabs: tells of what they save and erase. A browser tells it a little later, so a tab may have written over what it had
   not been told of: whoever knows both writings merges them (`store.read`) and writes them again here.

   How it works: an event of storage brings what another tab wrote; `hear` remembers it even if it no longer stands in storage.
   If storage now lacks something that this tab knows, it writes again after a random moment: of several tabs that see the same
   the first spares the others. Leaving the page does not wait. Why so: only a tab that is open can know what was written over,
   so one of them has to say it again before all are closed. What breaks it: writing again at once (tabs answer each other without
   end), or the same moment in every tab. */

import type { Problem } from '../document/model.ts';
import { PREFIX } from './browser.ts';
import * as seats from './seats.ts';
import * as store from './store.ts';
import { knownIds, wasHere } from './versions.ts';

/** id null: everything; problem: why what was written over is not there again */
export type Told = {id: string | null, problem?: Problem};

const SOON = 100; // milliseconds within which a tab writes again; each another time, so that the first spares the others

/**
 * Calls back when another tab has saved or erased something, when what it had overwritten is there again, and when somebody comes
 * back to this page and gets it as it was left.
 * @returns ends it
 */
export function watch(callback: (told: Told) => void): () => void {
  const timers: Map<string, number> = new Map();

  const again = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const read = store.read(id);
    if (read.doc && read.behind) callback({ id, problem: store.write(read.doc).problem });
  };

  const follow = (id: string, text: string | null) => {
    if (text === null) store.forget(id);
    else store.hear(id, text);
    if (wasHere(id) && !timers.has(id) && store.read(id).behind) {
      timers.set(id, window.setTimeout(() => again(id), Math.random() * SOON));
    }
    callback({ id });
  };

  const listen = ({ key, newValue }: StorageEvent) => {
    if (key === null) {
      for (const id of [...knownIds(), ...store.unsaved.keys()]) store.forget(id);
      callback({ id: null });
      return;
    }
    const id = store.idIn(key);
    if (id !== null) follow(id, newValue);
    else if (key.startsWith(PREFIX)) callback({ id: key.slice(PREFIX.length) });
    else if (key.startsWith(seats.PREFIX)) callback({ id: key.slice(seats.PREFIX.length) });
  };

  const leave = () => [...timers.keys()].forEach(again);
  const back = (event: PageTransitionEvent) => event.persisted && callback({ id: null });
  window.addEventListener('storage', listen);
  window.addEventListener('pagehide', leave);
  window.addEventListener('pageshow', back);
  return () => {
    window.removeEventListener('storage', listen);
    window.removeEventListener('pagehide', leave);
    window.removeEventListener('pageshow', back);
    leave();
  };
}

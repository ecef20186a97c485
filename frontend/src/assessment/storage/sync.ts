/* Other tabs: tells of what they save and erase. A browser tells it a little later, so a tab may have written over what it had
   not been told of: whoever knows both writings merges them (levelbook.store.read) and writes them again here. */

import * as seats from './seats.ts';
import { OWN, PREFIX, forget, hear, unsaved, versions } from './store.ts';
import * as store from './store.ts';

const SOON = 100; // milliseconds within which a tab writes again; each another time, so that the first spares the others

/**
 * Calls back when another tab has saved or erased something, when what it had overwritten is there again, and when somebody comes
 * back to this page and gets it as it was left.
 * @param callback - id null: everything; problem: why it is not there again
 * @returns ends it
 */
export function watch(callback: (what: {id: string | null, problem?: any}) => void): () => void {
  const timers: Map<string, number> = new Map();

  const again = (id: string) => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    const found = store.read(id);
    if (found.behind) callback({ id, problem: store.write(found.doc).problem });
  };

  const follow = (id: string, text: string | null) => {
    if (text === null) forget(id);
    else hear(id, text);
    if (versions.has(id) && !timers.has(id) && store.read(id).behind) {
      timers.set(id, window.setTimeout(() => again(id), Math.random() * SOON));
    }
    callback({ id });
  };

  const listen = (event: StorageEvent) => {
    const { key, newValue } = event;
    if (key === null) {
      for (const id of [...versions.keys(), ...unsaved.keys()]) forget(id);
      callback({ id: null });
    } else if (OWN.test(key)) follow(key.slice(PREFIX.length), newValue);
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

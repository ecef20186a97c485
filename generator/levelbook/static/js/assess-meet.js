// @ts-check
/* Other tabs: tells of what they save and erase. A browser tells it a little later, so a tab may have written over what it had
   not been told of: whoever knows both writings merges them (levelbook.store.read) and writes them again here. */
(function () {
  'use strict';

  const { store, seats } = /** @type {any} */ (window).levelbook;
  const { PREFIX, OWN, hear, forget, versions, unsaved } = store.inner;
  const SOON = 100; // milliseconds within which a tab writes again; each another time, so that the first spares the others

  /**
   * Calls back when another tab has saved or erased something, when what it had overwritten is there again, and when somebody comes
   * back to this page and gets it as it was left.
   * @param {(what: {id: string | null, problem?: any}) => void} callback - id null: everything; problem: why it is not there again
   * @returns {() => void} ends it
   */
  function watch(callback) {
    /** @type {Map<string, number>} */
    const timers = new Map();

    const again = (/** @type {string} */ id) => {
      clearTimeout(timers.get(id));
      timers.delete(id);
      const found = store.read(id);
      if (found.behind) callback({ id, problem: store.write(found.doc).problem });
    };

    const follow = (/** @type {string} */ id, /** @type {string | null} */ text) => {
      if (text === null) forget(id);
      else hear(id, text);
      if (versions.has(id) && !timers.has(id) && store.read(id).behind) {
        timers.set(id, window.setTimeout(() => again(id), Math.random() * SOON));
      }
      callback({ id });
    };

    const listen = (/** @type {StorageEvent} */ event) => {
      const { key, newValue } = event;
      if (key === null) {
        for (const id of [...versions.keys(), ...unsaved.keys()]) forget(id);
        callback({ id: null });
      } else if (OWN.test(key)) follow(key.slice(PREFIX.length), newValue);
      else if (key.startsWith(PREFIX)) callback({ id: key.slice(PREFIX.length) });
      else if (key.startsWith(seats.PREFIX)) callback({ id: key.slice(seats.PREFIX.length) });
    };

    const leave = () => [...timers.keys()].forEach(again);
    const back = (/** @type {PageTransitionEvent} */ event) => event.persisted && callback({ id: null });
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

  store.watch = watch;
})();

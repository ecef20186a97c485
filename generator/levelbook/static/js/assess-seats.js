// @ts-check
/* Who sits at an assessment in this browser: the employee it is about, or the manager who rates. It is kept under a key of its own
   (levelbook.seat.<id>), never in the document nor in a file: so no file, reload, tab or release changes it.
   Every part of a document has an owner, and whoever else sits there cannot write it. */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {'employee' | 'manager' | ''} Seat - empty: not known, as before there were seats; then nobody's ratings can be changed
   * @typedef {{fields: Record<string, any>, kept: any[]}} Held - what somebody else owns
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { get, put, drop, keys } = levelbook.store.inner;
  const { same } = levelbook.assessment;
  const PREFIX = 'levelbook.seat.';
  const OWNED = { employee: ['answers', 'mode', 'blind', 'name', 'period'], manager: ['manager'] };

  /** What is known in this page, also where the browser keeps nothing. */
  const known = /** @type {Map<string, {seat: Seat, name: string}>} */ (new Map());

  /**
   * @param {string} id
   * @returns {{seat: Seat, name: string}} name: how a manager calls it, for nobody else
   */
  function record(id) {
    const text = get(PREFIX + id);
    if (text === null) return known.get(id) || { seat: '', name: '' };
    try {
      const { seat, name } = JSON.parse(text);
      return { seat: Object.hasOwn(OWNED, seat) ? seat : '', name: typeof name === 'string' ? name : '' };
    } catch (error) {
      return { seat: '', name: '' };
    }
  }

  /** @type {(answers: any) => boolean} whether anything has been answered */
  const some = (answers) => Object.values(answers || {}).some((one) => !levelbook.carry.inner.blank(one));

  /**
   * Where nobody was ever asked, a document without a manager's ratings is one's own.
   * @param {Doc} doc
   * @returns {Seat}
   */
  const of = (doc) => record(doc.id).seat || (some(doc.manager && doc.manager.answers) ? '' : 'employee');

  /**
   * @param {string} id - of a document that is kept here
   * @returns {Seat}
   */
  function at(id) {
    const { seat } = record(id);
    if (seat) return seat;
    const { doc } = levelbook.store.read(id);
    return doc ? of(doc) : 'employee';
  }

  /**
   * @param {string} id
   * @param {{seat: Seat, name: string}} one
   * @returns {{problem?: any}}
   */
  function write(id, one) {
    known.set(id, one);
    return put(PREFIX + id, JSON.stringify(one)) || {};
  }

  /** @type {(id: string, seat: Seat) => {problem?: any}} */
  const sit = (id, seat) => write(id, { ...record(id), seat });

  /** @type {(id: string, name: string) => {problem?: any}} */
  const call = (id, name) => write(id, { ...record(id), name });

  /** @type {(id: string, seat: Seat) => {problem?: any}} for a document that is not kept yet */
  const take = (id, seat) => { known.set(id, { ...record(id), seat }); return {}; };

  /** @type {(id: string) => boolean} whether it is kept who sits there */
  const isKept = (id) => get(PREFIX + id) !== null;

  /** @param {string} id - of a document that was erased */
  function leave(id) {
    known.delete(id);
    drop(PREFIX + id);
  }

  function clear() {
    known.clear();
    for (const key of keys(PREFIX)) drop(key);
  }

  /* ---- what belongs to whom ---- */

  /** @type {(seat: Seat) => string[]} keys of a document that somebody else owns */
  const others = (seat) => Object.entries(OWNED).flatMap(([owner, keys]) => (owner === seat ? [] : keys));

  /** @type {(one: any) => string} whose an entry of `kept` is; what was put aside of a plan is nobody's */
  const ownerOf = (one) => (one.answer ? one.who || 'employee' : '');

  /** @type {(doc: Doc, seat: Seat) => any[]} */
  const keptOf = (doc, seat) => (doc.kept || []).filter((/** @type {any} */ one) => ownerOf(one) && ownerOf(one) !== seat);

  /**
   * @param {Doc} draft
   * @param {Seat} seat
   * @returns {Held} a copy of what this seat cannot write
   */
  function hold(draft, seat) {
    return structuredClone({ fields: Object.fromEntries(others(seat).map((key) => [key, draft[key]])), kept: keptOf(draft, seat) });
  }

  /**
   * Whatever a change did to what somebody else owns is undone.
   * @param {Doc} draft - changes
   * @param {Seat} seat
   * @param {Held} held
   */
  function restore(draft, seat, held) {
    for (const [key, value] of Object.entries(held.fields)) {
      if (value === undefined) delete draft[key];
      else draft[key] = value;
    }
    if (same(keptOf(draft, seat), held.kept)) return;
    draft.kept = [...held.kept, ...(draft.kept || []).filter((/** @type {any} */ one) => !ownerOf(one) || ownerOf(one) === seat)];
  }

  /* ---- asking ---- */

  /**
   * @param {Doc} doc - of a file
   * @param {Doc | undefined} here - what is kept under its id already
   * @returns {boolean} whether it must be asked whose it is: it holds ratings, and nobody has said so yet
   */
  const unknown = (doc, here) => !(here ? of(here) : record(doc.id).seat) && (some(doc.answers) || some(doc.manager && doc.manager.answers));

  /**
   * Before anything of a file is kept or shown: whose ratings are in it.
   * @param {HTMLElement} home - in which the question stands
   * @param {any} data - of the page
   * @param {Doc} doc
   * @param {Doc | undefined} here
   * @param {string} [first] - what is said before
   * @returns {Promise<{seat: Seat, open: boolean}>} open: false where it is not to be opened
   */
  async function ask(home, data, doc, here, first = '') {
    if (!unknown(doc, here)) return { seat: here ? of(here) : record(doc.id).seat || 'employee', open: true };
    const word = levelbook.draw.speaker(data, 'seat');
    const count = (/** @type {any} */ answers) => Object.values(answers || {}).filter((one) => !levelbook.carry.inner.blank(one)).length;
    const [own, manager] = [count(doc.answers), count(doc.manager && doc.manager.answers)];
    const title = [doc.title || doc.target, doc.name].filter(Boolean).join(word('gap'));
    const holds = word(manager ? 'holds_both' : 'holds', { title, n: own, manager, day: levelbook.assessment.dayOf(doc.changed) });
    const chosen = await levelbook.ask(home, {
      title: word('title'), text: [first, holds, word('mine_say'), word('theirs_say')].filter(Boolean),
      choices: [
        { key: 'employee', label: word('mine') }, { key: 'manager', label: word('theirs') }, { key: 'no', label: word('leave'), out: true },
      ],
    });
    return { seat: Object.hasOwn(OWNED, chosen) ? /** @type {Seat} */ (chosen) : '', open: Object.hasOwn(OWNED, chosen) };
  }

  levelbook.seats = {
    PREFIX, of, at, sit, call, take, isKept, leave, clear, some, hold, restore, ask, named: (/** @type {string} */ id) => record(id).name,
  };
})();

// @ts-check
/* Where assessments are kept: in this browser only. Several side by side, finished ones as history; nothing that is there is
   overwritten unseen, and what cannot be read is put aside, never thrown away.
   levelbook.assess = index, levelbook.assess.<id> = document, levelbook.assess.damaged.<time> = what could not be read. */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {{key: string, facts: Record<string, string | number>}} Problem
   * @typedef {{id: string, target: string, title: string, name: string, handbook: string, created: string, changed: string,
   *   finished: string | null, unsaved?: boolean}} Entry
   * @typedef {{doc?: Doc, note?: Problem, problem?: Problem}} Read
   * @typedef {{ok?: true, doc: Doc, merged?: number, problem?: Problem}} Written
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { check, parse, write: textOf, blank, copy, fileName, merge, same, bytes, tooBig, now, LIMIT } = levelbook.assessment;
  const INDEX = 'levelbook.assess';
  const DAMAGED = `${INDEX}.damaged.`;
  const OWN = /^levelbook\.assess\.([0-9a-f]{16})$/;
  const SAFE = LIMIT / 5; // below this, the text of a file is never above the limit
  const VERSIONS = 8;
  const STILL_OPEN = ['name', 'plan', 'result', 'changed', 'release', 'known']; // of a finished document

  /** What a document was like at a time, for the merging of two tabs: id → `changed` → text. */
  const versions = /** @type {Map<string, Map<string, string>>} */ (new Map());
  /** What could not be saved is held here as long as the page is open. */
  const unsaved = /** @type {Map<string, Doc>} */ (new Map());

  /** @type {(key: string, facts?: Record<string, string | number>) => {problem: Problem}} */
  const fail = (key, facts = {}) => ({ problem: { key, facts } });
  /** @type {(id: string) => string} */
  const keyOf = (id) => `${INDEX}.${id}`;

  /** @returns {Storage | null} null where the browser does not let us keep anything */
  function storage() {
    try {
      return window.localStorage;
    } catch (error) {
      return null;
    }
  }

  /**
   * @param {string} key
   * @returns {string | null}
   */
  function get(key) {
    try {
      return window.localStorage.getItem(key);
    } catch (error) {
      return null;
    }
  }

  /**
   * @param {string} key
   * @param {string} text
   * @returns {{problem: Problem} | null}
   */
  function put(key, text) {
    if (!storage()) return fail('off');
    try {
      window.localStorage.setItem(key, text);
      return null;
    } catch (error) {
      return fail(full(error) ? 'full' : 'off');
    }
  }

  /** @type {(error: any) => boolean} */
  const full = (error) => /quota/i.test(String(error && error.name));

  /** @param {string} key */
  function drop(key) {
    try {
      window.localStorage.removeItem(key);
    } catch (error) {
      // nothing is kept where storage is switched off
    }
  }

  /** @returns {string[]} all keys of ours */
  function keys() {
    const found = [];
    try {
      for (let at = 0; at < window.localStorage.length; at++) found.push(window.localStorage.key(at) || '');
    } catch (error) {
      return [];
    }
    return found.filter((key) => key === INDEX || key.startsWith(`${INDEX}.`)).sort();
  }

  /**
   * Puts what cannot be read where it is found again; where there is no room it stays where it is.
   * @param {string} key
   * @param {string} text
   * @param {string} [instead] - what is to stand there from now on
   */
  function setAside(key, text, instead) {
    let at = `${DAMAGED}${now()}`;
    while (get(at) !== null) at += '+'; // several are found at one time
    drop(key);
    if (put(at, text) || (instead !== undefined && put(key, instead))) {
      drop(at);
      put(key, text);
    }
  }

  /**
   * @param {string} id
   * @param {Doc} doc
   */
  function remember(id, doc) {
    const known = versions.get(id) || new Map();
    known.delete(doc.changed);
    known.set(doc.changed, JSON.stringify(doc));
    for (const old of [...known.keys()].slice(0, -VERSIONS)) known.delete(old);
    versions.set(id, known);
  }

  /**
   * @param {string} id
   * @param {string} changed
   * @returns {Doc | undefined}
   */
  function versionOf(id, changed) {
    const text = (versions.get(id) || new Map()).get(changed);
    return text === undefined ? undefined : JSON.parse(text);
  }

  /**
   * @param {string} id
   * @param {string} text
   * @returns {Read} what stands in storage; what is wrong in it is put aside
   */
  function decode(id, text) {
    const found = parse(text);
    if (found.doc) return { doc: { ...found.doc, id } };
    if (['newer', 'too_big'].includes(found.problem.key)) return { problem: found.problem };
    const rest = found.rest && { ...found.rest, id };
    setAside(keyOf(id), text, rest && JSON.stringify(rest));
    return rest ? { doc: rest, note: found.problem } : { problem: { key: 'stored_damaged', facts: {} } };
  }

  /**
   * @param {string} id
   * @returns {Read} a document; with a note where something in it could not be read
   */
  function read(id) {
    const held = unsaved.get(id);
    if (held) return { doc: structuredClone(held) };
    const text = get(keyOf(id));
    if (text === null) return fail(storage() ? 'unknown' : 'off');
    const found = decode(id, text);
    if (found.doc) remember(id, found.doc);
    return found;
  }

  /**
   * @param {Doc} doc
   * @returns {Entry}
   */
  function entryOf(doc) {
    const { id, target, title, name, handbook, created, changed, finished } = doc;
    return { id, target, title, name, handbook, created, changed, finished };
  }

  /** @returns {Record<string, Entry>} the index as it stands; a damaged one is put aside and made anew */
  function index() {
    const text = get(INDEX);
    if (text === null) return {};
    try {
      const found = JSON.parse(text).filter((/** @type {any} */ one) => one && OWN.test(keyOf(one.id)) && isEntry(one));
      return Object.fromEntries(found.map((/** @type {Entry} */ one) => [one.id, one]));
    } catch (error) {
      setAside(INDEX, text);
      return {};
    }
  }

  /** @type {(one: any) => boolean} */
  const isEntry = (one) =>
    ['target', 'title', 'name', 'handbook', 'created', 'changed'].every((key) => typeof one[key] === 'string') &&
    (one.finished === null || typeof one.finished === 'string');

  /**
   * Writes the index; where that fails it is taken away, and made anew from the documents.
   * @param {Entry[]} entries
   */
  function writeIndex(entries) {
    if (put(INDEX, JSON.stringify(entries))) drop(INDEX);
  }

  /** @returns {Entry[]} all that is saved, the last changed first */
  function list() {
    const known = index();
    const ids = keys().map((key) => (OWN.exec(key) || [])[1]).filter(Boolean);
    const found = ids.map((id) => known[id] || fromDocument(id)).filter((one) => one !== null);
    for (const [id, doc] of unsaved) {
      const at = found.findIndex((one) => one.id === id);
      found.splice(at < 0 ? found.length : at, at < 0 ? 0 : 1, { ...entryOf(doc), unsaved: true });
    }
    return found.sort((one, other) => (one.changed < other.changed ? 1 : one.changed > other.changed ? -1 : 0));
  }

  /**
   * @param {string} id
   * @returns {Entry | null}
   */
  function fromDocument(id) {
    const { doc } = read(id);
    return doc ? entryOf(doc) : null;
  }

  /**
   * @param {Doc} doc
   * @returns {{problem: Problem} | null}
   */
  function save(doc) {
    const text = JSON.stringify(doc);
    if (text.length > SAFE && bytes(textOf(doc)) > LIMIT) return tooBig(bytes(textOf(doc)));
    const trouble = put(keyOf(doc.id), text);
    if (trouble) return trouble;
    unsaved.delete(doc.id);
    remember(doc.id, doc);
    const known = index();
    writeIndex([...Object.values({ ...known, [doc.id]: entryOf(doc) })]);
    return null;
  }

  /**
   * Notes when each answer was changed.
   * @param {Doc} doc - grows
   * @param {Doc | undefined} before
   * @param {string} at
   */
  function stamp(doc, before, at) {
    const old = before || { answers: {}, manager: { answers: {} } };
    for (const [now, then] of [[doc.answers, old.answers], [doc.manager.answers, old.manager.answers]]) {
      for (const [code, answer] of Object.entries(now)) {
        const known = Object.hasOwn(then, code) ? then[code] : undefined;
        const still = known && same(known, answer);
        if (still && known.at) answer.at = known.at;
        else if (!still && (before || !answer.at)) answer.at = at;
      }
    }
  }

  /**
   * @param {string} after
   * @returns {string} now, but later than that
   */
  function laterThan(after) {
    const least = Date.parse(after) + 1;
    return new Date(Math.max(Date.now(), Number.isNaN(least) ? 0 : least)).toISOString();
  }

  /**
   * Saves a document. Whoever goes on with it takes `doc` from the answer: another tab may have changed other answers.
   * @param {Doc} given
   * @returns {Written}
   */
  function write(given) {
    const { doc, wrong } = check(given);
    if (wrong.length) return hold(given, fail('not_fit', { fields: wrong.slice(0, 6).join('、') }));
    const text = get(keyOf(doc.id));
    const base = versionOf(doc.id, doc.changed);
    if (text === null && versions.has(doc.id) && !unsaved.has(doc.id) && storage()) return { doc: given, ...fail('erased') };
    const stored = text === null ? undefined : decode(doc.id, text);
    if (stored && stored.problem && stored.problem.key !== 'stored_damaged') return hold(given, { problem: stored.problem });
    return settle(doc, base, stored && stored.doc);
  }

  /**
   * @param {Doc} mine
   * @param {Doc | undefined} base
   * @param {Doc | undefined} stored
   * @returns {Written}
   */
  function settle(mine, base, stored) {
    const at = laterThan(stored && stored.changed > mine.changed ? stored.changed : mine.changed);
    const apart = stored && stored.changed !== mine.changed;
    const before = base || (apart ? undefined : stored);
    stamp(mine, before, at);
    if (levelbook.carry) levelbook.carry.note(mine, before);
    const { doc, both } = apart ? merge(base, mine, stored) : { doc: mine, both: 0 };
    if (stored && stored.finished && frozenPart(doc, stored)) return hold(mine, fail('finished'));
    if (levelbook.carry && !(stored && stored.finished)) levelbook.carry.sum(doc);
    const trouble = save({ ...doc, changed: at });
    if (!trouble) return { ok: true, doc: structuredClone({ ...doc, changed: at }), ...(apart ? { merged: both } : {}) };
    // the next attempt starts from what is stored
    if (stored) remember(stored.id, stored);
    return hold({ ...doc, changed: stored ? stored.changed : doc.changed }, trouble);
  }

  /**
   * @param {Doc} doc
   * @param {Doc} stored - finished
   * @returns {boolean} whether more is changed than may be
   */
  function frozenPart(doc, stored) {
    const every = new Set([...Object.keys(doc), ...Object.keys(stored)].filter((key) => !STILL_OPEN.includes(key)));
    return [...every].some((key) => !same(doc[key], stored[key]));
  }

  /**
   * What cannot be saved stays in memory.
   * @param {Doc} doc
   * @param {{problem: Problem}} trouble
   * @returns {Written}
   */
  function hold(doc, trouble) {
    if (trouble.problem.key !== 'finished') unsaved.set(doc.id, structuredClone(doc));
    return { doc, ...trouble };
  }

  const inner = { INDEX, DAMAGED, OWN, get, drop, keys, keyOf, fail, unsaved, versions, save, storage, laterThan, index, writeIndex };
  levelbook.store = { list, read, write, create: blank, copy, text: textOf, fileName, inner };
})();

// @ts-check
/* Where assessments are kept: in this browser only. Several side by side, finished ones as history; nothing that is there is
   overwritten unseen, and what cannot be read is put aside, never thrown away.
   levelbook.assess.<id> = document, levelbook.assess.damaged.<time> = what could not be read.
   A browser tells a tab of another one's writing a little later, so two tabs can overwrite each other: every document says which
   tabs wrote what is in it, and what is missing of that is merged with what this tab knows. */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {{key: string, facts: Record<string, string | number | string[]>}} Problem
   * @typedef {{id: string, target: string, title: string, name: string, handbook: string, created: string, changed: string,
   *   finished: string | null, unsaved?: boolean}} Entry
   * @typedef {{doc?: Doc, note?: Problem, problem?: Problem, behind?: true, stuck?: boolean}} Read
   *   behind: what is stored lacks some of it; stuck: it could not be read, nor put aside
   * @typedef {{ok?: true, doc: Doc, merged?: number, problem?: Problem}} Written
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { check, parse, write: textOf, blank, copy, fileName, merge, covers, joined, signed, same, bytes, tooBig, now, LIMIT } = levelbook.assessment;
  const PREFIX = 'levelbook.assess.';
  const DAMAGED = `${PREFIX}damaged.`;
  const OWN = /^levelbook\.assess\.([0-9a-f]{16})$/;
  const SAFE = LIMIT / 5; // below this, the text of a file is never above the limit
  const VERSIONS = 12;
  const LAST = Date.parse('9999-12-31T23:59:59.999Z');
  const STILL_OPEN = ['name', 'plan', 'result', 'changed', 'release', 'known', 'tabs']; // of a finished document
  const TAB = levelbook.assessment.newId().slice(0, 8); // of this page, as long as it is open

  /** @typedef {{tabs: string, text: string}} Version */

  /** What a document was like, for the merging of two tabs, the newest last; of an erased one the list is empty. */
  const versions = /** @type {Map<string, Version[]>} */ (new Map());
  /** @type {Map<string, {text: string, entry: Entry | null}>} what stood in storage and what the list says of it */
  const listed = new Map();
  /** What could not be saved is held here as long as the page is open. */
  const unsaved = /** @type {Map<string, Doc>} */ (new Map());

  /** @type {(key: string, facts?: Record<string, string | number>) => {problem: Problem}} */
  const fail = (key, facts = {}) => ({ problem: { key, facts } });
  /** @type {(id: string) => string} */
  const keyOf = (id) => `${PREFIX}${id}`;

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

  /** @type {(prefix?: string) => string[]} all keys of ours */
  function keys(prefix = PREFIX) {
    const found = [];
    try {
      for (let at = 0; at < window.localStorage.length; at++) found.push(window.localStorage.key(at) || '');
    } catch (error) {
      return [];
    }
    return found.filter((key) => key.startsWith(prefix)).sort();
  }

  /**
   * Puts what cannot be read where it is found again; where there is no room it stays where it is.
   * @param {string} key
   * @param {string} text
   * @param {string} [instead] - what is to stand there from now on
   * @returns {boolean} whether there was room
   */
  function setAside(key, text, instead) {
    let at = `${DAMAGED}${now()}`;
    while (get(at) !== null) at += '+'; // several are found at one time
    drop(key);
    if (!put(at, text) && !(instead !== undefined && put(key, instead))) return true;
    drop(at);
    put(key, text);
    return false;
  }

  /** @type {(doc: Doc) => string} whatever the order of the tabs in it */
  const tabsOf = (doc) => JSON.stringify(Object.entries(doc.tabs || {}).sort());

  /** @param {Doc} doc */
  function remember(doc) {
    const tabs = tabsOf(doc);
    const others = (versions.get(doc.id) || []).filter((one) => one.tabs !== tabs);
    versions.set(doc.id, [...others, { tabs, text: JSON.stringify(doc) }].slice(-VERSIONS));
  }

  /**
   * @param {string} id
   * @param {(doc: Doc, tabs: string) => boolean} fits
   * @returns {Doc | undefined} the newest version of those that fit
   */
  function version(id, fits) {
    const known = [...(versions.get(id) || [])].reverse();
    for (const { tabs, text } of known) {
      const doc = JSON.parse(text);
      if (fits(doc, tabs)) return doc;
    }
    return undefined;
  }

  /** @type {(one: Doc, other: Doc) => Doc | undefined} what both came from, where that is known */
  const ancestor = (one, other) => version(one.id, (doc) => covers(one, doc) && covers(other, doc));

  /** @type {(one: Doc, other: Doc) => boolean} in an order that every tab finds alike */
  const isLater = (one, other) => one.changed > other.changed || (one.changed === other.changed && tabsOf(one) > tabsOf(other));

  /**
   * @param {Doc} doc - from storage, or from what another tab says
   * @returns {Doc} with what else this tab knows to be written
   */
  function met(doc) {
    const last = version(doc.id, () => true);
    if (!last || covers(doc, last)) return doc;
    if (covers(last, doc)) return last;
    remember(doc); // what comes after it has come from it
    const [later, earlier] = isLater(doc, last) ? [doc, last] : [last, doc];
    return { ...merge(ancestor(doc, last), later, earlier).doc, changed: later.changed, tabs: joined(doc, last) };
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
    const aside = setAside(keyOf(id), text, rest && JSON.stringify(rest));
    const stuck = aside ? {} : { stuck: true };
    return rest ? { doc: rest, note: found.problem, ...stuck } : { problem: { key: 'stored_damaged', facts: {} }, ...stuck };
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
    if (!found.doc) return found;
    const doc = met(found.doc);
    remember(doc);
    return { ...found, doc: structuredClone(doc), ...(covers(found.doc, doc) ? {} : { behind: true }) };
  }

  /**
   * What another tab has written, whether or not it still stands in storage.
   * @param {string} id
   * @param {string} text
   */
  function hear(id, text) {
    if (!(versions.get(id) || []).length || get(keyOf(id)) === null) return;
    const { doc } = parse(text);
    if (doc) remember(met({ ...doc, id }));
  }

  /**
   * After it was erased: from now on nothing of it is known, but that it was there.
   * @param {string} id
   */
  function forget(id) {
    unsaved.delete(id);
    versions.set(id, []);
  }

  /**
   * @param {Doc} doc
   * @returns {Entry}
   */
  function entryOf(doc) {
    const { id, target, title, name, handbook, created, changed, finished } = doc;
    return { id, target, title, name, handbook, created, changed, finished };
  }

  /** @returns {Entry[]} all that is saved, the last changed first */
  function list() {
    const ids = keys().map((key) => (OWN.exec(key) || [])[1]).filter(Boolean);
    const found = ids.map(entryIn).filter((one) => one !== null);
    for (const [id, doc] of unsaved) {
      const at = found.findIndex((one) => one.id === id);
      found.splice(at < 0 ? found.length : at, at < 0 ? 0 : 1, { ...entryOf(doc), unsaved: true });
    }
    return found.sort((one, other) => (one.changed < other.changed ? 1 : one.changed > other.changed ? -1 : 0));
  }

  /**
   * @param {string} id
   * @returns {Entry | null} null where what is stored cannot be read
   */
  function entryIn(id) {
    const text = get(keyOf(id)) || '';
    const before = listed.get(id);
    if (before && before.text === text) return before.entry;
    const { doc } = decode(id, text);
    const entry = doc ? entryOf(doc) : null;
    listed.set(id, { text, entry });
    return entry;
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
    remember(doc);
    return null;
  }

  /** @type {(answer: any) => any} without what is noted of the handbook */
  const words = ({ basis, scaleHash, weight, negative, papers, ...rest }) => rest;

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
        const still = known && same(words(known), words(answer));
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
    // nothing is later than the last millisecond of the year 9999, which only a file can bring
    return new Date(Math.max(Date.now(), least < LAST ? least : 0)).toISOString();
  }

  /**
   * Saves a document. Whoever goes on with it takes `doc` from the answer: another tab may have changed other answers.
   * @param {Doc} given
   * @returns {Written}
   */
  function write(given) {
    const { doc, wrong } = check(given);
    if (wrong.length) return hold(given, fail('not_fit', { fields: wrong.slice(0, 6) }));
    const text = get(keyOf(doc.id));
    if (text === null && versions.has(doc.id) && !unsaved.has(doc.id) && storage()) return { doc: given, ...fail('erased') };
    const stored = text === null ? undefined : decode(doc.id, text);
    if (stored && stored.stuck) return hold(given, fail('full')); // what cannot be read would be lost
    if (stored && stored.problem && stored.problem.key !== 'stored_damaged') return hold(given, { problem: stored.problem });
    return settle(doc, stored && stored.doc && met(stored.doc));
  }

  /**
   * @param {Doc} mine
   * @param {Doc | undefined} theirs - what is written so far
   * @returns {Written}
   */
  function settle(mine, theirs) {
    const at = laterThan(theirs && theirs.changed > mine.changed ? theirs.changed : mine.changed);
    const apart = theirs && !covers(mine, theirs);
    const before = version(mine.id, (_, tabs) => tabs === tabsOf(mine)) || (apart ? undefined : theirs);
    stamp(mine, before, at);
    if (levelbook.carry) levelbook.carry.note(mine, before);
    const { doc, both } = apart ? merge(ancestor(mine, theirs), mine, theirs) : { doc: mine, both: 0 };
    if (theirs && theirs.finished && frozenPart(doc, theirs)) return hold(mine, fail('finished'));
    if (levelbook.carry && !(theirs && theirs.finished)) levelbook.carry.sum(doc);
    const tabs = theirs ? joined(mine, theirs) : mine.tabs || {};
    const written = { ...doc, changed: at, tabs: signed(tabs, TAB, at) };
    const trouble = save(written);
    if (!trouble) return { ok: true, doc: structuredClone(written), ...(apart ? { merged: both } : {}) };
    // the next attempt starts from what is stored
    if (theirs) remember(theirs);
    return hold({ ...doc, changed: theirs ? theirs.changed : doc.changed, tabs }, trouble);
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

  const inner = { PREFIX, DAMAGED, OWN, TAB, get, put, drop, keys, entryIn, keyOf, fail, unsaved, versions, save, storage, laterThan, hear, forget };
  levelbook.store = { list, read, write, create: blank, copy, text: textOf, fileName, inner };
})();

// @ts-check
/* What is done with whole assessments: opening a file, taking it in, finishing, erasing, what could not be read. */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {{key: string, facts: Record<string, string | number | string[]>}} Problem
   * @typedef {{doc?: Doc, rest?: Doc, problem?: Problem, same?: boolean, stored?: any}} Opened
   *   same: an assessment with this id is here already; rest: what of it can be read
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { store, assessment } = levelbook;
  const { DAMAGED, OWN, TAB, get, drop, keys, keyOf, fail, unsaved, versions, save, storage, laterThan, forget } = store.inner;
  const TRY = 'levelbook.assess-try';
  const TARGET = /"target"\s*:\s*"([^"\\\s]{1,200})"/;

  /**
   * @param {string} text - of a file
   * @param {string} [handbook] - the name of this handbook
   * @returns {Opened}
   */
  function parse(text, handbook) {
    const found = assessment.parse(text, handbook);
    const doc = found.doc || found.rest;
    const stored = doc && store.list().find((/** @type {any} */ one) => one.id === doc.id);
    return { ...found, same: !!stored, ...(stored ? { stored } : {}) };
  }

  /**
   * @param {File} file - a large one is not even read
   * @param {string} [handbook]
   * @returns {Promise<Opened>}
   */
  async function open(file, handbook) {
    if (file.size > assessment.LIMIT) return assessment.tooBig(file.size);
    const text = await file.text().catch(() => null); // it may be gone, or not ours to read
    return text === null ? fail('unreadable') : parse(text, handbook);
  }

  /**
   * Takes a document from a file in. One with the same id stays, unless it is said that it is to be replaced; one of a newer
   * format stays in any case.
   * @param {Doc} given
   * @param {'both' | 'replace'} [how] - both: the one from the file gets a new id
   * @param {'employee' | 'manager' | ''} [seat] - who sits at it here
   * @returns {{ok?: true, doc: Doc, problem?: Problem}}
   */
  function take(given, how = 'both', seat = '') {
    const stored = store.read(given.id).doc;
    const { tabs, ...doc } = structuredClone(given);
    if ((stored && how === 'both') || isNewer(keyOf(given.id))) doc.id = assessment.newId();
    else if (stored) follow(doc, stored);
    if (stored && seat === 'manager') keepRatings(doc, stored);
    const seated = seat ? levelbook.seats.sit(doc.id, seat) : {};
    const trouble = seated.problem ? seated : save(doc);
    if (trouble) {
      if (doc.id !== given.id || !stored) unsaved.set(doc.id, doc);
      return { doc, ...trouble };
    }
    return { ok: true, doc };
  }

  /**
   * The employee's new file takes the place of the old one, not of what the manager has rated meanwhile.
   * @param {Doc} doc - grows
   * @param {Doc} stored
   */
  function keepRatings(doc, stored) {
    if (!levelbook.seats.some(doc.manager.answers)) doc.manager = structuredClone(stored.manager);
  }

  /**
   * Other tabs must see that this comes after the version they know.
   * @param {Doc} doc - grows
   * @param {Doc} stored
   */
  function follow(doc, stored) {
    doc.changed = laterThan(stored.changed > doc.changed ? stored.changed : doc.changed);
    doc.tabs = assessment.signed(stored.tabs || {}, TAB, doc.changed);
  }

  /**
   * @param {string} id
   * @returns {any} what `write` says
   */
  function finish(id) {
    const found = store.read(id);
    if (!found.doc) return found;
    return store.write({ ...found.doc, finished: found.doc.finished || assessment.now() });
  }

  /**
   * @param {string} id
   * @param {string} name - the person's own
   * @returns {any} what `write` says
   */
  function rename(id, name) {
    const found = store.read(id);
    return found.doc ? store.write({ ...found.doc, name: name.trim().slice(0, 200) }) : found;
  }

  /** @param {string} id */
  function remove(id) {
    drop(keyOf(id));
    levelbook.seats.leave(id);
    forget(id);
  }

  /** Erases everything, also what could not be read. */
  function clear() {
    for (const id of [...versions.keys(), ...unsaved.keys()]) forget(id);
    for (const key of keys()) drop(key);
    levelbook.seats.clear();
  }

  /** @type {(key: string) => boolean} whether it is of a newer format, and left as it is */
  const isNewer = (key) => OWN.test(key) && ['newer', 'too_big'].includes((assessment.parse(get(key) || '').problem || {}).key);

  /** @type {(key: string) => boolean} whether nothing of it can be read, and there is no room to put it aside */
  const isStuck = (key) => OWN.test(key) && store.inner.entryIn((OWN.exec(key) || [])[1]) === null && get(key) !== null;

  /** @type {(key: string) => boolean} */
  const unreadable = (key) => key.startsWith(DAMAGED) || isStuck(key);

  /**
   * What could not be read, the last first; `at` empty: of a newer format; `target` empty: what it is about cannot be seen.
   * @returns {{key: string, at: string, size: number, target: string}[]}
   */
  function damaged() {
    const stuck = keys().filter(isStuck); // what is found only now is put aside
    const aside = keys().filter((/** @type {string} */ key) => key.startsWith(DAMAGED)).reverse();
    return [...aside, ...stuck].map((/** @type {string} */ key) => {
      const text = get(key) || '';
      const at = key.startsWith(DAMAGED) ? key.slice(DAMAGED.length).replace(/\++$/, '') : isNewer(key) ? '' : assessment.now();
      return { key, at, size: text.length, target: (TARGET.exec(text) || [])[1] || '' };
    });
  }

  /** @type {(key: string) => string} */
  const damagedText = (key) => (unreadable(key) && get(key)) || '';

  /** @param {string} key */
  function removeDamaged(key) {
    if (unreadable(key)) drop(key);
  }

  /** @returns {boolean} whether this browser keeps anything for this page */
  function works() {
    if (!storage()) return false;
    try {
      window.localStorage.setItem(TRY, '1');
      window.localStorage.removeItem(TRY);
      return true;
    } catch (error) {
      return /quota/i.test(String(/** @type {any} */ (error).name));
    }
  }

  /**
   * @param {Record<string, string>} words - of the page
   * @param {Problem} problem
   * @returns {string} the sentence to show
   */
  function say(words, { key, facts }) {
    const listed = Object.entries(facts).map(([name, fact]) => [name, [fact].flat().join(words['core.comma'])]);
    return levelbook.fill(words[`store.${key}`] || words['store.other'] || key, Object.fromEntries(listed));
  }

  /**
   * Hands a file to the person, by a link that is followed at once.
   * @param {string} name
   * @param {Blob} blob
   */
  function download(name, blob) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.hidden = true;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  }

  /**
   * @param {Doc} doc
   * @returns {Blob} the file of an assessment
   */
  const blob = (doc) => new Blob([store.text(doc)], { type: 'application/json' });

  /** @param {Doc} doc - handed over as a file */
  const hand = (doc) => download(store.fileName(doc), blob(doc));

  Object.assign(store, { parse, open, take, finish, rename, remove, clear, damaged, damagedText, removeDamaged, works, say, blob, hand });
  levelbook.download = download;
})();

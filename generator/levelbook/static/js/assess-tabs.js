// @ts-check
/* Two versions of one document, changed side by side (two tabs), made into one without losing anything:
   what only one side changed is taken from there; what both changed is taken from the later, and the other one is kept in `kept`.
   Each answer knows when it was last changed (`at`), each document when which tab last wrote what is in it (`tabs`). */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {{path: string[], value: any}} Loser
   * @typedef {{mineLater: boolean, losers: Loser[]}} Course
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping } = levelbook;
  const ASIDE = ['changed', 'release', 'result', 'kept', 'tabs']; // never a reason to keep two
  const DAY = 24 * 60 * 60 * 1000; // milliseconds after which every tab has been told of a writing

  /** @type {(value: any, key: string) => any} */
  const own = (value, key) => (isMapping(value) && Object.hasOwn(value, key) ? value[key] : undefined);

  /**
   * @param {any} one
   * @param {any} other
   * @returns {boolean} whether they say the same, times of answers aside
   */
  function same(one, other) {
    if (one === other) return true;
    if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, at) => same(value, other[at]));
    if (!isMapping(one) || !isMapping(other)) return false;
    const keys = new Set([...Object.keys(one), ...Object.keys(other)].filter((key) => key !== 'at'));
    return [...keys].every((key) => same(own(one, key), own(other, key)));
  }

  /**
   * @param {any} base - what both came from; undefined where that is not known
   * @param {any} mine
   * @param {any} theirs
   * @param {string[]} path
   * @param {Course} course - collects what lost
   * @returns {any}
   */
  function three(base, mine, theirs, path, course) {
    if (same(mine, theirs)) return later(mine, theirs);
    if (base !== undefined && same(mine, base)) return theirs;
    if (base !== undefined && same(theirs, base)) return mine;
    // what one side took away and the other changed is kept
    if (mine === undefined || theirs === undefined) return mine === undefined ? theirs : mine;
    // both began it: what one of them left open is no answer to what the other wrote
    if (base === undefined && (isOpen(mine) || isOpen(theirs))) return isOpen(mine) ? theirs : mine;
    if (Array.isArray(mine) && Array.isArray(theirs)) return rows(Array.isArray(base) ? base : [], mine, theirs, path, course);
    if (isMapping(mine) && isMapping(theirs)) return fields(base, mine, theirs, path, course);
    course.losers.push({ path, value: course.mineLater ? theirs : mine });
    return course.mineLater ? mine : theirs;
  }

  /** @type {(value: any) => boolean} what a field holds before anybody has written in it */
  const isOpen = (value) => [null, '', false].includes(value);

  /**
   * @param {any} mine
   * @param {any} theirs
   * @returns {any} of two that say the same, the one with the later time
   */
  function later(mine, theirs) {
    return isMapping(mine) && isMapping(theirs) && String(theirs.at || '') > String(mine.at || '') ? theirs : mine;
  }

  /** @type {(mine: any, theirs: any) => boolean} of the same millisecond one is chosen that every tab chooses */
  const isLater = (mine, theirs) => (mine.at === theirs.at ? JSON.stringify(mine) > JSON.stringify(theirs) : mine.at > theirs.at);

  /**
   * @param {any} base
   * @param {Doc} mine
   * @param {Doc} theirs
   * @param {string[]} path
   * @param {Course} course
   * @returns {Doc}
   */
  function fields(base, mine, theirs, path, course) {
    const timed = typeof mine.at === 'string' && typeof theirs.at === 'string';
    const inner = timed ? { ...course, mineLater: isLater(mine, theirs) } : course;
    const keys = [...new Set([...Object.keys(mine), ...Object.keys(theirs)])];
    const merged = keys.map((key) => {
      if (key === 'at' && timed) return [key, mine.at >= theirs.at ? mine.at : theirs.at];
      if (!path.length && key === 'known') return [key, union(own(mine, key), own(theirs, key))];
      if (!path.length && ASIDE.includes(key)) return [key, own(mine, key) === undefined ? theirs[key] : mine[key]];
      return [key, three(own(base, key), own(mine, key), own(theirs, key), [...path, key], inner)];
    });
    return Object.fromEntries(merged.filter(([, value]) => value !== undefined));
  }

  /** @type {(mine: any, theirs: any) => any} what either has looked at was looked at */
  const union = (mine, theirs) => (mine && theirs ? [...new Set([...theirs, ...mine])].sort() : mine || theirs);

  /** @type {(all: any[]) => boolean} whether every row says which it is */
  const isNamed = (all) => new Set(all.map((row) => own(row, '@id'))).size === all.length && all.every((row) => typeof own(row, '@id') === 'string');

  /**
   * Rows that say which they are, or of which there were one or as many before, are merged each with its own; of all other lists
   * every entry that neither took out stays, with what either added.
   * @param {any[]} base
   * @param {any[]} mine
   * @param {any[]} theirs
   * @param {string[]} path
   * @param {Course} course
   * @returns {any[]}
   */
  function rows(base, mine, theirs, path, course) {
    if ([base, mine, theirs].every(isNamed)) return named(base, mine, theirs, path, course);
    const long = mine.length;
    const alike = theirs.length === long && (base.length === long || (long === 1 && !base.length)) && [...mine, ...theirs].every(isMapping);
    if (alike) return mine.map((row, at) => three(base[at], row, theirs[at], [...path, String(at)], course));
    const left = theirs.filter((one) => has(mine, one) || !has(base, one));
    return [...left, ...mine.filter((one) => !has(base, one) && !has(theirs, one))];
  }

  /**
   * Rows that say which they are are matched by that, whatever their order.
   * @type {typeof rows}
   */
  function named(base, mine, theirs, path, course) {
    const of = (/** @type {any[]} */ all, /** @type {string} */ id) => all.find((row) => row['@id'] === id);
    const ids = [...new Set([...theirs, ...mine].map((row) => row['@id']))];
    return ids.map((id) => three(of(base, id), of(mine, id), of(theirs, id), [...path, id], course)).filter((row) => row !== undefined);
  }

  /** @type {(value: any, path: string[]) => any} */
  const pick = (value, path) => path.reduce((found, key) => own(found, key), value);

  /**
   * @param {Doc} mine
   * @param {Doc} theirs
   * @param {Loser} loser
   * @returns {Doc | null} an entry of `kept`, or null where nothing is lost
   */
  function entry(mine, theirs, { path, value }) {
    if (value === '' || value === null || value === undefined) return null;
    const answers = path[0] === 'answers' ? 1 : path[0] === 'manager' && path[1] === 'answers' ? 2 : 0;
    if (!answers || path.length <= answers + 1) {
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      return { code: path.join('.'), name: '', text, answer: null, why: 'tabs', since: '' };
    }
    const code = path[answers];
    const lost = [mine, theirs].map((doc) => pick(doc, path.slice(0, answers + 1))).find((one) => same(pick(one, path.slice(answers + 1)), value));
    return { code, name: lost.name || '', text: lost.text || '', answer: lost, why: 'tabs', since: '', ...(answers === 2 ? { who: 'manager' } : {}) };
  }

  /**
   * @param {any} all
   * @param {Doc} one
   * @returns {boolean}
   */
  const has = (all, one) => all.some((/** @type {Doc} */ other) => same(other, one));

  /**
   * What is kept by either stays, unless one side took it out.
   * @param {Doc | undefined} base
   * @param {Doc} mine
   * @param {Doc} theirs
   * @param {Doc[]} lost
   * @returns {Doc[]}
   */
  function keptOf(base, mine, theirs, lost) {
    const before = base ? base.kept : [];
    const out = before.filter((/** @type {Doc} */ one) => !has(mine.kept, one) || !has(theirs.kept, one));
    const all = [...theirs.kept, ...mine.kept].filter((one) => !has(out, one)).concat(lost);
    return all.filter((one, at) => all.findIndex((other) => same(one, other)) === at);
  }

  /**
   * @param {Doc | undefined} base
   * @param {Doc} mine
   * @param {Doc} theirs - what is stored
   * @param {boolean} mineLater - who wins where no time of an answer decides
   * @returns {{doc: Doc, both: number}} both: in how many places there were two values
   */
  function merge(base, mine, theirs, mineLater = true) {
    /** @type {Course} */
    const course = { mineLater, losers: [] };
    const doc = fields(base, mine, theirs, [], course);
    const lost = course.losers.map((loser) => entry(mine, theirs, loser)).filter((one) => one !== null);
    doc.kept = keptOf(base, mine, theirs, /** @type {Doc[]} */ (lost));
    return { doc, both: lost.length };
  }

  /**
   * @param {Doc} one
   * @param {Doc} other
   * @returns {boolean} whether everything that tabs wrote into the other is in the one
   */
  function covers(one, other) {
    const told = Date.parse(one.changed) - DAY; // earlier ones do not stand in it any more
    return Object.entries(other.tabs || {}).every(([tab, at]) => (own(one.tabs, tab) || '') >= at || Date.parse(at) < told);
  }

  /**
   * @param {Doc} one
   * @param {Doc} other
   * @returns {Record<string, string>} the `tabs` of what has the writings of both
   */
  function joined(one, other) {
    const tabs = { ...one.tabs };
    for (const [tab, at] of Object.entries(other.tabs || {})) if (!(own(tabs, tab) >= at)) tabs[tab] = at;
    return tabs;
  }

  /**
   * @param {Record<string, string>} tabs
   * @param {string} tab - which writes now
   * @param {string} at
   * @returns {Record<string, string>} the same with this writing, without those of which every tab has been told
   */
  function signed(tabs, tab, at) {
    const fresh = Object.entries(tabs).filter(([, then]) => Date.parse(then) >= Date.parse(at) - DAY);
    return Object.fromEntries([...fresh, [tab, at]]);
  }

  Object.assign(levelbook.assessment, { merge, same, covers, joined, signed });
})();

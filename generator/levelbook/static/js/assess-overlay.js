// @ts-check
/* Lays a file over the assessment that is open here, of which it is a copy: what only one of them has is taken over,
   what both have differently is asked. Nothing is decided silently, nothing is thrown away. No page here. */
(function () {
  'use strict';

  /**
   * @typedef {{part: string, code: string, here: any, file: any, choice: 'here' | 'file'}} Ask - choice: what is proposed
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const SAID = ['points', 'marks', 'mark', 'evidence', 'date', 'na', 'unseen', 'pick'];

  /**
   * @param {any} value
   * @returns {boolean} whether nothing is said by it
   */
  function empty(value) {
    if (value === null || value === undefined || value === '' || value === false) return true;
    if (Array.isArray(value)) return value.every(empty);
    return typeof value === 'object' && Object.values(value).every(empty);
  }

  /**
   * @param {any} value
   * @returns {any} with its keys in one order, without what says nothing
   */
  function tidy(value) {
    if (Array.isArray(value)) return value.map(tidy);
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value).filter((key) => !empty(value[key])).sort();
    return Object.fromEntries(keys.map((key) => [key, tidy(value[key])]));
  }

  /**
   * @param {any} answer
   * @returns {any} what a person said, without the wording it was said to
   */
  function core(answer) {
    return Object.fromEntries(SAID.map((key) => [key, answer ? answer[key] : null]));
  }

  /** @type {(one: any, other: any) => boolean} */
  const same = (one, other) => JSON.stringify(tidy(one)) === JSON.stringify(tidy(other));

  /**
   * @param {Record<string, any>} here - grows
   * @param {Record<string, any>} file
   * @param {string} part
   * @param {'here' | 'file'} choice
   * @param {(value: any) => any} said - what counts of a value
   * @returns {Ask[]}
   */
  function join(here, file, part, choice, said) {
    const asks = [];
    for (const [code, theirs] of Object.entries(file)) {
      const mine = Object.hasOwn(here, code) ? here[code] : undefined;
      if (empty(said(theirs))) continue;
      if (empty(said(mine))) here[code] = structuredClone(theirs);
      else if (!same(said(mine), said(theirs))) asks.push({ part, code, here: mine, file: theirs, choice });
    }
    return asks;
  }

  /**
   * @param {any} doc - grows
   * @param {any} other
   */
  function joinRest(doc, other) {
    for (const [key, value] of Object.entries(other)) if (!(key in doc)) doc[key] = structuredClone(value);
    const known = new Set((doc.kept || []).map((/** @type {any} */ one) => JSON.stringify(tidy(one))));
    const fresh = (other.kept || []).filter((/** @type {any} */ one) => !known.has(JSON.stringify(tidy(one))));
    doc.kept = [...(doc.kept || []), ...structuredClone(fresh)];
  }

  /** @param {any} value */
  const whole = (value) => value;

  /**
   * @param {any} here - the open document
   * @param {any} file - a document with the same id
   * @param {string} who - who looks at it: what the other one said is proposed from the file
   * @returns {{doc: any, asks: Ask[]}} joined as far as both agree, and what has to be decided
   */
  function overlay(here, file, who) {
    const doc = structuredClone(here);
    doc.answers = doc.answers || {};
    doc.manager = { name: '', answers: {}, ...doc.manager };
    doc.agreed = doc.agreed || {};
    doc.plan = doc.plan || {};
    const theirs = file.manager || {};
    const later = String(file.changed) > String(here.changed) ? 'file' : 'here';
    const [own, other] = /** @type {('here' | 'file')[]} */ (who === 'manager' ? ['file', 'here'] : ['here', 'file']);
    const heads = { name: file.name, period: file.period };
    const how = { mode: file.mode };
    const asks = [
      ...join(doc, heads, 'head', own, whole),
      ...join(doc, how, 'head', later, whole),
      ...join(doc.answers, file.answers || {}, 'answers', own, core),
      ...join(doc.manager, { name: theirs.name }, 'manager_name', other, whole),
      ...join(doc.manager.answers, theirs.answers || {}, 'manager', other, core),
      ...join(doc.agreed, file.agreed || {}, 'agreed', later, whole),
      ...join(doc.plan, file.plan || {}, 'plan', later, whole),
    ];
    joinRest(doc, file);
    return { doc, asks };
  }

  /** @type {(doc: any, part: string) => Record<string, any>} */
  const room = (doc, part) =>
    ({ head: doc, answers: doc.answers, manager_name: doc.manager, manager: doc.manager.answers, agreed: doc.agreed, plan: doc.plan })[part];

  /**
   * @param {any} doc - changes
   * @param {Ask[]} asks - with the choices made
   */
  function settle(doc, asks) {
    for (const { part, code, file, choice } of asks) if (choice === 'file') room(doc, part)[code] = structuredClone(file);
  }

  levelbook.overlay = { lay: overlay, settle, empty };
})();

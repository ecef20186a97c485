// @ts-check
/* The answers of an assessment: where they lie in the document, how one is made, which state an item is in. No page here. */
(function () {
  'use strict';

  /**
   * @typedef {{points: string | null, marks: Record<string, string>, mark: string | null, evidence: string, date: string,
   *   na: string | null, unseen: boolean, pick: boolean, hash: string, text: string, name: string, seen: string}} Answer
   * @typedef {'done' | 'part' | 'na' | 'unseen' | 'todo'} State
   * @typedef {{item: any, state: State, again: boolean, of: [number, number] | null}} Standing
   *   again: to be looked at again; of: parts rated and parts there are
   */

  const levelbook = /** @type {any} */ (window).levelbook;

  /**
   * @param {any} doc
   * @param {string} who
   * @returns {Record<string, Answer>} what this person has answered
   */
  function answersOf(doc, who) {
    return (who === 'manager' ? doc.manager && doc.manager.answers : doc.answers) || {};
  }

  /**
   * @param {any} draft - grows where there is no room yet
   * @param {string} who
   * @returns {Record<string, Answer>}
   */
  function roomFor(draft, who) {
    if (who !== 'manager') return (draft.answers = draft.answers || {});
    draft.manager = draft.manager || { name: '', answers: {} };
    return (draft.manager.answers = draft.manager.answers || {});
  }

  /**
   * @param {any} data
   * @param {string} code
   * @returns {any} the item or part of this code
   */
  function find(data, code) {
    for (const item of data.items) {
      if (item.code === code) return item;
      for (const part of item.parts || []) if (part.code === code) return part;
    }
    return null;
  }

  /**
   * @param {any} data
   * @param {string} id
   * @returns {string} a group with those above it
   */
  function path(data, id) {
    const groups = new Map(data.groups.map((/** @type {any} */ one) => [one.id, one]));
    const names = [];
    for (let one = groups.get(id); one && names.length < groups.size; one = groups.get(one.parent)) names.unshift(one.name);
    return names.join(' / ');
  }

  /**
   * Notes which wording was rated.
   * @param {Answer} answer
   * @param {any} data
   * @param {string} code
   */
  function stamp(answer, data, code) {
    const thing = find(data, code) || {};
    Object.assign(answer, { hash: thing.hash || '', text: thing.text || '', name: thing.name || '', seen: data.release });
  }

  /**
   * @param {any} draft
   * @param {string} who
   * @param {any} data
   * @param {string} code
   * @returns {Answer} the answer to change, made where there is none
   */
  function open(draft, who, data, code) {
    const room = roomFor(draft, who);
    if (!Object.hasOwn(room, code)) {
      room[code] = /** @type {Answer} */ ({
        points: null, marks: {}, mark: null, evidence: '', date: '', na: null, unseen: false, pick: false,
      });
      stamp(room[code], data, code);
    }
    return room[code];
  }

  /**
   * @param {string | null | undefined} text
   * @returns {boolean} whether somebody wrote something
   */
  const said = (text) => typeof text === 'string' && text.trim() !== '';

  /**
   * @param {any} item
   * @param {Partial<Answer>} answer
   * @returns {boolean} whether all marks of an exam are there
   */
  function marked(item, answer) {
    const marks = answer.marks || {};
    if (said(answer.mark)) return true;
    return item.subjects.length > 0 && item.subjects.every((/** @type {any} */ one) => said(marks[one.name]));
  }

  /**
   * @param {any} item
   * @param {string} mode
   * @returns {boolean} whether its parts are rated one by one
   */
  const byParts = (item, mode) => mode === 'full' && item.kind === 'rating' && (item.parts || []).length > 0;

  /**
   * @param {any} item
   * @param {Record<string, Answer>} answers
   * @param {string} mode
   * @returns {{state: State, of: [number, number] | null}}
   */
  function state(item, answers, mode) {
    const answer = answers[item.code] || {};
    if (said(answer.na)) return { state: 'na', of: null };
    if (answer.unseen) return { state: 'unseen', of: null };
    if (item.kind === 'exam') return { state: marked(item, answer) ? 'done' : 'todo', of: null };
    if (!byParts(item, mode)) return { state: said(answer.points) ? 'done' : 'todo', of: null };
    const rated = item.parts.filter((/** @type {any} */ part) => settled(answers[part.code])).length;
    const all = item.parts.length;
    return { state: rated === all ? 'done' : rated ? 'part' : 'todo', of: [rated, all] };
  }

  /**
   * @param {Answer | undefined} answer
   * @returns {boolean} whether nothing more is to be said
   */
  const settled = (answer) => !!answer && (said(answer.points) || said(answer.na) || answer.unseen === true);

  /**
   * @param {any} data
   * @param {any} doc
   * @param {string} who
   * @param {Set<string>} again - codes of items and parts to be looked at again
   * @returns {Standing[]} of every item that can be answered, in the order of the page
   */
  function standings(data, doc, who, again) {
    const answers = answersOf(doc, who);
    return data.items
      .filter((/** @type {any} */ item) => item.kind !== 'none')
      .map((/** @type {any} */ item) => ({
        item,
        ...state(item, answers, doc.mode),
        again: [item, ...(item.parts || [])].some((one) => again.has(one.code)),
      }));
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @param {string} who
   * @returns {string[]} codes ticked as the most important, in the order of the page
   */
  function picked(data, doc, who) {
    const answers = answersOf(doc, who);
    return data.items.map((/** @type {any} */ one) => one.code).filter((/** @type {string} */ code) => answers[code] && answers[code].pick);
  }

  levelbook.answers = { answersOf, open, stamp, find, path, said, byParts, state, standings, picked };
})();

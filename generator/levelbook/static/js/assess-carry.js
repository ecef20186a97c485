// @ts-check
/* A new release of the handbook: what of a document stays, what is to be looked at again, what has lost its place.
   levelbook.carry is pure: the same document and data give the same answer, and carrying twice is carrying once.
   Nothing vanishes: what has no place any more goes into `kept`, with the wording that was rated; what comes back, comes back. */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {{item: any, part: any, group: any}} Place - part: null where the item itself is meant
   * @typedef {{kind: string, old: string, now: string}} Difference
   * @typedef {{code: string, kind: string, also?: Difference[], name: string, old: string, now: string, points: string | null,
   *   who: string, from?: string, fromName?: string, fits?: boolean}} Look - fits: whether the scale of today has these points
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping } = levelbook;
  const { hasOwn: own } = Object;
  /** So often at most: each time fewer find another place. */
  const ROUNDS = 9;
  const BACK = ['retired', 'replaced', 'moved'];
  const RATED = ['points', 'marks', 'mark', 'na', 'unseen', 'hash', 'seen'];
  /** What comes back with a figure: on which it rests. */
  const AGAIN = ['points', 'marks', 'mark', 'standard', 'scale', 'scaleName', 'scaleHash', 'basis', 'weight', 'negative', 'papers'];
  const said = (/** @type {any} */ text) => typeof text === 'string' && text.trim() !== '';
  /** @type {(answer: any) => boolean} whether a figure comes of it */
  const given = (answer) => said(answer.points) || said(answer.mark) || Object.values(answer.marks || {}).some(said);

  /** @type {WeakMap<object, Map<string, Place>>} by the items of a page, so that a file of thousands of codes does not list them thousands of times */
  const listed = new WeakMap();

  /**
   * @param {any} data
   * @returns {Map<string, Place>} what can be rated on this page, in its order
   */
  function placesOf(data) {
    const known = listed.get(data.items);
    if (known) return known;
    const found = list(data);
    listed.set(data.items, found);
    return found;
  }

  /**
   * @param {any} data
   * @returns {Map<string, Place>}
   */
  function list(data) {
    const groups = new Map((data.groups || []).map((/** @type {any} */ one) => [one.id, one]));
    const found = new Map();
    for (const item of data.items) {
      if (item.kind === 'none') continue;
      const group = groups.get(item.group) || { id: item.group || '', name: item.group || '' };
      found.set(item.code, { item, part: null, group });
      for (const part of item.parts || []) found.set(part.code, { item, part, group });
    }
    return found;
  }

  /** @type {(answer: any) => boolean} whether it says anything about how one stands */
  const rated = (answer) =>
    said(answer.points) || said(answer.mark) || Object.values(answer.marks || {}).some(said) || answer.na !== null && answer.na !== undefined ||
    answer.unseen === true;

  /** @type {(answer: any) => boolean} */
  const blank = (answer) => !rated(answer) && !said(answer.evidence) && !said(answer.date) && answer.pick !== true;

  /**
   * @param {Doc} doc
   * @returns {[who: string, answers: Record<string, any>][]}
   */
  const sides = (doc) => [['employee', doc.answers], ['manager', doc.manager.answers]];

  /** @type {(data: any, place: Place) => any} */
  const scaleOf = (data, { item, part }) => {
    const id = (part && data.partScale) || item.scale || '';
    return { id, ...((data.scales || {})[id] || {}) };
  };

  /** @type {(data: any, place: Place) => string | null} */
  const standardOf = (data, { item, part }) => (part ? null : item.standard || null);

  /**
   * @param {any} data
   * @param {Place} place
   * @param {string | null} points
   * @returns {boolean} whether these points can be given there
   */
  function fits(data, place, points) {
    if (!said(points)) return true;
    if (place.item.kind === 'condition') return points === '0' || points === '1';
    if (place.item.kind === 'exam') return false;
    const { ratings } = scaleOf(data, place);
    return !ratings || ratings.some((/** @type {any} */ one) => one.points === points);
  }

  /**
   * Notes what was rated, and how it was to be rated.
   * @param {any} answer - grows
   * @param {any} data
   * @param {Place} place
   */
  function describe(answer, data, place) {
    const scale = scaleOf(data, place);
    const { part, item, group } = place;
    Object.assign(answer, {
      place: part ? item.code : group.id, placeName: part ? item.name : group.name,
      standard: standardOf(data, place), scale: scale.id, scaleName: scale.name || '',
    });
    levelbook.rests.note(answer, data, place);
  }

  /**
   * @param {any} data
   * @param {string} code
   * @returns {string[]} the codes on this page that have taken its place
   */
  function heirs(data, code) {
    const places = placesOf(data);
    const gone = data.gone || {};
    const found = new Set();
    const seen = new Set();
    const queue = [code];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (places.has(next)) found.add(next);
      else if (own(gone, next)) queue.push(...(gone[next].replacedBy || []));
    }
    return [...found];
  }

  /**
   * @param {any} data
   * @param {string} code
   * @returns {{why: string, since: string}} why it is not on this page any more
   */
  function reason(data, code) {
    const gone = own(data.gone || {}, code) ? data.gone[code] : null;
    const since = (gone && gone.release) || data.release || '';
    if (!gone) return { why: 'moved', since };
    return { why: heirs(data, code).length ? 'replaced' : 'retired', since };
  }

  /** @type {WeakMap<any[], {upTo: number, of: Map<string, any[]>}>} lists of what is kept, by code */
  const indexes = new WeakMap();

  /**
   * @param {any[]} kept - may have grown at its end since it was last asked for
   * @param {string} code
   * @returns {any[]} what is kept of a code, in order
   */
  function keptOf(kept, code) {
    const before = indexes.get(kept);
    const index = before && before.upTo <= kept.length ? before : { upTo: 0, of: new Map() };
    for (; index.upTo < kept.length; index.upTo += 1) {
      const one = kept[index.upTo];
      const alike = index.of.get(one.code);
      if (alike) alike.push(one);
      else index.of.set(one.code, [one]);
    }
    indexes.set(kept, index);
    return index.of.get(code) || [];
  }

  /**
   * @param {Doc} doc - grows
   * @param {any} entry
   */
  function keep(doc, entry) {
    const { same } = levelbook.assessment;
    const bare = (/** @type {any} */ one) => ({ ...one, since: '', seen: undefined });
    if (!keptOf(doc.kept, entry.code).some((/** @type {any} */ one) => same(bare(one), bare(entry)))) doc.kept.push(entry);
  }

  /**
   * What had no place and has one again takes it, unless something else stands there.
   * @param {Doc} doc - changes
   * @param {any} data
   * @param {Map<string, Place>} places
   */
  function bringBack(doc, data, places) {
    doc.kept = doc.kept.filter((/** @type {any} */ one) => {
      if (one.why === 'subject') return !one.answer || !remark(doc, places, one);
      if (one.why === 'scale') return !one.answer || !rescored(doc, data, places.get(one.code), one);
      if (!BACK.includes(one.why) || !places.has(one.code)) return true;
      const answers = one.who === 'manager' ? doc.manager.answers : doc.answers;
      if (one.agreed !== undefined && !own(doc.agreed, one.code)) doc.agreed[one.code] = one.agreed;
      else if (one.agreed !== undefined) return true;
      if (!one.answer) return false;
      if (own(answers, one.code) && !blank(answers[one.code])) return true;
      answers[one.code] = one.answer;
      return false;
    });
  }

  /**
   * @param {Doc} doc - changes
   * @param {any} data
   * @param {Place | undefined} place
   * @param {any} kept - what was given on a scale that was no more
   * @returns {boolean} whether it can be given again, and nothing else was meanwhile
   */
  function rescored(doc, data, place, kept) {
    const answer = (kept.who === 'manager' ? doc.manager.answers : doc.answers)[kept.code];
    if (!place || !answer || given(answer)) return false;
    const then = kept.answer;
    const exam = place.item.kind === 'exam';
    if (exam ? said(then.points) || !given(then) : given({ ...then, points: null }) || !fits(data, place, then.points)) return false;
    const found = Object.fromEntries(AGAIN.filter((key) => then[key] !== undefined).map((key) => [key, then[key]]));
    Object.assign(answer, structuredClone(found));
    return true;
  }

  /** @type {(place: Place | undefined, subject: string) => boolean} */
  const examined = (place, subject) => !!place && (place.item.subjects || []).some((/** @type {any} */ one) => one.name === subject);

  /**
   * @param {Doc} doc - changes
   * @param {Map<string, Place>} places
   * @param {any} kept - marks of subjects that were no more
   * @returns {boolean} whether they have their place again
   */
  function remark(doc, places, kept) {
    const answer = (kept.who === 'manager' ? doc.manager.answers : doc.answers)[kept.code];
    const marks = Object.keys(kept.answer.marks);
    if (!answer || marks.some((subject) => !examined(places.get(kept.code), subject) || said((answer.marks || {})[subject]))) return false;
    answer.marks = { ...answer.marks, ...kept.answer.marks };
    return true;
  }

  /**
   * Marks of subjects that are no more, or have another name, are kept beside the exam.
   * @param {Doc} doc - changes
   * @param {any} data
   * @param {Place} place
   * @param {string} who
   * @param {any} answer - changes
   */
  function dropSubjects(doc, data, place, who, answer) {
    if (place.item.kind !== 'exam') return;
    const lost = Object.entries(answer.marks || {}).filter(([subject]) => !examined(place, subject));
    if (!lost.length) return;
    answer.marks = Object.fromEntries(Object.entries(answer.marks).filter(([subject]) => examined(place, subject)));
    const marks = Object.fromEntries(lost.filter(([, mark]) => said(mark)));
    const { code, name } = place.item;
    const mark = who === 'manager' ? { who } : {};
    if (Object.keys(marks).length) keep(doc, { code, name, text: '', answer: { marks }, why: 'subject', since: data.release || '', ...mark });
  }

  /**
   * @param {Doc} doc - changes
   * @param {any} data
   * @param {Map<string, Place>} places
   */
  function putAside(doc, data, places) {
    for (const [who, answers] of sides(doc)) {
      for (const [code, answer] of Object.entries(answers)) {
        const place = places.get(code);
        if (place) {
          rescale(doc, data, place, who, code, answer);
          dropSubjects(doc, data, place, who, answer);
          continue;
        }
        delete answers[code];
        const mark = who === 'manager' ? { who } : {};
        if (!blank(answer)) keep(doc, { code, name: answer.name || '', text: answer.text || '', answer, ...reason(data, code), ...mark });
      }
    }
    for (const [code, agreed] of Object.entries(doc.agreed)) {
      if (places.has(code)) continue;
      delete doc.agreed[code];
      const name = own(data.gone || {}, code) ? data.gone[code].name : '';
      keep(doc, { code, name, text: '', answer: null, ...reason(data, code), agreed });
    }
  }

  /**
   * Points that the scale of today does not have are kept beside it.
   * @param {Doc} doc - changes
   * @param {any} data
   * @param {Place} place
   * @param {string} who
   * @param {string} code
   * @param {any} answer - changes
   */
  function rescale(doc, data, place, who, code, answer) {
    const exam = place.item.kind === 'exam';
    const marked = !exam && (said(answer.mark) || Object.values(answer.marks || {}).some(said));
    if (!marked && fits(data, place, answer.points)) return;
    const mark = who === 'manager' ? { who } : {};
    keep(doc, {
      code, name: answer.name || '', text: answer.text || '', answer: structuredClone(answer), why: 'scale', since: data.release || '', ...mark,
    });
    if (marked) Object.assign(answer, { marks: {}, mark: null });
    if (!fits(data, place, answer.points)) answer.points = null;
  }

  /** @type {(before: any[], after: any[]) => boolean} whether anything went to what is kept, or came back from it */
  const moved = (before, after) => before.length !== after.length || before.some((one, at) => one !== after[at]);

  /**
   * Answers of before it was noted what they rest on: noted as far as it can be seen.
   * @param {Doc} doc - changes
   * @param {any} data
   * @param {Map<string, Place>} places
   */
  function settle(doc, data, places) {
    const found = sides(doc).map(([who, before]) => {
      const answers = levelbook.basis.settled(doc, data, who);
      for (const [code, answer] of Object.entries(answers)) {
        const place = places.get(code);
        if (place && answer.basis && own(before[code], 'basis') === false) levelbook.rests.note(answer, data, place);
      }
      return answers;
    });
    [doc.answers, doc.manager.answers] = found;
  }

  /**
   * @param {Doc} given - any document
   * @param {any} data - of the page
   * @returns {{doc: Doc, look: Look[]}} the document on the wording of today; the one given is not changed
   */
  function carry(given, data) {
    const doc = structuredClone(given);
    if (doc.target !== data.target || !isMapping(doc.answers)) return { doc, look: [] };
    doc.manager = { name: '', answers: {}, ...doc.manager };
    for (const [key, none] of /** @type {[string, any][]} */ ([['agreed', {}], ['plan', {}], ['kept', []]])) doc[key] = doc[key] || none;
    const places = placesOf(data);
    settle(doc, data, places);
    // what is put aside may make room for what was put aside before, so that one round is not always enough
    for (let round = 0, before = null; round < ROUNDS && (!before || moved(before, doc.kept)); round += 1) {
      before = doc.kept;
      bringBack(doc, data, places);
      putAside(doc, data, places);
    }
    doc.release = data.release || '';
    if (data.title) doc.title = data.title;
    return { doc, look: levelbook.look(doc, data) };
  }

  const inner = { placesOf, keptOf, sides, rated, given, blank, fits, describe, heirs, scaleOf, standardOf, said, own, RATED };
  levelbook.carry = Object.assign(carry, { inner });
})();

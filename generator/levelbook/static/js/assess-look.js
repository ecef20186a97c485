// @ts-check
/* What of a document is to be looked at again, how that is settled, and what is noted for the next time. */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {import('./assess-carry.js').Look} Look
   * @typedef {import('./assess-carry.js').Place} Place
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { placesOf, keptOf, sides, rated, blank, given, fits, describe, heirs, scaleOf, said, own, RATED } = levelbook.carry.inner;

  /**
   * @param {Doc} doc
   * @param {any} data
   * @param {Place} place
   * @param {any} answer
   * @param {boolean} figure - whether one comes of it, or came of it once
   * @returns {[kind: string, old: string, now: string][]} what is different from when it was rated
   */
  function differences(doc, data, place, answer, figure) {
    const { part, item, group } = place;
    const now = part || item;
    /** @type {[string, string, string][]} */
    const found = [];
    if (answer.hash && answer.hash !== now.hash) found.push(['reworded', answer.text || '', now.text || '']);
    if (answer.place && answer.place !== (part ? item.code : group.id)) {
      found.push(['moved', answer.placeName || answer.place, part ? item.name : group.name]);
    }
    return [...found, ...levelbook.rests.changes(doc, data, place, answer, figure)];
  }

  /** @type {(doc: Doc, data: any, place: Place) => boolean} whether it is rated part by part */
  const byParts = (doc, data, { item }) => doc.mode === 'full' && item.kind === 'rating' && (item.parts || []).length > 0;

  /**
   * @param {Doc} doc
   * @param {any} data
   * @param {Map<string, Place>} places
   * @returns {Look[]} answers that were given to something else than what is asked today
   */
  function changed(doc, data, places) {
    const found = [];
    for (const [who, answers] of sides(doc)) {
      for (const [code, place] of places) {
        const answer = own(answers, code) ? answers[code] : null;
        const seen = byParts(doc, data, place) ? place.part || (answer && (answer.unseen || said(answer.na))) : !place.part;
        if (!seen || !answer || (!rated(answer) && !said(answer.evidence) && !once(doc, who, code))) continue;
        const last = once(doc, who, code);
        const [first, ...others] = differences(doc, data, place, answer, given(answer) || last !== null);
        if (!first) continue;
        const points = answer.points || last;
        const also = others.length ? { also: others.map(([kind, old, now]) => ({ kind, old, now })) } : {};
        found.push({ code, kind: first[0], ...also, name: (place.part || place.item).name || place.item.name, old: first[1], now: first[2], points, who, fits: fits(data, place, points) });
      }
    }
    return found;
  }

  /**
   * @param {Doc} doc
   * @param {string} who
   * @param {string} code
   * @returns {string | null} the points given on a scale that is no more
   */
  function once(doc, who, code) {
    const kept = keptOf(doc.kept, code).filter((/** @type {any} */ one) => one.why === 'scale' && (one.who || 'employee') === who);
    const last = kept[kept.length - 1];
    return last && last.answer ? last.answer.points : null;
  }

  /**
   * @param {Doc} doc
   * @param {Map<string, Place>} places
   * @param {any} data
   * @returns {Look[]} indicators that were not there when the others were rated
   */
  function added(doc, places, data) {
    if (!Array.isArray(doc.known)) return [];
    const known = new Set(doc.known);
    const fresh = [...places].filter(([code, place]) => place.part && byParts(doc, data, place) && !known.has(code) && !own(doc.answers, code));
    return fresh.map(([code, { item, part }]) => ({
      code, kind: 'new-part', name: item.name, old: '', now: part.text || '', points: null, who: 'employee',
    }));
  }

  /**
   * @param {Doc} doc
   * @param {any} data
   * @param {Map<string, Place>} places
   * @returns {Look[]} what is no longer on the page, and what may take its place
   */
  function lost(doc, data, places) {
    const open = doc.kept.filter((/** @type {any} */ one) => ['retired', 'replaced', 'moved'].includes(one.why) && !one.seen && one.answer);
    return open.flatMap((/** @type {any} */ one) => {
      const who = one.who || 'employee';
      const answers = who === 'manager' ? doc.manager.answers : doc.answers;
      const after = heirs(data, one.code);
      const { points } = one.answer;
      if (!after.length) {
        const gone = own(data.gone || {}, one.code) ? data.gone[one.code] : {};
        return [{ code: one.code, kind: one.why === 'moved' ? 'moved' : 'retired', name: one.name, old: one.text, now: gone.why || '', points, who }];
      }
      const free = after.filter((/** @type {string} */ code) => !own(answers, code));
      return free.map((/** @type {string} */ code) => {
        const place = /** @type {Place} */ (places.get(code));
        const { part, item } = place;
        return { code, kind: 'replaced', name: item.name, old: one.text, now: (part || item).text || '', points, who, from: one.code, fromName: one.name || '', fits: fits(data, place, points) };
      });
    });
  }

  /**
   * @param {Doc} doc - carried
   * @param {any} data
   * @returns {Look[]} in the order of the page, then what is not on it
   */
  function look(doc, data) {
    const places = placesOf(data);
    const order = new Map([...places.keys()].map((code, at) => [code, at]));
    const at = (/** @type {Look} */ one) => (order.has(one.code) ? Number(order.get(one.code)) : order.size);
    const gone = lost(doc, data, places);
    const heir = new Set(gone.filter((one) => one.kind === 'replaced').map((one) => one.code)); // said once: what it has replaced
    const fresh = added(doc, places, data).filter((one) => !heir.has(one.code));
    const all = [...changed(doc, data, places), ...fresh, ...gone];
    return all.sort((one, other) => at(one) - at(other));
  }

  /** @type {(draft: Doc, who: string) => Record<string, any>} */
  const answersOf = (draft, who) => (who === 'manager' ? draft.manager.answers : draft.answers);

  /**
   * @param {Doc} draft - changes
   * @param {Look} one
   * @param {any} data
   */
  function settleKept(draft, one, data) {
    for (const kept of keptOf(draft.kept, one.from || one.code)) {
      if ((kept.who || 'employee') === (one.who || 'employee')) kept.seen = data.release || 'seen';
    }
  }

  /**
   * The person has looked: the answer holds for what is asked today.
   * @param {Doc} draft - changes
   * @param {Look} one - as found by `look`
   * @param {any} data
   */
  function confirm(draft, one, data) {
    const place = placesOf(data).get(one.code);
    const answers = answersOf(draft, one.who);
    if (['replaced', 'new-part'].includes(one.kind)) draft.known = [...new Set([...(draft.known || []), one.code])].sort();
    if (one.kind === 'new-part') return;
    if (one.kind === 'replaced' || !place) return settleKept(draft, one, data);
    const { hash = '', text = '', name = place.item.name } = place.part || place.item;
    Object.assign(answers[one.code], { hash, text, name, seen: data.release || '' });
    describe(answers[one.code], data, place);
  }

  /**
   * @param {any} first
   * @param {any} second
   * @returns {any} the first, and what the second says beyond it
   */
  function both(first, second) {
    return {
      ...second, ...first,
      points: said(first.points) ? first.points : second.points, date: first.date || second.date || '', pick: first.pick === true || second.pick === true,
      evidence: [...new Set([first.evidence, second.evidence].filter(said))].join('\n'),
    };
  }

  /**
   * The old answer is taken over for what has replaced it.
   * @param {Doc} draft - changes
   * @param {Look} one - of kind `replaced`
   * @param {any} data
   */
  function adopt(draft, one, data) {
    const place = placesOf(data).get(one.code);
    const from = keptOf(draft.kept, one.from || '').find((/** @type {any} */ kept) =>
      kept.answer && (kept.who || 'employee') === (one.who || 'employee'));
    if (!place || !from) return;
    const answers = answersOf(draft, one.who);
    const { hash = '', text = '', name = place.item.name } = place.part || place.item;
    const old = from.answer;
    const alike = !old.scale || old.scale === scaleOf(data, place).id;
    const points = alike && fits(data, place, old.points) ? old.points : null;
    const marks = place.item.kind === 'exam' ? {} : { marks: {}, mark: null };
    const taken = { ...structuredClone(old), ...marks, points };
    const there = own(answers, one.code) ? answers[one.code] : null; // several may have been replaced by one
    answers[one.code] = { ...(there ? both(there, taken) : taken), hash, text, name, seen: data.release || '' };
    describe(answers[one.code], data, place);
    settleKept(draft, one, data);
  }

  /** @type {{element: Element | null, data: any}} */
  const page = { element: null, data: null };

  /**
   * @param {Doc} doc
   * @returns {any} the data of the page, where it is about the same as the document
   */
  function pageData(doc) {
    const element = document.getElementById('lb-assess-data');
    if (element && element !== page.element) {
      page.element = element;
      page.data = JSON.parse(element.textContent || 'null');
      if (page.data) page.data.words = page.data.words || /** @type {any} */ (window).levelbookWords || {};
    }
    return element && page.data && page.data.target === doc.target ? page.data : null;
  }

  /**
   * Before saving: notes for every answer given anew what it was given to.
   * @param {Doc} doc - changes
   * @param {Doc | undefined} before
   */
  function note(doc, before) {
    const data = pageData(doc);
    if (!data) return;
    const { same } = levelbook.assessment;
    const places = placesOf(data);
    const old = before ? new Map(sides(before)) : new Map();
    for (const [who, answers] of sides(doc)) {
      for (const [code, answer] of Object.entries(answers)) {
        const place = places.get(code);
        const then = (old.get(who) || {})[code];
        const again = !then || RATED.some((/** @type {string} */ key) => !same(then[key], answer[key]));
        if (place && again && answer.hash === (place.part || place.item).hash) describe(answer, data, place);
      }
    }
    levelbook.rests.keepScales(doc, data);
    const answered = Object.keys(doc.answers).filter((code) => places.has(code) && !blank(doc.answers[code]));
    const now = Array.isArray(doc.known) ? [...doc.known, ...answered] : [...places.keys()];
    doc.known = [...new Set(now)].sort();
  }

  /** @type {(data: any) => string | null} the least that can be given, for drawing */
  const lowest = ({ scales = {}, scale }) => {
    const { ratings = [] } = (own(scales, scale || '') && scales[scale]) || {};
    return ratings.length ? ratings[0].points : null;
  };

  /**
   * Before saving: the figures that the list of saved assessments shows, where they can be worked out on this page.
   * @param {Doc} doc - changes
   */
  function sum(doc) {
    const data = pageData(doc);
    if (!data || !levelbook.score) return;
    try {
      const { items, groups, mean, top, standard } = levelbook.score.assess(data, doc.answers, doc.mode);
      const asked = items.filter((/** @type {any} */ one) => one.state !== 'none' && one.kind !== 'none');
      const heads = groups.filter((/** @type {any} */ one) => !one.parent);
      doc.result = {
        mean, low: lowest(data), top, standard, release: data.release || '',
        groups: heads.map((/** @type {any} */ one) => ({ id: one.id, name: one.name, mean: one.mean })),
        done: asked.filter((/** @type {any} */ one) => one.state !== 'open').length, of: asked.length,
      };
    } catch (error) {
      console.error(error); // saving must not fail because of a figure
    }
  }

  levelbook.look = look;
  Object.assign(levelbook.carry, { confirm, adopt, note, sum });
})();

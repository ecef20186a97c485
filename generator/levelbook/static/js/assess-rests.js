// @ts-check
/* What else than its wording an answer rests on, and what of that has changed since it was given: scale, standard, names of ratings,
   bands of an exam, weights. Pure; the marks that are compared come from the page (levelbook.assessment.basis). */
(function () {
  'use strict';

  /**
   * @typedef {Record<string, any>} Doc
   * @typedef {import('./assess-carry.js').Place} Place
   * @typedef {[kind: string, old: string, now: string]} Change
   * @typedef {{points: string, name: string}[]} Ratings
   */

  const levelbook = /** @type {any} */ (window).levelbook;
  const { scaleOf, standardOf, said, own } = levelbook.carry.inner;
  const { basisOf } = levelbook.score;

  /**
   * @param {any} data
   * @param {string} key
   * @param {Record<string, string>} facts
   * @param {string} bare - where there are no words
   * @returns {string}
   */
  const inWords = (data, key, facts, bare) => levelbook.fill((data.words || {})[`store.${key}`] || bare, facts).trim();

  /** @type {(data: any, all: string[]) => string} */
  const series = (data, all) => all.join((data.words || {})['store.series'] || ', ');

  /** @type {(data: any, name: string | undefined, standard: string | null) => string} */
  function scaleInWords(data, name, standard) {
    const [key, bare] = standard === null ? ['scale_only', '{scale}'] : ['scale_says', '{scale} {standard}'];
    return inWords(data, key, { scale: name || '', standard: standard || '' }, bare);
  }

  /** @type {(data: any, ratings: Ratings) => string} highest first, as people read them */
  const ratingsInWords = (data, ratings) =>
    series(data, [...ratings].reverse().map((one) => inWords(data, 'rating_says', one, '{points} {name}')));

  /** @type {(data: any, exam: any) => string} */
  function bandsInWords(data, exam) {
    if (!exam) return '';
    const bands = exam.bands.map((/** @type {any} */ one) => inWords(data, 'band_says', one, '{from}: {points}'));
    return inWords(data, `bands_${exam.round}`, { bands: series(data, bands), most: exam.outOf }, '{bands} / {most}');
  }

  /** @type {(data: any, papers: Record<string, string | null>) => string} */
  const papersInWords = (data, papers) =>
    series(data, Object.entries(papers).map(([name, weight]) => inWords(data, 'paper_says', { name, weight: weight || '—' }, '{name} {weight}')));

  /** @type {(item: any) => Record<string, string | null>} */
  const papersOf = (item) => Object.fromEntries((item.subjects || []).map((/** @type {any} */ one) => [one.name, one.weight || null]));

  /** @type {(one: any, other: any) => boolean} */
  const same = (one, other) => levelbook.assessment.same(one, other);

  /** @type {(scale: any) => string[]} */
  const pointsOf = (scale) => (scale.ratings || []).map((/** @type {any} */ one) => one.points);

  /**
   * Notes what an answer rests on, by marks and, where they are short, in full.
   * @param {any} answer - grows
   * @param {any} data
   * @param {Place} place
   */
  function note(answer, data, place) {
    const { item, part } = place;
    const basis = basisOf(item, part);
    if (!basis) return;
    const { hash } = scaleOf(data, place);
    Object.assign(answer, { basis, ...(hash ? { scaleHash: hash } : {}), ...(part ? { negative: part.negative === true } : { weight: item.weight || null }) });
    if (item.kind === 'exam') answer.papers = papersOf(item);
  }

  /**
   * Keeps the scales that answers rest on, each once, so that they can still be read when the handbook has others.
   * @param {Doc} doc - changes
   * @param {any} data
   */
  function keepScales(doc, data) {
    const answers = [...Object.values(doc.answers), ...Object.values(doc.manager.answers), ...doc.kept.map((/** @type {any} */ one) => one.answer)];
    const used = new Set(answers.filter(Boolean).map((one) => one.scaleHash).filter(Boolean));
    const today = Object.values(data.scales || {}).filter((/** @type {any} */ one) => one.hash)
      .map((/** @type {any} */ { hash, name, standard, ratings, exam }) => [hash, { name, standard, ratings, exam }]);
    const all = { ...Object.fromEntries(today), ...doc.scales };
    const scales = Object.entries(all).filter(([hash]) => used.has(hash));
    if (scales.length || doc.scales) doc.scales = Object.fromEntries(scales);
  }

  /**
   * @param {Doc} doc
   * @param {any} data
   * @param {Place} place
   * @param {any} answer
   * @returns {boolean} whether its figure rests on something else today
   */
  function hasMoved(doc, data, place, answer) {
    const now = basisOf(place.item, place.part);
    return Boolean(now) && typeof answer.basis === 'string' && answer.basis !== now;
  }

  /**
   * @param {Doc} doc
   * @param {any} answer
   * @returns {any} the scale it was given on; null where that is not known
   */
  const scaleThen = (doc, answer) => (own(doc.scales || {}, answer.scaleHash || '') ? doc.scales[answer.scaleHash] : null);

  /**
   * @param {any} data
   * @param {Place} place
   * @param {any} answer
   * @param {any} then - the scale it was given on
   * @returns {Change[]} what moves its figure
   */
  function moves(data, place, answer, then) {
    const { item, part } = place;
    const scale = scaleOf(data, place);
    /** @type {Change[]} */
    const found = [];
    if (!then) return found;
    if (!same(pointsOf(then), pointsOf(scale))) found.push(['points', ratingsInWords(data, then.ratings), ratingsInWords(data, scale.ratings || [])]);
    if (item.kind === 'exam' && !same(then.exam, scale.exam)) found.push(['bands', bandsInWords(data, then.exam), bandsInWords(data, scale.exam)]);
    const papers = papersOf(item);
    if (item.kind === 'exam' && !same(answer.papers || {}, papers)) {
      found.push(['papers', papersInWords(data, answer.papers || {}), papersInWords(data, papers)]);
    }
    if (part && (answer.negative === true) !== (part.negative === true)) {
      const word = (/** @type {boolean} */ negative) => inWords(data, negative ? 'negative' : 'positive', {}, String(negative));
      found.push(['negative', word(answer.negative === true), word(part.negative === true)]);
    }
    return found;
  }

  /**
   * @param {any} data
   * @param {Place} place
   * @param {any} answer
   * @param {any} then - the scale it was given on
   * @returns {Change[]} what leaves its figure where it is, but not what it means
   */
  function means(data, place, answer, then) {
    const { item, part } = place;
    const scale = scaleOf(data, place);
    /** @type {Change[]} */
    const found = [];
    const points = item.kind === 'exam' ? levelbook.score.exam(scale, item.subjects, answer).points : answer.points;
    const nameIn = (/** @type {any} */ one) => ((one.ratings || []).find((/** @type {any} */ rating) => rating.points === points) || {}).name;
    const changed = then && item.kind !== 'condition' && answer.scaleHash !== scale.hash; // another language alone changes nothing
    if (changed && nameIn(then) !== undefined && nameIn(then) !== nameIn(scale)) {
      const say = (/** @type {any} */ one) => inWords(data, 'rating_says', { points, name: nameIn(one) || '' }, '{points} {name}');
      found.push(['names', say(then), say(scale)]);
    }
    if (changed && then.name !== scale.name && answer.scale === scale.id) found.push(['scale', then.name, scale.name || '']);
    if (!part && answer.weight !== undefined && (answer.weight || null) !== (item.weight || null)) {
      found.push(['weight', answer.weight || '—', item.weight || '—']);
    }
    return found;
  }

  /**
   * @param {Doc} doc
   * @param {any} data
   * @param {Place} place
   * @param {any} answer
   * @param {boolean} given - whether a figure comes of it, or came of it once
   * @returns {Change[]} what it rests on that is different from when it was given
   */
  function changes(doc, data, place, answer, given) {
    const scale = scaleOf(data, place);
    const standard = standardOf(data, place);
    /** @type {Change[]} */
    const found = [];
    if (said(answer.scale) && (answer.scale !== scale.id || (answer.standard || null) !== standard)) {
      found.push(['standard', scaleInWords(data, answer.scaleName || answer.scale, answer.standard || null), scaleInWords(data, scale.name || scale.id, standard)]);
    }
    if (!given) return found;
    const then = scaleThen(doc, answer);
    if (!hasMoved(doc, data, place, answer)) return [...found, ...means(data, place, answer, then)];
    found.push(...moves(data, place, answer, then));
    if (found.length) return found;
    const now = place.item.kind === 'exam' ? bandsInWords(data, scale.exam) : ratingsInWords(data, scale.ratings || []);
    return [['basis', inWords(data, 'basis_unknown', {}, ''), now]];
  }

  levelbook.rests = { note, keepScales, hasMoved, changes };
})();

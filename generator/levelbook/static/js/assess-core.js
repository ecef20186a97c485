// @ts-check
/* What answers come to: points, gaps, means, weighted points, and why there are none. No page, no floats;
   the same golden cases hold this file and levelbook.assessment.scoring together. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping } = levelbook;
  const { ZERO, rational, trim, add, sub, mul, div, compare, sum, mean, halfUp, shown, plain, plainOrNull, exact } =
    levelbook.exact;

  /**
   * @typedef {{n: bigint, d: bigint}} Exact
   * @typedef {{key: string, facts: Record<string, string | string[]>}} Why
   * @typedef {{points: string, name: string}} Rating
   * @typedef {{outOf: string, round: string, bands: {from: string, points: string}[]}} ExamRule
   * @typedef {{name: string, standard: string | null, ratings: Rating[], exam: ExamRule | null}} Scale
   * @typedef {{code: string, negative: boolean}} Part
   * @typedef {{name: string, weight: string | null}} Subject
   * @typedef {{code: string, name: string, group: string, kind: string, scale: string, standard: string | null,
   *   weight: string | null, parts: Part[], subjects: Subject[], none: {text: string} | null, basis?: string, partBasis?: string}} Item
   * @typedef {{id: string, name: string, parent: string}} Group
   * @typedef {{target: string, scale: string, partScale: string | null, scales: Record<string, Scale>,
   *   groups: Group[], items: Item[], total: string | null}} Data
   * @typedef {{points: string | null, marks: Map<string, string>, mark: string | null, na: string | null,
   *   unseen: boolean, basis: string | null}} Answer
   * @typedef {{points: Exact | null, mean: Exact | null, rounded: Exact | null, why: Why, open: boolean}} Marked
   * @typedef {{item: Item, scaleId: string, low: Exact, high: Exact, state: string, why: Why | null,
   *   points: Exact | null, met: boolean | null, gap: Exact | null, reached: boolean | null,
   *   weight: Exact | null, earned: Exact | null, again: boolean}} Outcome
   *   again: it has no points only because what they rest on has changed and nobody has looked again
   */

  /**
   * @param {string} key
   * @param {Record<string, string | string[] | number>} [facts]
   * @returns {Why}
   */
  function why(key, facts = {}) {
    const said = Object.entries(facts).map(([name, fact]) => [name, typeof fact === 'number' ? String(fact) : fact]);
    return { key, facts: Object.fromEntries(said) };
  }

  /**
   * The sentence of a reason.
   * @param {Record<string, string>} words - data.words
   * @param {Why} reason
   * @returns {string}
   */
  function say(words, { key, facts }) {
    const listed = Object.entries(facts).map(([name, fact]) => [name, [fact].flat().join(words['core.comma'])]);
    const one = facts.n === '1' ? words[`core.${key}_one`] : undefined;
    return levelbook.fill(one || words[`core.${key}`] || key, Object.fromEntries(listed));
  }

  const said = (/** @type {unknown} */ value) => (typeof value === 'string' && trim(value)) || null;
  const short = (/** @type {string} */ text) => Array.from(text).slice(0, 20).join('');

  /**
   * @param {any} answers - of a file: nothing is taken on trust
   * @param {string} code
   * @returns {Answer}
   */
  function answerOf(answers, code) {
    const found = isMapping(answers) && Object.hasOwn(answers, code) && isMapping(answers[code]) ? answers[code] : {};
    const marks = Object.entries(isMapping(found.marks) ? found.marks : {}).map(([name, mark]) => [name, said(mark)]);
    return {
      points: said(found.points),
      marks: new Map(/** @type {[string, string][]} */ (marks.filter(([, mark]) => mark))),
      mark: said(found.mark),
      na: typeof found.na === 'string' ? trim(found.na) : null,
      unseen: found.unseen === true,
      basis: typeof found.basis === 'string' ? found.basis : null,
    };
  }

  const REVERSED = '-'; // behind the mark of an indicator that counts the other way round

  /**
   * @param {{basis?: string, partBasis?: string}} item
   * @param {{negative: boolean} | null} [part]
   * @returns {string} the mark of what the figure of an item or indicator rests on; nothing where the page has none
   */
  const basisOf = ({ basis, partBasis }, part) => (part ? (partBasis ? partBasis + (part.negative ? REVERSED : '') : '') : basis || '');

  /**
   * @param {Answer} answer
   * @param {string} now
   * @returns {boolean} whether its figure rests on something else today: then it does not count before somebody has looked
   */
  const hasMoved = (answer, now) =>
    (answer.points !== null || answer.mark !== null || answer.marks.size > 0) && Boolean(now) && answer.basis !== null && answer.basis !== now;

  const lowest = (/** @type {Scale} */ scale) => rational(scale.ratings[0].points);
  const highest = (/** @type {Scale} */ scale) => rational(scale.ratings[scale.ratings.length - 1].points);

  /**
   * @param {Scale} scale
   * @param {string | null} text
   * @returns {Exact | null} the points of a rating; null where the scale has no such rating
   */
  function ratingOf(scale, text) {
    const value = rational(text);
    return value && scale.ratings.some((one) => compare(rational(one.points), value) === 0) ? value : null;
  }

  /* Exams */

  /**
   * @param {Why} reason
   * @param {boolean} [open]
   * @returns {Marked}
   */
  const nothing = (reason, open = false) => ({ points: null, mean: null, rounded: null, why: reason, open });

  /**
   * @param {Scale} scale
   * @param {Subject[]} subjects
   * @param {Answer} answer
   * @returns {Marked}
   */
  function examine(scale, subjects, answer) {
    const rule = scale.exam;
    if (!rule) return nothing(why('exam_no_bands'));
    if (answer.mark !== null) {
      const wrong = outside(rule, '', answer.mark);
      return wrong ? nothing(wrong) : lookUp(rule, rational(answer.mark), 'exam_mark', answer.mark);
    }
    const given = subjects.filter((one) => answer.marks.has(one.name));
    if (!given.length) return nothing(why('exam_open'), true);
    for (const { name } of given) {
      const wrong = outside(rule, name, /** @type {string} */ (answer.marks.get(name)));
      if (wrong) return nothing(wrong);
    }
    return compose(rule, subjects, answer.marks);
  }

  /**
   * The weighted mean of all subjects; a single subject needs no weight.
   * @param {ExamRule} rule
   * @param {Subject[]} subjects
   * @param {Map<string, string>} marks
   * @returns {Marked}
   */
  function compose(rule, subjects, marks) {
    const weights = subjects.length > 1 ? subjects.map((one) => rational(one.weight)) : [exact(1n)];
    const names = (/** @type {Subject[]} */ some) => ({ names: some.map((one) => one.name), n: some.length });
    const unweighed = subjects.filter((_, at) => !weights[at]);
    if (unweighed.length) return nothing(why('exam_weights_missing', names(unweighed)));
    const missing = subjects.filter((one) => !marks.has(one.name));
    if (missing.length) return nothing(why('exam_marks_missing', names(missing)), true);
    const whole = sum(weights);
    if (whole.n <= 0n || weights.some((one) => one.n < 0n)) return nothing(why('exam_weights_zero'));
    const parts = subjects.map((one, at) => mul(rational(marks.get(one.name)), weights[at]));
    return lookUp(rule, div(sum(parts), whole), 'exam_mean');
  }

  /**
   * @param {ExamRule} rule
   * @param {Exact} found
   * @param {string} key
   * @param {string} [typed] - a composite mark is told as it was typed
   * @returns {Marked}
   */
  function lookUp(rule, found, key, typed) {
    const rounds = rule.round === 'half-up';
    const rounded = rounds ? exact(halfUp(found)) : found;
    const facts = { mean: typed ? short(typed) : shown(found), rounded: rounds ? plain(rounded) : shown(rounded) };
    const band = rule.bands.find((one) => compare(rational(one.from), rounded) <= 0);
    if (!band) return { points: null, mean: found, rounded, why: why('exam_no_band', facts), open: false };
    const points = rational(band.points);
    const told = compare(rounded, found) === 0 ? key : `${key}_rounded`;
    return { points, mean: found, rounded, why: why(told, { points: plain(points), ...facts }), open: false };
  }

  /**
   * @param {ExamRule} rule
   * @param {string} name - of the subject; nothing for the composite mark
   * @param {string} mark
   * @returns {Why | null} what is wrong with a mark
   */
  function outside(rule, name, mark) {
    const value = rational(mark);
    const [most, key] = [rational(rule.outOf), name ? 'exam' : 'exam_mark'];
    const facts = { ...(name ? { name } : {}), mark: short(mark) };
    if (!value) return why(`${key}_unreadable`, facts);
    const wrong = value.n < 0n || compare(value, most) > 0;
    return wrong ? why(`${key}_outside`, { ...facts, most: plain(most) }) : null;
  }

  /* One item */

  /**
   * @param {Data} data
   * @param {Item} item
   * @param {string} state
   * @param {{why?: Why | null, points?: Exact | null, met?: boolean | null, again?: boolean}} more
   * @returns {Outcome}
   */
  function outcome(data, item, state, { why: reason = null, points = null, met = null, again = false }) {
    const scale = data.scales[item.scale];
    const [low, high] = scale ? [lowest(scale), highest(scale)] : [ZERO, ZERO];
    const [standard, weight] = [rational(item.standard), rational(item.weight)];
    const gap = points && standard ? sub(points, standard) : null;
    const range = sub(high, low);
    const earned = points && weight && range.n ? mul(weight, div(sub(points, low), range)) : null;
    const reached = gap ? gap.n >= 0n : met;
    return { item, scaleId: item.scale, low, high, state, why: reason, points, met, gap, reached, weight, earned, again };
  }

  /**
   * @param {Data} data
   * @param {Item} item
   * @param {any} answers
   * @param {string} mode
   * @returns {Outcome}
   */
  function judge(data, item, answers, mode) {
    const [scale, answer] = [data.scales[item.scale], answerOf(answers, item.code)];
    const is = (/** @type {string} */ state, /** @type {Parameters<typeof outcome>[3]} */ more) =>
      outcome(data, item, state, more);
    if (item.kind === 'none') {
      const text = item.none ? item.none.text : '';
      return is('none', { why: text ? why('none', { text }) : why('none_bare') });
    }
    if (answer.na !== null) return is('na', { why: answer.na ? why('na', { reason: answer.na }) : why('na_bare') });
    if (answer.unseen) return is('unseen', { why: why('unseen') });
    if (!scale && item.kind !== 'condition') return is('unscorable', { why: why('no_scale') });
    if (item.kind === 'rating' && item.parts.length && mode === 'full') return judgeParts(data, item, answers);
    if (hasMoved(answer, basisOf(item))) return is('open', { why: why('again'), again: true });
    if (item.kind === 'exam') {
      const { points, why: reason, open } = examine(scale, item.subjects, answer);
      return is(points ? 'scored' : open ? 'open' : 'unscorable', { why: reason, points });
    }
    if (item.kind === 'condition') {
      const known = answer.points === '0' || answer.points === '1';
      return known ? is('scored', { met: answer.points === '1' }) : is('open', { why: why('open') });
    }
    const points = ratingOf(scale, answer.points);
    if (points) return is('scored', { points });
    return is('open', { why: answer.points ? why('foreign', { points: short(answer.points) }) : why('open') });
  }

  /**
   * The mean of the indicators that were rated, carried over to the scale of the item.
   * @param {Data} data
   * @param {Item} item
   * @param {any} answers
   * @returns {Outcome}
   */
  function judgeParts(data, item, answers) {
    const byId = data.partScale || data.scale;
    const by = data.scales[byId];
    const given = item.parts.map((part) => ({ part, answer: answerOf(answers, part.code) }));
    const seen = given.filter(({ answer }) => answer.na === null && !answer.unseen);
    const moved = seen.filter(({ part, answer }) => hasMoved(answer, basisOf(item, part))).length;
    if (moved) return outcome(data, item, 'open', { why: why('parts_again', { n: moved, of: given.length }), again: true });
    const rated = seen.flatMap(({ part, answer }) => {
      const value = ratingOf(by, answer.points);
      return value ? [part.negative ? sub(add(lowest(by), highest(by)), value) : value] : [];
    });
    const [left, of] = [seen.length - rated.length, given.length];
    if (left) return outcome(data, item, 'open', { why: left < of ? why('parts_open', { n: left, of }) : why('open') });
    const found = mean(rated);
    if (!found) {
      const state = given.some(({ answer }) => answer.na === null) ? 'unseen' : 'na';
      return outcome(data, item, state, { why: why(`parts_${state}`, { of }) });
    }
    const points = byId === item.scale ? found : carry(found, by, data.scales[item.scale], item.standard);
    return outcome(data, item, 'scored', { why: why('parts', { n: rated.length, of, mean: shown(found) }), points });
  }

  /**
   * Lowest to lowest, standard to standard, highest to highest, straight between.
   * @param {Exact} value
   * @param {Scale} source
   * @param {Scale} target
   * @param {string | null} standard
   * @returns {Exact}
   */
  function carry(value, source, target, standard) {
    const [middle, meets] = [rational(source.standard), rational(standard) || rational(target.standard)];
    const [low, high, bottom, top] = [lowest(source), highest(source), lowest(target), highest(target)];
    if (!middle || !meets) return straight(value, low, high, bottom, top);
    return compare(value, middle) <= 0
      ? straight(value, low, middle, bottom, meets)
      : straight(value, middle, high, meets, top);
  }

  /** @type {(value: Exact, low: Exact, high: Exact, bottom: Exact, top: Exact) => Exact} */
  const straight = (value, low, high, bottom, top) =>
    compare(low, high) === 0 ? top : add(bottom, div(mul(sub(value, low), sub(top, bottom)), sub(high, low)));

  levelbook.score = {
    rational,
    why,
    say,
    judge,
    outcome,
    basisOf,
    /** @type {(row: {why: Why | null}) => boolean} whether it does not count before somebody has looked again */
    isAgain: ({ why: reason }) => Boolean(reason) && ['again', 'parts_again'].includes(/** @type {Why} */ (reason).key),
    /**
     * @param {Scale} scale
     * @param {Subject[]} subjects
     * @param {unknown} answer
     */
    exam(scale, subjects, answer) {
      const found = examine(scale, subjects, answerOf({ answer }, 'answer'));
      const [points, middle, rounded] = [found.points, found.mean, found.rounded].map(plainOrNull);
      return { points, mean: middle, rounded, why: found.why, open: found.open };
    },
  };
})();

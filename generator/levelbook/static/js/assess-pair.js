// @ts-check
/* Several ratings laid together: the manager's over the employee's, what was agreed, and a team. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { isMapping } = levelbook;
  const { ZERO, rational, trim, abs, sub, mul, div, compare, mean, plain, shownOrNull, plainOrNull } = levelbook.exact;
  const { why, outcome, outcomes, summary } = levelbook.score;

  /**
   * @typedef {{n: bigint, d: bigint}} Exact
   * @typedef {{item: any, low: Exact, high: Exact, state: string, points: Exact | null, met: boolean | null,
   *   reached: boolean | null, weight: Exact | null, again: boolean}} Outcome
   * @typedef {[own: Outcome, manager: Outcome]} Pair
   */

  const FEWEST = 3; // of two people, each would know what the other said
  const isScored = (/** @type {Outcome} */ one) => one.state === 'scored';
  const valueOf = (/** @type {any} */ values, /** @type {string} */ code) =>
    isMapping(values) && Object.hasOwn(values, code) ? values[code] : undefined;

  /**
   * @param {any} data
   * @param {any} own - answers of the employee
   * @param {any} manager - answers of the manager
   * @param {string} mode
   * @returns {Pair[]}
   */
  function pairsOf(data, own, manager, mode) {
    const other = outcomes(data, manager, mode);
    return outcomes(data, own, mode).map((/** @type {Outcome} */ one, /** @type {number} */ at) => [one, other[at]]);
  }

  /**
   * @param {Pair} pair
   * @returns {Exact | null} the manager's points above the employee's
   */
  const apartOf = ([own, manager]) => (own.points && manager.points ? sub(manager.points, own.points) : null);

  /**
   * @param {Pair} pair
   * @returns {boolean} the same points, or both none, and the same about a condition
   */
  function isAlike([own, manager]) {
    if (own.met !== manager.met || !own.points !== !manager.points) return false;
    return !own.points || compare(own.points, manager.points) === 0;
  }

  const sameOf = (/** @type {Pair} */ pair) => (pair.every(isScored) ? isAlike(pair) : null);

  /**
   * Differences by size times weight; then conditions that differ; what agrees; what only one judged.
   * @param {Pair} pair
   * @param {boolean} byWeight
   * @returns {{rank: number, size: Exact}}
   */
  function rankOf(pair, byWeight) {
    const [apart, same, one] = [apartOf(pair), sameOf(pair), pair[0]];
    if (!apart || !apart.n) return { rank: same === null ? 3 : same ? 2 : 1, size: ZERO };
    const range = sub(one.high, one.low);
    const size = range.n ? div(abs(apart), range) : abs(apart);
    return { rank: 0, size: byWeight ? mul(size, one.weight || ZERO) : size };
  }

  /**
   * What either of the two judged: the weightiest differences first, then page order, one-sided items last.
   * @param {any} data
   * @param {any} own
   * @param {any} manager
   * @param {string} mode
   */
  function differences(data, own, manager, mode) {
    const pairs = pairsOf(data, own, manager, mode).filter((pair) => pair.some(isScored));
    const byWeight = pairs.every((pair) => !(apartOf(pair) || ZERO).n || pair[0].weight);
    return pairs
      .map((pair) => ({ pair, ...rankOf(pair, byWeight) }))
      .sort((a, b) => a.rank - b.rank || compare(b.size, a.size))
      .map(({ pair }) => differenceOf(pair));
  }

  /** @param {Pair} pair */
  function differenceOf(pair) {
    const [own, manager] = pair;
    return {
      code: own.item.code,
      name: own.item.name,
      group: own.item.group,
      kind: own.item.kind,
      standard: plainOrNull(rational(own.item.standard)),
      weight: plainOrNull(own.weight),
      own: shownOrNull(own.points),
      manager: shownOrNull(manager.points),
      difference: shownOrNull(apartOf(pair)),
      states: [own.state, manager.state],
      again: [own.again, manager.again],
      met: [own.met, manager.met],
      same: sameOf(pair),
    };
  }

  /**
   * What both agreed on: the value set down, else what both say alike; the rest is still open.
   * @param {any} data
   * @param {any} own
   * @param {any} manager
   * @param {any} values - agreed values by code
   * @param {string} mode
   */
  function agreed(data, own, manager, values, mode) {
    return summary(data, pairsOf(data, own, manager, mode).map((pair) => settle(data, pair, values)));
  }

  /**
   * @param {any} data
   * @param {Pair} pair
   * @param {any} values
   * @returns {Outcome}
   */
  function settle(data, pair, values) {
    const [own, manager] = pair;
    if (own.state === 'none') return own;
    if (own.again || manager.again) return own.again ? own : manager;
    const settled = setDown(data, own, valueOf(values, own.item.code));
    if (settled) return settled;
    if (own.state === manager.state && own.state !== 'open' && isAlike(pair)) return own;
    const bothOpen = own.state === 'open' && manager.state === 'open';
    return outcome(data, own.item, 'open', { why: why(bothOpen ? 'open' : 'not_agreed') });
  }

  /**
   * The value set down, if the item can have it: any points of its scale, also between two ratings.
   * @param {any} data
   * @param {Outcome} own
   * @param {unknown} value
   * @returns {Outcome | null}
   */
  function setDown(data, own, value) {
    const { item } = own;
    if (own.state === 'none' || own.again) return null;
    if (item.kind === 'condition') {
      const said = typeof value === 'string' ? trim(value) : '';
      const known = said === '0' || said === '1';
      return known ? outcome(data, item, 'scored', { why: why('agreed'), met: said === '1' }) : null;
    }
    const points = rational(value);
    if (!points || compare(points, own.low) < 0 || compare(points, own.high) > 0) return null;
    return outcome(data, item, 'scored', { why: why('agreed'), points });
  }

  /* A team */

  /**
   * How the ratings of a team spread, never who gave which; only from so many assessments on.
   * @param {any} data
   * @param {any[]} docs
   * @param {number} least
   */
  function team(data, docs, least) {
    const own = docs.filter((one) => isMapping(one) && one.target === data.target);
    const once = newest(own);
    const found = once.map((one) => outcomesOf(data, one)).filter((one) => one.some(isScored));
    const needed = Math.max(least, FEWEST);
    const enough = found.length >= needed;
    return {
      count: found.length,
      least: needed,
      why: enough ? null : why('team_few', { n: found.length, least: needed }),
      other: docs.length - own.length,
      double: own.length - once.length,
      empty: once.length - found.length,
      again: enough ? found.flat().filter((/** @type {Outcome} */ one) => one.again).length : 0,
      items: enough ? teamItems(data, found, needed) : [],
    };
  }

  /**
   * @param {any[]} docs
   * @returns {any[]} each assessment once: the one changed last
   */
  function newest(docs) {
    const found = new Map();
    const changed = (/** @type {any} */ one) => (typeof one.changed === 'string' ? one.changed : '');
    docs.forEach((one, at) => {
      const key = typeof one.id === 'string' && one.id ? one.id : at;
      if (!found.has(key) || changed(one) > changed(found.get(key))) found.set(key, one);
    });
    return [...found.values()];
  }

  /**
   * @param {any} data
   * @param {any} doc
   * @returns {Outcome[]} the agreed value where there is one, else the person's own
   */
  function outcomesOf(data, doc) {
    const own = outcomes(data, levelbook.basis.settled(doc, data), doc.mode === 'full' ? 'full' : 'quick');
    return own.map((/** @type {Outcome} */ one) => setDown(data, one, valueOf(doc.agreed, one.item.code)) || one);
  }

  /**
   * @param {any} data
   * @param {Outcome[][]} found
   * @param {number} least
   */
  function teamItems(data, found, least) {
    return data.items.flatMap((/** @type {any} */ item, /** @type {number} */ at) =>
      item.kind === 'none' ? [] : [teamItem(data, item, found.map((one) => one[at]), least)],
    );
  }

  /**
   * @param {any} data
   * @param {any} item
   * @param {Outcome[]} column
   * @param {number} least
   */
  function teamItem(data, item, column, least) {
    const scored = column.filter(isScored);
    const points = /** @type {Exact[]} */ (scored.map((one) => one.points).filter(Boolean));
    const told = scored.length >= least;
    const aims = item.standard !== null || item.kind === 'condition';
    return {
      code: item.code,
      name: item.name,
      group: item.group,
      kind: item.kind,
      standard: plainOrNull(rational(item.standard)),
      scored: told ? scored.length : null,
      counts: told && points.length ? counts(data.scales[item.scale], points) : [],
      mean: told ? shownOrNull(mean(points)) : null,
      reached: told && aims ? scored.filter((one) => one.reached === true).length : null,
      why: told ? null : why('team_few_item', { least }),
    };
  }

  /**
   * @param {{ratings: {points: string, name: string}[]}} scale
   * @param {Exact[]} points
   * @returns {{points: string, name: string, n: number}[]} the nearest rating counts, half way the higher
   */
  function counts(scale, points) {
    const found = scale.ratings.map(({ points: text, name }) => ({ value: rational(text), name, n: 0 }));
    const far = (/** @type {{value: Exact}} */ one, /** @type {Exact} */ value) => abs(sub(one.value, value));
    for (const value of points) {
      const nearest = found.reduce((best, one) => (compare(far(one, value), far(best, value)) <= 0 ? one : best));
      nearest.n += 1;
    }
    return found.map(({ value, name, n }) => ({ points: plain(value), name, n }));
  }

  Object.assign(levelbook.score, { FEWEST, differences, agreed, team });
})();

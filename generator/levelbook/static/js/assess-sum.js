// @ts-check
/* Outcomes added up: means of groups and of the whole, weighted points, what moves the result most. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { ZERO, rational, minus, sub, mul, div, compare, sum, mean, shown, plain, shownOrNull, plainOrNull } = levelbook.exact;
  const { why, judge } = levelbook.score;

  /**
   * @typedef {{n: bigint, d: bigint}} Exact
   * @typedef {{key: string, facts: Record<string, string | string[]>}} Why
   * @typedef {{code: string, name: string, group: string, kind: string, standard: string | null,
   *   weight: string | null}} Item
   * @typedef {{id: string, name: string, parent: string}} Group
   * @typedef {{scale: string, scales: Record<string, {ratings: {points: string}[]}>, groups: Group[], items: Item[],
   *   total: string | null}} Data
   * @typedef {{item: Item, scaleId: string, low: Exact, high: Exact, state: string, why: Why | null,
   *   points: Exact | null, met: boolean | null, gap: Exact | null, reached: boolean | null,
   *   weight: Exact | null, earned: Exact | null, again: boolean}} Outcome
   */

  const isOpen = (/** @type {Outcome} */ one) => one.state === 'open';
  const isBelow = (/** @type {Outcome} */ one) => one.gap !== null && one.gap.n < 0n;
  const isCondition = (/** @type {Outcome} */ one) => one.item.kind === 'condition';

  /**
   * @param {Data} data
   * @param {any} answers
   * @param {string} mode
   * @returns {Outcome[]} what every item came to, in the order of the page
   */
  const outcomes = (data, answers, mode) => data.items.map((item) => judge(data, item, answers, mode));

  /**
   * @param {Outcome} one
   * @param {boolean} byWeight
   * @returns {Exact} what reaching the standard would add: to the weighted total, or as a share of the scale
   */
  function adds(one, byWeight) {
    const range = sub(one.high, one.low);
    if (!isBelow(one) || !range.n) return ZERO;
    const share = minus(div(one.gap, range));
    return byWeight ? mul(share, one.weight || ZERO) : share;
  }

  /**
   * @param {Data} data
   * @param {Outcome[]} found
   */
  function summary(data, found) {
    const below = found.filter(isBelow);
    const byWeight = below.length > 0 && below.every((one) => one.weight);
    const order = [...below].sort((a, b) => compare(adds(b, byWeight), adds(a, byWeight)));
    const scale = data.scales[data.scale];
    return {
      ...meanOf(found),
      items: found.map((one) => scoreOf(one, byWeight)),
      groups: data.groups.map((group) => groupOf(data, group, found)),
      top: scale ? plain(rational(scale.ratings[scale.ratings.length - 1].points)) : null,
      reached: found.filter((one) => one.gap && one.gap.n >= 0n).length,
      below: below.length,
      short: plain(minus(sum(below.map((one) => one.gap)))),
      left: found.filter(isOpen).length,
      again: found.filter((one) => one.again).length,
      points: pointsOf(data, found),
      conditions: conditionsOf(found.filter(isCondition)),
      most: order.map((one) => one.item.code),
      by: byWeight ? 'weight' : 'gap',
    };
  }

  /**
   * @param {Outcome} one
   * @param {boolean} byWeight
   */
  function scoreOf(one, byWeight) {
    const { item, gap } = one;
    return {
      code: item.code,
      name: item.name,
      group: item.group,
      kind: item.kind,
      state: one.state,
      why: one.why,
      points: shownOrNull(one.points),
      gap: shownOrNull(gap),
      standard: plainOrNull(rational(item.standard)),
      weight: plainOrNull(one.weight),
      earned: shownOrNull(one.earned),
      adds: isBelow(one) ? shown(byWeight ? adds(one, true) : minus(gap)) : null,
      reached: one.reached,
    };
  }

  /**
   * The plain mean of the items that have points; points of different scales have none.
   * @param {Outcome[]} found
   */
  function meanOf(found) {
    const every = found.filter((one) => !isCondition(one));
    const counted = every.filter((one) => one.points);
    const reason = noMean(every, counted);
    const value = reason ? null : mean(counted.map((one) => one.points));
    const gaps = counted.map((one) => one.gap);
    return {
      mean: shownOrNull(value),
      standard: standardOf(every),
      gap: value && gaps.every(Boolean) ? shown(mean(gaps)) : null,
      counted: counted.length,
      of: every.length,
      why: reason,
    };
  }

  /**
   * @param {Outcome[]} every
   * @returns {string | null} the standard of all that can be judged, where that is one and the same
   */
  function standardOf(every) {
    const found = new Set(every.filter((one) => one.state !== 'none').map((one) => plainOrNull(rational(one.item.standard))));
    return found.size === 1 ? [...found][0] : null;
  }

  /**
   * @param {Outcome[]} every
   * @param {Outcome[]} counted
   * @returns {Why | null} why there is no mean
   */
  function noMean(every, counted) {
    if (!every.length) return why('mean_nothing');
    if (new Set(counted.map((one) => one.scaleId)).size > 1) return why('mean_scales');
    if (counted.length) return null;
    const again = every.filter((one) => one.again).length;
    if (again) return why('mean_again', { n: again });
    const left = every.filter(isOpen).length;
    if (left) return why('mean_open', { n: left });
    const none = every.every((one) => one.state === 'none');
    return why(none ? 'mean_none' : 'mean_uncounted', { n: every.length });
  }

  /**
   * @param {Data} data
   * @param {Group} group
   * @param {Outcome[]} found
   */
  function groupOf(data, group, found) {
    const inside = new Set([group.id]);
    for (const one of data.groups) if (inside.has(one.parent)) inside.add(one.id);
    const own = found.filter((one) => inside.has(one.item.group));
    const counted = own.filter((one) => one.earned);
    return {
      ...meanOf(own),
      id: group.id,
      name: group.name,
      parent: group.parent || '',
      earned: counted.length ? shown(sum(counted.map((one) => one.earned))) : null,
      weight: counted.length ? plain(sum(counted.map((one) => one.weight))) : null,
    };
  }

  /**
   * The weighted points, and how much of the whole they speak of.
   * @param {Data} data
   * @param {Outcome[]} found
   */
  function pointsOf(data, found) {
    const every = found.filter((one) => !isCondition(one));
    if (every.every((one) => !one.weight)) return null;
    const counted = every.filter((one) => one.earned);
    const of = sum(counted.map((one) => one.weight));
    const open = sum(every.filter(isOpen).map((one) => one.weight || ZERO));
    const total = rational(data.total);
    const left = total && sub(sub(total, of), open);
    const rest = left && left.n < 0n ? ZERO : left;
    return {
      earned: shown(sum(counted.map((one) => one.earned))),
      of: plain(of),
      total: plainOrNull(total),
      open: plain(open),
      uncounted: plainOrNull(rest),
      without: every.filter((one) => one.points && !one.weight).length,
      why: howMuch(of, open, rest, total),
    };
  }

  /**
   * @param {Exact} of
   * @param {Exact} open
   * @param {Exact | null} rest
   * @param {Exact | null} total
   * @returns {Why}
   */
  function howMuch(of, open, rest, total) {
    if (!total || !rest) return why('points_no_total', { of: plain(of), open: plain(open) });
    const facts = { of: plain(of), open: plain(open), uncounted: plain(rest), total: plain(total) };
    return why(rest.n ? 'points_part' : open.n ? 'points_open' : 'points_whole', facts);
  }

  /** @param {Outcome[]} found */
  const conditionsOf = (found) => ({
    met: found.filter((one) => one.met === true).length,
    of: found.length,
    open: found.filter(isOpen).length,
  });

  Object.assign(levelbook.score, {
    outcomes,
    summary,
    /** @type {(data: Data, answers: unknown, mode: string) => ReturnType<typeof summary>} */
    assess: (data, answers, mode) => summary(data, outcomes(data, answers, mode)),
    /** @type {(result: {most: string[]}, n: number) => string[]} */
    most: (result, n) => result.most.slice(0, Math.max(n, 0)),
  });
})();

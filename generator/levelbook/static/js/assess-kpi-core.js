// @ts-check
/* A key measure from what a person fills in: result, distance to the target, points taken off, points left. No page, no
   floats; the same golden cases hold this file and tests/reference/kpi.py together. */
(function () {
  'use strict';

  const levelbook = /** @type {any} */ (window).levelbook;
  const { ZERO, exact, rational, add, sub, mul, div, compare, plain } = levelbook.exact;

  /**
   * @typedef {{n: bigint, d: bigint}} Exact
   * @typedef {{of: string, step: string, points: string}} Taken
   * @typedef {{formula: string, offset: string, percent: boolean, target: string, deduct: Taken | null}} Measure
   * @typedef {{key: string, facts: Record<string, any>}} Why
   * @typedef {{result: string | null, gap: string | null, steps: string | null, deduction: string | null,
   *   left: string | null, why: Why | null}} Outcome
   */

  const GROUPED = /^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/;

  /** Something is missing. */
  class Stop extends Error {
    /**
     * @param {string} key
     * @param {Record<string, any>} [facts]
     */
    constructor(key, facts = {}) {
      super(key);
      this.reason = { key, facts };
    }
  }

  /**
   * @param {string} text
   * @returns {string} a plain decimal: full width, thousands and a per cent sign are understood
   */
  function cleaned(text) {
    const bare = text.normalize('NFKC').replace(/−/g, '-').replace(/\s+/g, '').replace(/%$/, '');
    return GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
  }

  /**
   * @param {Exact} value
   * @returns {string} at most two digits; what was rounded says so
   */
  function figure(value) {
    const said = plain(value);
    return compare(rational(said), value) === 0 ? said : `≈${said}`;
  }

  /** @typedef {Record<string, string | undefined>} Filled */

  /**
   * @param {Filled} filled
   * @param {string} field
   * @returns {Exact | null} null where nothing was filled in
   */
  function given(filled, field) {
    const text = cleaned(filled[field] || '');
    if (!text) return null;
    const value = rational(text);
    if (!value) throw new Stop('not_figure', { field });
    return value;
  }

  /**
   * @param {Filled} filled
   * @param {string[]} fields
   * @returns {Exact[]}
   */
  function needed(filled, fields) {
    const values = fields.map((field) => given(filled, field));
    const open = fields.filter((_, at) => !values[at]);
    if (open.length) throw new Stop('open', { fields: open });
    return /** @type {Exact[]} */ (values);
  }

  /**
   * A figure of the data, or what was filled in for it; one that is lost is not made up.
   * @param {string} said
   * @param {string} field
   * @param {Filled} filled
   * @returns {Exact}
   */
  function known(said, field, filled) {
    if (said === 'lost') throw new Stop('lost', { field });
    return said === 'blank' || said === 'none' ? needed(filled, [field])[0] : rational(said);
  }

  /**
   * @param {Exact} value
   * @param {string} field
   * @returns {Exact}
   */
  function notBelow(value, field) {
    if (value.n < 0n) throw new Stop('below_zero', { field });
    return value;
  }

  /** @type {(value: Exact) => Exact} */
  const atLeastZero = (value) => (value.n < 0n ? ZERO : value);

  /**
   * @param {Measure} measure
   * @param {Filled} filled
   * @returns {Exact}
   */
  function resultOf(measure, filled) {
    if (measure.formula !== 'given') throw new Stop(`formula_${measure.formula}`);
    const [over, under] = needed(filled, ['numerator', 'denominator']);
    if (under.n === 0n) throw new Stop('zero', { field: 'denominator' });
    const value = add(div(over, under), rational(measure.offset) || ZERO);
    return measure.percent ? mul(value, exact(100n)) : value;
  }

  /**
   * Whole steps only; a step that has only begun takes nothing off.
   * @param {Taken | null} taken
   * @param {Filled} filled
   * @param {Exact} gap
   * @returns {[bigint, Exact]}
   */
  function deductionOf(taken, filled, gap) {
    if (!taken) throw new Stop('no_deduction');
    const wanted = /** @type {[string, string][]} */ ([['step', taken.step], ['points', taken.points]]);
    for (const [field, said] of wanted) if (said === 'lost') throw new Stop('lost', { field });
    needed(filled, wanted.filter(([, said]) => said === 'blank').map(([field]) => field));
    const [step, points] = wanted.map(([field, said]) => notBelow(known(said, field, filled), field));
    if (step.n === 0n) throw new Stop('zero', { field: 'step' });
    const share = div(gap, step);
    const steps = share.n / share.d;
    return [steps, mul(exact(steps), points)];
  }

  /**
   * As much as can be computed of a measure, and why not more.
   * @param {Measure} measure
   * @param {Filled} filled
   * @returns {Outcome}
   */
  function compute(measure, filled) {
    /** @type {Outcome} */
    const told = { result: null, gap: null, steps: null, deduction: null, left: null, why: null };
    try {
      const result = resultOf(measure, filled);
      told.result = figure(result);
      const target = known(measure.target, 'target', filled);
      const excess = measure.deduct !== null && measure.deduct.of === 'excess';
      const gap = atLeastZero(excess ? sub(result, target) : sub(target, result));
      told.gap = figure(gap);
      const [steps, deduction] = deductionOf(measure.deduct, filled, gap);
      told.steps = String(steps);
      told.deduction = figure(deduction);
      const full = given(filled, 'full');
      if (full) told.left = figure(atLeastZero(sub(notBelow(full, 'full'), deduction)));
    } catch (stop) {
      if (!(stop instanceof Stop)) throw stop;
      told.why = stop.reason;
    }
    return told;
  }

  levelbook.kpi = { compute };
})();

/* A key measure from what a person fills in: result, distance to the target, points taken off, points left. No page, no
   floats; the same golden cases hold this file and tests/reference/kpi.py together. */

import { ZERO, add, compare, div, exact, mul, plain, rational, sub } from '../lib/rational.ts';

export type Exact = {n: bigint, d: bigint};
export type Taken = {of: string, step: string, points: string};
export type Measure = {formula: string, offset: string, percent: boolean, target: string, deduct: Taken | null};
export type Why = {key: string, facts: Record<string, any>};
export type Outcome = {result: string | null, gap: string | null, steps: string | null, deduction: string | null, left: string | null, why: Why | null};

const GROUPED = /^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/;

/** Something is missing. */
class Stop extends Error {
  declare reason: any;

  constructor(key: string, facts: Record<string, any> = {}) {
    super(key);
    this.reason = { key, facts };
  }
}

/** a plain decimal: full width, thousands and a per cent sign are understood */
function cleaned(text: string): string {
  const bare = text.normalize('NFKC').replace(/−/g, '-').replace(/\s+/g, '').replace(/%$/, '');
  return GROUPED.test(bare) ? bare.replaceAll(',', '') : bare;
}

/** at most two digits; what was rounded says so */
function figure(value: Exact): string {
  const said = plain(value);
  return compare(rational(said), value) === 0 ? said : `≈${said}`;
}

export type Filled = Record<string, string | undefined>;

/** null where nothing was filled in */
function given(filled: Filled, field: string): Exact | null {
  const text = cleaned(filled[field] || '');
  if (!text) return null;
  const value = rational(text);
  if (!value) throw new Stop('not_figure', { field });
  return value;
}

function needed(filled: Filled, fields: string[]): Exact[] {
  const values = fields.map((field) => given(filled, field));
  const open = fields.filter((_, at) => !values[at]);
  if (open.length) throw new Stop('open', { fields: open });
  return (values as Exact[]);
}

/** A figure of the data, or what was filled in for it; one that is lost is not made up. */
function known(said: string, field: string, filled: Filled): Exact {
  if (said === 'lost') throw new Stop('lost', { field });
  return said === 'blank' || said === 'none' ? needed(filled, [field])[0] : rational(said);
}

function notBelow(value: Exact, field: string): Exact {
  if (value.n < 0n) throw new Stop('below_zero', { field });
  return value;
}

const atLeastZero: (value: Exact) => Exact = (value) => (value.n < 0n ? ZERO : value);

function resultOf(measure: Measure, filled: Filled): Exact {
  if (measure.formula !== 'given') throw new Stop(`formula_${measure.formula}`);
  const [over, under] = needed(filled, ['numerator', 'denominator']);
  if (under.n === 0n) throw new Stop('zero', { field: 'denominator' });
  const value = add(div(over, under), rational(measure.offset) || ZERO);
  return measure.percent ? mul(value, exact(100n)) : value;
}

/** Whole steps only; a step that has only begun takes nothing off. */
function deductionOf(taken: Taken | null, filled: Filled, gap: Exact): [bigint, Exact] {
  if (!taken) throw new Stop('no_deduction');
  const wanted = (([['step', taken.step], ['points', taken.points]]) as [string, string][]);
  for (const [field, said] of wanted) if (said === 'lost') throw new Stop('lost', { field });
  needed(filled, wanted.filter(([, said]) => said === 'blank').map(([field]) => field));
  const [step, points] = wanted.map(([field, said]) => notBelow(known(said, field, filled), field));
  if (step.n === 0n) throw new Stop('zero', { field: 'step' });
  const share = div(gap, step);
  const steps = share.n / share.d;
  return [steps, mul(exact(steps), points)];
}

/** As much as can be computed of a measure, and why not more. */
export function compute(measure: Measure, filled: Filled): Outcome {
  const told: Outcome = { result: null, gap: null, steps: null, deduction: null, left: null, why: null };
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

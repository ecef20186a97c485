/* A key measure from what a person fills in: result, distance to the target, points taken off, points left. No page, no
   floats; the same golden cases hold this file and tests/reference/kpi.py together. */

import type { KeyMeasureWord } from '../generated/words.ts';
import { ZERO, add, compare, decimal, div, exact, mul, plain, rational, sub } from '../lib/rational.ts';
import type { Exact } from '../lib/rational.ts';
import { isPresent } from '../lib/values.ts';

/** for each step below the target, or above it (`excess`), so many points are taken off */
export interface Deduction {
  readonly of: string;
  readonly step: string;
  readonly points: string;
}

/** figures are decimals; `blank` or `none` where a person fills them in, `lost` where the source is unreadable */
export interface Measure {
  readonly formula: string;
  readonly offset: string;
  readonly percent: boolean;
  readonly target: string;
  readonly deduct: Deduction | null;
}

/** what was filled in, by field */
export type Filled = Readonly<Record<string, string | undefined>>;

/** why it goes no further: the fields that are meant */
export interface KpiWhy {
  readonly key: KeyMeasureWord | `formula_${string}`;
  readonly facts: { readonly field?: string; readonly fields?: readonly string[] };
}

export interface KpiResult {
  result: string | null;
  gap: string | null;
  steps: string | null;
  deduction: string | null;
  left: string | null;
  why: KpiWhy | null;
}

const GROUPED = /^[+-]?[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?$/;

/** Something is missing. */
class Missing extends Error {
  readonly reason: KpiWhy;

  constructor(key: KpiWhy['key'], facts: KpiWhy['facts'] = {}) {
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
  const text = plain(value);
  return compare(decimal(text), value) === 0 ? text : `≈${text}`;
}

/** null where nothing was filled in */
function given(filled: Filled, field: string): Exact | null {
  const text = cleaned(filled[field] || '');
  if (!text) return null;
  const value = rational(text);
  if (!value) throw new Missing('not_figure', { field });
  return value;
}

function needed(filled: Filled, fields: readonly string[]): Exact[] {
  const values = fields.map((field) => given(filled, field));
  const open = fields.filter((_, at) => !values[at]);
  if (open.length) throw new Missing('open', { fields: open });
  return values.filter(isPresent);
}

/** A figure of the data, or what was filled in for it; one that is lost is not made up. */
function known(text: string, field: string, filled: Filled): Exact {
  if (text === 'lost') throw new Missing('lost', { field });
  return text === 'blank' || text === 'none' ? needed(filled, [field])[0] : decimal(text);
}

function notBelowZero(value: Exact, field: string): Exact {
  if (value.n < 0n) throw new Missing('below_zero', { field });
  return value;
}

const atLeastZero = (value: Exact): Exact => (value.n < 0n ? ZERO : value);

function resultOf(measure: Measure, filled: Filled): Exact {
  if (measure.formula !== 'given') throw new Missing(`formula_${measure.formula}`);
  const [over, under] = needed(filled, ['numerator', 'denominator']);
  if (under.n === 0n) throw new Missing('zero', { field: 'denominator' });
  const value = add(div(over, under), rational(measure.offset) ?? ZERO);
  return measure.percent ? mul(value, exact(100n)) : value;
}

/** Whole steps only; a step that has only begun takes nothing off. */
function deductionOf(deduct: Deduction | null, filled: Filled, gap: Exact): [steps: bigint, deduction: Exact] {
  if (!deduct) throw new Missing('no_deduction');
  const wanted = (['step', 'points'] as const).map((field) => ({ field, text: deduct[field] }));
  for (const { field, text } of wanted) if (text === 'lost') throw new Missing('lost', { field });
  needed(filled, wanted.filter(({ text }) => text === 'blank').map(({ field }) => field));
  const [step, points] = wanted.map(({ field, text }) => notBelowZero(known(text, field, filled), field));
  if (step.n === 0n) throw new Missing('zero', { field: 'step' });
  const share = div(gap, step);
  const steps = share.n / share.d;
  return [steps, mul(exact(steps), points)];
}

/** As much as can be computed of a measure, and why not more. */
export function compute(measure: Measure, filled: Filled): KpiResult {
  const computed: KpiResult = { result: null, gap: null, steps: null, deduction: null, left: null, why: null };
  try {
    const result = resultOf(measure, filled);
    computed.result = figure(result);
    const target = known(measure.target, 'target', filled);
    const gap = atLeastZero(measure.deduct?.of === 'excess' ? sub(result, target) : sub(target, result));
    computed.gap = figure(gap);
    const [steps, deduction] = deductionOf(measure.deduct, filled, gap);
    computed.steps = String(steps);
    computed.deduction = figure(deduction);
    const full = given(filled, 'full');
    if (full) computed.left = figure(atLeastZero(sub(notBelowZero(full, 'full'), deduction)));
  } catch (error) {
    if (!(error instanceof Missing)) throw error;
    computed.why = error.reason;
  }
  return computed;
}

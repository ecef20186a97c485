/* <lb-kpi>: shows what a key measure comes to, from what is filled in. */

import { render } from 'preact';
import type { KeyMeasureWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import type { Say } from '../lib/words.ts';
import { compute } from '../scoring/kpi.ts';
import type { KpiResult, KpiWhy, Measure } from '../scoring/kpi.ts';

const LONGEST = 40; // characters that are shown of what is kept

export type Word = Say<KeyMeasureWord>;

function Figure({ name, children }: { name: string; children: string }) {
  return <span class="lb-kpi__out"><small>{name}</small> <b>{children}</b> </span>;
}

/** What it comes to, as far as it does, and why not further. label: what the measure itself calls a field. */
function Lines({ told, measure, unit, word, label }: {
  told: KpiResult; measure: Measure; unit: string; word: Word; label: (field: string) => string;
}) {
  const { result, gap, steps, deduction, left, why } = told;
  const side = measure.deduct?.of === 'excess' ? 'excess' : 'shortfall';
  return (
    <>
      {result && <Figure name={word('result')}>{word(measure.percent ? 'percent' : 'unit', { n: result, unit })}</Figure>}
      {gap === '0' && <Figure name={word('target')}>{word(side === 'excess' ? 'within' : 'reached')}</Figure>}
      {gap && gap !== '0' && <Figure name={word(side)}>{word(measure.percent ? 'point' : 'unit', { n: gap, unit })}</Figure>}
      {deduction && <Figure name={word('deduction')}>{word('steps', { n: deduction, steps: steps || '' })}</Figure>}
      {left && <Figure name={word('left')}>{word('points', { n: left })}</Figure>}
      {why && <span class="lb-kpi__why">{sentenceOf(why, word, label)}</span>}
    </>
  );
}

function sentenceOf({ key, facts }: KpiWhy, word: Word, label: (field: string) => string): string {
  if (!word.has(key)) throw new Error(`no words for ${key}`);
  const fields = (facts.fields || []).map(label).join(word('comma'));
  return word(key, { fields, field: facts.field ? label(facts.field) : '' });
}

export class LbKpi extends HTMLElement {
  /** nothing is shown before the words are known */
  word: Word | null = null;

  connectedCallback() {
    this.addEventListener('input', () => this.show());
  }

  get fields(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  get measure(): Measure {
    const { offset = '0', percent, target = 'none', of, step = '', points = '' } = this.dataset;
    return { formula: 'given', offset, percent: percent === 'yes', target, deduct: of ? { of, step, points } : null };
  }

  get filled(): Record<string, string> {
    return Object.fromEntries(this.fields.map((field) => [field.name, field.value]));
  }

  /** Shows what is kept, but in a field that somebody types in. */
  fill(kept: Readonly<Record<string, unknown>>, word: Word) {
    this.word = word;
    for (const field of this.fields) {
      const figure = kept[field.name];
      const text = typeof figure === 'string' ? figure.slice(0, LONGEST) : '';
      if (field !== document.activeElement && field.value !== text) field.value = text;
    }
    this.show();
  }

  show() {
    const { word, fields, filled, measure } = this;
    const output = this.querySelector('output');
    if (!word || !output) return;
    const told = compute(measure, filled);
    for (const field of fields) {
      const wrong = field.name === told.why?.facts.field && field.value.trim() !== '';
      if (wrong) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
    const some = fields.some((field) => field.value.trim());
    const label = (field: string) => this.label(field, word);
    render(some && <Lines told={told} measure={measure} unit={this.dataset.unit || ''} word={word} label={label} />, output);
  }

  /** what the measure itself calls it, or what it is for every measure */
  label(name: string, word: Word): string {
    const own = name === 'numerator' || name === 'denominator' ? this.fields.find((field) => field.name === name)?.getAttribute('aria-label') : '';
    const key = `field_${name}`;
    return own || (word.has(key) ? word(key) : '');
  }
}

define('lb-kpi', LbKpi);

/* <lb-kpi>: shows what a key measure comes to; <lb-kpi-keep>: keeps what was filled in, in this browser only. */

import { isMapping } from '../lib/values.ts';
import { fill } from '../lib/words.ts';
import { compute } from '../scoring/kpi.ts';

export type Taken = {of: string, step: string, points: string};
export type Measure = {formula: string, offset: string, percent: boolean, target: string, deduct: Taken | null};
export type Why = {key: string, facts: Record<string, any>};
export type Outcome = {result: string | null, gap: string | null, steps: string | null, deduction: string | null, left: string | null, why: Why | null};

const FORMAT = 1;

class LbKpiKeep extends HTMLElement {
  declare key: any;
  declare words: any;
  declare button: any;
  declare status: any;

  connectedCallback() {
    this.key = `levelbook.kpi.${this.dataset.code}`;
    const script = (this.querySelector('script') as HTMLElement);
    this.words = JSON.parse(script.textContent || '{}');
    this.button = (this.querySelector('button') as HTMLButtonElement);
    this.status = (this.querySelector('[role="status"]') as HTMLElement);
    this.button.addEventListener('click', () => this.erase());
    window.addEventListener('storage', (event) => {
      if (event.key === this.key || event.key === null) this.show();
    });
    customElements.whenDefined('lb-kpi').then(() => this.show());
  }

  /** the measures of this page, those of the same name numbered */
  measures(): any[] {
    const found = (([...document.querySelectorAll('lb-kpi')]) as any[]);
    const seen = ((new Map()) as Map<string, number>);
    return found.map((one) => {
      const n = (seen.get(one.dataset.name) || 0) + 1;
      seen.set(one.dataset.name, n);
      return Object.assign(one, { name: n > 1 ? `${one.dataset.name}#${n}` : one.dataset.name });
    });
  }

  /** what is kept; what cannot be read is put aside */
  read(): Record<string, any> {
    let text = null;
    try {
      text = window.localStorage.getItem(this.key || '');
      const found = text ? JSON.parse(text) : { format: FORMAT, figures: {} };
      if (isMapping(found) && isMapping(found.figures)) return found;
    } catch (error) {
      if (text === null) return { format: FORMAT, figures: {} };
    }
    this.put(`${this.key}.damaged`, (text as string));
    this.say('damaged');
    return { format: FORMAT, figures: {} };
  }

  put(key: string, text: string) {
    try {
      window.localStorage.setItem(key, text);
    } catch (error) {
      this.say('off');
    }
  }

  /** Shows what is kept in every measure. */
  show() {
    const { figures } = this.read();
    for (const one of this.measures()) one.fill(isMapping(figures[one.name]) ? figures[one.name] : {}, this.words);
    this.offer(figures);
  }

  offer(figures: Record<string, any>) {
    (this.button as HTMLButtonElement).hidden = Object.keys(figures).length === 0;
  }

  save(name: string, filled: Record<string, string>) {
    const kept = this.read();
    const old = isMapping(kept.figures[name]) ? kept.figures[name] : {};
    const now = Object.fromEntries(Object.entries({ ...old, ...filled }).filter(([, text]) => text !== ''));
    if (Object.keys(now).length) kept.figures[name] = now;
    else delete kept.figures[name];
    this.put(this.key || '', JSON.stringify(kept));
    this.offer(kept.figures);
  }

  erase() {
    if (!window.confirm(this.words.ask)) return;
    try {
      for (const key of [this.key, `${this.key}.damaged`]) window.localStorage.removeItem(key || '');
    } catch (error) {
      // nothing is kept where storage is switched off
    }
    this.show();
    this.say('erased');
    const first = (document.querySelector('lb-kpi input') as HTMLElement | null);
    if (first) first.focus();
  }

  say(key: string) {
    (this.status as HTMLElement).textContent = this.words[key];
  }
}

/* One measure */

class LbKpi extends HTMLElement {
  declare words: any;

  connectedCallback() {
    this.addEventListener('input', () => this.change());
  }

  fields(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  measure(): Measure {
    const { offset = '0', percent, target = 'none', of, step = '', points = '' } = this.dataset;
    return { formula: 'given', offset, percent: percent === 'yes', target, deduct: of ? { of, step, points } : null };
  }

  fill(kept: Record<string, unknown>, words: Record<string, string>) {
    this.words = words;
    for (const field of this.fields()) {
      const text = typeof kept[field.name] === 'string' ? (kept[field.name] as string) : '';
      if (field !== document.activeElement && field.value !== text) field.value = text.slice(0, 40);
    }
    this.show();
  }

  filled(): Record<string, string> {
    return Object.fromEntries(this.fields().map((field) => [field.name, field.value]));
  }

  change() {
    const keep = (document.querySelector('lb-kpi-keep') as any);
    if (!keep || !this.words) return;
    this.show();
    keep.save((this as any).name, this.filled());
  }

  show() {
    const filled = this.filled();
    const empty = Object.values(filled).every((text) => !text.trim());
    const told = compute(this.measure(), filled);
    const wrong = told.why && told.why.facts.field;
    for (const field of this.fields()) {
      if (field.name === wrong && field.value.trim()) field.setAttribute('aria-invalid', 'true');
      else field.removeAttribute('aria-invalid');
    }
    const output = (this.querySelector('output') as HTMLElement);
    output.replaceChildren(...(empty ? [] : this.lines(told)));
  }

  lines(told: Outcome): HTMLElement[] {
    const words = this.words || {};
    const { percent, deduct } = this.measure();
    const unit = this.dataset.unit || '';
    const say = (key: string, facts: Record<string, string>) => fill(words[key], facts);
    const side = deduct ? deduct.of : 'shortfall';
    const met = side === 'excess' ? words.within : words.reached;
    const parts = [];
    if (told.result) parts.push(this.partOf(words.result, say(percent ? 'percent' : 'unit', { n: told.result, unit })));
    if (told.gap) {
      const far = say(percent ? 'point' : 'unit', { n: told.gap, unit });
      parts.push(told.gap === '0' ? this.partOf(words.target, met) : this.partOf(words[side], far));
    }
    if (told.deduction) {
      parts.push(this.partOf(words.deduction, say('steps', { n: told.deduction, steps: told.steps || '' })));
    }
    if (told.left) parts.push(this.partOf(words.left, say('points', { n: told.left })));
    return told.why ? [...parts, this.reason(told.why)] : parts;
  }

  partOf(name: string, value: string): HTMLElement {
    const [box, label, figures] = ['span', 'small', 'b'].map((tag) => document.createElement(tag));
    box.className = 'lb-kpi__out';
    label.textContent = name;
    figures.textContent = value;
    box.append(label, ' ', figures, ' ');
    return box;
  }

  reason({ key, facts }: Why): HTMLElement {
    const words = this.words || {};
    const named = (field: string) => this.label(field) || words[`field_${field}`];
    const fields = (facts.fields || []).map(named).join(words.comma);
    const line = document.createElement('span');
    line.className = 'lb-kpi__why';
    line.textContent = fill(words[key] || '', { fields, field: facts.field ? named(facts.field) : '' });
    return line;
  }

  /** what the measure itself calls it */
  label(field: string): string {
    const input = this.fields().find((one) => one.name === field);
    const parts = field === 'numerator' || field === 'denominator';
    return (parts && input && input.getAttribute('aria-label')) || '';
  }
}

customElements.define('lb-kpi', LbKpi);
customElements.define('lb-kpi-keep', LbKpiKeep);

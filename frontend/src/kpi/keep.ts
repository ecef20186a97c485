/* <lb-kpi-keep>: keeps what was filled in for the key measures of a page, in this browser only. */

import type { KeyMeasureWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import * as local from '../lib/local-storage.ts';
import { textsOf } from '../lib/values.ts';
import { sayer } from '../lib/words.ts';
import './calculator.tsx';
import type { LbKpi, Word } from './calculator.tsx';
import { NONE, figuresOf, numbered, parsed, withFilled } from './kept.ts';
import type { Kept } from './kept.ts';

class LbKpiKeep extends HTMLElement {
  word: Word = sayer<KeyMeasureWord>({});
  /** the measures of this page, by the names under which they are kept */
  measures = new Map<LbKpi, string>();

  connectedCallback() {
    const words: unknown = JSON.parse(this.querySelector('script')?.textContent || '{}');
    this.word = sayer<KeyMeasureWord>(textsOf(words));
    this.measures = named([...document.querySelectorAll<LbKpi>('lb-kpi')]);
    this.button?.addEventListener('click', () => this.erase());
    for (const measure of this.measures.keys()) measure.addEventListener('input', () => this.save(measure));
    window.addEventListener('storage', (event) => {
      if (event.key === this.key || event.key === null) this.show();
    });
    this.show();
  }

  get key(): string {
    return `levelbook.kpi.${this.dataset.code}`;
  }

  get button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }

  /** what is kept; what cannot be read is put aside */
  read(): Kept {
    const text = local.get(this.key);
    const kept = text ? parsed(text) : NONE;
    if (kept) return kept;
    this.put(`${this.key}.damaged`, text || '');
    this.say('damaged');
    return NONE;
  }

  put(key: string, text: string) {
    if (!local.set(key, text)) this.say('off');
  }

  /** Shows what is kept in every measure. */
  show() {
    const kept = this.read();
    for (const [measure, name] of this.measures) measure.fill(figuresOf(kept, name), this.word);
    this.offer(kept);
  }

  /** Erasing is offered where there is anything. */
  offer({ figures }: Kept) {
    if (this.button) this.button.hidden = Object.keys(figures).length === 0;
  }

  save(measure: LbKpi) {
    const kept = withFilled(this.read(), this.measures.get(measure) || '', measure.filled);
    this.put(this.key, JSON.stringify(kept));
    this.offer(kept);
  }

  erase() {
    if (!window.confirm(this.word('ask'))) return;
    for (const key of [this.key, `${this.key}.damaged`]) local.drop(key);
    this.show();
    this.say('erased');
    document.querySelector<HTMLElement>('lb-kpi input')?.focus();
  }

  say(key: KeyMeasureWord) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = this.word(key);
  }
}

/** the measures, each with the name under which it is kept */
function named(measures: readonly LbKpi[]): Map<LbKpi, string> {
  const names = numbered(measures.map(({ dataset: { name = '' } }) => name));
  return new Map(measures.map((measure, at) => [measure, names[at]]));
}

define('lb-kpi-keep', LbKpiKeep);

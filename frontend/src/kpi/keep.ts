/* <lb-kpi-keep>: keeps what was filled in for the key measures of a page, in this browser only. */

import type { KeyMeasureWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import { isMapping, valueAt } from '../lib/values.ts';
import type { Mapping } from '../lib/values.ts';
import { sayer } from '../lib/words.ts';
import { LbKpi } from './calculator.tsx';
import type { Word } from './calculator.tsx';

const FORMAT = 1;

/** what is kept: figures by measure and field */
interface Kept {
  format: unknown;
  figures: Mapping;
}

class LbKpiKeep extends HTMLElement {
  word: Word = sayer<KeyMeasureWord>({});
  /** the measures of this page, by the names under which they are kept */
  measures = new Map<LbKpi, string>();

  connectedCallback() {
    const words: unknown = JSON.parse(this.querySelector('script')?.textContent || '{}');
    this.word = sayer<KeyMeasureWord>(words as Record<string, string>);
    this.measures = named(document.querySelectorAll<LbKpi>('lb-kpi'));
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
    const text = stored(this.key);
    const kept = text ? parsed(text) : { format: FORMAT, figures: {} };
    if (kept) return kept;
    this.put(`${this.key}.damaged`, text || '');
    this.say('damaged');
    return { format: FORMAT, figures: {} };
  }

  put(key: string, text: string) {
    try {
      window.localStorage.setItem(key, text);
    } catch {
      this.say('off');
    }
  }

  /** Shows what is kept in every measure. */
  show() {
    const { figures } = this.read();
    for (const [measure, name] of this.measures) {
      const kept = valueAt(figures, name);
      measure.fill(isMapping(kept) ? kept : {}, this.word);
    }
    this.offer(figures);
  }

  /** Erasing is offered where there is anything. */
  offer(figures: Mapping) {
    if (this.button) this.button.hidden = Object.keys(figures).length === 0;
  }

  save(measure: LbKpi) {
    const name = this.measures.get(measure) || '';
    const kept = this.read();
    const before = valueAt(kept.figures, name);
    const all = Object.entries({ ...(isMapping(before) ? before : {}), ...measure.filled });
    const filled = Object.fromEntries(all.filter(([, text]) => text !== ''));
    if (Object.keys(filled).length) kept.figures[name] = filled;
    else delete kept.figures[name];
    this.put(this.key, JSON.stringify(kept));
    this.offer(kept.figures);
  }

  erase() {
    if (!window.confirm(this.word('ask'))) return;
    try {
      for (const key of [this.key, `${this.key}.damaged`]) window.localStorage.removeItem(key);
    } catch {
      // nothing is kept where storage is switched off
    }
    this.show();
    this.say('erased');
    document.querySelector<HTMLElement>('lb-kpi input')?.focus();
  }

  say(key: KeyMeasureWord) {
    const status = this.querySelector('[role="status"]');
    if (status) status.textContent = this.word(key);
  }
}

/** Those of the same name are numbered. */
function named(measures: Iterable<LbKpi>): Map<LbKpi, string> {
  const times = new Map<string, number>();
  const names = new Map<LbKpi, string>();
  for (const measure of measures) {
    const { name = '' } = measure.dataset;
    const n = (times.get(name) || 0) + 1;
    times.set(name, n);
    names.set(measure, n > 1 ? `${name}#${n}` : name);
  }
  return names;
}

/** null where nothing is kept, or storage is switched off */
function stored(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** null where it cannot be read */
function parsed(text: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(text);
    return isMapping(kept) && isMapping(kept.figures) ? { ...kept, format: kept.format, figures: kept.figures } : null;
  } catch {
    return null;
  }
}

define('lb-kpi-keep', LbKpiKeep);

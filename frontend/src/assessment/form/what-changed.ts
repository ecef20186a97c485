/* Old and new wording side by side, of all that a release has changed in an item. It comes with a script that is loaded when
   somebody first asks. */

import type { Words } from '../../generated/words.ts';
import { make } from '../../lib/draw.ts';
import type { Run } from '../../lib/text-diff.ts';
import { difference } from '../../lib/text-diff.ts';
import type { Say } from '../../lib/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Difference, Look } from '../document/migrate.ts';
import type { Item } from '../document/model.ts';
import type { Host } from '../host.ts';

type Word = Say<Words['changed']>;

declare global {
  interface Window {
    /** Draws what has changed in an item, a part each. */
    levelbookWhatChanged?: (host: Host, item: Item, looks: readonly Look[]) => HTMLElement[];
  }
}

const head = (text: string): HTMLElement[] => (text ? [make('p', { class: 'lb-again__part' }, [text])] : []);

function marked(word: Word, runs: readonly Run[], tag: 'ins' | 'del'): (Node | string)[] {
  if (!runs.length) return [word('no_text')];
  return runs.map(({ text, changed }) => (changed && text.trim() ? make(tag, {}, [text]) : text));
}

function pair(word: Word, { kind, old, now }: Difference): HTMLElement[] {
  const { before, after, rewritten } = difference(old || '', now || '');
  const isWording = kind === 'reworded' || kind === 'replaced';
  const side = (term: string, said: (Node | string)[]) => make('div', {}, [make('dt', {}, [term]), make('dd', {}, said)]);
  return [
    ...head(isWording && rewritten && old && now ? word('rewritten') : ''),
    make('dl', { class: 'lb-again__pair' }, [side(word('old'), marked(word, before, 'del')), side(word('now'), marked(word, after, 'ins'))]),
  ];
}

function wordings(word: Word, item: Item, look: Look): HTMLElement {
  const differences: Difference[] = [look, ...(look.also ?? [])];
  const own = look.code === item.code;
  const headOf = ({ kind }: Difference) => {
    const keys = [`what_${own ? '' : 'part_'}${kind}`, `what_${kind}`];
    const key = differences.length > 1 ? keys.find((name) => word.has(name)) : undefined;
    return key !== undefined && word.has(key) ? word(key) : '';
  };
  return make('div', {}, [
    ...head(own ? '' : word('part', { code: look.code })),
    ...head(look.kind === 'replaced' ? word('from', { name: look.fromName || look.from || '' }) : ''),
    ...differences.flatMap((shown) => [...head(headOf(shown)), ...pair(word, shown)]),
  ]);
}

window.levelbookWhatChanged = ({ data }, item, looks) => {
  const word = speaker(data, 'changed');
  return looks.map((look) => wordings(word, item, look));
};

/* The wordings of a checklist, whole as answers keep them: a page says no sentence twice in one place. */

import type { ChecklistPageData } from '../../generated/page-data.ts';
import { indicatorOf } from '../../lib/text.ts';
import type { Item, Part } from './model.ts';

type Worded = Pick<Item, 'text' | 'goesOn'> & { readonly parts: readonly Pick<Part, 'lead' | 'text'>[] };

/** The whole of a wording: where it goes on, the sentences of its parts follow. */
export function wordingOf({ text, goesOn, parts }: Worded): string {
  return goesOn ? [...(text ? [text] : []), ...parts.flatMap((part) => [...(part.lead ? [part.lead] : []), part.text])].join('\n') : text;
}

/**
 * A checklist with all its items and their whole wordings.
 * @param said - what is said of items at their fields, by their codes
 */
export function spelledOut<Data extends Pick<ChecklistPageData, 'items' | 'gone'>>(
  data: Data, said: ReadonlyMap<string, Item>,
): Omit<Data, 'items'> & { items: Item[] } {
  const items = data.items.flatMap((item) => (typeof item === 'string' ? said.get(item) ?? [] : item));
  return { ...data, items: items.map((item) => ({ ...item, text: wordingOf(item), goesOn: false })), gone: { ...wholes(items), ...data.gone } };
}

/** The wholes that are told apart in parts, which are rated in their place. */
function wholes(items: readonly Item[]): ChecklistPageData['gone'] {
  const gone: ChecklistPageData['gone'] = {};
  for (const { name, parts } of items) {
    for (const { code } of parts) {
      const whole = indicatorOf(code);
      if (whole !== code) (gone[whole] ??= { name, text: '', why: '', replacedBy: [], release: '' }).replacedBy.push(code);
    }
  }
  return gone;
}

/* The wordings of a checklist, as answers keep them. */

import type { ChecklistData, Item } from './model.ts';

type Worded = Pick<Item, 'text' | 'goesOn'> & { readonly parts: readonly { readonly text: string }[] };

/** The whole of a wording: a page does not say the sentences of its parts twice. */
export function wordingOf({ text, goesOn, parts }: Worded): string {
  return goesOn ? [...(text ? [text] : []), ...parts.map((part) => part.text)].join('\n') : text;
}

/** What a page tells of a checklist, with every wording written out. */
export function spelledOut<Data extends Pick<ChecklistData, 'items'>>(data: Data): Data {
  return { ...data, items: data.items.map((item) => ({ ...item, text: wordingOf(item), goesOn: undefined })) };
}

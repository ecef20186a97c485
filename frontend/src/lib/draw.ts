/* Elements made by hand, for the few places that are no components; and by a pattern, where a page would say the same again and again. */

import type { Facts } from './words.ts';
import { fill } from './words.ts';

type Child = Node | string;
type Attributes = Readonly<Record<string, string | number | boolean>>;

/**
 * @param attributes - false leaves one out, true sets it empty
 */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag, attributes: Attributes = {}, children: readonly Child[] = [],
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...children);
  return element;
}

/**
 * What a pattern of the page makes.
 * @param id - of the <template>; where there is none, nothing comes of it
 * @param blanks - what stands in its attributes for `{name}`
 */
export function madeBy(id: string, blanks: Facts): DocumentFragment {
  const pattern = document.querySelector<HTMLTemplateElement>(`template#${id}`);
  if (!pattern) return new DocumentFragment();
  const made = document.importNode(pattern.content, true);
  for (const { attributes } of made.querySelectorAll('*')) {
    for (const attribute of attributes) attribute.value = fill(attribute.value, blanks);
  }
  return made;
}

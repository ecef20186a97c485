/* What a page would say again and again, and only scripts show: it stands there once, as a <template> with blanks for what differs. */

import type { Facts } from './words.ts';
import { fill } from './words.ts';

/**
 * What a pattern of the page makes.
 * @param id - of the <template>; where there is none, nothing comes of it
 * @param blanks - what stands in its attributes for `{name}`
 */
export function madeBy(id: string, blanks: Facts): DocumentFragment {
  const pattern = document.getElementById(id);
  if (!(pattern instanceof HTMLTemplateElement)) return new DocumentFragment();
  const made = document.importNode(pattern.content, true);
  for (const { attributes } of made.querySelectorAll('*')) {
    for (const attribute of attributes) if (attribute.value.includes('{')) attribute.value = fill(attribute.value, blanks);
  }
  return made;
}

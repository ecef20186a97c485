/* Rulers of single indicators and items. Where they are seen only once somebody chooses to rate by them, the page brings none, but a
   pattern: they would be a sixth of what it weighs. */

import { madeBy } from '../../lib/pattern.ts';
import type { Control } from './fields.ts';

/** Gives each part of an item its ruler where it has none; says which fields are new. */
export function addRulers(item: Element): Control[] {
  const bare = Array.from(item.querySelectorAll<HTMLElement>('[data-part]')).filter((part) => !part.querySelector('.lb-rate'));
  return bare.flatMap((part) => {
    part.append(madeBy('lb-part-ruler', { code: part.dataset.part ?? '' }));
    return Array.from(part.querySelectorAll<HTMLInputElement>('.lb-rate input'));
  });
}

/* Whether single keys hold on the whole page, as they do unless somebody says that they are in the way: of speech input, say. On a
   ruler they always hold. Remembered in this browser, for all checklists. */

import { drop, get, set } from '../../lib/local-storage.ts';

const KEY = 'levelbook.keys';
const ON_RULERS = 'rulers'; // alone

export const areEverywhere = (): boolean => get(KEY) !== ON_RULERS;

export function choose(everywhere: boolean) {
  if (everywhere) drop(KEY);
  else set(KEY, ON_RULERS);
}

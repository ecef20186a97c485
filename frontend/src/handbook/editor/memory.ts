/* Whether this browser lays the editors' layer over pages: what they need and readers do not. Styles ask for the class. */

import * as local from '../../lib/local-storage.ts';

export const KEY = 'levelbook.editor';
const ON = '1';

/** on, though it could not be kept */
let without = false;

/** Anything else that stands there, by whatever hand, means no. */
export const isKept = (): boolean => without || local.get(KEY) === ON;

/** Where storage is switched off or full it holds for this page. */
export function keep(on: boolean) {
  without = on && !local.set(KEY, ON);
  if (!on) local.drop(KEY);
}

export function show(on: boolean) {
  document.documentElement.classList.toggle('lb-editing', on);
}

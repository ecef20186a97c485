/* The codes that this browser has chosen for a collection, from page to page; nothing of it leaves the browser. */

import * as storage from '../lib/local-storage.ts';
import { SITE_PATH } from '../lib/site-root.ts';
import { codesIn } from './address.ts';

const KEY = `levelbook-collection:${SITE_PATH}`;
/** what could not be kept; it holds as long as the page, before anything that was kept once */
let without: string | null = null;

export const chosen = (): string[] => codesIn(without ?? storage.get(KEY) ?? '');

export function choose(codes: readonly string[]) {
  const text = codes.join(',');
  without = storage.set(KEY, text) ? null : text;
}

export function clear() {
  without = null;
  storage.drop(KEY);
}

export function toggle(code: string) {
  const codes = chosen();
  choose(codes.includes(code) ? codes.filter((other) => other !== code) : [...codes, code]);
}

/** hears when another window chooses */
export function onChange(hear: () => void) {
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) hear();
  });
}

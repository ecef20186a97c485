/* The colours that a reader chose, as Material remembers them, so that both kinds of pages show the same: under the path of
   the site, a dot and a name. */

import { SITE_PATH } from '../lib/site-root.ts';
import { isMapping } from '../lib/values.ts';

const KEY = `${SITE_PATH}.__palette`;
export const DEVICE = '(prefers-color-scheme)';
const DARK = '(prefers-color-scheme: dark)';

/** values of Material's `data-md-color-` attributes, by the ends of their names */
export type Colours = Record<string, string>;

export interface Choice {
  /** which of the switches, counted from 0 */
  index: number;
  color: Colours;
}

export const prefersDark = (): boolean => matchMedia(DARK).matches;

/** What was chosen; nothing where storage is switched off, or holds something else. */
export function savedChoice(): Choice | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(KEY) || 'null');
    if (!isMapping(saved) || !isMapping(saved.color) || typeof saved.index !== 'number') return null;
    const texts = Object.entries(saved.color).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
    return { index: saved.index, color: Object.fromEntries(texts) };
  } catch {
    return null;
  }
}

export function saveChoice(choice: Choice) {
  try {
    localStorage.setItem(KEY, JSON.stringify(choice));
  } catch {
    // storage is switched off or full: the colours hold for this page
  }
}

/** the scheme to show for a choice, by Material's names where the device decides */
export function schemeOf(choice: Choice | null): string {
  const { media, scheme } = choice?.color || {};
  if (scheme && media !== DEVICE) return scheme;
  return prefersDark() ? 'slate' : 'default';
}

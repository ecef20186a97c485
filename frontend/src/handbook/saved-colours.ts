/* The colours that a reader chose, as Material remembers them, so that both kinds of pages show the same: under the path of
   the site, a dot and a name. */

import * as local from '../lib/local-storage.ts';
import { SITE_PATH } from '../lib/site-root.ts';
import { isMapping, textsOf } from '../lib/values.ts';

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

/** What was chosen; nothing where nothing is kept, or something else. */
export function savedChoice(): Choice | null {
  try {
    const saved: unknown = JSON.parse(local.get(KEY) ?? 'null');
    if (!isMapping(saved) || !isMapping(saved.color) || typeof saved.index !== 'number') return null;
    return { index: saved.index, color: textsOf(saved.color) };
  } catch {
    return null;
  }
}

/** Where storage is switched off or full the colours hold for this page. */
export const saveChoice = (choice: Choice): boolean => local.set(KEY, JSON.stringify(choice));

/** the scheme to show for a choice, by Material's names where the device decides */
export function schemeOf(choice: Choice | null): string {
  const { media, scheme } = choice?.color || {};
  if (scheme && media !== DEVICE) return scheme;
  return prefersDark() ? 'slate' : 'default';
}

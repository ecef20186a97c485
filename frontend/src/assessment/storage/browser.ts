/* What this browser keeps for the site, key by key, where it lets us keep anything. */

import * as local from '../../lib/local-storage.ts';
import { fail } from '../document/document.ts';
import type { Failed } from '../document/document.ts';
import * as earlier from './earlier.ts';

export const PREFIX = 'levelbook.assess.';

/** null where the browser does not let us keep anything */
export function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** What was earlier gives its room to what is now. */
export function put(key: string, text: string): Failed | null {
  const trouble = storage() ? local.put(key, text) : 'off';
  if (trouble === 'full' && earlier.clear()) return put(key, text);
  return trouble ? fail(trouble) : null;
}

/** all keys of ours */
export const keys = (prefix = PREFIX): string[] => local.keys(prefix);

/** whether this browser keeps anything for this page */
export function works(): boolean {
  const trouble = put(TRY, '1');
  if (!trouble) local.drop(TRY);
  return !trouble || trouble.problem.key === 'full';
}

const TRY = 'levelbook.assess-try';

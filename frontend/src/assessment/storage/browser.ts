/* What this browser keeps for the site, key by key, where it lets us keep anything. */

import { drop } from '../../lib/local-storage.ts';
import { fail } from '../document/document.ts';
import type { Failed } from '../document/document.ts';

export const PREFIX = 'levelbook.assess.';

/** null where the browser does not let us keep anything */
export function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function put(key: string, text: string): Failed | null {
  if (!storage()) return fail('off');
  try {
    window.localStorage.setItem(key, text);
    return null;
  } catch (error) {
    return fail(isFull(error) ? 'full' : 'off');
  }
}

/** whether there is no room left; errors of other windows are of another class */
const isFull = (error: unknown): boolean => typeof error === 'object' && error !== null && 'name' in error && /quota/i.test(String(error.name));

/** all keys of ours */
export function keys(prefix = PREFIX): string[] {
  const all: string[] = [];
  try {
    for (let at = 0; at < window.localStorage.length; at++) all.push(window.localStorage.key(at) || '');
  } catch {
    return [];
  }
  return all.filter((key) => key.startsWith(prefix)).sort();
}

/** whether this browser keeps anything for this page */
export function works(): boolean {
  const trouble = put(TRY, '1');
  if (!trouble) drop(TRY);
  return !trouble || trouble.problem.key === 'full';
}

const TRY = 'levelbook.assess-try';

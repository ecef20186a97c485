/* What this browser keeps for the site, key by key, where it lets us keep anything. */

import type { Problem } from '../document/model.ts';

export const PREFIX = 'levelbook.assess.';

/** with what cannot be done, and why */
export type Failed = {problem: Problem, doc?: undefined};

export const fail = (key: Problem['key'], facts: Problem['facts'] = {}): Failed => ({ problem: { key, facts } });

/** null where the browser does not let us keep anything */
export function storage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

export function get(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
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

export function drop(key: string) {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // nothing is kept where storage is switched off
  }
}

/** all keys of ours */
export function keys(prefix = PREFIX): string[] {
  const found: string[] = [];
  try {
    for (let at = 0; at < window.localStorage.length; at++) found.push(window.localStorage.key(at) || '');
  } catch {
    return [];
  }
  return found.filter((key) => key.startsWith(prefix)).sort();
}

/** whether this browser keeps anything for this page */
export function works(): boolean {
  const trouble = put(TRY, '1');
  if (!trouble) drop(TRY);
  return !trouble || trouble.problem.key === 'full';
}

const TRY = 'levelbook.assess-try';

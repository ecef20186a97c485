/* What this browser keeps for the site, where it lets us keep anything: people may have switched storage off. */

/** null where nothing is kept */
export function get(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** why a text was not kept: there is no room left, or nothing is kept here */
export type Trouble = 'full' | 'off';

/** whether there is no room left; errors of other windows are of another class */
const isFull = (error: unknown): boolean => typeof error === 'object' && error !== null && 'name' in error && /quota/i.test(String(error.name));

/** Keeps a text; why it could not, or nothing. */
export function put(key: string, text: string): Trouble | '' {
  try {
    window.localStorage.setItem(key, text);
    return '';
  } catch (error) {
    return isFull(error) ? 'full' : 'off';
  }
}

/** Keeps a text; whether it could. Every page has this, and asks no more. */
export function set(key: string, text: string): boolean {
  try {
    window.localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

/** all keys that begin alike */
export function keys(prefix: string): string[] {
  const all: string[] = [];
  try {
    for (let at = 0; at < window.localStorage.length; at++) all.push(window.localStorage.key(at) || '');
  } catch {
    return [];
  }
  return all.filter((key) => key.startsWith(prefix)).sort();
}

export function drop(key: string) {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // nothing is kept where storage is switched off
  }
}

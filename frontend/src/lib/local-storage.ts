/* What this browser keeps for the site, where it lets us keep anything: people may have switched storage off. */

/** null where nothing is kept */
export function get(key: string): string | null {
  try {
    return window.localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Keeps a text; whether it could. */
export function set(key: string, text: string): boolean {
  try {
    window.localStorage.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}

export function drop(key: string) {
  try {
    window.localStorage.removeItem(key);
  } catch {
    // nothing is kept where storage is switched off
  }
}

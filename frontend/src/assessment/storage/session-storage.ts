/* What this tab keeps until it is closed, through reloads; where the browser lets it keep nothing, what this page keeps. */

const known: Map<string, string> = new Map();

/** null where nothing is kept */
export function get(key: string): string | null {
  try {
    return window.sessionStorage.getItem(key) ?? known.get(key) ?? null;
  } catch {
    return known.get(key) ?? null;
  }
}

export function put(key: string, text: string) {
  known.set(key, text);
  try {
    window.sessionStorage.setItem(key, text);
  } catch {
    // it holds as long as this page is open
  }
}

export function drop(key: string) {
  known.delete(key);
  try {
    window.sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}

/* What a document was like before something was done to it: the last five states, beside it in this browser, never in a file nor in
   a backup. They can be gone back to, and give their room to what is stored otherwise. */

import { drop, get, keys, put } from '../../lib/local-storage.ts';
import { parse } from '../document/document.ts';
import type { SavedAssessment } from '../document/model.ts';

export const PREFIX = 'levelbook.before.';
const MOST = 5;

/** texts as they were stored, the last at the end; whatever stands there may be anybody's */
function texts(id: string): string[] {
  try {
    const kept: unknown = JSON.parse(get(PREFIX + id) ?? '[]');
    return Array.isArray(kept) ? kept.filter((text) => typeof text === 'string') : [];
  } catch {
    return [];
  }
}

/** Keeps how a document stands in storage, before something is done to it; where there is no room, nothing of it is kept. */
export function keep(id: string, text: string | null) {
  if (text === null) return;
  const all = [...texts(id).filter((other) => other !== text), text].slice(-MOST);
  if (put(PREFIX + id, JSON.stringify(all))) drop(PREFIX + id);
}

/** what can be read of them, the last first */
export const list = (id: string): SavedAssessment[] => texts(id).reverse().flatMap((text) => {
  const { doc } = parse(text);
  return doc && doc.id === id ? [doc] : [];
});

export const textOf = (id: string): string | null => get(PREFIX + id);

export function putBack(id: string, text: string | null) {
  if (text === null || put(PREFIX + id, text)) drop(PREFIX + id);
}

/** of all documents, by their keys */
export const all = (): [string, string][] => keys(PREFIX).map((key) => [key, get(key) ?? '']);

/** Beside what stands there by now; where there is no room, nothing of it. */
export function putBackAll(states: readonly (readonly [string, string])[]) {
  for (const [key, text] of states) if (get(key) === null) put(key, text);
}

/** @returns whether there were any */
export function clear(): boolean {
  const all = keys(PREFIX);
  for (const key of all) drop(key);
  return all.length > 0;
}

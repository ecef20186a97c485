/* What somebody has begun to note and not kept yet, by what it is about: whoever closes the field, or the page, finds it again. */

import * as local from '../lib/local-storage.ts';
import { isMapping, valueAt } from '../lib/values.ts';
import { LONGEST } from './note.ts';
import { DAMAGED } from './store.ts';

export const KEY = 'levelbook.note-drafts';

export interface Draft {
  readonly text: string;
  readonly at: string;
  readonly code: string;
  /** of the note that is changed: as it was when that was begun */
  readonly state?: string;
}

/** All drafts; null where what stands there is none. */
function read(): Record<string, unknown> | null {
  try {
    const kept: unknown = JSON.parse(local.get(KEY) ?? '{}');
    return isMapping(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** What could not be read is put aside, before it is written over. */
function all(): Record<string, unknown> {
  const text = read() ? null : local.get(KEY);
  if (text !== null && !local.put(`${DAMAGED}${new Date().toISOString()}`, text)) local.drop(KEY);
  return read() ?? {};
}

/** @param about - the code, or the note, at which it was begun */
export function find(about: string): Draft | null {
  const draft = valueAt(all(), about);
  const [text, at, code, state] = ['text', 'at', 'code', 'state'].map((key) => valueAt(draft, key));
  if (typeof text !== 'string' || typeof at !== 'string' || typeof code !== 'string' || text.length > LONGEST * 2) return null;
  return { text, at, code, ...(typeof state === 'string' && { state }) };
}

/** Whether it is kept; without a text nothing is. */
export function keep(about: string, draft: Draft): boolean {
  const others = Object.fromEntries(Object.entries(all()).filter(([key]) => key !== about));
  const drafts = draft.text.trim() ? { ...others, [about]: draft } : others;
  if (read() === null) return false; // it would be lost
  if (Object.keys(drafts).length) return local.set(KEY, JSON.stringify(drafts));
  local.drop(KEY);
  return true;
}

export const drop = (about: string): boolean => keep(about, { text: '', at: '', code: '' });

export const clear = () => local.drop(KEY);

/* The last self-assessment of a level that this browser keeps, as far as the home page tells it. It only looks: what is
   stored may be damaged, of a newer format, or by another hand, and then there is none. */

import { valueAt } from '../../lib/values.ts';

const OWN = /^levelbook\.assess\.([0-9a-f]{16})$/;
const LONGEST = 5_000_000; // signs: what is longer is not worth reading for one line
const MOST = 100_000; // more items has no checklist

export interface LastAssessment {
  readonly id: string;
  /** when it was changed last, as a date of this device */
  readonly date: string;
  readonly changed: string;
  readonly finished: boolean;
  /** how many of its items are rated, where that is known */
  readonly done?: number;
  readonly of?: number;
}

/** What is stored, by its keys: localStorage, or what stands for it in tests. */
export type Stored = Pick<Storage, 'length' | 'key' | 'getItem'>;

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0 && Number(value) <= MOST;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** the day of a moment on this device: 2026-11-12 */
function dayOf(moment: string): string {
  const time = new Date(moment);
  const parts = [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part, at) => String(part).padStart(at ? 2 : 4, '0')).join('-');
}

/** Whether somebody sits there to rate another: that is not one's own. */
const isOfOther = (stored: Stored, id: string): boolean => valueAt(parsed(stored.getItem(`levelbook.seat.${id}`) ?? 'null'), 'seat') === 'manager';

function told(stored: Stored, key: string, targets: readonly string[]): LastAssessment | null {
  const id = OWN.exec(key)?.[1];
  const text = id && stored.getItem(key);
  if (!id || !text || text.length > LONGEST) return null;
  const doc = parsed(text);
  const [target, changed, result] = ['target', 'changed', 'result'].map((name) => valueAt(doc, name));
  if (typeof target !== 'string' || !targets.includes(target) || typeof changed !== 'string' || Number.isNaN(Date.parse(changed))) return null;
  if (isOfOther(stored, id)) return null;
  const [done, of] = [valueAt(result, 'done'), valueAt(result, 'of')];
  const progress = isCount(done) && isCount(of) && of > 0 && done <= of ? { done, of } : {};
  return { id, changed, date: dayOf(changed), finished: typeof valueAt(doc, 'finished') === 'string', ...progress };
}

/**
 * @param targets - codes of what it may be about
 * @returns null where there is none, or where the browser keeps nothing
 */
export function lastAssessment(stored: Stored, targets: readonly string[]): LastAssessment | null {
  try {
    const keys = Array.from({ length: stored.length }, (_, at) => stored.key(at) ?? '');
    const every = keys.map((key) => told(stored, key, targets)).filter((one) => one !== null);
    return every.reduce<LastAssessment | null>((last, one) => (last && last.changed >= one.changed ? last : one), null);
  } catch {
    return null;
  }
}

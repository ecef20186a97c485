/* How much this browser has changed since it was last put into a file, and whether it is time to say so. Counted where something is
   stored, by what it is stored as: an assessment by its id, all notes together. What stands in storage may be anybody's. */

import * as local from '../lib/local-storage.ts';
import { isMapping, valueAt } from '../lib/values.ts';

export const KEY = 'levelbook.backup';
/** all notes together */
export const NOTES = 'notes';
/** all answers to open questions together */
export const ANSWERS = 'answers';
const MANY = 20; // changes
const DAY = 86_400_000;
const LONG = 14 * DAY;
const LATER = 7 * DAY;
const ONE = 5000; // milliseconds within which what is stored again is one change: somebody is writing
const MOST = 1000;

/** since: of the first of them; last: of the last */
interface Changes {
  readonly n: number;
  readonly since: number;
  readonly last: number;
}

interface Kept {
  readonly changes: Readonly<Record<string, Changes>>;
  /** when the last backup was made; 0: never */
  readonly made: number;
  /** what was in it, as a mark */
  readonly mark: string;
  /** when somebody said: later */
  readonly later: number;
}

const NONE: Kept = { changes: {}, made: 0, mark: '', later: 0 };
const listeners = new Set<() => void>();

const moment = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : 0);

function changesIn(value: unknown): Changes | null {
  const [n, since, last] = ['n', 'since', 'last'].map((key) => moment(valueAt(value, key)));
  return n && since ? { n: Math.floor(n), since, last } : null;
}

export function parsed(text: string | null): Kept {
  try {
    const kept: unknown = JSON.parse(text ?? '{}');
    const [changes, mark] = ['changes', 'mark'].map((key) => valueAt(kept, key));
    const known = Object.entries(isMapping(changes) ? changes : {}).slice(0, MOST).map(([what, value]) => [what, changesIn(value)] as const);
    const some = known.filter((pair): pair is readonly [string, Changes] => pair[1] !== null);
    return {
      changes: Object.fromEntries(some), mark: typeof mark === 'string' ? mark : '',
      made: moment(valueAt(kept, 'made')), later: moment(valueAt(kept, 'later')),
    };
  } catch {
    return NONE;
  }
}

/** The same with one more change; what is stored again at once is the same one. */
export function counted(kept: Kept, what: string, now: number): Kept {
  const { n, since, last } = Object.hasOwn(kept.changes, what) ? kept.changes[what] : { n: 0, since: now, last: 0 };
  const isAnother = Math.abs(now - last) >= ONE;
  return { ...kept, changes: { ...kept.changes, [what]: { n: n + Number(isAnother), since, last: now } } };
}

export function without(kept: Kept, what: string): Kept {
  return { ...kept, changes: Object.fromEntries(Object.entries(kept.changes).filter(([key]) => key !== what)) };
}

/** how many changes to speak of now; 0: say nothing */
export function due({ changes, later }: Kept, now: number): number {
  const all = Object.values(changes);
  const n = all.reduce((sum, one) => sum + one.n, 0);
  const isLong = all.some(({ since }) => now - since >= LONG);
  const isPutOff = later > 0 && Math.abs(now - later) < LATER;
  return !isPutOff && (n >= MANY || isLong) ? n : 0;
}

export const read = (): Kept => parsed(local.get(KEY));

function keep(kept: Kept) {
  local.set(KEY, JSON.stringify(kept));
  for (const listener of listeners) listener();
}

export const noteChange = (what: string) => keep(counted(read(), what, Date.now()));

/** It stands in a file now, or is gone. */
export function noteFile(what: string) {
  const kept = read();
  if (Object.hasOwn(kept.changes, what)) keep(without(kept, what));
}

/** @param mark - of what is in it */
export const noteBackup = (mark: string) => keep({ ...NONE, made: Date.now(), mark });

export const putOff = () => keep({ ...read(), later: Date.now() });

/** how many changes to speak of now; 0: say nothing */
export const dueNow = (): number => due(read(), Date.now());

/** Calls back when that may have changed, here or in another tab. */
export function watch(callback: () => void) {
  listeners.add(callback);
  window.addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) callback();
  });
}

/* Up to which release the reader knows the handbook, in this browser only: what is newer is news. It is noted at the first visit,
   and moved on when they say so, or two weeks after the news were first shown. What stands in storage may be anybody's. */

import * as local from './local-storage.ts';

/** `0.2.0`, or with the day on which news since then were first shown: `0.2.0 2026-11-30` */
export const KEY = 'levelbook.seen';
const KEPT = /^(\d{1,9}(?:\.\d{1,9}){2})(?: (\d{4}-\d\d-\d\d))?$/;
const SHOWN_DAYS = 14;
const DAY_MS = 86_400_000;

interface Seen {
  readonly release: string;
  /** when news since then were first shown */
  readonly shown?: string;
}

export function parsed(text: string | null): Seen | null {
  const [, release, shown] = KEPT.exec(text ?? '') ?? [];
  if (!release) return null;
  return shown && !Number.isNaN(Date.parse(shown)) ? { release, shown } : { release };
}

const write = ({ release, shown }: Seen) => local.set(KEY, shown ? `${release} ${shown}` : release);

/** the day of a moment, as storage keeps it */
const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);

/**
 * What counts as known, and whether that is moved on now: at the first visit, and when news were shown for long enough.
 * @returns the same where nothing has to be written
 */
export function known(kept: Seen | null, newest: string, now: number): Seen {
  if (!kept) return { release: newest };
  const over = kept.shown !== undefined && Math.abs(now - Date.parse(kept.shown)) >= SHOWN_DAYS * DAY_MS;
  return over ? { release: newest } : kept;
}

/** the release up to which the reader knows the handbook; notes a first visit */
export function release(newest: string, now = Date.now()): string {
  const kept = parsed(local.get(KEY));
  const next = known(kept, newest, now);
  if (next !== kept) write(next);
  return next.release;
}

/** News are on the screen: from the first time on their days are counted. */
export function noteShown(now = Date.now()) {
  const kept = parsed(local.get(KEY));
  if (kept && !kept.shown) write({ ...kept, shown: dayOf(now) });
}

/** The reader knows everything up to a release. */
export const moveTo = (newest: string) => write({ release: newest });

/** What is kept, to put it back. */
export const kept = (): string | null => local.get(KEY);

export const erase = () => local.drop(KEY);

export function restore(text: string | null) {
  if (text !== null) local.set(KEY, text);
}

/* Which releases are newer than one that slides follow, and how an address says which that is. */

import { decoded } from '../lib/text.ts';

const SINCE = 'since=';

/** the release that an address names behind #; '' where it names none */
export function sinceIn(hash: string): string {
  const part = hash.slice(1).split('&').find((one) => one.startsWith(SINCE));
  return part ? decoded(part.slice(SINCE.length)) : '';
}

/**
 * @param releases - all of them, newest first
 * @param since - one of them; where nobody knows it all are newer
 */
export const newerThan = (releases: readonly string[], since: string): readonly string[] =>
  releases.includes(since) ? releases.slice(0, releases.indexOf(since)) : releases;

/** Those of the releases that changed something which are newer than the one that is followed. */
export const changedSince = (releases: readonly string[], since: string, changed: readonly string[]): string[] =>
  newerThan(releases, since).filter((release) => changed.includes(release));

/* Which releases are newer than one that slides follow, and how an address says which that is. */

import { decoded } from '../lib/text.ts';

const SINCE = 'since=';

/** the release that an address names behind #; '' where it names none */
export function sinceIn(hash: string): string {
  const part = hash.slice(1).split('&').find((one) => one.startsWith(SINCE));
  return part ? decoded(part.slice(SINCE.length)) : '';
}

/**
 * Those of the releases that changed something which are newer than the one that is followed.
 * @param releases - all of them, newest first
 * @param since - the one that is followed; where nobody knows it all are newer
 */
export function changedSince(releases: readonly string[], since: string, changed: readonly string[]): string[] {
  const newer = releases.includes(since) ? releases.slice(0, releases.indexOf(since)) : releases;
  return newer.filter((release) => changed.includes(release));
}

/* Texts as they are compared, and as they stand in addresses. */

/** A text as it is compared: full and half width alike, small letters, no blanks. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

/** a code as it is compared: TAM-ACH-06, tam ach 06 and ＴＡＭ－ＡＣＨ－０６ alike */
export const plainCode = (code: string): string => normalise(code).replace(/[-–—_.]/g, '');

/** the indicator that a code is of, or of which it is an item: that has a letter behind it */
export const indicatorOf = (code: string): string => code.replace(/-[a-z]$/, '');

/** A part of an address as people read it; one that is cut off in the middle of a character stays as it is. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** A text as part of the name of a file. */
export const inFileName = (text: string): string => text.replace(/[^\p{L}\p{N}._-]+/gu, '-');

/**
 * Whether the handbook has moved away from where this page is. What a browser keeps belongs to scheme, host and port: within
 * them everything comes along by itself.
 * @param to - where it is now; nothing where it has not moved
 */
export function isElsewhere(to: string, here: string = location.origin): boolean {
  try {
    return /^https?:/i.test(to) && new URL(to).origin !== here;
  } catch {
    return false;
  }
}

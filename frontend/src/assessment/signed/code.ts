/* What is said of signings wherever a document is named: the check code, and which of them holds. No page here. */

import type { Signed } from '../document/model.ts';

/** the first twelve figures of a hash, as they are read out: 9c41 07be 52d8 */
export const codeOf = (hash: string): string => hash.slice(0, 12).replace(/(.{4})(?=.)/g, '$1 ');

/** the one that holds: the review, else the last result */
export function current(signed: readonly Signed[]): Signed | undefined {
  return signed.findLast(({ kind }) => kind === 'review') ?? signed.at(-1);
}

/** the number of the one that has taken its place; null where it holds */
export function replacedBy(signed: readonly Signed[], { n, kind }: Signed): number | null {
  return signed.find((other) => other.kind === kind && other.n > n)?.n ?? null;
}

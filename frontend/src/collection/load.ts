/* The indicators that a collection names, from the files in which they stand. */

import type { CollectedCodes, CollectionData, ListedItems } from '../generated/page-data.ts';
import { load } from '../lib/load.ts';
import { entryAt } from '../lib/values.ts';

declare global {
  interface Window {
    /** what the files bring, by the beginning of the codes in them */
    levelbookCodes?: Record<string, CollectedCodes>;
  }
}

/** an indicator of a collection */
export interface Entry {
  readonly code: string;
  readonly text: string;
  /** the same as a list, where it has items */
  readonly listed: ListedItems | null;
  readonly sequence: string;
  readonly level: string;
  readonly competency: string;
  /** what replaces it; null where it is in force */
  readonly instead: readonly string[] | null;
}

export interface Entries {
  readonly entries: readonly Entry[];
  /** codes that the handbook does not have */
  readonly unknown: readonly string[];
}

const beginningOf = (code: string): string => code.split('-')[0];

/**
 * Loads what is not there yet.
 * @param base - address of the site's folder
 */
export async function entriesOf(base: string, { files }: CollectionData, codes: readonly string[]): Promise<Entries> {
  const sources = [...new Set(codes.map(beginningOf))].filter((key) => !entryAt(window.levelbookCodes ?? {}, key));
  const addresses = sources.map((key) => entryAt(files, key)).filter((address) => address !== undefined);
  await Promise.all(addresses.map((address) => load(base + address)));
  return sorted(codes, window.levelbookCodes ?? {});
}

/** What is known of codes, in their order, and which are not known. */
export function sorted(codes: readonly string[], files: Readonly<Record<string, CollectedCodes>>): Entries {
  const all = codes.map((code) => entryOf(code, entryAt(files, beginningOf(code))));
  return { entries: all.filter((entry) => entry !== null), unknown: codes.filter((_, at) => !all[at]) };
}

function entryOf(code: string, file: CollectedCodes | undefined): Entry | null {
  const found = file && entryAt(file.indicators, code);
  if (!found) return null;
  const [text, place, instead] = found;
  const [sequence, level, competency] = file.places[place];
  return { code, text, listed: entryAt(file.listed ?? {}, code) ?? null, sequence, level, competency, instead };
}

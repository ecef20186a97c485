/* What is known of levels that can be marked: a file for each sequence, loaded when one of its levels is marked. */

import type { MarkedLevelData, MarkedLevels, SequenceLevels } from '../../generated/page-data.ts';
import { load } from '../../lib/load.ts';
import { entryAt, isPresent } from '../../lib/values.ts';

declare global {
  interface Window {
    /** what the files bring, by the ids of sequences */
    levelbookLevels?: Record<string, SequenceLevels>;
  }
}

/** The files that were asked for, by their addresses; one that did not come is not asked for again. */
const asked = new Map<string, Promise<void>>();
const settled = new Set<string>();

const sequenceIn = (place: string): string => place.split('/')[0];

/** what is known of a level; null where it is not loaded, or another handbook's */
export function levelAt(place: string | undefined): MarkedLevelData | null {
  if (place === undefined) return null;
  const levels = entryAt(window.levelbookLevels ?? {}, sequenceIn(place))?.levels ?? {};
  return entryAt(levels, place) ?? null;
}

/** The files that tell of levels, each once. */
export function filesOf({ files }: MarkedLevels, places: readonly (string | undefined)[]): string[] {
  const sequences = new Set(places.filter(isPresent).map(sequenceIn));
  return [...sequences].map((sequence) => entryAt(files, sequence)).filter(isPresent);
}

/**
 * Loads what is not there yet.
 * @param base - address of the site's folder
 * @returns null where nothing is missing
 */
export function loadLevels(base: string, data: MarkedLevels, places: readonly (string | undefined)[]): Promise<unknown> | null {
  const missing = filesOf(data, places).filter((address) => !settled.has(address));
  return missing.length ? Promise.all(missing.map((address) => loadOnce(base, address))) : null;
}

function loadOnce(base: string, address: string): Promise<void> {
  const coming = asked.get(address) ?? load(base + address).catch(() => undefined).then(() => void settled.add(address));
  asked.set(address, coming);
  return coming;
}

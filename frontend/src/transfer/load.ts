/* The data of a move: an index of all places, and a file for each sequence, loaded when one of its places is chosen. */

import type { TransferData, TransferIndex } from '../generated/page-data.ts';
import { load } from '../lib/load.ts';
import { entryAt } from '../lib/values.ts';
import { joined } from './joined.ts';

declare global {
  interface Window {
    /** what the index brings */
    levelbookMove?: TransferIndex;
    /** what the files of sequences bring, by their ids */
    levelbookMoves?: Record<string, TransferData>;
  }
}

/**
 * @param src - address of the index
 */
export async function loadIndex(src: string): Promise<TransferIndex> {
  await load(src);
  if (!window.levelbookMove) throw new Error(`no data in ${src}`);
  return window.levelbookMove;
}

/**
 * Loads what is not there yet.
 * @param base - address of the site's folder
 * @param ids - of sequences
 */
export async function loadSequences(base: string, index: TransferIndex, ids: readonly string[]): Promise<TransferData> {
  return joined(await Promise.all([...new Set(ids)].map((id) => loadSequence(base, index, id))));
}

async function loadSequence(base: string, { sequences }: TransferIndex, id: string): Promise<TransferData> {
  const known = dataOf(id);
  if (known) return known;
  const src = sequences.find((sequence) => sequence.id === id)?.src;
  if (src) await load(base + src);
  const data = dataOf(id);
  if (!data) throw new Error(`no data of ${id}`);
  return data;
}

const dataOf = (id: string): TransferData | undefined => entryAt(window.levelbookMoves ?? {}, id);

/* Data of sequences, each from a file of its own, as the data of one place to look in. */

import type { TransferData } from '../generated/page-data.ts';

/** The data of several sequences as those of one place to look in. Files of two releases are an error: their numbers differ. */
export function joined(parts: readonly TransferData[]): TransferData {
  const indicators: TransferData['indicators'] = {};
  for (const [number, [code, text]] of parts.flatMap((part) => Object.entries(part.indicators))) {
    if (Object.hasOwn(indicators, number) && indicators[number][1] !== text) throw new Error(`two indicators are number ${number}`);
    indicators[number] = [code, text];
  }
  return {
    sequences: parts.flatMap(({ sequences }) => sequences),
    concepts: Object.fromEntries(parts.flatMap(({ concepts }) => Object.entries(concepts))),
    indicators,
    listed: Object.fromEntries(parts.flatMap(({ listed }) => Object.entries(listed ?? {}))),
  };
}

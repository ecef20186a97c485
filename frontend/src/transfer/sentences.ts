/* What is said of a move in short. */

import type { TransferWord } from '../generated/words.ts';
import type { Say } from '../lib/words.ts';
import type { Move, Place } from './compare.ts';

export type Part = keyof Move;

/** in the order in which they are shown */
const PARTS: readonly Part[] = ['keep', 'more', 'linked', 'fresh', 'restated', 'unsaid', 'gone', 'unknown'];

/** those parts of a move that hold anything */
export const partsOf = (move: Move): Part[] => PARTS.filter((part) => move[part].length);

export const countOf = (say: Say<TransferWord>, unit: 'competency' | 'indicator', n: number): string =>
  say(n === 1 ? `one_${unit}` : `many_${unit}`, { n });

export const placeName = (say: Say<TransferWord>, { sequence, stop }: Place): string =>
  say('place', { sequence: sequence.name, stop: stop.name });

/** What has to be known before reading; empty where nothing has. */
export function noteOf(say: Say<TransferWord>, from: Place, to: Place, move: Move): string {
  if (from.stop === to.stop) return say('same_place');
  const empty = [from, to].find(({ sequence }) => !sequence.competencies.length);
  if (empty) return say('nothing_to_compare', { name: empty.sequence.name });
  if (!partsOf(move).length) return say('same_place');
  return from.sequence === to.sequence ? '' : say('other_ladder');
}

/** The result in short, for those who listen. */
export function spoken(say: Say<TransferWord>, from: Place, to: Place, move: Move): string {
  const figures = partsOf(move).map((part) => `${say(part)} ${countOf(say, 'competency', move[part].length)}`);
  const title = `${placeName(say, from)} → ${placeName(say, to)}`;
  return [title, noteOf(say, from, to, move), ...figures].filter(Boolean).join(' · ');
}

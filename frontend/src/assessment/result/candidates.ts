/* The items that move the result most, and what of them is said in short. No page here. */

import type { ChecklistItem } from '../../generated/page-data.ts';
import { pointsOf } from '../figures.ts';
import type { Figures, Row } from '../figures.ts';

/** items that can be chosen: those with a gap, largest effect first, and what is chosen already */
export function candidates(view: Figures): Row[] {
  const { result: { most }, picked } = view;
  return rowsOf(view, [...most, ...picked.filter((code) => !most.includes(code))]);
}

export function rowsOf({ rows, conditions }: Figures, codes: readonly string[]): Row[] {
  const byCode = new Map([...rows, ...conditions].map((row) => [row.item.code, row]));
  return codes.flatMap((code) => byCode.get(code) ?? []);
}

/** 3 → 5 */
export function stepOf(view: Figures, { item, own }: Row): string {
  if (own.points === null) return '';
  const now = pointsOf(view, item, own.points);
  return own.standard === null || !own.gap?.startsWith('-') ? now : `${now} → ${pointsOf(view, item, own.standard)}`;
}

/** the first sentence of what is asked; where all levels are written, of the level asked */
export function askedOf(view: Figures, item: ChecklistItem): string {
  const lines = item.text.split('\n').filter((line) => line.trim());
  if (item.kind === 'exam') return lines.join(view.say('list'));
  const level = item.scale === 'levels' && item.standard !== null ? pointsOf(view, item, item.standard) : '';
  const ofLevel = level && lines.find((line) => line.startsWith(level) && /^[^\p{L}\p{N}]/u.test(line.slice(level.length)));
  return ofLevel || lines[0] || '';
}

/* The items that move the result most, and what of them is said in short. No page here. */

import type { ChecklistItem, ChecklistPart, Scale } from '../../generated/page-data.ts';
import { add, compare, rational, sub } from '../../lib/rational.ts';
import { entryAt } from '../../lib/values.ts';
import { answerTo, byParts } from '../document/answers.ts';
import type { Answers } from '../document/answers.ts';
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
export function stepOf(view: Figures, { item, score }: Row): string {
  if (score.points === null) return '';
  const now = pointsOf(view, item, score.points);
  return score.standard === null || !score.gap?.startsWith('-') ? now : `${now} → ${pointsOf(view, item, score.standard)}`;
}

/** the first sentence of what is asked; where all levels are written, of the level asked */
export function askedOf(view: Figures, item: ChecklistItem): string {
  const lines = item.text.split('\n').filter((line) => line.trim());
  if (item.kind === 'exam') return lines.join(view.say('list'));
  const level = item.scale === 'levels' && item.standard !== null ? pointsOf(view, item, item.standard) : '';
  const ofLevel = level && lines.find((line) => line.startsWith(level) && /^[^\p{L}\p{N}]/u.test(line.slice(level.length)));
  return ofLevel || lines[0] || '';
}

/** what of an item is still to be reached, in the standard's sentences */
export interface Unmet {
  readonly parts: readonly ChecklistPart[];
  /** whether both have said so, or they were rated one by one, and these are under their standard; else nobody knows which of them it is */
  readonly isKnown: boolean;
}

/** whether a rated indicator is under its standard; what should not be seen counts the other way round */
function isUnder({ ratings }: Scale, standard: string | null, { negative }: ChecklistPart, points: string | null): boolean {
  const [value, asked, low, high] = [points, standard, ratings.at(0)?.points, ratings.at(-1)?.points].map(rational);
  if (!value || !asked || !low || !high) return false;
  return compare(negative ? sub(add(low, high), value) : value, asked) < 0;
}

/** the indicators of an item that somebody has rated one by one, and under their standard */
export function underStandard({ data, doc }: Pick<Figures, 'data' | 'doc'>, item: ChecklistItem, answers: Answers): ChecklistPart[] {
  if (!byParts(item, doc.mode)) return [];
  const id = data.partScale || data.scale;
  const scale = data.scales[id];
  const standard = id === item.scale ? item.standard ?? scale.standard : scale.standard;
  return item.parts.filter((part) => {
    const answer = answerTo(answers, part.code);
    return answer && answer.na === null && !answer.unseen && isUnder(scale, standard, part, answer.points);
  });
}

/** The sentences that an item below its standard does not meet yet: as both have said, or as rated; else all of them. */
export function unmetOf(view: Figures, { item, score }: Row): Unmet {
  if (!score.gap?.startsWith('-')) return { parts: [], isKnown: false };
  const said = entryAt(view.doc.agreement.unmet, item.code) ?? [];
  const under = view.answers ? underStandard(view, item, view.answers) : item.parts.filter(({ code }) => said.includes(code));
  return under.length ? { parts: under, isKnown: true } : { parts: item.parts, isKnown: false };
}

/* The sentences of the standard that a measure begins from: those not met yet, or those somebody chose. A row keeps their codes
   (@from) and what is to be reached (@goal), which begins with their words and is anybody's to change. */

import { entryAt } from '../../lib/values.ts';
import { partsBelow } from '../../scoring/item.ts';
import * as answers from '../document/answers.ts';
import type { PlanRow } from '../document/model.ts';
import { type Sentence, sentencesOf } from '../standard.ts';
import { type Doc, type Item, type PageData, planSpeaker } from './context.ts';
import { text } from './model.ts';

export const GOAL = '@goal';
export const FROM = '@from';
/** stands in a row as long as its goal is what the page put there */
export const PUT = '@put';

const GAP = ' '; // between codes

/** the item of this code, where the standard says anything of it */
export function standardOf(data: PageData, code: string): Item | null {
  const item = data.items.find((known) => known.code === code);
  return item && item.kind !== 'none' && sentencesOf(item).length ? item : null;
}

/** What is not met of an item: what both ticked in the talk, else the indicators rated under the standard. */
export function unmet(data: PageData, doc: Doc, item: Item): Sentence[] {
  const all = sentencesOf(item).filter(({ code }) => code);
  const ticked = entryAt(doc.agreement.unmet, item.code) ?? [];
  const named = all.filter(({ code }) => ticked.includes(code));
  if (named.length) return named;
  const seen = answers.sides(doc).filter(([who]) => who === 'employee' || doc.manager.given || doc.agreement.done);
  const below = seen.flatMap(([, given]) => partsBelow(data, item, given, doc.mode));
  return all.filter(({ code }) => below.includes(code));
}

/** a sentence as something to reach: what should not be seen is to be seen no longer */
export const aimed = (data: PageData, { text: said, negative }: Sentence): string => (negative ? planSpeaker(data)('goal_negative', { text: said }) : said);

const codesIn = (values: PlanRow): string[] => text(values[FROM]).split(GAP).filter(Boolean);
const linesIn = (values: PlanRow): string[] => text(values[GOAL]).split('\n').filter((line) => line.trim());

/** as it stands in a row */
export function goalOf(data: PageData, sentences: readonly Sentence[]): PlanRow {
  return { [GOAL]: sentences.map((sentence) => aimed(data, sentence)).join('\n'), [FROM]: sentences.map(({ code }) => code).join(GAP) };
}

/** The sentences a row came from, in its order; of what is asked no more the last wording. */
export function sources(data: PageData, values: PlanRow): Sentence[] {
  const all = new Map(data.items.flatMap(sentencesOf).map((sentence) => [sentence.code, sentence]));
  return codesIn(values).map((code) => all.get(code) ?? { code, text: text(entryAt(data.gone, code)?.text), negative: false });
}

/** whether a row is to reach a sentence; those without a code are known by their words */
export function reaches(data: PageData, values: PlanRow, sentence: Sentence): boolean {
  return sentence.code ? codesIn(values).includes(sentence.code) : linesIn(values).includes(aimed(data, sentence));
}

/** Takes a sentence into a row, or out of it again; what somebody wrote beside it stays. */
export function toggle(data: PageData, row: PlanRow, sentence: Sentence, isOn: boolean) {
  const said = aimed(data, sentence);
  const lines = linesIn(row).filter((line) => isOn || line !== said);
  const codes = codesIn(row).filter((code) => code !== sentence.code);
  row[GOAL] = (isOn && !lines.includes(said) ? [...lines, said] : lines).join('\n');
  row[FROM] = [...codes, ...(isOn && sentence.code ? [sentence.code] : [])].join(GAP);
  Reflect.deleteProperty(row, PUT);
}

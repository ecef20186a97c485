/* What everything of a plan looks at: the page's data, the document, who sits here, and what the ratings come to. */

import { speaker } from '../../lib/words.ts';
import type { Score } from '../../scoring/result.ts';
import { assess } from '../../scoring/totals.ts';
import { answersOf } from '../document/answers.ts';
import type { Host } from '../host.ts';

export type PageData = Host['data'];
export type Doc = Host['doc'];
export type Item = PageData['items'][number];
/** what the items came to, by code */
export type Scores = ReadonlyMap<string, Score>;
export type PlanSpeaker = ReturnType<typeof planSpeaker>;

export interface PlanContext {
  readonly data: PageData;
  readonly doc: Doc;
  readonly seat: Host['seat'];
  readonly own: Scores;
  readonly manager: Scores;
  readonly word: PlanSpeaker;
}

export const planSpeaker = (data: PageData) => speaker(data, 'plan');

export function planContext(data: PageData, doc: Doc, seat: Host['seat']): PlanContext {
  const scores = (who: 'employee' | 'manager'): Scores =>
    new Map(assess(data, answersOf(doc, who), doc.mode).items.map((score) => [score.code, score]));
  return { data, doc, seat, own: scores('employee'), manager: scores('manager'), word: planSpeaker(data) };
}

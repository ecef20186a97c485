/* What everything of a plan looks at: the page's data, the document, who sits here, and what the ratings come to. */

import { speaker } from '../../lib/words.ts';
import type { Result, Score } from '../../scoring/result.ts';
import { canLook } from '../document/layers.ts';
import { agreedOf, isAgreed, ratingsOf } from '../document/results.ts';
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
  readonly actor: Host['actor'];
  /** what counts: what both agreed on, else what the employee has rated */
  readonly total: Result;
  readonly result: Scores;
  readonly own: Scores;
  /** empty where it may not be seen */
  readonly manager: Scores;
  readonly word: PlanSpeaker;
}

export const planSpeaker = (data: PageData) => speaker(data, 'plan');

const scoresOf = ({ items }: Result): Scores => new Map(items.map((score) => [score.code, score]));

export function planContext(data: PageData, doc: Doc, seat: Host['seat'], actor: Host['actor'] = seat): PlanContext {
  const looks = isAgreed(doc) || canLook(doc, actor);
  const [own, manager] = [ratingsOf(data, doc, 'employee'), ratingsOf(data, doc, 'manager')];
  const total = isAgreed(doc) ? agreedOf(data, doc) : actor === 'manager' && !looks ? manager : own;
  const none: Scores = new Map();
  return {
    data, doc, seat, actor, total, word: planSpeaker(data), result: scoresOf(total),
    own: looks || actor !== 'manager' ? scoresOf(own) : none, manager: looks || actor === 'manager' ? scoresOf(manager) : none,
  };
}

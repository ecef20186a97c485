/* What is said of an answer that has no place on the list any more. */

import { figure } from '../../lib/format.ts';
import type { Spoken } from '../../lib/words.ts';
import { speaker } from '../../lib/words.ts';
import { said } from './answers.ts';
import type { Kept } from './model.ts';

/** why it is kept, and what was said then */
export function facts(data: Spoken, { answer, why, since, who, agreed }: Kept): string[] {
  const word = speaker(data, 'fill');
  const reasons = [...since ? [`kept_${why}`] : [], `kept_${why}_undated`];
  const reason = reasons.find((key) => word.has(key));
  const marks = Object.entries(answer?.marks ?? {}).filter(([, mark]) => said(mark));
  return [
    reason !== undefined && word.has(reason) ? word(reason, { since: since || '' }) : word('kept_other'),
    who === 'manager' && word('kept_manager'),
    said(answer?.points) && word('kept_points', { points: figure(answer.points) }),
    said(answer?.mark) && word('kept_mark', { mark: answer.mark }),
    ...marks.map(([subject, mark]) => word('kept_mark_of', { subject, mark })),
    said(answer?.na) && word('kept_na', { reason: answer.na }),
    answer?.unseen === true && word('kept_unseen'),
    said(agreed) && word('kept_agreed', { points: figure(agreed) }),
    answer?.evidence,
    said(answer?.date) && word('kept_date', { date: answer.date }),
  ].filter((fact): fact is string => Boolean(fact));
}

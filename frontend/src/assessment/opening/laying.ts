/* What a file of a document does to the one that is here, once it is known what somebody chose. No page here. */

import type { SavedAssessment, Side } from '../document/model.ts';
import type { Case } from './cases.ts';
import { saysSame } from './empty.ts';
import type { Question } from './join.ts';
import { merge, settled } from './merge.ts';
import type { Chosen, Merged } from './merge.ts';

/** a file that is laid over what is here; seat: who sits here */
export interface Laid {
  readonly doc: SavedAssessment;
  readonly seat: Side;
  readonly kind: Case;
  readonly chosen: Chosen;
}

/** what comes of it as far as nobody has to be asked, and what is to be asked */
export const laying = (here: SavedAssessment, { doc, seat, kind, chosen }: Laid): Merged =>
  merge(here, kind === 'older' ? asNewer(doc, here) : doc, seat, chosen);

/** an older layer that is to count after all */
const asNewer = (doc: SavedAssessment, here: SavedAssessment): SavedAssessment => ({ ...doc, handed: { ...doc.handed, n: here.handed.n + 1 } });

/**
 * @param here - as it is now: another tab may have changed it since it was asked
 * @param answers - to what was asked
 */
export function laid(here: SavedAssessment, file: Laid, answers: readonly Question[]): SavedAssessment {
  const merged = laying(here, file);
  const valid = [...merged.questions, ...merged.offered].map((question) => answerTo(answers, question)).filter((answer) => answer !== undefined);
  return settled(here, file.doc, file.seat, merged, valid);
}

/** what was answered, where it still is the same question */
const answerTo = (answers: readonly Question[], question: Question): Question | undefined =>
  answers.find((answer) => saysSame({ ...answer, here: null, choice: null }, { ...question, here: null, choice: null }));

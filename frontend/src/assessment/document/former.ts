/* Documents of format 1, as versions up to 0.3.0 wrote them: read for ever, never written. */

import { rated } from './answers.ts';
import type { SavedAssessment } from './model.ts';

export const FORMER = 1;

/**
 * They do not say when a manager had finished, nor whether it was without seeing the employee's ratings: what was rated was given.
 * Nothing was closed by handing it over, so it stays open. What was chosen as the most important when it was finished was agreed on with it.
 * @param format - as the file says it
 * @returns the same with what follows from its content
 */
export function upgraded(doc: SavedAssessment, format: unknown): SavedAssessment {
  if (format !== FORMER || !Object.values(doc.manager.answers).some(rated)) return doc;
  const { changed, finished, manager, agreement } = doc;
  const picks = [doc.answers, manager.answers].map((answers) => Object.keys(answers).filter((code) => answers[code].pick));
  const chosen = picks.find((codes) => codes.length) ?? [];
  return { ...doc, manager: { ...manager, given: changed }, agreement: { ...agreement, done: finished, picks: finished ? chosen : agreement.picks } };
}

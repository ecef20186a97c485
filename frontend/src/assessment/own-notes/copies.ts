/* Copies of a note in answers: those that stand there word for word, in assessments that are still one's own to change. */

import type { Note, Written } from '../../own-notes/note.ts';
import { withChanged } from '../../own-notes/matching.ts';
import { canRate } from '../document/layers.ts';
import type { Problem, SavedAssessment } from '../document/model.ts';
import { held } from '../storage/held.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';

/** The same assessment with the note as it reads now; nothing where no copy of it is left, or none may be changed. */
function changed(id: string, note: Note, now: Written): SavedAssessment | null {
  const { doc } = store.read(id);
  if (!doc || !canRate(doc, seats.of(doc), 'employee')) return null;
  let isAny = false;
  for (const answer of Object.values(doc.answers)) {
    const fresh = withChanged(answer, note, now);
    if (fresh) Object.assign(answer, fresh);
    isAny ||= fresh !== null;
  }
  return isAny ? doc : null;
}

/** the assessments in which copies would change, as they would be then */
export const copiesOf = (note: Note, now: Written): SavedAssessment[] =>
  [...new Set(note.used.map(({ id }) => id))].flatMap((id) => changed(id, note, now) ?? []);

/** @returns the way back, or why one could not be changed */
export function changeCopies(docs: readonly SavedAssessment[]): { back: () => Problem | undefined; problem: Problem | undefined } {
  const back = held(...docs.map(({ id }) => id));
  const problem = docs.map((doc) => store.write(doc).problem).find((one) => one !== undefined);
  return { back, problem };
}

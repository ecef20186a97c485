/* Which of the cases a file of a document that is here already is, and so what is asked. No page here. */

import type { SavedAssessment, Side } from '../document/model.ts';
import { merge } from './merge.ts';
import type { Merged } from './merge.ts';
import { hasManager, isBack, saysAll } from './relation.ts';

/**
 * same: it says the same · stale: it brings nothing new · own: one's own layer was changed here and there · back: the other side hands
 * it back, one's own layer stays · newer, older, forked: the employee's layer, at the manager · finished: only what goes on after that
 */
export type Case = 'same' | 'stale' | 'own' | 'back' | 'newer' | 'older' | 'forked' | 'finished';

export function caseOf(here: SavedAssessment, file: SavedAssessment, seat: Side): { kind: Case; merged: Merged } {
  const merged = merge(here, file, seat);
  return { merged, kind: saysAll(here, file) ? 'same' : kindOf(here, file, seat, merged) };
}

/** whether it changes nothing, and nothing is to be asked */
const isIdle = (here: SavedAssessment, { doc, questions, offered, isForked }: Merged): boolean =>
  !questions.length && !offered.length && !isForked && saysAll(here, doc);

function kindOf(here: SavedAssessment, file: SavedAssessment, seat: Side, merged: Merged): Case {
  const { relation: { employee, manager } } = merged;
  if (here.finished) return isIdle(here, merged) ? 'stale' : 'finished';
  if (merged.isForked) return 'forked';
  if (seat === 'employee') {
    if (!isBack(file) && employee !== 'same') return 'own';
    return isIdle(here, merged) ? 'stale' : 'back';
  }
  if (hasManager(file) && (manager === 'newer' || manager === 'forked')) return 'own';
  if (employee === 'newer' || employee === 'older') return employee;
  if (employee === 'forked') return 'own';
  return isIdle(here, merged) ? 'stale' : 'back';
}

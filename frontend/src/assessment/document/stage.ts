/* How far a document has come, and whose turn it is: worked out from what is in it, never set by hand. */

import type { SavedAssessment } from './model.ts';

/** rated by the employee, by the manager, agreed on, planned, looked back on; done: the review is signed */
export type Stage = 'self' | 'manager' | 'agree' | 'plan' | 'review' | 'done';
export type Turn = 'employee' | 'manager' | 'both' | '';

export const STAGES = ['self', 'manager', 'agree', 'plan', 'review'] as const satisfies Stage[];

export type Staged = Pick<SavedAssessment, 'handed' | 'alone' | 'finished' | 'signed'> &
  {manager: Pick<SavedAssessment['manager'], 'given'>, agreement: Pick<SavedAssessment['agreement'], 'done'>};

export function stageOf({ handed, alone, finished, signed, manager, agreement }: Staged): Stage {
  if (signed.some(({ kind }) => kind === 'review')) return 'done';
  if (finished || signed.length) return 'review';
  if (agreement.done || alone) return 'plan';
  if (manager.given) return 'agree';
  return handed.at ? 'manager' : 'self';
}

/** who acts at a stage; of a document without a manager the employee does everything */
export function turnOf(stage: Stage, alone: boolean): Turn {
  switch (stage) {
    case 'self': return 'employee';
    case 'manager': return 'manager';
    case 'done': return '';
    default: return alone ? 'employee' : 'both';
  }
}

/** whether a stage is left out: nobody but the employee rates */
export const isSkipped = (stage: Stage, alone: boolean): boolean => alone && (stage === 'manager' || stage === 'agree');

/* What a manager has said, for tests. */

import type { Answers, ManagerPart } from '../../src/assessment/document/model.ts';

export const managing = (answers: Answers, name = '', more: Partial<ManagerPart> = {}): ManagerPart => ({
  name, answers, given: null, independent: null, handed: { n: 0, at: null }, ...more,
});

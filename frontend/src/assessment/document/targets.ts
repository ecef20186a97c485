/* What a document is held against, by code. A grade that turned out to be a level under another name has lost its checklist to
   that level: what was saved under its code is of the level's checklist, and takes the level's code when it is changed there. */

/** a checklist, by its codes */
export interface Targeted {
  readonly target: string;
  readonly formerTargets?: readonly string[];
}

/** whether a document is of a checklist, under its code of today or one of before */
export function isOf(data: Targeted, { target }: {readonly target: string}): boolean {
  return data.target === target || Boolean(data.formerTargets?.includes(target));
}

/** the code of the checklist that one belongs to now; the same where it is of none of them */
export function codeToday(checklists: Readonly<Record<string, Omit<Targeted, 'target'>>>, target: string): string {
  if (Object.hasOwn(checklists, target)) return target;
  const moved = Object.entries(checklists).find(([, { formerTargets }]) => formerTargets?.includes(target));
  return moved ? moved[0] : target;
}

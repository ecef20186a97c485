/* Who may be named in the overview of a team: nobody, unless all have allowed it. Of a few without a name it could be told who they are. */

import type { ScoredChecklist } from '../../scoring/checklist.ts';
import { isScored } from '../../scoring/review.ts';
import { shortMark } from '../document/document.ts';
import type { SavedAssessment } from '../document/model.ts';
import { newestOfEach, outcomesOf } from './team-figures.ts';

export interface TeamNames {
  /** how many have allowed it, of how many */
  readonly n: number;
  readonly of: number;
  /** who is below the standard, by the code of the item; null where not all have allowed it */
  readonly below: ReadonlyMap<string, readonly string[]> | null;
}

const nameOf = ({ person }: SavedAssessment): string => person.trim();

const mayBeNamed = (document: SavedAssessment): boolean => document.named && nameOf(document) !== '';

/** names by document; those that two have are told apart by the short mark */
function namesOf(documents: readonly SavedAssessment[]): ReadonlyMap<SavedAssessment, string> {
  const names = documents.map(nameOf);
  const twice = new Set(names.filter((name, at) => names.indexOf(name) !== at));
  return new Map(documents.map((document, at) => [document, twice.has(names[at]) ? `${names[at]} ${shortMark(document.id)}` : names[at]]));
}

/**
 * @param documents - of all files that were opened, also for other checklists
 */
export function teamNames(checklist: ScoredChecklist, documents: readonly SavedAssessment[]): TeamNames {
  const n = documents.filter(mayBeNamed).length;
  const facts = { n, of: documents.length };
  if (n < documents.length) return { ...facts, below: null };
  const counted = newestOfEach(documents.filter(({ target }) => target === checklist.target));
  return { ...facts, below: belowOf(checklist, namesOf(counted)) };
}

function belowOf(checklist: ScoredChecklist, people: ReadonlyMap<SavedAssessment, string>): ReadonlyMap<string, readonly string[]> {
  const below = new Map<string, string[]>(checklist.items.map(({ code }) => [code, []]));
  for (const [document, name] of people) {
    for (const judged of outcomesOf(checklist, document)) {
      if (isScored(judged) && judged.reached === false) below.get(judged.item.code)?.push(name);
    }
  }
  return below;
}

/* The words in which the modules of a document speak: what of a document and of a page they hold, and who is who. */

import type { ChecklistData } from '../../generated/page-data.ts';
import type { SavedAssessment } from '../../generated/saved-file.ts';

export type { ChecklistData, SavedAssessment };

/** whose ratings are meant */
export type Side = 'employee' | 'manager';
/** by the codes of items and indicators */
export type Answers = SavedAssessment['answers'];
export type Answer = Answers[string];
/** an answer, agreed value or text that has no place any more */
export type Kept = SavedAssessment['kept'][number];
export type PlanRow = SavedAssessment['plan'][string][number];
export type SavedScale = NonNullable<SavedAssessment['scales']>[string];
export type SavedResult = NonNullable<SavedAssessment['result']>;

export type Item = ChecklistData['items'][number];
export type Part = Item['parts'][number];
export type Group = ChecklistData['groups'][number];
export type Scale = ChecklistData['scales'][string];
export type Rating = Scale['ratings'][number];
export type Exam = NonNullable<Scale['exam']>;

/** a sentence of the page, by its key, and what is put into it */
export type Problem = {key: string, facts: Record<string, string | number | string[]>};

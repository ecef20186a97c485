/* The words in which modules speak of a document: its parts as they are once `check` has passed them, what of a page it is held
   against, and who is who. A file may lack fields (generated/saved-file.ts); a document that was read has all but a few. */

import type * as page from '../../generated/page-data.ts';
import type * as file from '../../generated/saved-file.ts';
import type { Words } from '../../generated/words.ts';

/** with all fields there, but those that may stay away */
type Whole<Fields, MayBeMissing extends keyof Fields = never> = Required<Omit<Fields, MayBeMissing>> & Pick<Fields, MayBeMissing>;

/** whose ratings are meant */
export type Side = 'employee' | 'manager';

type NotedWithRating = 'place' | 'placeName' | 'standard' | 'scale' | 'scaleName' | 'basis' | 'scaleHash' | 'weight' | 'negative' | 'papers';
export type Answer = Whole<file.Answer, 'at' | NotedWithRating>;
/** by the codes of items and indicators */
export type Answers = Record<string, Answer>;
/** an answer, agreed value or text that has no place any more */
export type Kept = Omit<Whole<file.KeptAnswer, 'who' | 'agreed' | 'seen'>, 'answer'> & {answer: Answer | null};
export type PlanRow = file.PlanRow;
export type SavedExam = Omit<Whole<file.SavedExam>, 'bands'> & {bands: Whole<file.SavedExamBand>[]};
export type SavedScale = Omit<Whole<file.SavedScale>, 'ratings' | 'exam'> & {ratings: Whole<file.SavedRating>[], exam: SavedExam | null};
/** older ones do not say how many items count */
export type SavedGroup = Whole<Omit<file.SavedGroupResult, 'counted' | 'of'>> & Pick<file.SavedGroupResult, 'counted' | 'of'>;
export type SavedResult = Omit<file.SavedResult, 'groups'> & {groups?: SavedGroup[]};

/** n: how often it was handed over; at: when, unless it was taken back; first: when for the first time, where that is noted */
export type Handed = {n: number, at: string | null, first?: string};
/** given: when all was rated; independent: whether the employee's ratings were not seen before, where that is known */
export type ManagerPart = {name: string, answers: Answers, given: string | null, independent: boolean | null, handed: Handed};
/** done: when the talk was over; unmet: codes of indicators by item; open, picks: codes of items */
export type Agreement = {done: string | null, unmet: Record<string, string[]>, open: string[], picks: string[]};
export type Signed = Required<Omit<file.Signed, 'by'>> & {by: {role: Side, how: 'screen' | 'paper'}[]};

type Nested = {
  answers: Answers, manager: ManagerPart, handed: Handed, agreement: Agreement, signed: Signed[], previous: {id: string, hash: string} | null, kept: Kept[], scales?: Record<string, SavedScale>, result: SavedResult | null,
};
/** tabs: which tab of this browser wrote when what is in it; never in a file */
export type SavedAssessment = Omit<Whole<file.SavedAssessment, 'known' | 'scales'>, keyof Nested> & Nested & {tabs?: Record<string, string>};

/** words: those of assessments, where the page has them */
export type ChecklistData = page.ChecklistData & {words?: Record<string, string>};
export type Item = page.ChecklistItem;
export type Part = page.ChecklistPart;
export type Group = page.ChecklistGroup;
export type Scale = page.Scale;
export type Rating = page.Rating;
export type Mode = page.Mode;

/** a sentence of the page, by its key, and what is put into it */
export type Problem = {key: Words['store'], facts: Record<string, string | number | string[]>};

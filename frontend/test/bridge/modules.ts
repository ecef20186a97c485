/* The modules without a page, each a global of the windows of tests (tests/node.py). None of them may need more of a page
   than what window.ts has. */

export * as answers from '../../src/assessment/document/answers.ts';
export * as basis from '../../src/assessment/document/basis.ts';
export * as changes from '../../src/assessment/document/changes.ts';
export * as documents from '../../src/assessment/document/document.ts';
export * as merging from '../../src/assessment/document/merge.ts';
export * as migrate from '../../src/assessment/document/migrate.ts';
export * as rests from '../../src/assessment/document/rests.ts';
export * as results from '../../src/assessment/document/results.ts';
export * as opening from '../../src/assessment/opening/merge.ts';
export * as empties from '../../src/assessment/opening/empty.ts';
export * as laying from '../../src/assessment/opening/laying.ts';
export * as cases from '../../src/assessment/opening/cases.ts';
export * as relations from '../../src/assessment/opening/relation.ts';
export * as keepers from '../../src/assessment/storage/keeper.ts';
export * as ownNotes from '../../src/own-notes/store.ts';
export * as signing from '../../src/assessment/signed/signing.ts';
export * as signatures from '../../src/assessment/signed/make.ts';
export * as stages from '../../src/assessment/document/stage.ts';
export * as seats from '../../src/assessment/storage/seats.ts';
export * as layers from '../../src/assessment/document/layers.ts';
export * as places from '../../src/assessment/document/places.ts';
export * as library from '../../src/assessment/storage/library.ts';
export * as store from '../../src/assessment/storage/store.ts';
export * as sync from '../../src/assessment/storage/sync.ts';
export * as calendar from '../../src/lib/calendar-file.ts';
export * as rational from '../../src/lib/rational.ts';
export * as spreadsheet from '../../src/lib/spreadsheet.ts';
export * as review from '../../src/scoring/review.ts';
export * as teams from '../../src/assessment/overview/team-figures.ts';
export * as totals from '../../src/scoring/totals.ts';
export * as search from '../../src/search/search.ts';

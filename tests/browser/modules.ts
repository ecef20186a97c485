/* The modules as one global object, for tests that ask them in a browser. */

import * as assessment_document_answers from '../../frontend/src/assessment/document/answers.ts';
import * as assessment_document_basis from '../../frontend/src/assessment/document/basis.ts';
import * as assessment_document_changes from '../../frontend/src/assessment/document/changes.ts';
import * as assessment_document_document from '../../frontend/src/assessment/document/document.ts';
import * as assessment_document_merge from '../../frontend/src/assessment/document/merge.ts';
import * as assessment_document_migrate from '../../frontend/src/assessment/document/migrate.ts';
import * as assessment_document_rests from '../../frontend/src/assessment/document/rests.ts';
import * as assessment_storage_damaged from '../../frontend/src/assessment/storage/damaged.ts';
import * as assessment_storage_keeper from '../../frontend/src/assessment/storage/keeper.ts';
import * as assessment_storage_library from '../../frontend/src/assessment/storage/library.ts';
import * as assessment_storage_open_file from '../../frontend/src/assessment/storage/open-file.ts';
import * as assessment_storage_seats from '../../frontend/src/assessment/storage/seats.ts';
import * as assessment_storage_store from '../../frontend/src/assessment/storage/store.ts';
import * as assessment_storage_sync from '../../frontend/src/assessment/storage/sync.ts';
import * as lib_calendar from '../../frontend/src/lib/calendar.ts';
import * as lib_dialog from '../../frontend/src/lib/dialog.ts';
import * as lib_dom from '../../frontend/src/lib/dom.ts';
import * as lib_text from '../../frontend/src/lib/text.ts';
import * as lib_words from '../../frontend/src/lib/words.ts';
import * as lib_values from '../../frontend/src/lib/values.ts';
import * as lib_load from '../../frontend/src/lib/load.ts';
import * as lib_format from '../../frontend/src/lib/format.ts';
import * as lib_draw from '../../frontend/src/lib/draw.ts';
import * as lib_rational from '../../frontend/src/lib/rational.ts';
import * as lib_spreadsheet from '../../frontend/src/lib/spreadsheet.ts';
import * as lib_text_diff from '../../frontend/src/lib/text-diff.ts';
import * as scoring_item from '../../frontend/src/scoring/item.ts';
import * as scoring_kpi from '../../frontend/src/scoring/kpi.ts';
import * as scoring_review from '../../frontend/src/scoring/review.ts';
import * as scoring_totals from '../../frontend/src/scoring/totals.ts';
import * as search_search from '../../frontend/src/search/search.ts';
import * as transfer_compare from '../../frontend/src/transfer/compare.ts';

Object.assign(window, {
  levelbook: {
    normalise: lib_text.normalise,
    plainCode: lib_text.plainCode,
    fill: lib_words.fill,
    isMapping: lib_values.isMapping,
    load: lib_load.load,
    target: lib_dom.target,
    hideEmpty: lib_dom.hideEmpty,
    recount: lib_dom.recount,
    draw: { make: lib_draw.make, button: lib_draw.button, svg: lib_draw.svg, figure: lib_format.figure, signed: lib_format.signed, aligned: lib_format.aligned, ratingOf: lib_format.ratingOf, place: lib_format.place, speaker: lib_words.speaker },
    exact: { ZERO: lib_rational.ZERO, exact: lib_rational.exact, rational: lib_rational.rational, trim: lib_rational.trim, add: lib_rational.add, minus: lib_rational.minus, sub: lib_rational.sub, mul: lib_rational.mul, div: lib_rational.div, abs: lib_rational.abs, compare: lib_rational.compare, sum: lib_rational.sum, mean: lib_rational.mean, halfUp: lib_rational.halfUp, shown: lib_rational.shown, plain: lib_rational.plain, shownOrNull: lib_rational.shownOrNull, plainOrNull: lib_rational.plainOrNull },
    sheet: { csv: lib_spreadsheet.csv, csvFile: lib_spreadsheet.csvFile, together: lib_spreadsheet.together, xlsx: lib_spreadsheet.xlsx, figure: lib_spreadsheet.figure },
    ics: Object.assign((...all: any[]) => (lib_calendar.ics as any)(...all), { cycles: lib_calendar.cycles, cycle: lib_calendar.cycleOf, dates: lib_calendar.dates, file: lib_calendar.file, isDay: lib_calendar.isDay, escaped: lib_calendar.escaped, folded: lib_calendar.folded }),
    difference: lib_text_diff.difference,
    ask: lib_dialog.ask,
    prepare: search_search.prepare,
    find: search_search.find,
    range: search_search.range,
    move: { placeOf: transfer_compare.placeOf, compare: transfer_compare.compare },
    score: { rational: lib_rational.rational, why: scoring_item.why, say: scoring_item.say, judge: scoring_item.judge, outcome: scoring_item.outcome, basisOf: scoring_item.basisOf, isAgain: scoring_item.isAgain, exam: scoring_item.exam, outcomes: scoring_totals.outcomes, summary: scoring_totals.summary, assess: scoring_totals.assess, most: scoring_totals.most, FEWEST: scoring_review.FEWEST, differences: scoring_review.differences, agreed: scoring_review.agreed, team: scoring_review.team },
    kpi: { compute: scoring_kpi.compute },
    assessment: { LIMIT: assessment_document_document.LIMIT, check: assessment_document_document.check, blank: assessment_document_document.blank, copy: assessment_document_document.copy, write: assessment_document_document.write, parse: assessment_document_document.parse, fileName: assessment_document_document.fileName, tooBig: assessment_document_document.tooBig, bytes: assessment_document_document.bytes, newId: assessment_document_document.newId, now: assessment_document_document.now, dayOf: assessment_document_document.dayOf, clockOf: assessment_document_document.clockOf, merge: assessment_document_merge.merge, same: assessment_document_merge.same, covers: assessment_document_merge.covers, joined: assessment_document_merge.joined, signed: assessment_document_merge.signed },
    carry: Object.assign((...all: any[]) => (assessment_document_migrate.carry as any)(...all), { inner: Object.assign((...all: any[]) => (assessment_document_migrate.inner as any)(...all), { placesOf: assessment_document_migrate.placesOf, keptOf: assessment_document_migrate.keptOf, sides: assessment_document_migrate.sides, rated: assessment_document_migrate.rated, given: assessment_document_migrate.given, blank: assessment_document_migrate.blank, fits: assessment_document_migrate.fits, describe: assessment_document_migrate.describe, heirs: assessment_document_migrate.heirs, scaleOf: assessment_document_migrate.scaleOf, standardOf: assessment_document_migrate.standardOf, said: assessment_document_migrate.said, RATED: assessment_document_migrate.RATED }), confirm: assessment_document_changes.confirm, adopt: assessment_document_changes.adopt, note: assessment_document_changes.note, sum: assessment_document_changes.sum }),
    basis: { settled: assessment_document_basis.settled, bare: assessment_document_basis.bare },
    rests: { note: assessment_document_rests.note, keepScales: assessment_document_rests.keepScales, hasMoved: assessment_document_rests.hasMoved, changes: assessment_document_rests.changes },
    look: assessment_document_changes.look,
    answers: { answersOf: assessment_document_answers.answersOf, open: assessment_document_answers.open, stamp: assessment_document_answers.stamp, find: assessment_document_answers.find, path: assessment_document_answers.path, said: assessment_document_answers.said, byParts: assessment_document_answers.byParts, state: assessment_document_answers.state, standings: assessment_document_answers.standings, picked: assessment_document_answers.picked },
    store: { list: assessment_storage_store.list, read: assessment_storage_store.read, write: assessment_storage_store.write, create: assessment_document_document.blank, copy: assessment_document_document.copy, text: assessment_document_document.write, fileName: assessment_document_document.fileName, inner: Object.assign((...all: any[]) => (assessment_storage_store.inner as any)(...all), { PREFIX: assessment_storage_store.PREFIX, DAMAGED: assessment_storage_store.DAMAGED, OWN: assessment_storage_store.OWN, TAB: assessment_storage_store.TAB, get: assessment_storage_store.get, put: assessment_storage_store.put, drop: assessment_storage_store.drop, keys: assessment_storage_store.keys, entryIn: assessment_storage_store.entryIn, keyOf: assessment_storage_store.keyOf, fail: assessment_storage_store.fail, unsaved: assessment_storage_store.unsaved, versions: assessment_storage_store.versions, save: assessment_storage_store.save, storage: assessment_storage_store.storage, laterThan: assessment_storage_store.laterThan, hear: assessment_storage_store.hear, forget: assessment_storage_store.forget }), parse: assessment_storage_library.parse, open: assessment_storage_library.open, take: assessment_storage_library.take, finish: assessment_storage_library.finish, rename: assessment_storage_library.rename, remove: assessment_storage_library.remove, clear: assessment_storage_library.clear, damaged: assessment_storage_library.damaged, damagedText: assessment_storage_library.damagedText, removeDamaged: assessment_storage_library.removeDamaged, works: assessment_storage_library.works, say: assessment_storage_library.say, blob: assessment_storage_library.blob, hand: assessment_storage_library.hand, watch: assessment_storage_sync.watch },
    download: assessment_storage_library.download,
    seats: { PREFIX: assessment_storage_seats.PREFIX, of: assessment_storage_seats.of, at: assessment_storage_seats.at, sit: assessment_storage_seats.sit, call: assessment_storage_seats.call, take: assessment_storage_seats.take, isKept: assessment_storage_seats.isKept, leave: assessment_storage_seats.leave, clear: assessment_storage_seats.clear, some: assessment_storage_seats.some, hold: assessment_storage_seats.hold, restore: assessment_storage_seats.restore, ask: assessment_storage_seats.ask, named: assessment_storage_seats.named },
    Keeper: assessment_storage_keeper.Keeper,
    damaged: { says: assessment_storage_damaged.says, save: assessment_storage_damaged.save, erase: assessment_storage_damaged.erase, Notice: assessment_storage_damaged.Notice },
    leaving: assessment_storage_damaged.leaving,
    fileField: assessment_storage_open_file.fileField,
    fileDrop: assessment_storage_open_file.fileDrop,
    openFile: assessment_storage_open_file.openFile,
  },
});

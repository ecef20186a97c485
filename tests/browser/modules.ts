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

Object.assign(window, {
  levelbook: {
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

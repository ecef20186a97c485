/* Who can write what of a document: every pair of who sits there and what is written, at every stage. */

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { answerTo, unanswered } from '../../../src/assessment/document/answers.ts';
import { canLook, relock } from '../../../src/assessment/document/layers.ts';
import type { Actor } from '../../../src/assessment/document/layers.ts';
import type { SavedAssessment } from '../../../src/assessment/document/model.ts';
import { full } from './full.ts';

const AT = '2026-07-02T08:00:00.000Z';
const begun = (): SavedAssessment => ({
  ...full(), handed: { n: 0, at: null }, alone: false, finished: null, signed: [],
  manager: { ...full().manager, given: null, independent: null, handed: { n: 0, at: null } },
  agreement: { done: null, unmet: {}, open: [], picks: [] },
});
const STAGES: Record<string, (doc: SavedAssessment) => void> = {
  self: () => {},
  manager: (doc) => { doc.handed = { n: 1, at: AT }; },
  agree: (doc) => { STAGES.manager(doc); doc.manager.given = AT; },
  plan: (doc) => { STAGES.agree(doc); doc.agreement.done = AT; },
  review: (doc) => { STAGES.plan(doc); doc.finished = AT; },
};
const WRITES: Record<string, (doc: SavedAssessment) => void> = {
  'rate oneself': (doc) => { doc.answers.X = { ...unanswered(), points: '1' }; },
  'rate as manager': (doc) => { doc.manager.answers.X = { ...unanswered(), points: '1' }; },
  'say that all is rated': (doc) => { doc.manager.given = '2027-01-01T00:00:00.000Z'; },
  'name oneself': (doc) => { doc.person = '乙'; },
  'hand over': (doc) => { doc.handed = { n: 7, at: AT }; },
  'hand back': (doc) => { doc.manager.handed = { n: 7, at: AT }; },
  agree: (doc) => { doc.agreed.X = '2'; },
  'end the talk': (doc) => { doc.agreement.done = '2027-01-01T00:00:00.000Z'; },
  plan: (doc) => { doc.plan.other = [{ goal: '新' }]; },
};
const OPEN = 'self manager agree plan'; // what is signed is closed
/** what can be written, by who sits there, as long as a stage allows it; all else is refused */
const ALLOWED: Record<Actor, Record<string, string>> = {
  employee: { 'rate oneself': 'self', 'name oneself': OPEN, 'hand over': OPEN, plan: '*' },
  manager: { 'rate as manager': 'self manager agree', 'say that all is rated': 'self manager agree', 'hand back': OPEN, plan: '*' },
  both: { agree: 'self manager agree plan', 'end the talk': 'self manager agree plan', plan: '*' },
  reader: {},
  '': { plan: '*' },
};
const ACTORS: Actor[] = ['employee', 'manager', 'both', 'reader', ''];

for (const [stage, at] of Object.entries(STAGES)) {
  for (const actor of ACTORS) {
    for (const [what, write] of Object.entries(WRITES)) {
      const allowed = ALLOWED[actor][what] ?? '';
      const can = allowed === '*' || allowed.split(' ').includes(stage);
      test(`${actor || 'nobody known'} ${can ? 'can' : 'cannot'} ${what} at ${stage}`, () => {
        const before = begun();
        at(before);
        const draft = structuredClone(before);
        write(draft);
        const wanted = structuredClone(can ? draft : before);
        relock(draft, before, actor);
        assert.deepEqual(draft, wanted);
      });
    }
  }
}

test('ratings of the other are seen when all is rated, by a manager also by choice', () => {
  const doc = begun();
  assert.ok(answerTo(doc.manager.answers, 'TAM-ACH'));
  const seen = () => ACTORS.filter((actor) => canLook(doc, actor));
  assert.deepEqual(seen(), ['both', 'reader', '']);
  doc.manager.independent = false;
  assert.deepEqual(seen(), ['manager', 'both', 'reader', '']);
  doc.manager = { ...doc.manager, independent: true, given: AT };
  assert.deepEqual(seen(), ACTORS);
});

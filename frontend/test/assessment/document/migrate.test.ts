/* A new release: what stays, what is to be looked at again, what is kept. People can read the cases in releases/. */

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

import { answerTo } from '../../../src/assessment/document/answers.ts';
import { adopt, confirm } from '../../../src/assessment/document/changes.ts';
import type { Look } from '../../../src/assessment/document/changes.ts';
import { check } from '../../../src/assessment/document/check.ts';
import { blank } from '../../../src/assessment/document/document.ts';
import { carry, rebased } from '../../../src/assessment/document/migrate.ts';
import type { Answer, ChecklistData, Kept, SavedAssessment } from '../../../src/assessment/document/model.ts';
import { answers, digest, page, rated } from './pages.ts';
import type { ShortAnswer, ShortItem, ShortPage } from './pages.ts';
import { chances } from './random.ts';
import { managing } from '../managing.ts';

type Case = {
  what: string;
  before: ShortPage & Pick<Partial<SavedAssessment>, 'mode' | 'agreed' | 'plan'> & { answers: Record<string, ShortAnswer>; manager?: Record<string, ShortAnswer> };
  between?: ShortPage;
  now: ShortPage;
  look: Partial<Look>[];
  answers: Record<string, ShortAnswer>;
  kept: (Partial<Kept> & Partial<Answer>)[];
  plan?: SavedAssessment['plan'];
};

const FOLDER = new URL('./releases/', import.meta.url);
const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Case;
const CASES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));

function begun({ before }: Case): SavedAssessment {
  const data = page(before, '1.0.0');
  const { mode = 'quick', agreed = {}, plan = {}, manager = {} } = before;
  return rated(data, { mode, agreed, plan, answers: answers(data, before.answers), manager: managing(answers(data, manager)) });
}

/** Carrying twice is carrying once, and changes nothing outside. */
function carried(doc: SavedAssessment, data: ChecklistData) {
  const before = structuredClone(doc);
  const found = carry(doc, data);
  assert.deepEqual(doc, before);
  assert.deepEqual(carry(found.doc, data), found);
  return found;
}

/** as much of something as is told of it */
const of = (whole: object, told: object) => Object.fromEntries(Object.keys(told).map((key) => [key, Object.entries(whole).find(([name]) => name === key)?.[1] as unknown]));
const flat = ({ answer, ...entry }: Kept) => ({ ...answer, ...entry });
const long = (short: ShortAnswer): object => {
  const { points, ...more } = typeof short === 'object' ? short : { points: short };
  return points === undefined ? more : { ...more, points: points === null ? null : String(points) };
};

for (const name of CASES) {
  const given = read(name);
  test(`${name}: ${given.what}`, () => {
    let doc = begun(given);
    if (given.between) ({ doc } = carried(doc, page(given.between, '1.5.0')));
    const { doc: after, look } = carried(doc, page(given.now, '2.0.0'));
    assert.deepEqual(look.map((entry, at) => of(entry, given.look[at] ?? entry)), given.look);
    assert.deepEqual(look.map(({ who }) => who), given.look.map(({ who }) => who ?? 'employee'));
    assert.deepEqual(Object.keys(after.answers).sort(), Object.keys(given.answers).sort());
    for (const [code, short] of Object.entries(given.answers)) assert.deepEqual(of(after.answers[code], long(short)), long(short), code);
    assert.deepEqual(after.kept.map((entry, at) => of(flat(entry), given.kept[at] ?? entry)), given.kept);
    assert.deepEqual(after.plan, given.plan ?? {});
    assert.equal(after.release, '2.0.0');
  });

  test(`${name}: what was looked at is settled`, () => {
    const now = page(given.now, '2.0.0');
    const { doc: draft, look } = carry(begun(given), now);
    for (const entry of look) confirm(draft, entry, now);
    const after = carry(draft, now);
    assert.deepEqual(after.look, []);
    assert.deepEqual(check(after.doc).wrong, []);
  });
}

test('an old answer is taken over for what replaced it', () => {
  const given = read('replaced.json');
  const now = page(given.now, '2.0.0');
  const { doc: draft, look } = carry(begun(given), now);
  adopt(draft, look[0], now);
  const after = carry(draft, now);
  const { points, text, hash } = after.doc.answers['TAM-DIG'];
  assert.deepEqual([points, text, hash], ['6', '会用办公系统收发文件。', digest('会用办公系统收发文件。')]);
  assert.deepEqual(after.look, []);
  assert.deepEqual(after.doc.kept.map(({ code }) => code), ['TAM-FAX', 'TAM-PAG'], 'what was kept stays kept');
});

test('of two that were replaced by one the second adds to the first', () => {
  const given = read('replaced.json');
  given.before.answers = { 'TAM-FAX': { points: 6, evidence: '甲' }, 'TAM-PAG': { points: 2, evidence: '乙', date: '2026-01-31' } };
  const now = page(given.now, '2.0.0');
  const { doc: draft, look } = carry(begun(given), now);
  for (const entry of look) adopt(draft, entry, now);
  const { points, evidence, date } = draft.answers['TAM-DIG'];
  assert.deepEqual([points, evidence, date], ['6', '甲\n乙', '2026-01-31']);
});

test('another target is left alone', () => {
  const data = page({ items: { 'TAM-ACH': '一' } }, '1.0.0');
  const doc = { ...blank(data), answers: answers(data, { 'ZZZ-AAA': 3 }) };
  assert.deepEqual(carried(doc, { ...data, target: 'TAM.grade-2' }), { doc, look: [] });
});

test('what was saved for a grade that is a level is the level\'s, with all its answers', () => {
  const data = page({ items: { 'TAM-ACH': '一' } }, '1.0.0');
  const doc = rated(data, { answers: answers(data, { 'TAM-ACH': 3 }) });
  const { doc: now, look } = carried(doc, { ...data, target: 'TAM.intermediate', formerTargets: [doc.target] });
  assert.deepEqual([now.target, now.answers['TAM-ACH'].points, look], ['TAM.intermediate', '3', []]);
});

/** Counts what would be done again for every code: listing the page, going through all that is kept or comparing with it. */
function counting(data: ChecklistData, run: () => void) {
  const work = { listed: 0, walked: 0 };
  const { groups } = data;
  Object.defineProperty(data, 'groups', { get: () => { work.listed += 1; return groups; } });
  const ways = ['filter', 'some', 'find'].map((way) => [way, Reflect.get(Array.prototype, way) as (...given: unknown[]) => unknown] as const);
  for (const [way, own] of ways) {
    Reflect.set(Array.prototype, way, function count(this: unknown[], ...given: unknown[]) {
      work.walked += this.length;
      return Reflect.apply(own, this, given);
    });
  }
  try {
    run();
  } finally {
    for (const [way, own] of ways) Reflect.set(Array.prototype, way, own);
  }
  return work;
}

test('work grows with the file and not with its square', () => {
  const work = (size: number) => {
    const data = page({ items: Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`TAM-A${at}`, `第${at}项`])) }, '1.0.0');
    const unknown = Array.from({ length: size }, (_, at): [string, ShortAnswer] => [`ZZZ-X${at}`, { points: 3, evidence: `第${at}次` }]);
    const doc = { ...blank(data), answers: answers(data, Object.fromEntries(unknown)) };
    return counting(data, () => {
      const { doc: draft, look } = carry(doc, data);
      for (const entry of look) confirm(draft, entry, data);
      carry(draft, data);
      assert.deepEqual([draft.kept.length, look.length], [size, size], 'nothing of it is lost, and all is told');
    });
  };
  const [few, many] = [work(200), work(800)];
  assert.equal(many.listed, few.listed);
  assert.ok(many.walked <= 5 * few.walked, `${few.walked} of 200, ${many.walked} of 800`);
});

test('through any releases nothing vanishes', () => {
  const codes = ['A', 'B', 'C', 'D', 'E'].map((letter) => `TAM-${letter.repeat(3)}`);
  const parts = [1, 2, 3, 4].map((number) => `TAM-AAA-0${number}`);
  for (let seed = 0; seed < 150; seed++) {
    const { some, pick, times } = chances(seed);
    const pages = times(2 + (seed % 4), (number) => {
      const free = new Set(parts); // a code of a part stands once on a page
      const items = some(codes).map((code): [string, ShortItem] => {
        const own = some([...free]).slice(0, 2);
        for (const part of own) free.delete(part);
        return [code, {
          text: pick(['一', '二', '三']), group: pick(['甲', '乙']), standard: pick(['3', '4']), scale: pick(['six', 'six', 'four']),
          kind: pick(['rating', 'rating', 'rating', 'rating', 'exam', 'none', 'condition'] as const), parts: Object.fromEntries(own.map((part) => [part, pick(['子', '丑'])])),
        }];
      });
      const there = new Set(items.map(([code]) => code));
      const gone = some(codes).filter((code) => !there.has(code)).map((code): [string, object] => [code, { why: '并入', replacedBy: some(codes).slice(0, 2) }]);
      return page({ items: Object.fromEntries(items), gone: Object.fromEntries(gone) }, `${number + 1}.0.0`);
    });
    throughAll(pages, seed);
  }
});

function throughAll([first, ...others]: ChecklistData[], seed: number) {
  const things = first.items.filter(({ kind }) => kind !== 'none').flatMap((item) => [item.code, ...item.parts.map(({ code }) => code)]);
  const told = Object.fromEntries(things.map((code, at) => [code, { points: 3, evidence: `<例${at}>` }]));
  let doc = rated(first, { mode: seed % 2 ? 'full' : 'quick', answers: answers(first, told), manager: managing(answers(first, told)) });
  for (const data of others) {
    ({ doc } = carried(doc, data));
    assert.deepEqual(check(doc).wrong, []);
    for (const [code, { evidence }] of Object.entries(told)) {
      for (const [who, there] of [['employee', doc.answers], ['manager', doc.manager.answers]] as const) {
        const kept = doc.kept.filter((entry) => entry.code === code && (entry.who ?? 'employee') === who);
        const places = [answerTo(there, code), ...kept.map(({ answer }) => answer)];
        assert.ok(places.some((place) => place?.evidence === evidence), `seed ${seed}: ${who} ${code} ${evidence}`);
        assert.ok(places.some((place) => place?.points === '3'), `seed ${seed}: ${who} ${code}`);
      }
    }
  }
}

test('only what somebody can write moves on to a new release; what is closed stays to the byte, and comes back with the old one', () => {
  const [then, now] = [page({ items: { X: '做到', Y: '想到' } }, '1.0.0'), page({ items: { Y: '想到' }, gone: { X: {} } }, '2.0.0')];
  const doc = rated(then, { answers: answers(then, { X: 3, Y: 4 }), manager: managing(answers(then, { X: 5 })), agreed: { X: '4' }, handed: { n: 1, at: '2026-07-02T08:00:00.000Z' } });
  const byManager = rebased(doc, now, 'manager');
  assert.deepEqual([byManager.answers, byManager.agreed, byManager.release], [doc.answers, doc.agreed, '1.0.0']);
  assert.deepEqual([byManager.manager.answers, byManager.kept.map(({ code, who }) => [code, who])], [{}, [['X', 'manager']]]);
  assert.deepEqual(rebased(byManager, then, 'manager').manager.answers, doc.manager.answers);
  assert.deepEqual(rebased(doc, now, 'employee'), doc, 'what is handed over is closed to its owner, too');
  const taken = { ...doc, handed: { n: 1, at: null } };
  assert.deepEqual(Object.keys(rebased(taken, now, 'employee').answers), ['Y']);
  assert.deepEqual(rebased({ ...taken, finished: '2026-07-03T08:00:00.000Z' }, now, 'employee').answers, doc.answers);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { canonical } from '../../../src/assessment/signed/canonical.ts';
import { sha256 } from '../../../src/assessment/signed/sha256.ts';
import type { Agreement, SavedAssessment } from '../../../src/assessment/document/model.ts';
import { readBody } from '../../../src/assessment/signed/body.ts';
import { laterBody, resultBody, signersOf } from '../../../src/assessment/signed/make.ts';
import { codeOf, current, replacedBy } from '../../../src/assessment/signed/code.ts';
import { fits, lastResult, rolesOf, sealed, sign, unsign, wayOf } from '../../../src/assessment/signed/signing.ts';
import { todayOf } from '../../../src/assessment/signed/today.ts';
import { answer, dataOf, documentOf, itemOf, rated } from '../checklist.ts';
import { managing } from '../managing.ts';
import { MEASURES, contextOf, planData, words } from '../plan/plan.ts';

const AT = '2026-11-26T08:00:00.000Z';
const agreement = (more: Partial<Agreement> = {}): Agreement => ({ done: AT, unmet: {}, open: [], picks: [], ...more });
const parts = [{ code: 'P-1', text: '一句', hash: '', negative: false }, { code: 'P-2', text: '两句', hash: '', negative: false }];
const SAYS = {
  ...words, 'result.condition_met': '满足', 'result.condition_unmet': '不满足', 'core.open': '没评', 'core.comma': '、', 'core.agreed': '商定', 'core.not_agreed': '没商定',
  'core.na': '{reason}', 'core.mean_scales': '', 'core.points_no_total': '', 'core.exam_mark': '', 'signed.form_yes': '是', 'signed.form_what': '项', 'signed.form_value': '内容',
};
const data = dataOf([itemOf('A', { parts, text: '一句\n两句' }), itemOf('B', { weight: '40' }), itemOf('C', { scale: 'levels', standard: '2' })], { words: SAYS });
const doc = documentOf(data, {
  person: '甲', id: '7f3a5c0b91d2e467', answers: { ...rated({ A: '4', B: '5', C: '2' }), B: answer({ points: '5', evidence: '专线提前开通', pick: true }) },
  manager: managing(rated({ A: '4', B: '3', C: '2' }), '乙', { given: AT, independent: true }), agreed: { B: '4' },
  agreement: agreement({ unmet: { B: ['B-1'] }, picks: ['A'] }), handed: { n: 1, at: AT },
});
const both = signersOf(doc, ['employee', 'manager'], 'screen');
const body = resultBody(data, doc, both);
const signed = (given: SavedAssessment, from = body, at = AT): SavedAssessment => {
  const draft = structuredClone(given);
  sign(from, at)(draft);
  return draft;
};

test('all that was agreed, and what both had said before', () => {
  const [a, b, c] = body.items;
  assert.deepEqual([body.person, body.mark, body.managerName, body.whose, body.independent], ['甲', '7F3A', '乙', 'agreed', true]);
  assert.deepEqual(a.sentences, [{ code: 'P-1', text: '一句', negative: false }, { code: 'P-2', text: '两句', negative: false }]);
  assert.deepEqual([b.self?.said, b.manager?.said, b.agreed, b.said, b.points, b.gap], ['5', '3', '4', '4', '4.00', '1.00']);
  assert.deepEqual([b.self?.evidence, b.unmet, a.picked, b.picked], ['专线提前开通', ['B-1'], true, false]);
  assert.deepEqual([c.said, c.standardSaid], ['中级', '中级']);
  assert.equal(body.figures.differ, 1);
  assert.deepEqual(body.by, [{ role: 'employee', how: 'screen', name: '甲' }, { role: 'manager', how: 'screen', name: '乙' }]);
});

test('what stayed on an older release is signed in the words that were rated', () => {
  const read = (text: string) => ({ text, hash: '0123456789abcdef' });
  const stayed = { ...doc, release: '0.0.1', answers: { ...doc.answers, A: answer({ points: '4', ...read('一句\n从前的两句') }), B: answer({ points: '5', ...read('从前的 B') }) } };
  const then = resultBody(data, stayed, both);
  assert.equal(then.release, '0.0.1');
  assert.deepEqual(then.items[0].sentences.map(({ code, text }) => [code, text]), [['P-1', '一句'], ['P-2', '从前的两句']]);
  const less = { ...stayed, answers: { ...stayed.answers, A: answer({ points: '4', ...read('一句') }) }, agreement: agreement({ unmet: { A: ['P-2'] } }) };
  assert.deepEqual(resultBody(data, less, both).items[0].sentences.map(({ code }) => code), ['P-1', 'P-2']);
  assert.deepEqual(resultBody(data, { ...less, agreement: agreement() }, both).items[0].sentences.map(({ code }) => code), ['P-1']);
  const more = { ...stayed, answers: { ...stayed.answers, A: answer({ points: '4', ...read('一句\n两句\n三句') }) } };
  assert.deepEqual(resultBody(data, more, both).items[0].sentences.map(({ code, text }) => [code, text]), [['P-1', '一句'], ['P-2', '两句'], ['', '三句']]);
  assert.deepEqual([then.items[1].text, then.items[1].sentences.map(({ text }) => text)], ['从前的 B', ['从前的 B']]);
  assert.deepEqual(then.items[2], body.items[2]);
  const one = { ...stayed, answers: { ...doc.answers, 'P-2': answer({ points: '3', ...read('从前的两句') }) } };
  assert.deepEqual(resultBody(data, one, both).items[0].sentences.map(({ code, text }) => [code, text]), [['P-1', '一句'], ['P-2', '从前的两句']]);
  assert.deepEqual(resultBody(data, { ...stayed, release: data.release }, both).items.map(({ sentences }) => sentences), body.items.map(({ sentences }) => sentences));
});

test('of one alone the own ratings, and one signature', () => {
  const alone = documentOf(data, { answers: rated({ A: '2', B: '3' }), alone: true, manager: managing(rated({ A: '5' })) });
  const own = resultBody(data, alone, signersOf(alone, rolesOf(alone), 'paper'));
  assert.deepEqual([own.whose, own.figures.mean, own.figures.manager, own.by.length], ['self', '2.50', null, 1]);
  assert.deepEqual([own.items[2].said, own.items[2].why], ['没评', '没评']);
});

test('made again of the same content it is the same text; another word is another hash', () => {
  assert.equal(sealed(resultBody(data, structuredClone(doc), both)).hash, sealed(body).hash);
  const other = structuredClone(doc);
  other.answers.B.evidence = '专线提前开通。';
  assert.notEqual(sealed(resultBody(data, other, both)).hash, sealed(body).hash);
});

test('what is read of its text makes the same text', () => {
  const text = canonical(body);
  assert.equal(canonical(readBody(text)), text);
  assert.equal(sealed(body).hash, sha256(text));
  for (const wrong of ['', '{', '[]', 'null', '{"levelbook":"assessment","items":[]}', '{"levelbook":"signed"}']) assert.equal(readBody(wrong), null);
  assert.equal(readBody('{"levelbook":"signed","items":[{"code":7,"points":"x"}],"figures":3}')?.items[0].points, null);
});

test('the code is the first twelve figures', () => {
  assert.equal(codeOf('9c4107be52d8aa'), '9c41 07be 52d8');
});

test('signed, signed again and looked back on', () => {
  const once = signed(doc);
  assert.deepEqual([once.finished, once.signed.length, once.signed[0].n, once.signed[0].by], [AT, 1, 1, [{ role: 'employee', how: 'screen' }, { role: 'manager', how: 'screen' }]]);
  assert.equal(fits(once.signed[0]), true);
  assert.equal(fits({ ...once.signed[0], body: once.signed[0].body.replace('甲', '丙') }), false);
  const last = lastResult(once.signed);
  assert.ok(last);
  const again = signed(once, laterBody(last.body, last.hash, data, once, 'result', both), '2026-11-27T08:00:00.000Z');
  const review = signed(again, laterBody(last.body, last.hash, data, again, 'review', both), '2027-05-20T08:00:00.000Z');
  assert.deepEqual(review.signed.map(({ n, kind }) => [n, kind]), [[1, 'result'], [2, 'result'], [3, 'review']]);
  assert.equal(review.finished, AT);
  assert.deepEqual(review.signed.map((entry) => replacedBy(review.signed, entry)), [2, null, null]);
  assert.equal(current(again.signed)?.n, 2);
  assert.equal(current(review.signed)?.n, 3);
  assert.deepEqual(readBody(review.signed[2].body)?.items, body.items);
  assert.equal(readBody(review.signed[2].body)?.after, last.hash);
});

test('a signing taken back leaves the document as it was', () => {
  const once = signed(doc);
  unsign('0'.repeat(64))(once);
  assert.equal(once.signed.length, 1);
  unsign(once.signed[0].hash)(once);
  assert.deepEqual(once, doc);
});

test('who can sign, and what comes first', () => {
  assert.equal(wayOf(doc, 'employee'), 'both');
  assert.equal(wayOf(doc, 'manager'), 'both');
  assert.equal(wayOf(doc, 'reader'), 'no');
  assert.equal(wayOf(doc, ''), 'no');
  assert.equal(wayOf(signed(doc), 'employee'), 'no');
  assert.equal(wayOf({ ...doc, agreement: agreement({ done: null }) }, 'employee'), 'agree_first');
  const own = documentOf(data, { answers: rated({ A: '2' }) });
  assert.deepEqual([wayOf(own, 'employee'), wayOf(own, 'manager')], ['one', 'no']);
  assert.equal(wayOf({ ...own, handed: { n: 1, at: AT } }, 'employee'), 'handed');
  assert.equal(wayOf({ ...own, handed: { n: 1, at: AT }, alone: true }, 'employee'), 'one');
});

test('the plan in words, without what nobody has written in', () => {
  const page = planData([MEASURES], { words: SAYS });
  const row = { '@id': 'r', '@for': 'A', action: '带一个项目', due: '2027-03-31' };
  const { doc: planned } = contextOf(page, { answers: rated({ A: '1' }), plan: { measures: [row] } });
  assert.deepEqual(resultBody(page, planned, []).plan, [
    { name: '表measures', head: ['序号', '针对', '栏action', '栏type', '栏due'], rows: [['1', '能力A', '带一个项目', '', '2027-03-31']] },
  ]);
  const { doc: empty } = contextOf(page, { answers: rated({ A: '1' }) });
  assert.deepEqual(resultBody(page, empty, []).plan, []);
});

test('by the same standard nothing is different', () => {
  const today = todayOf(body, data);
  assert.deepEqual([today.mean, today.moved], [body.figures.mean, []]);
});

test('by another standard each difference has its cause', () => {
  const [a, b] = data.items;
  const scales = { ...data.scales, five: { ...data.scales.five, ratings: data.scales.five.ratings.map(({ points, name }) => ({ points, name: points === '4' ? '新四' : name })) } };
  const later = dataOf([
    { ...a, parts: [{ ...parts[0], text: '改过的一句' }, { ...parts[1], code: 'P-3', text: '三句' }] }, { ...b, standard: '5', weight: '30' }, itemOf('D'),
  ], { words: SAYS, scales });
  const { moved } = todayOf(body, later);
  assert.deepEqual(moved.map(({ code, causes }) => [code, causes.map(({ kind }) => kind)]), [
    ['A', ['reworded', 'sentence_gone', 'sentence_new', 'names']], ['B', ['names', 'standard', 'weight']], ['C', ['gone']], ['D', ['new']],
  ]);
  assert.deepEqual(moved[1].causes.find(({ kind }) => kind === 'standard'), { kind: 'standard', old: '3', now: '5' });
});

test('bands of an exam that have moved move its points', () => {
  const exam = (from: string) => ({ ...data.scales.five, exam: { outOf: '100', round: 'none' as const, bands: [{ from, points: '5' }, { from: '0', points: '1' }] } });
  const pageOf = (from: string) => dataOf([itemOf('E', { kind: 'exam' })], { words: SAYS, scales: { ...data.scales, five: exam(from) } });
  const marked = documentOf(pageOf('81'), { answers: { E: answer({ mark: '84' }) } });
  const then = resultBody(pageOf('81'), marked, []);
  const { mean, moved } = todayOf(then, pageOf('85'));
  assert.deepEqual([then.figures.mean, mean], ['5.00', '1.00']);
  assert.deepEqual(moved.map(({ then: was, now, causes }) => [was, now, causes.map(({ kind }) => kind)]), [['5', '1', ['bands']]]);
});

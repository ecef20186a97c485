import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarText, cycles, hasBegun, lines } from '../../../src/assessment/plan/dates.ts';
import { type Plan, GAPS, MEASURES, SIGNATURES, contextOf, phaseOf, planData } from './plan.ts';

const PHASES = [phaseOf('plan', ['sign'], [2, 2], [8, 8]), phaseOf('do', [], [3, 8], [9, 2]), phaseOf('look', ['sign'], [8, 8], [2, 2])];
const data = planData([GAPS, MEASURES, SIGNATURES], {}, PHASES);
const plan: Plan = { measures: [{ '@id': 'x', '@for': 'A', action: '谈\n一次', due: '2027-01-15' }, { '@id': 'y', action: '以后', due: '明年春天' }] };
const context = contextOf(data, { plan });
const [first] = cycles(context, '2026-03-10');

test('a cycle is one time through the process; the months of what is signed are its own', () => {
  assert.deepEqual(lines(context, first).map(({ what, day, span, where, differs }) => [what, day, span, where, differs]), [
    ['阶段plan', '2026-02-28', '2026年2月', '计划', false], ['表sign：行planned', '2026-02-28', '2026年2月', '“表sign”表', false],
    ['阶段do', '2026-08-31', '2026年3月至2026年8月', '计划', false], ['阶段look', '2026-08-31', '2026年8月', '计划', false],
    ['表sign：行reviewed', '2026-08-31', '2026年8月', '“表sign”表', false], ['到期：能力A\u3000谈 一次', '2027-01-15', '', '栏due', false],
  ]);
  assert.deepEqual([hasBegun(first, '2026-02-28'), hasBegun(first, '2026-01-31')], [true, false]);
});

test('what is over says so: the last day itself is not', () => {
  const past = (today: string) => lines(context, first, today).filter(({ isPast }) => isPast).map(({ day }) => day);
  assert.deepEqual([past('2026-02-28'), past('2026-03-01'), past('2027-01-16').length], [[], ['2026-02-28', '2026-02-28'], 6]);
});

test('a month that somebody wrote for a day is its last day', () => {
  const written = { measures: ['2027-02', '2028年2月', '2027/3', '2027-13', '2027-02-30'].map((due, at) => ({ '@id': `m${at}`, action: '谈', due })) };
  assert.deepEqual(lines(contextOf(data, { plan: written }), null).map(({ day }) => day), ['2027-02-28', '2028-02-29', '2027-03-31']);
});

test('days stand without a cycle; what is no day stands nowhere', () => {
  assert.deepEqual(lines(context, null).map(({ key }) => key), ['day-measures-x-due']);
});

test('the file holds what is wanted alone, and says nothing of people in its ids', () => {
  const written = calendarText(context, first, new Set(lines(context, first).slice(1).map(({ key }) => key))).replaceAll('\r\n ', '');
  const all = (name: string) => [...written.matchAll(new RegExp(`^${name}:(.*)\\r$`, 'gm'))].map(([, said]) => said);
  assert.deepEqual(all('SUMMARY'), ['表sign：行planned', '阶段do', '阶段look', '表sign：行reviewed'].map((name) => `${name}（最后一天）`).concat('到期：能力A\u3000谈 一次'));
  assert.ok(all('UID').every((id) => !id.includes('能力')));
});

/* The dates of a plan and their file. That any text comes back as it was is asked by tests/frontend/test_calendar.py. */

import { deepStrictEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';

import type { PlanForm, PlanForms, PlanFormRow, PlanPhase } from '../../src/generated/page-data.ts';
import { file, ics } from '../../src/files/calendar-file.ts';
import type { CycleFacts, Event } from '../../src/files/calendar-file.ts';
import { cycleOf, cycles, isDay } from '../../src/lib/calendar.ts';

const phase = (id: string, name: string, ...months: number[][]): PlanPhase => ({ id, name, months, steps: [], forms: [] });
const row = (id: string, name: string, ...months: number[][]): PlanFormRow => ({ id, name, months });
const form = (id: string, name: string, list: PlanFormRow[]): PlanForm => ({ id, number: '', name, help: '', rows: 'list', list, fields: [] });
const plan = (phases: PlanPhase[], forms: PlanForm[] = []): PlanForms => ({ name: '总流程', ours: false, roles: [], phases, forms });

const PLAN = plan(
  [phase('make', '规划', [2, 2], [8, 8]), phase('do', '执行', [3, 8], [9, 2]), phase('look', '评估', [8, 8], [2, 2])],
  [form('sign', '签名', [row('planned', '规划', [3, 3], [8, 8]), row('looked', '评估', [9, 9], [2, 2])])],
);
const FACTS: CycleFacts = {
  owner: '00ff',
  now: new Date('2026-11-21T08:00:00.5Z'),
  language: 'zh',
  today: '2026-11-21',
  days: [],
  wanted: { has: () => true } as unknown as ReadonlySet<string>,
  say: ({ where, name, differs }) => ({ name: `${where}：${name}`, about: differs ? '不一样' : '' }),
  phaseOfRow: (_, at) => [0, 2][at],
};
const DAY: Event = { id: 'day-', name: 'x', about: '', day: '2026-12-31' };

/** the events of a file, their lines unfolded */
const events = (text: string): string[] => text.replaceAll('\r\n ', '').split('BEGIN:VEVENT\r\n').slice(1);

/** what events say of a key */
function told(text: string, key: string): (string | undefined)[] {
  return events(text).map((event) => event.replace(/BEGIN:VALARM[^]*END:VALARM\r\n/, '').split('\r\n').find((line) => line.startsWith(`${key}:`))?.slice(key.length + 1));
}

function written(number: number, more: Partial<CycleFacts> = {}, of: PlanForms = PLAN, year: number = 2026): string {
  return ics(of, cycleOf(of, year, number), { ...FACTS, ...more });
}

function spansIn(text: string): string[] {
  const [names, starts, ends] = ['SUMMARY', 'DTSTART;VALUE=DATE', 'DTEND;VALUE=DATE'].map((key) => told(text, key));
  return names.map((name, at) => `${name} ${starts[at]} ${ends[at]}`);
}

test('where process and form differ, both stand there and say so', () => {
  deepStrictEqual(spansIn(written(0)), [
    '总流程：规划 20260228 20260301', '总流程：执行 20260831 20260901', '签名：规划 20260331 20260401',
    '总流程：评估 20260831 20260901', '签名：评估 20260930 20261001',
  ]);
  deepStrictEqual(told(written(0), 'DESCRIPTION'), ['不一样', undefined, '不一样', '不一样', '不一样']);
});

test('a cycle goes on into the next year', () => {
  deepStrictEqual(spansIn(written(1)), [
    '总流程：规划 20260831 20260901', '签名：规划 20260831 20260901', '总流程：执行 20270228 20270301',
    '总流程：评估 20270228 20270301', '签名：评估 20270228 20270301',
  ]);
  deepStrictEqual(told(written(1), 'DESCRIPTION'), Array(5).fill(undefined));
});

test('a row that belongs to no phase differs from none', () => {
  deepStrictEqual(told(written(0, { phaseOfRow: () => -1 }), 'DESCRIPTION'), Array(5).fill(undefined));
});

test('February ends when it ends', () => {
  deepStrictEqual(spansIn(written(0, {}, plan([phase('x', 'x', [2, 2])]), 2028)), ['总流程：x 20280229 20280301']);
});

test('cycles are those not yet over', () => {
  const keys = (today: string, of = PLAN) => cycles(of, today).map(({ key }) => key);
  deepStrictEqual(keys('2026-11-21').slice(0, 3), ['2026-8-2', '2027-2-1', '2027-8-2']);
  equal(keys('2027-02-28')[0], '2026-8-2');
  equal(keys('2027-03-01')[0], '2027-2-1');
  deepStrictEqual([keys('2026-11-21', plan([])), keys('2026-11-21', plan([phase('x', 'x', [0, 99])]))], [[], []]);
});

test('ids last and say nothing of people', () => {
  const text = written(0, { days: [{ ...DAY, id: 'day-measures-张三@x.com', name: '张三的事' }] });
  const uids = told(text, 'UID');
  equal(new Set(uids).size, 6);
  equal(uids.at(-1), '00ff-day-measures-xcom@levelbook.invalid');
  equal(spansIn(text).at(-1), '张三的事 20261231 20270101');
  deepStrictEqual(new Set(told(text, 'DTSTAMP')), new Set(['20261121T080000Z']));
});

test('rows of a foreign file do not share an id', () => {
  const text = written(0, { days: ['day-张三', 'day-李四', 'day-'].map((id) => ({ ...DAY, id })) });
  equal(new Set(told(text, 'UID')).size, 8);
});

test('it is a copy and no invitation: with a METHOD it would need an organizer (RFC 5546)', () => {
  deepStrictEqual(file([], { owner: 'a', now: new Date(0), today: '1970-01-01', language: 'en-GB' }).split('\r\n'), [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Levelbook//Plan 1//EN-GB', 'CALSCALE:GREGORIAN', 'END:VCALENDAR', '',
  ]);
});

test('an id stays what it is in the next file, whatever the day', () => {
  deepStrictEqual(told(written(1), 'UID'), told(written(1, { now: new Date('2027-01-01T00:00:00Z'), today: '2027-01-01', language: 'en' }), 'UID'));
  equal(told(written(1), 'UID')[0], '00ff-phase-make-2026-8-2@levelbook.invalid');
});

test('what is not over has an alarm three days before, at nine; what is over has none', () => {
  const alarms = (today: string) => events(written(1, { today })).map((event) => /BEGIN:VALARM\r\n([^]*)END:VALARM/.exec(event)?.[1].split('\r\n'));
  const said = (name: string) => ['ACTION:DISPLAY', `DESCRIPTION:${name}`, 'TRIGGER:-P2DT15H', ''];
  deepStrictEqual(alarms('2026-11-21'), [undefined, undefined, said('总流程：执行'), said('总流程：评估'), said('签名：评估')]);
  deepStrictEqual(alarms('2027-02-28'), Array(5).fill(undefined), 'on the day itself it is too late');
  for (const event of events(written(1))) ok(event.endsWith('END:VEVENT\r\n') || event.endsWith('END:VCALENDAR\r\n'), event);
});

test('what is not wanted is left out', () => {
  const text = written(0, { wanted: new Set(['plan', 'phase-make-2026-2-1', 'phase-do-2026-2-1', 'phase-look-2026-2-1']) });
  deepStrictEqual(told(text, 'SUMMARY'), ['总流程：规划', '总流程：执行', '总流程：评估']);
});

test('lines have 75 octets at most, no character cut in two', () => {
  const text = file([{ ...DAY, name: '述职，'.repeat(30) }], { owner: 'a', now: new Date(0), today: '1970-01-01', language: 'zh' });
  ok(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75));
  deepStrictEqual(told(text, 'SUMMARY'), ['述职，'.repeat(30)]);
});

test('a day is one that exists', () => {
  equal(isDay('2026-02-28'), true);
  for (const other of ['2026-02-30', '26-1-1', '', null, 'x']) equal(isDay(other), false);
});

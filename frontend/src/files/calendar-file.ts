/* The dates of a plan as a calendar file (RFC 5545): the last days of what its process asks in one cycle, and the days people
   set. Each is one whole day without a time zone, with an alarm before it unless it is over: a bar of months says nothing of
   when something is due. What people wrote stands in titles, never in an event's id. */

import type { PlanForms } from '../generated/page-data.ts';
import { ALARM, dateKey, dates, dueDay } from '../lib/calendar.ts';
import type { Cycle, PhaseOfRow, PlanDate } from '../lib/calendar.ts';

/** day: as 2026-03-01 */
export interface Event {
  readonly id: string;
  readonly name: string;
  readonly day: string;
  readonly about: string;
}

/** owner: random, so that a later file renews the events */
export interface FileFacts {
  readonly owner: string;
  readonly now: Date;
  /** the day where the reader is, as 2026-03-01: what is not after it has no alarm */
  readonly today: string;
  readonly language: string;
}

/** what of a cycle goes into its file, and how it is said */
export interface CycleFacts extends FileFacts {
  readonly phaseOfRow: PhaseOfRow;
  readonly say: (date: PlanDate) => { readonly name: string; readonly about: string };
  /** that people set */
  readonly days: readonly Event[];
  /** ids of what goes in */
  readonly wanted: ReadonlySet<string>;
}


const LINE = 75; // octets

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (sign) => (sign.length === 2 ? sign : '\ufffd'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** Lines of at most 75 octets; what follows begins with a blank. No character is cut in two. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let [result, room] = ['', LINE];
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (size > room) [result, room] = [`${result}\r\n `, LINE - 1];
    result += sign;
    room -= size;
  }
  return result;
}

const plain = (day: string): string => day.replaceAll('-', '');

/** the day after */
function next(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

/** an id for each; rows of a file from elsewhere may differ in nothing that an id may hold */
function ids(events: readonly Event[], owner: string): string[] {
  const seen = new Set<string>();
  return events.map((event) => {
    const plainest = `${owner}-${event.id}`.toLowerCase().replace(/[^a-z0-9-]/g, '');
    let id = plainest;
    for (let n = 2; seen.has(id); n += 1) id = `${plainest}-${n}`;
    seen.add(id);
    return `${id}@levelbook.invalid`;
  });
}

/** A whole day begins at midnight, from which the alarm counts back: P2DT15H before it is nine o'clock three days before. */
const alarm = (event: Event): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(event.name)}`,
  `TRIGGER:-P${ALARM.days - 1}DT${24 - ALARM.hour}H`,
  'END:VALARM',
];

function lines(event: Event, id: string, stamp: string, today: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(event.day)}`,
    `DTEND;VALUE=DATE:${plain(next(event.day))}`,
    `SUMMARY:${escaped(event.name)}`,
    ...(event.about ? [`DESCRIPTION:${escaped(event.about)}`] : []),
    'TRANSP:TRANSPARENT',
    ...(event.day > today ? alarm(event) : []),
    'END:VEVENT',
  ];
}

export function file(events: readonly Event[], { owner, now, today, language }: FileFacts): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const tag = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language.toUpperCase() : 'ZH';
  const uids = ids(events, owner);
  // no METHOD: nothing is sent or scheduled, and one would ask for an organizer
  const content = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Levelbook//Plan 1//${tag}`, 'CALSCALE:GREGORIAN',
    ...events.flatMap((event, at) => lines(event, uids[at], stamp, today)),
    'END:VCALENDAR',
  ];
  return content.map((line) => `${folded(line)}\r\n`).join('');
}

/** The calendar file of a cycle, with what is wanted of it. */
export function ics(plan: PlanForms, cycle: Cycle | null, facts: CycleFacts): string {
  const own = cycle ? dates(plan, cycle, facts.phaseOfRow) : [];
  const events = own.map((date): Event => ({ id: dateKey(date, cycle), day: dueDay(date), ...facts.say(date) }));
  return file([...events, ...facts.days].filter(({ id }) => facts.wanted.has(id)), facts);
}

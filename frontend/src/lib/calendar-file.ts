/* The dates of a plan as a calendar file (RFC 5545): the months of its process in one cycle, and the days people set.
   All days are whole days without a time zone. What people wrote stands in titles, never in an event's id. */

import type { PlanForms } from '../generated/page-data.ts';
import { dates } from './calendar.ts';
import type { Cycle, Month, PhaseOfRow, PlanDate } from './calendar.ts';

/** days as 2026-03-01, both included */
export interface Event {
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly about: string;
}

/** owner: random, so that a later file renews the events */
export interface FileFacts {
  readonly owner: string;
  readonly now: Date;
  readonly language: string;
}

/** what of a cycle goes into its file, and how it is said */
export interface CycleFacts extends FileFacts {
  readonly phaseOfRow: PhaseOfRow;
  readonly say: (date: PlanDate) => { readonly name: string; readonly about: string };
  /** that people set */
  readonly days: readonly Event[];
  /** ids of what is left out */
  readonly without: ReadonlySet<string>;
}

const LINE = 75; // octets

const digits = (number: number, size: number = 2): string => String(number).padStart(size, '0');

const firstDay = ({ year, month }: Month): string => `${digits(year, 4)}-${digits(month)}-01`;

const lastDay = ({ year, month }: Month): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

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

function lines(event: Event, id: string, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${id}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${plain(event.from)}`,
    `DTEND;VALUE=DATE:${plain(next(event.until))}`,
    `SUMMARY:${escaped(event.name)}`,
    ...(event.about ? [`DESCRIPTION:${escaped(event.about)}`] : []),
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

export function file(events: readonly Event[], { owner, now, language }: FileFacts): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const tag = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language.toUpperCase() : 'ZH';
  const uids = ids(events, owner);
  // no METHOD: nothing is sent or scheduled, and one would ask for an organizer
  const content = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Levelbook//Plan 1//${tag}`, 'CALSCALE:GREGORIAN',
    ...events.flatMap((event, at) => lines(event, uids[at], stamp)),
    'END:VCALENDAR',
  ];
  return content.map((line) => `${folded(line)}\r\n`).join('');
}

/** The calendar file of a cycle, with what is not left out. */
export function ics(plan: PlanForms, cycle: Cycle | null, facts: CycleFacts): string {
  const wanted = ({ id }: { readonly id: string }): boolean => !facts.without.has(id);
  const own = cycle ? dates(plan, cycle, facts.phaseOfRow).filter(wanted) : [];
  const events = own.map((date) => ({
    id: `${date.id}-${cycle?.key}`, from: firstDay(date.span.from), until: lastDay(date.span.until), ...facts.say(date),
  }));
  return file([...events, ...facts.days.filter(wanted)], facts);
}

/* The dates of a plan as a calendar file (RFC 5545): the months of its process in one cycle, and the days people set.
   All days are whole days without a time zone. What people wrote stands in titles, never in an event's id. */

/** days as 2026-03-01, both included */
export type Event = {id: string, name: string, from: string, until: string, about: string};
export type Month = {year: number, month: number};
export type Span = {from: Month, until: Month};
export type Cycle = {key: string, year: number, number: number, phases: (Span | null)[], from: Month, until: Month};

const LINE = 75; // octets

/* ---- months ---- */

const count: (month: Month) => number = ({ year, month }) => year * 12 + month - 1;

const monthOf: (number: number) => Month = (number) => ({ year: Math.floor(number / 12), month: (number % 12) + 1 });

/** first and last month; the last may lie in the next year: 9, 2 */
function pairOf(pair: unknown): [number, number] | null {
  if (!Array.isArray(pair)) return null;
  const [low, high] = [Number(pair[0]), Number(pair[1] === undefined ? pair[0] : pair[1])];
  const right = [low, high].every((one) => Number.isInteger(one) && one >= 1 && one <= 12);
  return right ? [low, high] : null;
}

/**
 * @param start - the month it starts in, counted through
 */
function spanFrom([low, high]: [number, number], start: number): Span {
  return { from: monthOf(start), until: monthOf(start + ((high - low + 12) % 12)) };
}

/**
 * One cycle of the process: every phase starts in the month of the one before or later.
 * @param year - in which the cycle starts
 * @param number - which cycle of the year, from 0
 */
export function cycleOf(plan: any, year: number, number: number): Cycle | null {
  let earliest = year * 12;
  const phases = plan.phases.map((phase: any) => {
    const pair = pairOf((phase.months || [])[number]);
    if (!pair) return null;
    const start = earliest + ((pair[0] - 1 - (earliest % 12) + 12) % 12);
    earliest = start;
    return spanFrom(pair, start);
  });
  const known = phases.filter((one: Span | null) => one);
  if (!known.length) return null;
  const from = monthOf(Math.min(...known.map((one: Span) => count(one.from))));
  const until = monthOf(Math.max(...known.map((one: Span) => count(one.until))));
  return { key: `${from.year}-${from.month}-${number + 1}`, year, number, phases, from, until };
}

/**
 * @param today - 2026-11-21
 * @returns those under way and to come, the first to end first
 */
export function cycles(plan: any, today: string): Cycle[] {
  if (!plan || !Array.isArray(plan.phases)) return [];
  const [year, month] = today.split('-').map(Number);
  const most = Math.max(0, ...plan.phases.map((one: any) => (one.months || []).length));
  const found: Cycle[] = [];
  for (let at = year - 1; at <= year + 1; at += 1) {
    for (let number = 0; number < most; number += 1) {
      const cycle = cycleOf(plan, at, number);
      if (cycle && count(cycle.until) >= count({ year, month })) found.push(cycle);
    }
  }
  return found.sort((a, b) => count(a.until) - count(b.until)).slice(0, most + 2);
}

/* ---- events ---- */

const digits: (number: number, size?: number) => string = (number, size = 2) => String(number).padStart(size, '0');

const firstDay: (month: Month) => string = ({ year, month }) => `${digits(year, 4)}-${digits(month)}-01`;

const lastDay: (month: Month) => string = ({ year, month }) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/**
 * A row of a form that has months of its own, such as a line to sign.
 * @param phase - of the phase it belongs to
 * @returns that turn of its months which is nearest to the phase
 */
function rowSpan(row: any, cycle: Cycle, phase: Span | null): Span | null {
  const pair = pairOf((row.months || [])[cycle.number]);
  if (!pair) return null;
  const near = count(phase ? phase.from : cycle.from);
  const ahead = (((pair[0] - 1 - near) % 12) + 12) % 12;
  return spanFrom(pair, near + (ahead > 6 ? ahead - 12 : ahead));
}

function same(a: Span, b: Span | null): boolean {
  return Boolean(b) && count(a.from) === count((b as Span).from) && count(a.until) === count((b as Span).until);
}

/**
 * The dates of a cycle. Where the process and a form name different months for the same thing, both stand there,
 * and `differs` says so.
 * @param phaseOfRow - which phase a row of a form belongs to, -1 for none
 */
export function dates(plan: any, cycle: Cycle, phaseOfRow: (form: any, at: number) => number): {id: string, kind: 'phase' | 'row', name: string, where: string, span: Span, differs: boolean}[] {
  const found: any[] = [];
  plan.phases.forEach((phase: any, at: number) => {
    const span = cycle.phases[at];
    if (span) found.push({ id: `phase-${phase.id}`, kind: 'phase', name: phase.name, where: plan.name, span, differs: false, at });
  });
  for (const form of plan.forms) {
    (Array.isArray(form.list) ? form.list : []).forEach((row: any, at: number) => {
      const place = phaseOfRow(form, at);
      const phase = found.find((one) => one.kind === 'phase' && one.at === place);
      const span = rowSpan(row, cycle, phase ? phase.span : null);
      if (!span) return;
      const differs = Boolean(phase) && !same(span, phase.span);
      if (differs) phase.differs = true;
      found.push({ id: `row-${form.id}-${row.id}`, kind: 'row', name: row.name, where: form.name, span, differs });
    });
  }
  return found.sort((a, b) => count(a.span.from) - count(b.span.from));
}

/* ---- the file ---- */

export function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (sign) => (sign.length === 2 ? sign : '\ufffd'))
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** Lines of at most 75 octets; what follows begins with a blank. No character is cut in two. */
export function folded(line: string): string {
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

const plain: (day: string) => string = (day) => day.replaceAll('-', '');

/** the day after */
function next(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
}

/** whether it is a day that exists */
export function isDay(text: unknown): boolean {
  if (typeof text !== 'string' || !/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
}

/** an id for each; rows of a file from elsewhere may differ in nothing that an id may hold */
function ids(events: Event[], owner: string): string[] {
  const seen = new Set();
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

/**
 * @param facts - owner: random, so that a later file renews the events
 */
export function file(events: Event[], { owner, now, language }: {owner: string, now: Date, language: string}): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const tag = /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(language) ? language.toUpperCase() : 'ZH';
  const named = ids(events, owner);
  // no METHOD: nothing is sent or scheduled, and one would ask for an organizer
  const all = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Levelbook//Plan 1//${tag}`, 'CALSCALE:GREGORIAN',
    ...events.flatMap((one, at) => lines(one, named[at], stamp)),
    'END:VCALENDAR',
  ];
  return all.map((line) => `${folded(line)}\r\n`).join('');
}

/** The calendar file of a cycle, with what is not left out. */
export function ics(plan: any, cycle: Cycle | null, facts: {owner: string, now: Date, language: string, phaseOfRow: (form: any, at: number) => number, say: (date: any) => {name: string, about: string}, days: Event[], without: Set<string>}): string {
  const found = cycle ? dates(plan, cycle, facts.phaseOfRow) : [];
  const events = found.map((one) => ({
    id: `${one.id}-${(cycle as Cycle).key}`, from: firstDay(one.span.from), until: lastDay(one.span.until), ...facts.say(one), key: one.id,
  }));
  const days = facts.days.map((one) => ({ ...one, key: one.id }));
  return file([...events, ...days].filter((one) => !facts.without.has(one.key)), facts);
}

// @ts-check
/* The dates of a plan as a calendar file (RFC 5545): the months of its process in one cycle, and the days people set.
   All days are whole days without a time zone. What people wrote stands in titles, never in an event's id. */
(function () {
  'use strict';

  /**
   * @typedef {{id: string, name: string, from: string, until: string, about: string}} Event - days as 2026-03-01, both included
   * @typedef {{year: number, month: number}} Month
   * @typedef {{from: Month, until: Month}} Span
   * @typedef {{key: string, year: number, number: number, phases: (Span | null)[], from: Month, until: Month}} Cycle
   */

  const LINE = 75; // octets

  /* ---- months ---- */

  /** @type {(month: Month) => number} */
  const count = ({ year, month }) => year * 12 + month - 1;

  /** @type {(number: number) => Month} */
  const monthOf = (number) => ({ year: Math.floor(number / 12), month: (number % 12) + 1 });

  /**
   * @param {unknown} pair
   * @returns {[number, number] | null} first and last month; the last may lie in the next year: 9, 2
   */
  function pairOf(pair) {
    if (!Array.isArray(pair)) return null;
    const [low, high] = [Number(pair[0]), Number(pair[1] === undefined ? pair[0] : pair[1])];
    const right = [low, high].every((one) => Number.isInteger(one) && one >= 1 && one <= 12);
    return right ? [low, high] : null;
  }

  /**
   * @param {[number, number]} pair
   * @param {number} start - the month it starts in, counted through
   * @returns {Span}
   */
  function spanFrom([low, high], start) {
    return { from: monthOf(start), until: monthOf(start + ((high - low + 12) % 12)) };
  }

  /**
   * One cycle of the process: every phase starts in the month of the one before or later.
   * @param {any} plan
   * @param {number} year - in which the cycle starts
   * @param {number} number - which cycle of the year, from 0
   * @returns {Cycle | null}
   */
  function cycleOf(plan, year, number) {
    let earliest = year * 12;
    const phases = plan.phases.map((/** @type {any} */ phase) => {
      const pair = pairOf((phase.months || [])[number]);
      if (!pair) return null;
      const start = earliest + ((pair[0] - 1 - (earliest % 12) + 12) % 12);
      earliest = start;
      return spanFrom(pair, start);
    });
    const known = phases.filter((/** @type {Span | null} */ one) => one);
    if (!known.length) return null;
    const from = monthOf(Math.min(...known.map((/** @type {Span} */ one) => count(one.from))));
    const until = monthOf(Math.max(...known.map((/** @type {Span} */ one) => count(one.until))));
    return { key: `${from.year}-${from.month}-${number + 1}`, year, number, phases, from, until };
  }

  /**
   * @param {any} plan
   * @param {string} today - 2026-11-21
   * @returns {Cycle[]} those under way and to come, the first to end first
   */
  function cycles(plan, today) {
    if (!plan || !Array.isArray(plan.phases)) return [];
    const [year, month] = today.split('-').map(Number);
    const most = Math.max(0, ...plan.phases.map((/** @type {any} */ one) => (one.months || []).length));
    /** @type {Cycle[]} */
    const found = [];
    for (let at = year - 1; at <= year + 1; at += 1) {
      for (let number = 0; number < most; number += 1) {
        const cycle = cycleOf(plan, at, number);
        if (cycle && count(cycle.until) >= count({ year, month })) found.push(cycle);
      }
    }
    return found.sort((a, b) => count(a.until) - count(b.until)).slice(0, most + 2);
  }

  /* ---- events ---- */

  /** @type {(number: number, size?: number) => string} */
  const digits = (number, size = 2) => String(number).padStart(size, '0');

  /** @type {(month: Month) => string} */
  const firstDay = ({ year, month }) => `${digits(year, 4)}-${digits(month)}-01`;

  /** @type {(month: Month) => string} */
  const lastDay = ({ year, month }) => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

  /**
   * A row of a form that has months of its own, such as a line to sign.
   * @param {any} row
   * @param {Cycle} cycle
   * @param {Span | null} phase - of the phase it belongs to
   * @returns {Span | null} that turn of its months which is nearest to the phase
   */
  function rowSpan(row, cycle, phase) {
    const pair = pairOf((row.months || [])[cycle.number]);
    if (!pair) return null;
    const near = count(phase ? phase.from : cycle.from);
    const ahead = (((pair[0] - 1 - near) % 12) + 12) % 12;
    return spanFrom(pair, near + (ahead > 6 ? ahead - 12 : ahead));
  }

  /**
   * @param {Span} a
   * @param {Span | null} b
   * @returns {boolean}
   */
  function same(a, b) {
    return Boolean(b) && count(a.from) === count(/** @type {Span} */ (b).from) && count(a.until) === count(/** @type {Span} */ (b).until);
  }

  /**
   * The dates of a cycle. Where the process and a form name different months for the same thing, both stand there,
   * and `differs` says so.
   * @param {any} plan
   * @param {Cycle} cycle
   * @param {(form: any, at: number) => number} phaseOfRow - which phase a row of a form belongs to, -1 for none
   * @returns {{id: string, kind: 'phase' | 'row', name: string, where: string, span: Span, differs: boolean}[]}
   */
  function dates(plan, cycle, phaseOfRow) {
    /** @type {any[]} */
    const found = [];
    plan.phases.forEach((/** @type {any} */ phase, /** @type {number} */ at) => {
      const span = cycle.phases[at];
      if (span) found.push({ id: `phase-${phase.id}`, kind: 'phase', name: phase.name, where: plan.name, span, differs: false, at });
    });
    for (const form of plan.forms) {
      (Array.isArray(form.list) ? form.list : []).forEach((/** @type {any} */ row, /** @type {number} */ at) => {
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

  /**
   * @param {string} text
   * @returns {string}
   */
  function escaped(text) {
    return text
      .replace(/\r\n?/g, '\n')
      .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
      .replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (sign) => (sign.length === 2 ? sign : '\ufffd'))
      .replace(/[\\;,]/g, '\\$&')
      .replace(/\n/g, '\\n');
  }

  /**
   * Lines of at most 75 octets; what follows begins with a blank. No character is cut in two.
   * @param {string} line
   * @returns {string}
   */
  function folded(line) {
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

  /** @type {(day: string) => string} */
  const plain = (day) => day.replaceAll('-', '');

  /**
   * @param {string} day
   * @returns {string} the day after
   */
  function next(day) {
    const [year, month, date] = day.split('-').map(Number);
    return new Date(Date.UTC(year, month - 1, date + 1)).toISOString().slice(0, 10);
  }

  /**
   * @param {unknown} text
   * @returns {boolean} whether it is a day that exists
   */
  function isDay(text) {
    if (typeof text !== 'string' || !/^[12]\d{3}-\d\d-\d\d$/.test(text)) return false;
    const day = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === text;
  }

  /**
   * @param {Event[]} events
   * @param {string} owner
   * @returns {string[]} an id for each; rows of a file from elsewhere may differ in nothing that an id may hold
   */
  function ids(events, owner) {
    const seen = new Set();
    return events.map((event) => {
      const plainest = `${owner}-${event.id}`.toLowerCase().replace(/[^a-z0-9-]/g, '');
      let id = plainest;
      for (let n = 2; seen.has(id); n += 1) id = `${plainest}-${n}`;
      seen.add(id);
      return `${id}@levelbook.invalid`;
    });
  }

  /**
   * @param {Event} event
   * @param {string} id
   * @param {string} stamp
   * @returns {string[]}
   */
  function lines(event, id, stamp) {
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
   * @param {Event[]} events
   * @param {{owner: string, now: Date, language: string}} facts - owner: random, so that a later file renews the events
   * @returns {string}
   */
  function file(events, { owner, now, language }) {
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

  /**
   * The calendar file of a cycle, with what is not left out.
   * @param {any} plan
   * @param {Cycle | null} cycle
   * @param {{owner: string, now: Date, language: string, phaseOfRow: (form: any, at: number) => number,
   *   say: (date: any) => {name: string, about: string}, days: Event[], without: Set<string>}} facts
   * @returns {string}
   */
  function ics(plan, cycle, facts) {
    const found = cycle ? dates(plan, cycle, facts.phaseOfRow) : [];
    const events = found.map((one) => ({
      id: `${one.id}-${/** @type {Cycle} */ (cycle).key}`, from: firstDay(one.span.from), until: lastDay(one.span.until), ...facts.say(one), key: one.id,
    }));
    const days = facts.days.map((one) => ({ ...one, key: one.id }));
    return file([...events, ...days].filter((one) => !facts.without.has(one.key)), facts);
  }

  /** @type {any} */ (window).levelbook.ics = Object.assign(ics, { cycles, cycle: cycleOf, dates, file, isDay, escaped, folded });
})();

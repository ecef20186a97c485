/* What stands in the calendar file of a plan. No page here. */

import { ics } from '../../lib/calendar-file.ts';
import type { Cycle } from '../../lib/calendar.ts';
import type { PlanContext } from './context.ts';
import { days, nameOf, originOf } from './dates.ts';
import { phaseOfRow } from './readiness.ts';

/**
 * @param without - keys of dates that are left out
 */
export function calendarText(context: PlanContext, cycle: Cycle | null, without: ReadonlySet<string>): string {
  const { data, doc, word } = context;
  return ics(data.plan, cycle, {
    owner: doc.id, now: new Date(), language: data.language, without, days: days(context), phaseOfRow: (form, at) => phaseOfRow(data, form, at),
    say: (date) => ({ name: nameOf(word, date), about: [originOf(word, date), ...(date.differs ? [word('differs')] : [])].join('\n') }),
  });
}

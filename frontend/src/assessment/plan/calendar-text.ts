/* What stands in the calendar file of a plan. No page here. */

import { ics } from '../../lib/calendar-file.ts';
import type { Cycle } from '../../lib/calendar.ts';
import { dayOf, now } from '../document/document.ts';
import type { PlanContext } from './context.ts';
import { days, dueName, originOf, spanText } from './dates.ts';
import { phaseOfRow } from './readiness.ts';

/**
 * @param wanted - keys of dates that go in
 */
export function calendarText(context: PlanContext, cycle: Cycle | null, wanted: ReadonlySet<string>): string {
  const { data, doc, word } = context;
  return ics(data.plan, cycle, {
    owner: doc.id, now: new Date(), today: dayOf(now()), language: data.language, wanted, days: days(context), phaseOfRow: (form, at) => phaseOfRow(data, form, at),
    say: (date) => (
      { name: dueName(word, date), about: [spanText(word, date.span), originOf(word, date), ...(date.differs ? [word('differs')] : [])].join('\n') }),
  });
}

/* What of a plan lies ahead: folded until its time comes, until it holds something, or until somebody opens it. On paper it
   stands as it always did: what is folded is unfolded before printing (`handbook/shell/folds`). */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { dayOf, now } from '../document/document.ts';
import { startOf, waits } from './dates.ts';
import { holds } from './readiness.ts';
import type { Station } from './readiness.ts';
import { usePlan } from './view.ts';
import { monthName } from './wording.ts';

interface AheadProps {
  readonly station: Station;
  /** which of the phases it is */
  readonly number: number;
  readonly head: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A phase, folded as long as it lies ahead; decided once, so that nothing folds under what somebody is writing. */
export function Ahead({ station, number, head, children }: AheadProps) {
  const plan = usePlan();
  const { word } = plan;
  const [{ isAhead, from, isOpen }] = useState(() => {
    const start = startOf(plan, number);
    const isLater = start ? start > dayOf(now()) : waits(plan, station);
    return { isAhead: Boolean(station.phase) && isLater, from: start, isOpen: holds(plan, station) };
  });
  if (!isAhead) return <section class="lb-plan__phase">{head}{children}</section>;
  const [year, month] = (from || '0-0').split('-').map(Number);
  const when = from ? word('ahead_from', { month: word('month_of', { year, month: monthName(word, month) }) }) : word('ahead');
  return (
    <section class="lb-plan__phase">
      <details class="lb-more lb-plan__ahead" open={isOpen}>
        <summary>{head}<span class="lb-note lb-noprint">{when}</span></summary>
        {children}
      </details>
    </section>
  );
}

/** Unfolds what a place stands in, where a page was opened at it before the plan was drawn. */
export function reveal(page: HTMLElement, id: string) {
  const place = id ? page.querySelector(`#${CSS.escape(id)}`) : null;
  const details = place?.closest<HTMLDetailsElement>('details.lb-plan__ahead');
  if (details) details.open = true;
}

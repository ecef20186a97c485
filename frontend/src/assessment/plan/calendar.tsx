/* The plan's dates on the page: which cycle, which of its days go into the calendar file. */

import { useState } from 'preact/hooks';
import { ALARM, type Cycle } from '../../lib/calendar.ts';
import { dayOf, now } from '../document/document.ts';
import * as dates from './dates.ts';
import { handCalendar } from './export.ts';
import { usePlan } from './view.ts';

function CycleChooser({ cycles, chosen, choose }: { cycles: readonly Cycle[]; chosen: Cycle | null; choose: (key: string) => void }) {
  const { word } = usePlan();
  const today = dayOf(now());
  return (
    <fieldset class="lb-seg">
      <legend>{word('cycle')}</legend>
      {cycles.map((cycle) => (
        <label key={cycle.key}>
          <input type="radio" name="plan-cycle" value={cycle.key} checked={cycle === chosen} onChange={() => choose(cycle.key)} />
          <span>{dates.spanText(word, cycle)}{dates.hasBegun(cycle, today) && <small>{word('cycle_now')}</small>}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface DatesProps {
  readonly lines: readonly dates.Line[];
  readonly wanted: ReadonlySet<string>;
  readonly toggle: (key: string) => void;
}

function DateTable({ lines, wanted, toggle }: DatesProps) {
  const { word } = usePlan();
  const heads = (['what', 'when', 'where'] as const).map((key) => <th key={key} scope="col" role="columnheader">{word(key)}</th>);
  return (
    <table class="lb-table lb-stack lb-plan__dates" role="table">
      <caption class="lb-vh">{word('calendar')}</caption>
      <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
      <tbody role="rowgroup">
        {lines.map(({ key, what, day, span, where, isPast }) => (
          <tr key={key} role="row">
            <th scope="row" role="rowheader">
              <label class="lb-tick"><input type="checkbox" checked={wanted.has(key)} onChange={() => toggle(key)} /><span>{what}</span></label>
            </th>
            <td role="cell" class="lb-plan__when" data-th={word('when')}>
              <span class="lb-num">{day}</span>{isPast && <span class="lb-mark">{word('date_past')}</span>}{span && <small>{span}</small>}
            </td>
            <td role="cell" data-th={word('where')}>{where}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Calendar() {
  const plan = usePlan();
  const { host, word } = plan;
  const [key, setKey] = useState('');
  const [ticks, setTicks] = useState<ReadonlyMap<string, boolean>>(new Map()); // that somebody set or took away
  const cycles = dates.cycles(plan);
  const chosen = cycles.find((cycle) => cycle.key === key) ?? cycles.at(0) ?? null;
  const lines = dates.lines(plan, chosen);
  const wanted = new Set(lines.filter((line) => ticks.get(line.key) ?? !line.isPast).map((line) => line.key));
  const toggle = (date: string) => setTicks(new Map([...ticks, [date, !wanted.has(date)]]));
  const save = () => void handCalendar(host, chosen, wanted);
  return (
    <section class="lb-plan__cal lb-noprint" id="plan-calendar">
      <h2 class="lb-sec">{word('calendar')}<span class="lb-sec__n">{word('calendar_say')}</span></h2>
      {cycles.length > 1 && <CycleChooser cycles={cycles} chosen={chosen} choose={setKey} />}
      {lines.length ? <>
        <DateTable lines={lines} wanted={wanted} toggle={toggle} />
        <p class="lb-note">{word('calendar_alarm', ALARM)}{lines.some(({ isPast }) => isPast) && ` ${word('calendar_past')}`}</p>
        {lines.some(({ differs }) => differs) && <p class="lb-note">{word('differs')}</p>}
        <p><button type="button" class="lb-btn" disabled={!wanted.size} onClick={save}>{word('save_ics')}</button></p>
      </> : <p class="lb-empty">{word('no_dates')}</p>}
    </section>
  );
}

/* The rows of the list under a search field, as components. A row may have two links, the line on its page and the page of
   its code, so that the list is a grid: a list of options may hold no links. */

import type { SearchWord } from '../generated/words.ts';
import type { Say } from '../lib/words.ts';
import type { ComponentChildren } from 'preact';
import type { PopupRow, PopupSection } from './popup-rows.ts';
import type { Answer, GroupName, Hit, Range } from './result.ts';

/** The cell that Enter opens, by its row and its place in it. */
export interface ActiveCell {
  readonly row: number;
  readonly cell: number;
}

interface Surroundings {
  /** id of the grid */
  readonly id: string;
  /** address of the site's folder */
  readonly base: string;
  readonly say: Say<SearchWord>;
  readonly active: ActiveCell | null;
  readonly onMore: (group: GroupName) => void;
}

interface RowProps extends Surroundings {
  readonly at: number;
}

/** The id of the cell of a row. */
export const cellId = (grid: string, { row, cell }: ActiveCell): string => `${grid}-${row + 1}-${cell + 1}`;

export function Sections({ sections, ...around }: Surroundings & { readonly sections: readonly PopupSection[] }) {
  let at = 0;
  return sections.map(({ key, title, isTitled, rows }) => (
    <div key={key} class={isTitled ? undefined : 'lb-answer'} role="rowgroup" aria-label={title}>
      {isTitled && <p class="lb-hits__head" aria-hidden="true">{title}</p>}
      {rows.map((row) => {
        const place = at;
        at += 1;
        return <Row key={place} {...around} at={place} row={row} />;
      })}
    </div>
  ));
}

function Row({ row, ...around }: RowProps & { readonly row: PopupRow }) {
  const { say } = around;
  switch (row.kind) {
    case 'answer': return <AnswerRow {...around} answer={row.answer} />;
    case 'hit': return <HitRow {...around} hit={row.hit} label={row.label} place={row.place} />;
    case 'links': return (
      <Line {...around} look="lb-answer__links">
        {row.links.map(({ text, href }, cell) => <Cell key={href} {...around} cell={cell} href={href}>{text}</Cell>)}
      </Line>
    );
    case 'elsewhere': return (
      <Line {...around} look="lb-hit">
        <Cell {...around} href={row.href}>{row.title}</Cell>
        <span class="lb-hit__place" role="gridcell">{row.place}</span>
      </Line>
    );
    case 'all': return <Line {...around} look="lb-hit lb-hit--all"><Cell {...around} href={row.href}>{row.text}</Cell></Line>;
    case 'more': return (
      <Line {...around} look="lb-hit lb-hit--all">
        <span role="gridcell" id={cellId(around.id, { row: around.at, cell: 0 })}>
          <button type="button" tabIndex={-1} aria-label={`${say(`head_${row.group}`)}${say('dot')}${row.text}`}
            onClick={() => around.onMore(row.group)}>{row.text}</button>
        </span>
      </Line>
    );
  }
}

function Line({ at, active, look, children }: RowProps & { readonly look: string, readonly children: ComponentChildren }) {
  return <div class={look} role="row" aria-selected={active?.row === at}>{children}</div>;
}

interface CellProps extends RowProps {
  readonly cell?: number;
  readonly href: string;
  readonly look?: string;
  readonly linkLook?: string;
  readonly label?: string;
  readonly children: ComponentChildren;
}

/** A cell with a link. The field keeps the focus, so that links are reached by arrows and not by Tab. */
function Cell({ id, base, active, at, cell = 0, href, look, linkLook, label, children }: CellProps) {
  const isActive = active?.row === at && active.cell === cell;
  return (
    <span class={look} role="gridcell" id={cellId(id, { row: at, cell })} aria-selected={isActive}>
      <a class={linkLook} href={base + href} tabIndex={-1} aria-label={label}>{children}</a>
    </span>
  );
}

function HitRow({ hit, label, place, ...around }: RowProps & { readonly hit: Hit, readonly label: string, readonly place: string }) {
  const { say } = around;
  const { code, codeHref } = hit;
  return (
    <Line {...around} look="lb-hit">
      <Cell {...around} href={hit.href}><Marked text={hit.title} marks={hit.marks} /></Cell>
      {code && codeHref
        ? <Cell {...around} cell={1} href={codeHref} look="lb-hit__code" linkLook="lb-code" label={say('code_page', { code })}>{code}</Cell>
        : <span class="lb-hit__kind" role="gridcell">{label}</span>}
      {place && <span class="lb-hit__place" role="gridcell">{place}</span>}
    </Line>
  );
}

function AnswerRow({ answer, ...around }: RowProps & { readonly answer: Answer }) {
  const { say } = around;
  const { sequence, title, grade, step, steps, count, href, reference } = answer;
  return (
    <Line {...around} look="lb-answer__main">
      <Cell {...around} href={href}>
        <span class="lb-answer__over">{sequence}{reference && `${say('dot')}${say('reference')}`}</span>
        <b>{title}</b>{grade && <span>{grade}</span>}
        {steps > 0 && <Stair step={step} steps={steps} />}
        {count > 0 && <small>{say('requirements', { n: count })}</small>}
      </Cell>
    </Line>
  );
}

/** A text with what was found in it marked. */
function Marked({ text, marks }: { readonly text: string, readonly marks: readonly Range[] }) {
  let from = 0;
  const pieces = marks.flatMap(([start, end]) => {
    const before = text.slice(from, start);
    from = end;
    return [before, <mark>{text.slice(start, end)}</mark>];
  });
  return <>{pieces}{text.slice(from)}</>;
}

/** The stair of a level, as templates draw it. */
function Stair({ step, steps }: { readonly step: number, readonly steps: number }) {
  const width = 6 * steps - 1;
  return (
    <svg class="lb-steps" viewBox={`0 0 ${width} 14`} width={width} height="14" aria-hidden="true">
      {Array.from({ length: steps }, (_, at) => {
        const height = steps > 1 ? 4 + 9.5 * at / (steps - 1) : 13.5;
        return <rect x={0.5 + 6 * at} y={13.5 - height} width="4" height={height} class={at < step ? 'on' : undefined} />;
      })}
    </svg>
  );
}

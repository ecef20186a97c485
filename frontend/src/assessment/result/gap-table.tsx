/* The table of gaps: every item on its scale beside the standard, the largest gap first, and why some have no score. */

import type { Scale } from '../../generated/page-data.ts';
import { figure, place, signed } from '../../lib/format.ts';
import { isScored } from '../../scoring/review.ts';
import { pointsOf, reasonOf, scaleOf, shareOf } from '../figures.ts';
import type { ResultView, Row } from '../figures.ts';
import { Plot } from './radar.tsx';
import { PartMark } from '../part-mark.tsx';
import { Section } from '../section.tsx';

const FEW = 5; // items that can never be rated stand in the table up to here

interface Props {
  view: ResultView;
}

interface RowProps extends Props {
  row: Row;
}

const gapOf = ({ own }: Row): number => (own.gap === null ? Infinity : Number(own.gap));

/** rows with a score, the largest gap first; then those without a standard */
function sorted(rows: readonly Row[]): Row[] {
  const scored = rows.filter(({ own }) => isScored(own));
  return scored.sort((row, other) => (gapOf(row) === gapOf(other) ? 0 : gapOf(row) - gapOf(other)));
}

/** the steps of the scale above the plots */
function ScaleAxis({ view: { scale, standard, say, byLevels } }: Props) {
  const ends = (low: string, high: string) => <span class="lb-gap__ends"><i>{low}</i><i>{high}</i></span>;
  if (!scale) return ends(say('low'), say('high'));
  const { ratings } = scale;
  if (byLevels) return ends(ratings[0].name, ratings[ratings.length - 1].name);
  return (
    <span class="lb-gap__axis lb-num">
      {ratings.map(({ points }) => (
        <i class={figure(points) === standard ? 'is-std' : undefined} style={{ '--at': String(place(scale, points)) }}>{figure(points)}</i>
      ))}
    </span>
  );
}

/** own: whether every item has a standard of its own, so that there is a column of them */
function Head({ view, own }: Props & { own: boolean }) {
  const { say, managerResult } = view;
  const names = [...(own ? [say('standard')] : []), say('mine'), ...(managerResult ? [say('manager')] : []), say('gap')];
  return (
    <thead>
      <tr>
        <th scope="col">{say('item')}</th>
        <td><ScaleAxis view={view} /></td>
        {names.map((text) => <th scope="col" class="is-num">{text}</th>)}
      </tr>
    </thead>
  );
}

function Name({ view, row: { item } }: RowProps) {
  const { say, picked, again } = view;
  return (
    <th scope="row">
      <span class="lb-no lb-num">{item.number}</span>
      {item.href ? <a href={item.href}>{item.name}</a> : item.name}
      {picked.includes(item.code) && <> <span class="lb-mark lb-mark--new">{say('chosen')}</span></>}
      {again.includes(item.code) && <> <a class="lb-mark lb-mark--again" href={`#q-${item.code}`}>{say('again_mark')}</a></>}
    </th>
  );
}

function Scored({ view, row, own: hasOwn }: RowProps & { own: boolean }) {
  const { item, own, manager } = row;
  const scale = scaleOf(view, item);
  const theirs = manager && isScored(manager) ? manager.points : null;
  const said = (points: string | null) => (points === null ? '—' : pointsOf(view, item, points));
  return (
    <tr data-code={item.code}>
      <Name view={view} row={row} />
      <td><Plot me={place(scale, own.points)} standard={place(scale, own.standard)} manager={place(scale, theirs)} /></td>
      {hasOwn && <td class="is-num">{said(own.standard)}</td>}
      <td class="is-num">{said(own.points)}<PartMark share={shareOf(own)} say={(facts) => view.say('part', facts)} /></td>
      {view.managerResult && <td class="is-num">{said(theirs)}</td>}
      <td class="is-num">{own.gap === null ? '—' : signed(own.gap)}</td>
    </tr>
  );
}

const KINDS: Partial<Record<Row['own']['state'], string>> = { na: 'na', unseen: 'na', open: 'empty', unscorable: 'lost', none: 'lost' };

/** why it has no score */
function Reason({ view, row: { item, own } }: RowProps) {
  const kind = item.none?.kind || KINDS[own.state] || 'empty';
  return <span class={`lb-none lb-none--${kind}`}>{reasonOf(view, own.why, view.say('open'))}</span>;
}

/** an item without a score */
function Unscored({ view, row, columns }: RowProps & { columns: number }) {
  const { code } = row.item;
  const canRate = row.own.state === 'open' && view.canAnswer;
  return (
    <tr data-code={code} class="is-out">
      <Name view={view} row={row} />
      <td colspan={columns}>
        <Reason view={view} row={row} />{' '}
        {canRate && <a class="lb-a lb-noprint" href={`#q-${code}`}>{view.say('rate_now')}</a>}
      </td>
    </tr>
  );
}

/** Those that can never be rated as a list, where there are too many of them for the table. */
function Never({ view, rows }: Props & { rows: readonly Row[] }) {
  return (
    <details class="lb-more lb-never">
      <summary>{view.say('never', { n: rows.length })}</summary>
      <ul class="lb-plain">
        {rows.map((row) => <li key={row.item.code} data-code={row.item.code}>{row.item.name}<Reason view={view} row={row} /></li>)}
      </ul>
    </details>
  );
}

function Legend({ view: { say }, scale }: Props & { scale: Scale }) {
  const ratings = scale.ratings.map(({ points, name }) => `${figure(points)} ${name}`);
  return <p class="lb-note lb-gap__legend">{say('scale', { name: scale.name })}{ratings.join(say('between'))}</p>;
}

export function GapTable({ view }: Props) {
  const { say, rows, managerResult, scale, byLevels } = view;
  const own = view.standard === null;
  const never = rows.filter((row) => row.own.state === 'none');
  const many = never.length > FEW;
  const out = rows.filter((row) => !isScored(row.own) && !(many && row.own.state === 'none'));
  const looks = [own && ' lb-gap--standards', managerResult && ' lb-gap--two', byLevels && ' lb-gap--levels'];
  return (
    <Section title={say('gaps')} note={say('gaps_order')} name="gaps">
      <table class={`lb-table lb-gap${looks.filter(Boolean).join('')}`}>
        <caption class="lb-vh">{say('gaps_caption')}</caption>
        <Head view={view} own={own} />
        <tbody>
          {sorted(rows).map((row) => <Scored key={row.item.code} view={view} row={row} own={own} />)}
          {out.map((row) => <Unscored key={row.item.code} view={view} row={row} columns={3 + (own ? 1 : 0) + (managerResult ? 1 : 0)} />)}
        </tbody>
      </table>
      {many && <Never view={view} rows={never} />}
      {scale && !byLevels && <Legend view={view} scale={scale} />}
    </Section>
  );
}

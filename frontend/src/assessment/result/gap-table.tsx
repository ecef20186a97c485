/* The table of gaps: every item on its scale beside the standard, the largest gap first, and why some have no score. */

import type { Scale } from '../../generated/page-data.ts';
import { figure, place, signed } from '../../lib/format.ts';
import { isAgain } from '../../scoring/reasons.ts';
import type { Score } from '../../scoring/result.ts';
import { isScored } from '../../scoring/review.ts';
import { mineOf, pointsOf, reasonOf, scaleOf, shareOf } from '../figures.ts';
import type { ResultView, Row } from '../figures.ts';
import { said } from '../manager/agreement.ts';
import { MovedItems } from './moved.tsx';
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

const gapOf = ({ score }: Row): number => (score.gap === null ? Infinity : Number(score.gap));

/** rows with a score, the largest gap first; then those without a standard */
function sorted(rows: readonly Row[]): Row[] {
  const scored = rows.filter(({ score }) => isScored(score));
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
  const { say, selfResult, managerResult } = view;
  const beside = [...(selfResult ? [say('mine')] : []), ...(managerResult ? [say('manager')] : [])];
  const names = [...(own ? [say('standard')] : []), mineOf(view), ...beside, say('gap')];
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

/** what the marks on a ruler are, where there are three */
function PlotKey({ view: { say, standard, byLevels } }: Props) {
  return (
    <p class="lb-gapkey" aria-hidden="true">
      <span><i class="k-a" />{say('agreed_short')}</span><span><i class="k-s" />{say('mine')}</span><span><i class="k-m" />{say('manager')}</span>
      <span><i class="k-t" />{standard === null || byLevels ? say('key_standard') : say('key_standard_at', { standard })}</span>
    </p>
  );
}

/** what each side has rated, beside what counts; of an exam with one mark that it is one */
function Beside({ view, row: { item, self, manager } }: RowProps) {
  const { say, selfResult, managerResult } = view;
  const read = [self, manager].map((score) => (score && (isScored(score) || isAgain(score)) ? said(view, item, score) : '—'));
  if (selfResult && managerResult && item.kind === 'exam' && self && isScored(self) && read[0] === read[1]) {
    return <td class="is-num is-side is-exam" colspan={2}>{say('exam')}</td>;
  }
  const look = selfResult ? 'is-num is-side' : 'is-num';
  return <>{selfResult && <td class={look}>{read[0]}</td>}{managerResult && <td class={look}>{read[1]}</td>}</>;
}

function Scored({ view, row, own: hasOwn }: RowProps & { own: boolean }) {
  const { item, score, self, manager } = row;
  const scale = scaleOf(view, item);
  const at = (other: Score | null) => place(scale, other && isScored(other) ? other.points : null);
  const figureOf = (points: string | null) => (points === null ? '—' : pointsOf(view, item, points));
  return (
    <tr data-code={item.code}>
      <Name view={view} row={row} />
      <td><Plot me={place(scale, score.points)} standard={place(scale, score.standard)} self={at(self)} manager={at(manager)} /></td>
      {hasOwn && <td class="is-num">{figureOf(score.standard)}</td>}
      <td class={view.headline === 'agreed' ? 'is-num is-agreed' : 'is-num'}>
        {figureOf(score.points)}<PartMark share={shareOf(score)} say={(facts) => view.say('part', facts)} />
      </td>
      <Beside view={view} row={row} />
      <td class="is-num">{score.gap === null ? '—' : signed(score.gap)}</td>
    </tr>
  );
}

const KINDS: Partial<Record<Row['score']['state'], string>> = { na: 'na', unseen: 'na', open: 'empty', unscorable: 'lost', none: 'lost' };

/** why it has no score */
function Reason({ view, row: { item, score } }: RowProps) {
  const kind = item.none?.kind || KINDS[score.state] || 'empty';
  return <span class={`lb-none lb-none--${kind}`}>{reasonOf(view, score.why, view.say('open'))}</span>;
}

/** an item without a score */
function Unscored({ view, row, columns }: RowProps & { columns: number }) {
  const { code } = row.item;
  const canRate = row.score.state === 'open' && view.canAnswer;
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
  const { say, rows, selfResult, managerResult, scale, byLevels } = view;
  const own = view.standard === null;
  const beside = [selfResult, managerResult].filter(Boolean).length;
  const never = rows.filter((row) => row.score.state === 'none');
  const many = never.length > FEW;
  const out = rows.filter((row) => !isScored(row.score) && !(many && row.score.state === 'none'));
  const looks = [own && ' lb-gap--standards', beside > 0 && ' lb-gap--two', beside > 1 && ' lb-gap--three', byLevels && ' lb-gap--levels'];
  return (
    <Section title={say('gaps')} note={say('gaps_order')} name="gaps">
      {beside > 1 && <PlotKey view={view} />}
      <table class={`lb-table lb-gap${looks.filter(Boolean).join('')}`}>
        <caption class="lb-vh">{say('gaps_caption')}</caption>
        <Head view={view} own={own} />
        <tbody>
          {sorted(rows).map((row) => <Scored key={row.item.code} view={view} row={row} own={own} />)}
          {out.map((row) => <Unscored key={row.item.code} view={view} row={row} columns={3 + (own ? 1 : 0) + beside} />)}
        </tbody>
      </table>
      <MovedItems view={view} />
      {many && <Never view={view} rows={never} />}
      {scale && !byLevels && <Legend view={view} scale={scale} />}
    </Section>
  );
}

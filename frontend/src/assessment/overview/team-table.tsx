/* The overview of a team as a table: how many gave each rating, the mean, how many meet the standard; who does not, only
   where all may be named. */

import { figure } from '../../lib/format.ts';
import { say } from '../../scoring/reasons.ts';
import type { Count, Team, TeamItem } from '../../scoring/result.ts';
import { PartMark } from '../part-mark.tsx';
import { belowIn, fits, itemOf, ratingsOf, spread } from './team-sheet.ts';
import type { BelowByName, Speaker, TeamChecklist } from './team-sheet.ts';

/** page: as on the checklist; weak: those first whom few meet */
export type Order = 'page' | 'weak';

const SUMS = ['mean', 'reached'] as const;

interface Shown {
  readonly data: TeamChecklist;
  readonly word: Speaker;
  /** null where nobody may be named */
  readonly names: BelowByName | null;
}
type OfRow = Shown & {
  readonly row: TeamItem;
  /** how many people there are */
  readonly count: number;
};

function Head({ data, word, names }: Shown) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">{word('item')}</th>
        {ratingsOf(data).map(({ points, name }) => (
          <th key={points} scope="col" role="columnheader" class="c-rate">
            {data.scale !== 'levels' && <b class="lb-num">{figure(points)}</b>}{name}
          </th>
        ))}
        {SUMS.map((key) => <th key={key} scope="col" role="columnheader" class="is-num is-sum">{word(key)}</th>)}
        {names && <th scope="col" role="columnheader" class="c-names">{word('below_names')}</th>}
      </tr>
    </thead>
  );
}

function Cell({ count: { points, n }, row }: { count: Count; row: TeamItem }) {
  const [at, standard] = [Number(points), row.standard === null ? NaN : Number(row.standard)];
  const look = ['c-rate', at >= standard && 'is-met', at === standard && 'is-std'].filter(Boolean).join(' ');
  const share = (n / (row.scored || 1)).toFixed(4); // for drawing only
  return (
    <td role="cell" class={look}>
      <span class={n ? 'lb-num' : 'lb-num is-nil'}>{n}</span>
      {n > 0 && <i aria-hidden="true" style={{ '--h': share }} />}
    </td>
  );
}

/** the figures of an item, or why there are none */
function Cells({ data, word, names, row, count }: OfRow) {
  const columns = ratingsOf(data).length;
  if (row.why) {
    return <td role="cell" class="c-why" colSpan={columns + (names ? 3 : 2)}><span class="lb-none lb-none--na">{say(data.words, row.why)}</span></td>;
  }
  const met = row.reached === null ? '—' : word('of_people', { n: row.reached, of: row.scored || 0 });
  return (
    <>
      {fits(data, row)
        ? row.counts.map((chosen) => <Cell key={chosen.points} count={chosen} row={row} />)
        : <td role="cell" class="c-why" colSpan={columns}>{spread(word, row)}</td>}
      <td role="cell" class="is-num is-sum">
        {row.mean === null ? '—' : <>{row.mean}<PartMark share={{ counted: row.scored ?? undefined, of: count }} say={(facts) => word('of_people', facts)} /></>}
      </td>
      <td role="cell" class="is-num is-sum">{met}</td>
      {names && <td role="cell" class="c-names" data-name={word('below_names')}>{belowIn(names, row, word) || '—'}</td>}
    </>
  );
}

function Row({ row, ...shown }: OfRow) {
  return (
    <tr role="row" data-code={row.code}>
      <th scope="row" role="rowheader"><span class="lb-no lb-num">{itemOf(shown.data, row)?.number}</span>{row.name}</th>
      <Cells {...shown} row={row} />
    </tr>
  );
}

/** with a line wherever another group begins */
function Grouped({ rows, ...shown }: Omit<OfRow, 'row'> & { rows: readonly TeamItem[] }) {
  const names = new Map(shown.data.groups.map(({ id, name }) => [id, name]));
  const wide = ratingsOf(shown.data).length + (shown.names ? 4 : 3);
  return rows.map((row, at) => {
    const title = at === 0 || rows[at - 1].group !== row.group ? names.get(row.group) : undefined;
    return (
      <>
        {title && <tr role="row" class="is-group"><th scope="rowgroup" role="rowheader" colSpan={wide}>{title}</th></tr>}
        <Row {...shown} row={row} />
      </>
    );
  });
}

/** for the order only */
const shareOf = (row: TeamItem): number => (row.reached === null || !row.scored ? 2 : row.reached / row.scored);

export function TeamTable({ team, order, ...shown }: Shown & { team: Team; order: Order }) {
  const { data, word } = shown;
  const weakest = [...team.items].sort((first, second) => shareOf(first) - shareOf(second));
  return (
    <table class="lb-table lb-spread" role="table" style={{ '--n': String(ratingsOf(data).length) }}>
      <caption class="lb-vh">{word('caption')}</caption>
      <Head {...shown} />
      <tbody role="rowgroup">
        {order === 'weak' ? weakest.map((row) => <Row key={row.code} {...shown} count={team.count} row={row} />) : <Grouped {...shown} count={team.count} rows={team.items} />}
      </tbody>
    </table>
  );
}

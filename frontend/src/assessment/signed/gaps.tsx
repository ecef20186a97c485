/* The table of gaps of a snapshot: every item on its scale with what counts, both ratings and the standard, the largest gap first. */

import { figure, place, signed } from '../../lib/format.ts';
import { PartMark } from '../part-mark.tsx';
import { Section } from '../section.tsx';
import type { BodyItem } from './body.ts';
import type { SnapshotProps } from './view.ts';
import { isScored } from '../../scoring/review.ts';
import { isOfTwo } from './view.ts';

interface RowProps extends SnapshotProps {
  readonly item: BodyItem;
}

const gapOf = ({ gap }: BodyItem): number => (gap === null ? Infinity : Number(gap));

/** what all of them say, where it is one and the same */
function common(texts: readonly (string | null)[]): string | null {
  const different = [...new Set(texts)];
  return different.length === 1 ? different[0] : null;
}

function scaleOf({ body }: SnapshotProps, id: string) {
  return body.scales.find((scale) => scale.id === id);
}

function Plot({ item, ...props }: RowProps) {
  const scale = scaleOf(props, item.scale);
  const two = isOfTwo(props.body) && item.kind !== 'exam';
  const at = (points: string | null | undefined) => (points === undefined || points === null ? null : place(scale, points));
  const [me, standard, self, manager] = [at(item.points), at(item.standard), two ? at(item.self?.score) : null, two ? at(item.manager?.score) : null];
  const places = { '--s': me?.toFixed(4), '--t': standard?.toFixed(4), '--self': self?.toFixed(4), '--m': manager?.toFixed(4) };
  return (
    <span class="lb-gap__plot" aria-hidden="true" style={places}>
      {me !== null && standard !== null && <i class="g-line" />}
      {standard !== null && <i class="g-std" />}
      {manager !== null && manager !== me && <i class="g-mgr" />}
      {me !== null && <i class="g-me" />}
      {self !== null && self !== me && <i class="g-self" />}
    </span>
  );
}

/** the steps of the scale above the plots */
function Axis({ scale: id, standard, ...props }: SnapshotProps & { scale: string | null; standard: string | null }) {
  const scale = id === null || id === 'levels' ? undefined : scaleOf(props, id);
  if (!scale) return <span class="lb-gap__ends"><i>{props.result('low')}</i><i>{props.result('high')}</i></span>;
  return (
    <span class="lb-gap__axis lb-num">
      {scale.ratings.map(({ points }) => (
        <i class={points === standard ? 'is-std' : undefined} style={{ '--at': String(place(scale, points)) }}>{figure(points)}</i>
      ))}
    </span>
  );
}

function Name({ item: { number, name, picked }, say }: RowProps) {
  return (
    <th scope="row">
      <span class="lb-no lb-num">{number}</span>{name}{picked && <> <span class="lb-mark lb-mark--new">{say('picked')}</span></>}
    </th>
  );
}

/** what both said before they agreed; an exam is a fact of both */
function Sides({ item, say }: RowProps) {
  if (item.kind === 'exam') return <td class="is-side is-exam" colspan={2}>{say('exam')}</td>;
  return (
    <>
      <td class="is-num is-side">{item.self?.score ? item.self.said : '—'}</td>
      <td class="is-num is-side">{item.manager?.score ? item.manager.said : '—'}</td>
    </>
  );
}

function Row(props: RowProps) {
  const { item, body, result } = props;
  const share = { counted: item.counted, of: item.parts };
  return (
    <tr data-code={item.code}>
      <Name {...props} />
      <td><Plot {...props} /></td>
      <td class="is-num is-agreed">{item.said}<PartMark share={share} say={(facts) => result('part', facts)} /></td>
      {isOfTwo(body) && <Sides {...props} />}
      <td class="is-num">{item.gap === null ? '—' : signed(item.gap)}</td>
    </tr>
  );
}

/** an item without a score, and why */
function Out(props: RowProps & { columns: number }) {
  const { item, columns, result } = props;
  return <tr data-code={item.code} class="is-out"><Name {...props} /><td colspan={columns}>{item.why || result('open')}</td></tr>;
}

function Head({ scale, standard, ...props }: SnapshotProps & { scale: string | null; standard: string | null }) {
  const { body, say, result } = props;
  const sides = isOfTwo(body) ? [say('self'), say('manager')] : [];
  const names = [say(body.whose), ...sides, result('gap')];
  return (
    <thead>
      <tr>
        <th scope="col">{result('item')}</th>
        <td><Axis {...props} scale={scale} standard={standard} /></td>
        {names.map((text, at) => <th scope="col" class={at > 0 && at <= sides.length ? 'is-num is-side' : 'is-num'}>{text}</th>)}
      </tr>
    </thead>
  );
}

function Key({ standard, ...props }: SnapshotProps & { standard: string | null }) {
  const { body, say, result } = props;
  return (
    <p class="lb-gapkey">
      <span><i class="k-a" />{say(body.whose)}</span>
      {isOfTwo(body) && <><span><i class="k-s" />{say('self')}</span><span><i class="k-m" />{say('manager')}</span></>}
      <span><i class="k-t" />{standard === null ? result('key_standard') : say('standard_at', { standard: figure(standard) })}</span>
    </p>
  );
}

export function Gaps(props: SnapshotProps) {
  const { body, say, result } = props;
  const rows = body.items.filter(({ kind }) => kind !== 'condition');
  const scored = rows.filter(isScored).sort((one, other) => (gapOf(one) === gapOf(other) ? 0 : gapOf(one) - gapOf(other)));
  const scale = common(scored.map((item) => item.scale));
  const standard = scale === 'levels' ? null : common(scored.map((item) => item.standard));
  const two = isOfTwo(body);
  const ratings = scale === null || scale === 'levels' ? [] : scaleOf(props, scale)?.ratings ?? [];
  return (
    <Section title={result('gaps')} note={say('largest_first')} name="signed-gaps">
      <Key {...props} standard={standard} />
      <table class={`lb-table lb-gap${two ? ' lb-gap--two lb-gap--three' : ''}${scale === 'levels' ? ' lb-gap--levels' : ''}`}>
        <caption class="lb-vh">{result('gaps_caption')}</caption>
        <Head {...props} scale={scale} standard={standard} />
        <tbody>
          {scored.map((item) => <Row key={item.code} {...props} item={item} />)}
          {rows.filter((item) => !isScored(item)).map((item) => <Out key={item.code} {...props} item={item} columns={two ? 5 : 3} />)}
        </tbody>
      </table>
      {ratings.length > 0 && <p class="lb-note lb-gap__legend">{ratings.map(({ points, name }) => `${figure(points)} ${name}`).join(result('between'))}</p>}
    </Section>
  );
}

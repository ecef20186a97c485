/* Beside what was signed: what the same answers come to on today's release, and why each figure is different. */

import type { PageData } from '../host.ts';
import type { Cause, Moved } from './today.ts';
import { todayOf } from './today.ts';
import type { SnapshotProps } from './view.ts';

const WORDED = ['reworded', 'sentence_new', 'sentence_gone', 'negative'];

function CauseLine({ cause: { kind, old, now }, say }: Pick<SnapshotProps, 'say'> & { cause: Cause }) {
  const sentence = say(`cause_${kind}`, { old, now });
  if (!WORDED.includes(kind)) return <span>{sentence}</span>;
  return (
    <details class="lb-more">
      <summary>{sentence}</summary>
      {old && <p>{say('was', { text: old })}</p>}
      {now && now !== old && <p>{say('is', { text: now })}</p>}
    </details>
  );
}

function Line({ moved: { name, then, now, causes }, say }: Pick<SnapshotProps, 'say'> & { moved: Moved }) {
  return (
    <li>
      <b>{then ? say('moved', { name, then, now }) : name}</b>
      {causes.map((cause, at) => <CauseLine key={at} cause={cause} say={say} />)}
    </li>
  );
}

export function Beside({ data, body, say, result }: SnapshotProps & { data: PageData }) {
  const { mean, moved } = todayOf(body, data);
  const then = body.figures.mean;
  return (
    <aside class="lb-now lb-noprint" aria-label={say('today')}>
      <h3>{say('today')}</h3>
      {mean !== then && <p class="lb-now__big"><b>{mean ?? '—'}</b>{` ${result('unit_points')}`}{say('gap')}{say('today_then', { mean: then ?? '—' })}</p>}
      {moved.length > 0
        ? <><ul class="lb-plain">{moved.map((one) => <Line key={one.code} moved={one} say={say} />)}</ul><p class="lb-note">{say('today_note')}</p></>
        : <p>{data.release ? say('today_same', { release: data.release }) : say('today_same_undated')}</p>}
    </aside>
  );
}

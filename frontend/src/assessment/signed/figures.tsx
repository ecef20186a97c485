/* The figures of a snapshot at a glance, those of its groups, by weight, and of its conditions. */

import type { ComponentChildren } from 'preact';
import { aligned, figure } from '../../lib/format.ts';
import { PartMark } from '../part-mark.tsx';
import { Section } from '../section.tsx';
import type { SnapshotProps } from './view.ts';
import { isScored } from '../../scoring/review.ts';
import { isOfTwo } from './view.ts';

function Cell({ name, note, children }: { name: string; note: string; children: ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}<small>{note}</small></dd></div>;
}

function Before({ body: { figures, independent }, say }: SnapshotProps) {
  const how = independent === null ? '' : say(independent ? 'independent' : 'looked_first');
  const differ = figures.differ ? say('differ', { n: figures.differ }) : say('differ_none');
  return (
    <Cell name={say('before_talk')} note={[how, differ].filter(Boolean).join(say('semicolon'))}>
      {say('two_means', { self: figures.self ?? '—', manager: figures.manager ?? '—' })}
    </Cell>
  );
}

/** under the mean */
function meanNote({ body: { figures: { mean, why, top, standard }, scale }, result }: SnapshotProps): string {
  if (mean === null) return why || result('mean_none');
  if (scale === 'levels') return '';
  return [top && result('mean_top', { top: figure(top) }), standard && result('mean_standard', { standard: figure(standard) })].filter(Boolean).join(result('comma'));
}

export function Sums(props: SnapshotProps) {
  const { body, say, result } = props;
  const { figures: { mean, counted, of, reached, below, short }, whose, items } = body;
  const judged = items.some(({ standard }) => standard !== null);
  const items_ = (n: number) => (judged ? <><b class="lb-num">{n}</b>{` ${result('unit_item', { n })}`}</> : <b class="lb-num">—</b>);
  const unit = mean === null || body.scale === 'levels' ? '' : ` ${result('unit_points')}`;
  const all = whose === 'agreed' && counted === of;
  return (
    <dl class="lb-sumline">
      <Cell name={say(`mean_${whose}`)} note={meanNote(props)}>
        <b class="lb-num">{mean ?? '—'}</b>{unit}{mean !== null && <PartMark share={{ counted, of }} say={(facts) => result('part_items', facts)} />}
      </Cell>
      <Cell name={result('reached')} note={all ? say('reached_agreed', { n: of }) : result('reached_of', { n: counted })}>{items_(reached)}</Cell>
      <Cell name={result('below')} note={below && short ? result('below_short', { n: figure(short) }) : ''}>{items_(below)}</Cell>
      {isOfTwo(body)
        ? <Before {...props} />
        : <Cell name={result('out')} note=""><b class="lb-num">{of - counted}</b>{` ${result('unit_item', { n: of - counted })}`}</Cell>}
    </dl>
  );
}

export function Groups({ body: { groups }, result }: SnapshotProps) {
  const shown = groups.filter(({ of }) => of > 0);
  if (shown.length < 2) return null;
  const heads = [result('group'), result('group_mean'), result('group_gap'), result('group_counted')];
  return (
    <Section title={result('groups')} name="signed-groups">
      <table class="lb-table lb-grpsc">
        <caption class="lb-vh">{result('groups')}</caption>
        <thead><tr>{heads.map((text, at) => <th scope="col" class={at > 0 ? 'is-num' : undefined}>{text}</th>)}</tr></thead>
        <tbody>
          {shown.map(({ id, name, parent, mean, gap, counted, of }) => (
            <tr key={id}>
              <th scope="row" data-depth={parent ? 1 : 0}>{name}</th>
              <td class="is-num">{mean ?? '—'}{mean && <PartMark share={{ counted, of }} say={(facts) => result('part', facts)} />}</td>
              <td class="is-num">{gap === null ? '—' : aligned(gap)}</td>
              <td class="is-num">{result('counted', { counted, of })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

export function Weighted({ body: { figures: { points } }, result }: SnapshotProps) {
  if (!points) return null;
  const unit = points.unit || result('unit_points');
  return (
    <Section title={result('weighted')} name="signed-weighted">
      <p class="lb-weigh__sum"><b class="lb-num">{figure(points.earned)}</b>{` ${unit}`}<span>{result('weighted_of', { of: figure(points.of), unit })}</span></p>
      <p class="lb-note">{points.why}</p>
    </Section>
  );
}

export function Conditions({ body: { items, figures: { conditions } }, result }: SnapshotProps) {
  const asked = items.filter(({ kind }) => kind === 'condition');
  if (!asked.length) return null;
  return (
    <Section title={result('conditions')} name="signed-conditions">
      <p class="lb-note">{result('conditions_say', { met: conditions.met, of: conditions.of })}</p>
      <ul class="lb-plain lb-conds">
        {asked.map((item) => (
          <li key={item.code} class={isScored(item) && item.reached ? 'is-met' : 'is-unmet'}><span>{item.name}</span><b>{item.said || result('condition_open')}</b></li>
        ))}
      </ul>
    </Section>
  );
}

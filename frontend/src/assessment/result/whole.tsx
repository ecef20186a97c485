/* The whole at a glance: a radar of items or groups, and the means of the groups. */

import { aligned, isPart } from '../../lib/format.ts';
import type { GroupScore, Result } from '../../scoring/result.ts';
import { axesOf, ringsOf, sameGroup, shownGroups } from './axes.ts';
import { mineOf } from '../figures.ts';
import type { ResultView } from '../figures.ts';
import { MovedItems } from './moved.tsx';
import { LEAST, MOST } from './radar-geometry.ts';
import { Bars, Radar } from './radar.tsx';
import { PartMark } from '../part-mark.tsx';
import { Section } from '../section.tsx';

interface Props {
  view: ResultView;
}

/** what the lines of the radar are; manager: whether that one is there; part: whether any value rests on a part alone */
function Key({ view, manager, part }: Props & { manager: boolean; part: boolean }) {
  const { say, standard, byLevels, headline, host } = view;
  const isOwn = host.seat === (headline === 'manager' ? 'manager' : 'employee') || !host.seat;
  return (
    <figcaption>
      <span class="k k-me">{headline !== 'agreed' && isOwn ? say('key_me') : mineOf(view)}</span>
      <span class="k k-std">{standard === null || byLevels ? say('key_standard') : say('key_standard_at', { standard })}</span>
      {manager && <span class="k k-mgr">{say('key_manager')}</span>}
      {part && <span class="k-part">{say('key_part')}</span>}
    </figcaption>
  );
}

export function Whole({ view }: Props) {
  const { say } = view;
  const { drawn, grouped } = axesOf(view);
  const few = drawn.length < LEAST;
  const label = say(grouped ? 'radar_groups' : 'radar_items', { n: drawn.length });
  return (
    <Section title={say('whole')} name="radar">
      {few && <p class="lb-note">{say(grouped ? 'radar_few_groups' : 'radar_few')}</p>}
      {!few && grouped && <p class="lb-note">{say('radar_many', { most: MOST })}</p>}
      {drawn.length > 0 && (
        <figure>
          {few ? <Bars axes={drawn} /> : <Radar axes={drawn} rings={ringsOf(view)} label={label} />}
          <Key view={view} manager={drawn.some(({ manager }) => manager !== null)} part={drawn.some(({ share }) => isPart(share))} />
        </figure>
      )}
      <MovedItems view={view} />
      <Groups view={view} numbered={grouped} />
    </Section>
  );
}

/** how deep a group stands */
function depthOf(groups: readonly GroupScore[], group: GroupScore): number {
  const above = groups.find(({ id }) => id === group.parent);
  return above ? depthOf(groups, above) + 1 : 0;
}

/** numbered: the radar shows the groups by number */
function Groups({ view, numbered }: Props & { numbered: boolean }) {
  const { say, result, selfResult, managerResult, headline } = view;
  const isAgreed = headline === 'agreed';
  const second = !isAgreed && numbered && managerResult !== null;
  const groups = result.groups.filter(({ of }) => of > 0);
  if (!groups.length) return null;
  const shown = numbered ? shownGroups(view) : [];
  const beside = isAgreed ? [selfResult, managerResult].filter((one) => one !== null) : second ? [managerResult] : [];
  const names = isAgreed ? [say('agreed_short'), say('mine'), ...(managerResult ? [say('manager')] : [])] : [say('group_mean'), ...(second ? [say('manager')] : [])];
  const heads = [say('group'), ...names, say('group_gap'), ...(isAgreed ? [] : [say('group_counted')])];
  return (
    <table class={`lb-table lb-grpsc${beside.length ? ' lb-grpsc--two' : ''}`}>
      <caption class="lb-vh">{say('groups')}</caption>
      <thead><tr>{heads.map((text, at) => <th scope="col" class={at > 0 ? 'is-num' : undefined}>{text}</th>)}</tr></thead>
      <tbody>
        {groups.map((group) => <GroupRow key={group.id} view={view} group={group} number={shown.indexOf(group) + 1} beside={beside} />)}
      </tbody>
    </table>
  );
}

function GroupRow({ view, group, number, beside }: Props & { group: GroupScore; number: number; beside: readonly Result[] }) {
  const means = [group, ...beside.map((result) => sameGroup(result, group))];
  return (
    <tr>
      <th scope="row" data-depth={Math.min(depthOf(view.result.groups, group), 3)}>
        {number > 0 && <span class="lb-no lb-num">{number}</span>}{group.name}
      </th>
      {means.map((of, at) => <td class={at && view.headline === 'agreed' ? 'is-num is-side' : 'is-num'}>{of?.mean ?? '—'}{of?.mean && <PartMark share={of} say={(facts) => view.say('part', facts)} />}</td>)}
      <td class="is-num">{group.gap === null ? '—' : aligned(group.gap)}</td>
      {view.headline !== 'agreed' && <td class="is-num">{view.say('counted', { counted: group.counted, of: group.of })}</td>}
    </tr>
  );
}

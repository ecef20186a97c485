/* The result at a glance: four figures, points by weight, conditions. */

import type { ComponentChildren } from 'preact';
import { figure } from '../../lib/format.ts';
import type { Points } from '../../scoring/result.ts';
import { isScored } from '../../scoring/review.ts';
import { mineOf, pointsOf, reasonOf } from '../figures.ts';
import type { ResultView, Row } from '../figures.ts';
import { PartMark } from '../part-mark.tsx';
import { Section } from '../section.tsx';

interface Props {
  view: ResultView;
}

/** that a finished one is held against another release than it was rated on */
export function Older({ view: { say, data, doc } }: Props) {
  if (!doc.finished || !doc.release || !data.release || doc.release === data.release) return null;
  const then = doc.result;
  return (
    <p class="lb-note lb-result__older">
      {say('older', { then: doc.release, now: data.release })}{then?.mean && say('older_mean', { mean: then.mean })}
      {then?.mean && <PartMark share={{ counted: then.counted, of: then.items }} say={(facts) => say('part_items', facts)} />}
    </p>
  );
}

const Big = ({ text }: { text: string }) => <b class="lb-num">{text}</b>;

function Cell({ name, note, children }: { name: string; note: string; children: ComponentChildren }) {
  return <div><dt>{name}</dt><dd>{children}<small>{note}</small></dd></div>;
}

/** beside the mean, where it rests on some of the items alone */
const Part = ({ view: { result, say } }: Props) => result.mean === null ? null : <PartMark share={result} say={(facts) => say('part_items', facts)} />;

/** beside the mean: what it was on another release, and what is no longer in it */
const Moved = ({ view: { moved, say } }: Props) =>
  <>{moved?.mean && <small>{say('moved_mean', moved.mean)}</small>}{moved?.gone && <small>{say('moved_gone', { names: moved.gone })}</small>}</>;

/** under the mean */
function meanNote(view: ResultView): string {
  const { result, say, standard } = view;
  if (result.mean === null) return reasonOf(view, result.why, say('mean_none'));
  if (view.byLevels) return result.standard ? say('mean_levels', { standard: figure(result.standard) }) : say('mean_levels_vary');
  const asked = standard === null ? view.hasStandards && say('mean_varies') : say('mean_standard', { standard });
  return [say('mean_top', { top: figure(result.top ?? '') }), asked].filter(Boolean).join(say('comma'));
}

/** how much is missing; gaps on different scales make no sum */
function belowNote({ result, say, hasStandards, scale, byLevels }: ResultView): string {
  if (!result.below) return say(hasStandards ? 'below_none' : 'no_standard');
  return scale ? say(byLevels ? 'below_short_levels' : 'below_short', { n: figure(result.short) }) : say('below_scales');
}

/** why some do not count */
function outNote({ result, say, rows }: ResultView): string {
  if (result.again) return say('out_again', { n: result.again });
  const open = rows.filter(({ score }) => score.state === 'open').length;
  return open ? say('out_open', { n: open }) : say(result.of > result.counted ? 'out_why' : 'out_none');
}

/** what the ratings of both came to before they agreed */
function Before({ view }: Props) {
  const { say, doc: { manager: { independent } }, selfResult, managerResult } = view;
  const said = (name: string, mean: string | null | undefined) => <span>{name} <span class="lb-num">{mean ?? '—'}</span></span>;
  const note = independent === null ? '' : say(independent ? 'rated_first' : 'rated_after');
  return (
    <div class="lb-sumline__both">
      <dt>{say('before')}</dt>
      <dd>{said(say('mine'), selfResult?.mean)}{managerResult && said(say('manager'), managerResult.mean)}<small>{note}</small></dd>
    </div>
  );
}

/** of how many it is said how they stand to the standard */
function reachedNote({ headline, result, say, hasStandards }: ResultView): string {
  if (headline !== 'agreed') return hasStandards ? say('reached_of', { n: result.counted }) : say('no_standard');
  return result.counted < result.of ? say('agreed_of', { n: result.counted, of: result.of }) : say('agreed_all', { n: result.of });
}

/** the four figures */
export function Sums({ view }: Props) {
  const { result, say, hasStandards, headline } = view;
  const isAgreed = headline === 'agreed';
  const counted = (n: number) => <><Big text={String(n)} />{` ${say('unit_item', { n })}`}</>;
  const judged = (n: number) => (hasStandards ? counted(n) : <Big text="—" />);
  const unit = result.mean === null || view.byLevels ? '' : ` ${say('unit_points')}`;
  return (
    <dl class="lb-sumline">
      <Cell name={say(isAgreed ? 'mean_agreed' : 'mean')} note={meanNote(view)}><Big text={result.mean ?? '—'} />{unit}<Part view={view} /><Moved view={view} /></Cell>
      <Cell name={say('reached')} note={reachedNote(view)}>{judged(result.reached)}</Cell>
      <Cell name={say('below')} note={belowNote(view)}>{judged(result.below)}</Cell>
      {isAgreed ? <Before view={view} /> : <Cell name={say('out')} note={outNote(view)}>{counted(result.of - result.counted)}</Cell>}
    </dl>
  );
}

/** how much of the whole the points by weight are */
function WeightBar({ points: { earned, of, total } }: { points: Points }) {
  const share = (text: string) => `${Math.min(100, (100 * Number(text)) / (Number(total || of) || 1)).toFixed(2)}%`;
  return (
    <span class="lb-weigh" aria-hidden="true" style={{ '--of': share(of), '--earned': share(earned) }}>
      <i class="w-of" /><i class="w-earned" />
    </span>
  );
}

/** points by weight, where there are weights */
export function Weighted({ view }: Props) {
  const { result: { points }, data, say, moved } = view;
  if (!points) return null;
  const unit = data.weightUnit || say('unit_points');
  return (
    <Section title={say('weighted')} name="weighted">
      <p class="lb-weigh__sum">
        <Big text={figure(points.earned)} />{` ${unit}`}<span>{say('weighted_of', { of: figure(points.of), unit })}</span>
      </p>
      <WeightBar points={points} />
      <p class="lb-note">
        {reasonOf(view, points.why, '')}{say('stop')}{points.without > 0 && say('weighted_without', { n: points.without })}
      </p>
      {moved?.weights && <p class="lb-note">{say('moved_weights', { each: moved.weights })}</p>}
      <p class="lb-note">{say('weighted_how')}</p>
      <Weights view={view} unit={unit} />
    </Section>
  );
}

/** what every item brought */
function Weights({ view, unit }: Props & { unit: string }) {
  const { say, rows } = view;
  const heads = [say('item'), say('weight', { unit }), mineOf(view), say('earned', { unit })];
  return (
    <details class="lb-more">
      <summary>{say('weights')}</summary>
      <table class="lb-table lb-weights">
        <caption class="lb-vh">{say('weights')}</caption>
        <thead><tr>{heads.map((text, at) => <th scope="col" class={at > 0 ? 'is-num' : undefined}>{text}</th>)}</tr></thead>
        <tbody>{rows.map((row) => row.score.weight !== null && <WeightRow key={row.item.code} view={view} row={row} weight={row.score.weight} />)}</tbody>
      </table>
    </details>
  );
}

function WeightRow({ view, row: { item, score }, weight }: Props & { row: Row; weight: string }) {
  return (
    <tr>
      <th scope="row"><span class="lb-no lb-num">{item.number}</span>{item.name}</th>
      <td class="is-num">{figure(weight)}</td>
      <td class="is-num">{score.points === null ? '—' : pointsOf(view, item, score.points)}</td>
      <td class="is-num">{score.earned === null ? '—' : figure(score.earned)}</td>
    </tr>
  );
}

/** what has to be met besides */
export function Conditions({ view }: Props) {
  const { result, say, conditions } = view;
  if (!conditions.length) return null;
  return (
    <Section title={say('conditions')} name="conditions">
      <p class="lb-note">{say('conditions_say', { met: result.conditions.met, of: result.conditions.of })}</p>
      <ul class="lb-plain lb-conds">{conditions.map((row) => <Condition key={row.item.code} view={view} row={row} />)}</ul>
    </Section>
  );
}

function Condition({ view, row: { item, score } }: Props & { row: Row }) {
  const { say } = view;
  const met = isScored(score) ? (score.reached ? 'met' : 'unmet') : 'open';
  const said = score.state === 'open' ? say('condition_open') : reasonOf(view, score.why, say(`condition_${met}`));
  return <li class={`is-${met}`}><span>{item.name}</span><b>{said}</b></li>;
}

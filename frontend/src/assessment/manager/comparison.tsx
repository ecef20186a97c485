/* Two ratings side by side: where they differ, what both agreed on, and how to talk about it. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChecklistItem, Scale } from '../../generated/page-data.ts';
import { figure, signed } from '../../lib/format.ts';
import { compare, rational } from '../../lib/rational.ts';
import type { RatingDifference } from '../../scoring/result.ts';
import * as review from '../../scoring/review.ts';
import { answerTo } from '../document/answers.ts';
import type { Host } from '../host.ts';
import { isScored, pointsOf, scaleOf } from '../result/figures.ts';
import type { ResultView } from '../result/figures.ts';
import { Section } from '../result/section.tsx';

interface Props {
  view: ResultView;
}

interface Difference {
  readonly item: ChecklistItem;
  readonly ratings: RatingDifference;
}

/** what one of the two said; side: 0 own, 1 the manager's */
function saidBy(view: ResultView, { item, ratings }: Difference, side: 0 | 1): string {
  const { say } = view;
  const points = side ? ratings.manager : ratings.own;
  if (ratings.met[side] !== null) return say(ratings.met[side] ? 'condition_met' : 'condition_unmet');
  if (points !== null) return pointsOf(view, item, points);
  return say(ratings.again[side] ? 'state_again' : `state_${ratings.states[side]}`);
}

interface Agreeable {
  readonly value: string;
  readonly text: string;
  /** shown, but never offered */
  readonly gone?: boolean;
}

/** values that can be agreed on, with their names */
function valuesOf(view: ResultView, item: ChecklistItem): Agreeable[] {
  const { say } = view;
  if (item.kind === 'condition') return [{ value: '1', text: say('condition_met') }, { value: '0', text: say('condition_unmet') }];
  const named = (points: string, name: string) => (item.scale === 'levels' ? name : say('rating', { points: figure(points), name }));
  return (scaleOf(view, item)?.ratings ?? []).map(({ points, name }) => ({ value: points, text: named(points, name) }));
}

/** whether two can agree on that there, also between two ratings */
function isWithin(scale: Scale | undefined, points: string): boolean {
  const [value, low, high] = [points, scale?.ratings[0].points, scale?.ratings.at(-1)?.points].map(rational);
  return !!value && !!low && !!high && compare(value, low) >= 0 && compare(value, high) <= 0;
}

/** a value that was agreed on and is none of the scale's ratings */
function unlisted({ say }: ResultView, scale: Scale | undefined, value: string): Agreeable {
  const gone = !isWithin(scale, value);
  return { value, gone, text: gone ? say('agreed_gone', { points: figure(value) }) : figure(value) };
}

/** where both set down what they agreed on */
function Agreement({ view, item }: Props & { item: ChecklistItem }) {
  const { say, doc, host } = view;
  const now = doc.agreed[item.code] ?? '';
  const isNow = ({ value }: Agreeable) => (now ? figure(value) === figure(now) : value === '');
  const values = [{ value: '', text: say('agreed_open') }, ...valuesOf(view, item)];
  const offered: Agreeable[] = values.some(isNow) ? values : [...values, unlisted(view, scaleOf(view, item), now)];
  const chosen = offered.find(isNow);
  const agree = (value: string) => host.update((draft) => {
    if (value) draft.agreed[item.code] = value;
    else Reflect.deleteProperty(draft.agreed, item.code);
  });
  return (
    <span class="lb-agree">
      <select
        name={`agreed-${item.code}`} disabled={!!doc.finished} aria-label={say('agreed_for', { name: item.name })}
        value={chosen?.value} onChange={(event) => agree(event.currentTarget.value)}
      >
        {offered.map(({ value, text, gone }) => <option key={value} value={value} disabled={gone}>{text}</option>)}
      </select>
      <span class="lb-print">{now && chosen?.text}</span>
    </span>
  );
}

function Line({ view, difference }: Props & { difference: Difference }) {
  const { say, doc } = view;
  const { item, ratings: { difference: apart } } = difference;
  const own = answerTo(doc.answers, item.code)?.evidence.trim();
  const manager = answerTo(doc.manager.answers, item.code)?.evidence.trim();
  const cell = (name: string, text: string) => <td role="cell" class="is-num" data-th={name}>{text}</td>;
  return (
    <tr role="row" data-code={item.code}>
      <th scope="row" role="rowheader">
        <span class="lb-no lb-num">{item.number}</span>{item.name}
        {own && <small>{say('evidence_own', { text: own })}</small>}
        {manager && <small>{say('evidence_manager', { text: manager })}</small>}
      </th>
      {cell(say('mine'), saidBy(view, difference, 0))}
      {cell(say('manager'), saidBy(view, difference, 1))}
      {cell(say('difference'), apart === null ? '—' : signed(apart))}
      <td role="cell" data-th={say('agreed')}><Agreement view={view} item={item} /></td>
    </tr>
  );
}

function Table({ view, differences, caption }: Props & { differences: readonly Difference[]; caption: string }) {
  const { say } = view;
  const head = (text: string, isNumber = false) =>
    <th scope="col" role="columnheader" class={isNumber ? 'is-num' : undefined}>{text}</th>;
  return (
    <table class="lb-table lb-stack lb-differ" role="table">
      <caption class="lb-vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head(say('item'))}{head(say('mine'), true)}{head(say('manager'), true)}{head(say('difference'), true)}{head(say('agreed'))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {differences.map((difference) => <Line key={difference.item.code} view={view} difference={difference} />)}
      </tbody>
    </table>
  );
}

/** what is not talked about first */
function Folded({ view, differences, title }: Props & { differences: readonly Difference[]; title: string }) {
  return <details class="lb-more"><summary>{title}</summary><Table view={view} differences={differences} caption={title} /></details>;
}

/** what both agreed on so far, in figures */
function agreedSoFar(view: ResultView): string {
  const { say, data, doc } = view;
  const agreed = review.agreed(data, doc.answers, doc.manager.answers, doc.agreed, doc.mode);
  const can = agreed.items.filter(({ state }) => state !== 'none');
  const settled = can.filter(isScored);
  if (!settled.length) return say('together_none');
  const mean = agreed.mean === null || view.byLevels ? '' : say('together_mean', { mean: agreed.mean });
  const reached = settled.filter((score) => score.reached).length;
  return say('together', { n: settled.length, of: can.length, reached, mean });
}

/** Where a manager may put a name; what is being typed stays as it is. */
function ManagerName({ view: { say, host, doc } }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const name = doc.manager.name || '';
  const show = () => { if (field.current) field.current.value = nameIn(host); };
  useLayoutEffect(() => { if (document.activeElement !== field.current) show(); }, [name, doc.id]);
  return (
    <label class="lb-field lb-noprint">
      <span>{say('manager_name')}</span>
      <input
        ref={field} type="text" name="manager-name" maxlength={60} autocomplete="off" disabled={!!doc.finished}
        onInput={(event) => { const typed = event.currentTarget.value.trim(); host.later('manager-name', (draft) => { draft.manager.name = typed; }); }}
        onChange={() => host.flush()} onBlur={show}
      />
    </label>
  );
}

const nameIn = ({ doc }: Host): string => doc.manager.name || '';

/** the differences beside their items */
function differencesOf({ data, doc, rows, conditions }: ResultView): Difference[] {
  const items = new Map([...rows, ...conditions].map(({ item }) => [item.code, item]));
  return review.differences(data, doc.answers, doc.manager.answers, doc.mode).flatMap((ratings) => {
    const item = items.get(ratings.code);
    return item ? [{ item, ratings }] : [];
  });
}

export function Comparison({ view }: Props) {
  const { say, doc, host, managerResult } = view;
  if (!managerResult) return null;
  const differences = differencesOf(view);
  const apart = differences.filter(({ ratings: { same } }) => same === false);
  const alone = differences.filter(({ ratings: { same } }) => same === null);
  const alike = differences.filter(({ ratings: { same } }) => same === true);
  const isManager = host.seat === 'manager';
  const who = doc.manager.name && !isManager ? say('manager_named', { name: doc.manager.name }) : '';
  const note = [apart.length ? say('differences_n', { n: apart.length }) : '', who].filter(Boolean).join(say('gap_wide'));
  return (
    <Section title={say('differences')} note={note} name="differ">
      <p class="lb-note">{apart.length ? say('guide', { n: Math.min(3, apart.length) }) : say('guide_same')}</p>
      {isManager && <ManagerName view={view} />}
      {apart.length > 0 && <Table view={view} differences={apart} caption={say('differences')} />}
      {alone.length > 0 && <Folded view={view} differences={alone} title={say('one_sided', { n: alone.length })} />}
      {alike.length > 0 && <Folded view={view} differences={alike} title={say('alike', { n: alike.length })} />}
      <p class="lb-differ__sum">{agreedSoFar(view)}</p>
    </Section>
  );
}

/* Two ratings side by side: where they differ, what both agreed on, and how to talk about it. */

import { make } from '../../lib/draw.ts';
import { figure, signed } from '../../lib/format.ts';
import { compare, rational } from '../../lib/rational.ts';
import * as score from '../../scoring/review.ts';
import * as overview from '../result/summary.ts';

/**
 * @param row - of the differences
 * @param side - 0 own, 1 the manager's
 */
function said(view: any, item: any, row: any, side: number): string {
  const { say } = view;
  const points = side ? row.manager : row.own;
  if (row.met[side] !== null) return say(row.met[side] ? 'condition_met' : 'condition_unmet');
  return points === null ? say(row.again[side] ? 'state_again' : `state_${row.states[side]}`) : view.value(item, points);
}

/** values that can be agreed on, with their names */
function values({ data, say }: any, item: any): [string, string][] {
  if (item.kind === 'condition') return [['1', say('condition_met')], ['0', say('condition_unmet')]];
  const levels = item.scale === 'levels';
  const named = (one: any) => (levels ? one.name : say('rating', { points: figure(one.points), name: one.name }));
  return data.scales[item.scale].ratings.map((one: any) => [one.points, named(one)]);
}

/** whether two can agree on that there, also between two ratings */
function within(scale: any, points: string): boolean {
  const [value, ...ends] = [points, scale.ratings[0].points, scale.ratings[scale.ratings.length - 1].points].map(rational);
  return Boolean(value) && compare(value, ends[0]) >= 0 && compare(value, ends[1]) <= 0;
}

function choice(view: any, item: any): HTMLElement {
  const now = view.doc.agreed && view.doc.agreed[item.code];
  const known = values(view, item);
  const other = now && !known.some(([points]) => figure(points) === figure(now)) ? now : '';
  const gone = other && !within(view.data.scales[item.scale], other) ? other : ''; // shown, but never offered
  if (other) known.push([other, gone ? view.say('agreed_gone', { points: figure(gone) }) : figure(other)]);
  const options = [['', view.say('agreed_open')], ...known].map(([value, text]) => {
    const option = (make('option', { value, disabled: gone !== '' && value === gone }, [text]) as HTMLOptionElement);
    option.selected = now ? figure(value) === figure(now) : value === '';
    return option;
  });
  const field = make('select', {
    name: `agreed-${item.code}`, 'data-agree': item.code, disabled: !!view.doc.finished,
    'aria-label': view.say('agreed_for', { name: item.name }),
  }, options);
  const chosen = options.find((one) => one.selected);
  return make('span', { class: 'lb-agree' }, [field, make('span', { class: 'lb-print' }, [now && chosen ? chosen.textContent : ''])]);
}

function line(view: any, row: any): HTMLElement {
  const item = view.items.get(row.code);
  const { say } = view;
  const evidence = [view.doc.answers, view.doc.manager.answers].map((one) => ((one || {})[row.code] || {}).evidence || '');
  const texts = [['evidence_own', evidence[0]], ['evidence_manager', evidence[1]]].filter(([, text]) => text.trim());
  const difference = row.difference === null ? '—' : signed(row.difference);
  const cells = [[say('mine'), said(view, item, row, 0)], [say('manager'), said(view, item, row, 1)], [say('difference'), difference]];
  return make('tr', { role: 'row', 'data-code': row.code }, [
    make('th', { scope: 'row', role: 'rowheader' }, [
      make('span', { class: 'lb-no lb-num' }, [item.number]), item.name,
      ...texts.map(([key, text]) => make('small', {}, [say(key, { text: text.trim() })])),
    ]),
    ...cells.map(([name, text]) => make('td', { role: 'cell', class: 'is-num', 'data-th': name }, [text])),
    make('td', { role: 'cell', 'data-th': say('agreed') }, [choice(view, item)]),
  ]);
}

function table(view: any, rows: any[], caption: string): HTMLElement {
  const { say } = view;
  const heads = [say('item'), say('mine'), say('manager'), say('difference'), say('agreed')];
  const head = (text: string, at: number) =>
    make('th', { scope: 'col', role: 'columnheader', class: at > 0 && at < 4 && 'is-num' }, [text]);
  return make('table', { class: 'lb-table lb-stack lb-differ', role: 'table' }, [
    make('caption', { class: 'lb-vh' }, [caption]),
    make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, heads.map(head))]),
    make('tbody', { role: 'rowgroup' }, rows.map((row) => line(view, row))),
  ]);
}

/** what both agreed on so far, in figures */
function together(view: any): string {
  const { say, data, doc } = view;
  const found = score.agreed(data, doc.answers, doc.manager.answers, doc.agreed || {}, doc.mode);
  const can = found.items.filter((one: any) => one.state !== 'none');
  const settled = can.filter((one: any) => one.state === 'scored');
  if (!settled.length) return say('together_none');
  const mean = found.mean === null || view.levels ? '' : say('together_mean', { mean: found.mean });
  const reached = settled.filter((one: any) => one.reached).length;
  return say('together', { n: settled.length, of: can.length, reached, mean });
}

/** where a manager may put a name */
function named({ say, doc }: any): HTMLElement {
  const field = make('input', {
    type: 'text', name: 'manager-name', 'data-manager': '', maxlength: 60, autocomplete: 'off', value: doc.manager.name || '',
    disabled: !!doc.finished,
  });
  return make('label', { class: 'lb-field lb-noprint' }, [make('span', {}, [say('manager_name')]), field]);
}

export function differences(view: any): HTMLElement | null {
  const { say, data, doc } = view;
  if (!view.second) return null;
  const rows = score.differences(data, doc.answers, doc.manager.answers, doc.mode);
  const apart = rows.filter((one: any) => one.same === false);
  const alone = rows.filter((one: any) => one.same === null);
  const alike = rows.filter((one: any) => one.same === true);
  const folded = (some: any[], key: string) => {
    const title = say(key, { n: some.length });
    const body = [make('summary', {}, [title]), table(view, some, title)];
    return some.length > 0 && make('details', { class: 'lb-more', 'data-keep': key }, body);
  };
  const found = overview.section(say('differences'), 'differ', [
    make('p', { class: 'lb-note' }, [apart.length ? say('guide', { n: Math.min(3, apart.length) }) : say('guide_same')]),
    view.host.seat === 'manager' && named(view),
    apart.length > 0 && table(view, apart, say('differences')),
    folded(alone, 'one_sided'),
    folded(alike, 'alike'),
    make('p', { class: 'lb-differ__sum' }, [together(view)]),
  ]);
  const who = doc.manager.name && view.host.seat !== 'manager' ? say('manager_named', { name: doc.manager.name }) : '';
  const note = [apart.length ? say('differences_n', { n: apart.length }) : '', who].filter(Boolean).join(say('gap_wide'));
  if (note) found.querySelector('h2')?.append(make('span', { class: 'lb-sec__n' }, [note]));
  return found;
}

/* The table of gaps: every item on its scale beside the standard, the largest gap first, and why some have no score. */

import { make } from '../../lib/draw.ts';
import { figure, place, signed } from '../../lib/format.ts';
import * as radar from './radar.ts';
import * as overview from './summary.ts';

const FEW = 5; // items that can never be rated stand in the table up to here

/** rows with a score, the largest gap first; then those without a standard */
function sorted({ rows }: any): any[] {
  const scored = rows.filter((one: any) => one.state === 'scored');
  const size = (one: any) => (one.gap === null ? Infinity : Number(one.gap));
  return [...scored].sort((one, other) => (size(one) === size(other) ? 0 : size(one) - size(other)));
}

/** the steps of the scale above the plots */
function axis({ scale, standard: asked, say, levels }: any): HTMLElement {
  if (!scale) return make('span', { class: 'lb-gap__ends' }, [make('i', {}, [say('low')]), make('i', {}, [say('high')])]);
  const last = scale.ratings.length - 1;
  if (levels) return make('span', { class: 'lb-gap__ends' }, [0, last].map((at) => make('i', {}, [scale.ratings[at].name])));
  const marks = scale.ratings.map((one: any) => {
    const standard = figure(one.points) === asked;
    const mark = make('i', { class: standard && 'is-std' }, [figure(one.points)]);
    mark.style.setProperty('--at', String(place(scale, one.points)));
    return mark;
  });
  return make('span', { class: 'lb-gap__axis lb-num' }, marks);
}

/**
 * @param standards - whether there is a column of them
 */
function head(view: any, standards: boolean): HTMLElement {
  const { say, second } = view;
  const names = [standards && say('standard'), say('mine'), second && say('manager'), say('gap')].filter(Boolean);
  return make('thead', {}, [make('tr', {}, [
    make('th', { scope: 'col' }, [say('item')]),
    make('td', {}, [axis(view)]),
    ...names.map((text) => make('th', { scope: 'col', class: 'is-num' }, [text])),
  ])]);
}

function name(view: any, item: any): HTMLElement {
  const chosen = view.picked.includes(item.code);
  return make('th', { scope: 'row' }, [
    make('span', { class: 'lb-no lb-num' }, [item.number]),
    item.href ? make('a', { href: item.href }, [item.name]) : item.name,
    chosen && ' ',
    chosen && make('span', { class: 'lb-mark lb-mark--new' }, [view.say('chosen')]),
    ...(view.look.includes(item.code) ? [' ', make('a', { class: 'lb-mark lb-mark--again', href: `#q-${item.code}` }, [view.say('again_mark')])] : []),
  ]);
}

function line(view: any, row: any, standards: boolean): HTMLElement {
  const { data, items, second } = view;
  const item = items.get(row.code);
  const scale = data.scales[item.scale];
  const other = second && second.get(row.code);
  const theirs = other && other.state === 'scored' ? other.points : null;
  const values = [
    ...(standards ? [row.standard === null ? '—' : view.value(item, row.standard)] : []),
    view.value(item, row.points),
    ...(second ? [theirs === null ? '—' : view.value(item, theirs)] : []),
    row.gap === null ? '—' : signed(row.gap),
  ];
  const at = { me: place(scale, row.points), standard: place(scale, row.standard), manager: place(scale, theirs) };
  return make('tr', { 'data-code': row.code }, [
    name(view, item),
    make('td', {}, [radar.plot(at)]),
    ...values.map((text) => make('td', { class: 'is-num' }, [text])),
  ]);
}

const KINDS = (({ na: 'na', unseen: 'na', open: 'empty', unscorable: 'lost', none: 'lost' }) as Record<string, string>);

/** why it has no score */
function reason(view: any, row: any): HTMLElement {
  const item = view.items.get(row.code);
  const kind = (item.none && item.none.kind) || KINDS[row.state] || 'empty';
  return make('span', { class: `lb-none lb-none--${kind}` }, [view.why(row, view.say('open'))]);
}

/** an item without a score */
function without(view: any, row: any, columns: number): HTMLElement {
  const item = view.items.get(row.code);
  const why = reason(view, row);
  const link = row.state === 'open' && view.mine && make('a', { class: 'lb-a lb-noprint', href: `#q-${row.code}` }, [view.say('rate_now')]);
  return make('tr', { 'data-code': row.code, class: 'is-out' }, [name(view, item), make('td', { colspan: columns }, [why, ' ', link])]);
}

/**
 * @param rows - that can never be rated
 * @returns the same as a list, where there are too many of them for the table
 */
function never(view: any, rows: any[]): HTMLElement | null {
  if (!rows.length) return null;
  const list = rows.map((row) => make('li', { 'data-code': row.code }, [view.items.get(row.code).name, reason(view, row)]));
  return make('details', { class: 'lb-more lb-never', 'data-keep': 'never' }, [
    make('summary', {}, [view.say('never', { n: rows.length })]),
    make('ul', { class: 'lb-plain' }, list),
  ]);
}

export function table(view: any): HTMLElement {
  const { say, rows, second, scale } = view;
  const standards = view.standard === null;
  const columns = 3 + (standards ? 1 : 0) + (second ? 1 : 0);
  const none = rows.filter((one: any) => one.state === 'none');
  const many = none.length > FEW;
  const out = rows.filter((one: any) => one.state !== 'scored' && !(many && one.state === 'none'));
  const legend = scale && !view.levels && scale.ratings.map((one: any) => `${figure(one.points)} ${one.name}`).join(say('between'));
  const found = overview.section(say('gaps'), 'gaps', [
    make('table', { class: `lb-table lb-gap${standards ? ' lb-gap--standards' : ''}${second ? ' lb-gap--two' : ''}${view.levels ? ' lb-gap--levels' : ''}` }, [
      make('caption', { class: 'lb-vh' }, [say('gaps_caption')]),
      head(view, standards),
      make('tbody', {}, [
        ...sorted(view).map((one) => line(view, one, standards)),
        ...out.map((one: any) => without(view, one, columns)),
      ]),
    ]),
    many && never(view, none),
    legend && make('p', { class: 'lb-note lb-gap__legend' }, [say('scale', { name: scale.name }), legend]),
  ]);
  found.querySelector('h2')?.append(make('span', { class: 'lb-sec__n' }, [say('gaps_order')]));
  return found;
}

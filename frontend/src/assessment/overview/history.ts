/* Finished assessments of one target side by side: a line of their means and a table with the means of every group.
   The figures were worked out when they were saved; here they are only shown. */

import { make, svg } from '../../lib/draw.ts';
import { figure } from '../../lib/format.ts';

export type Doc = Record<string, any>;
/** at: which of the dates */
export type Spot = {value: string | null | undefined, at: number};

    const shown = (value: string) => value.replace('-', '−');
const WIDE = { width: 640, height: 220, left: 36, right: 96, top: 20, bottom: 40, inset: 40 };
const SMALL = { width: 96, height: 26, left: 4, right: 4, top: 4, bottom: 4, inset: 0 };
const DATES = 6; // that stand under the chart without touching
const RUNGS = 6; // lines across it, at most, above the lowest

const resultOf: (doc: Doc) => any = (doc) => doc.result || {};

const groupMean: (doc: Doc, id: string) => string | null = (doc, id) => ((resultOf(doc).groups || []).find((one: any) => one.id === id) || {}).mean || null;

/**
 * @param docs - the oldest first
 * @returns every group that any of them has, with its newest name
 */
function groupsOf(docs: Doc[]): {id: string, name: string}[] {
  const found = new Map();
  for (const doc of docs) for (const { id, name } of resultOf(doc).groups || []) found.set(id, { id, name });
  return [...found.values()];
}

/** the scale of the chart */
function scaleOf(docs: Doc[]): {low: number, top: number, standard: string | null, mixed: boolean} {
  const all = docs.map(resultOf).filter((one) => one.mean);
  const kinds = new Set(all.map((one) => [one.low || '0', one.top, one.standard].join(' ')));
  const last = all[all.length - 1] || {};
  const tops = all.flatMap((one) => [one.top, one.mean, one.standard]).map(Number).filter(Number.isFinite);
  const lows = all.map((one) => Number(one.low || 0)).filter(Number.isFinite);
  const [low, top] = [Math.min(0, ...lows), Math.max(1, ...tops)];
  return { low: kinds.size === 1 ? Number(last.low || 0) : low, top, standard: last.standard || null, mixed: kinds.size > 1 };
}

const across: (frame: any, at: number, count: number) => number = (frame, at, count) => {
  const room = frame.width - frame.left - frame.right - 2 * frame.inset;
  return frame.left + frame.inset + (count < 2 ? room / 2 : (room * at) / (count - 1));
};

const up: (frame: any, scale: any, value: string | number) => number = (frame, { low, top }, value) => {
  const share = (Number(value) - low) / (top - low || 1);
  return frame.height - frame.bottom - share * (frame.height - frame.top - frame.bottom);
};

/**
 * @param values - one a date
 * @param labels - whether each point says its figure
 * @returns line and points; where a date has no figure the line breaks
 */
function line(frame: any, scale: any, values: (string | null | undefined)[], labels: boolean): Element[] {
  const spots = values.map((value, at) => (value ? { x: across(frame, at, values.length), y: up(frame, scale, value), value } : null));
  const path = spots.map((spot, at) => (spot ? `${at && spots[at - 1] ? 'L' : 'M'}${spot.x.toFixed(1)} ${spot.y.toFixed(1)}` : '')).join('');
  const points = spots.filter((spot) => spot !== null);
  return [
    ...(scale.mixed ? [] : [svg('path', { class: 'h-line', d: path })]),
    ...points.map((spot) => svg('circle', { class: 'h-point', cx: spot.x.toFixed(1), cy: spot.y.toFixed(1), r: labels ? 4 : 2.5 })),
    ...(labels ? points.map((spot) => svg('text', { class: 'h-value', x: spot.x.toFixed(1), y: (spot.y - 9).toFixed(1), 'text-anchor': 'middle' }, [shown(spot.value)])) : []),
  ];
}

/** whole, round points to draw lines at */
function rungs({ low, top }: any): number[] {
  const least = Math.max(1, (top - low) / RUNGS);
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((one) => one * ten).find((one) => one >= least) || ten;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((top - first) / step) + 1 }, (_, at) => first + at * step);
}

/**
 * @param words - {word, day}
 */
function chart(docs: Doc[], scale: any, { word, day }: any): Element {
  const F = WIDE;
  const end = F.width - F.right;
  const rows = rungs(scale).flatMap((value) => [
    svg('line', { class: 'h-grid', x1: F.left, x2: end, y1: up(F, scale, value), y2: up(F, scale, value) }),
    svg('text', { class: 'h-tick', x: F.left - 8, y: up(F, scale, value) + 4, 'text-anchor': 'end' }, [String(value)]),
  ]);
  const every = Math.ceil(docs.length / DATES);
  const dates = docs.map((doc, at) => (docs.length - 1 - at) % every === 0 &&
    svg('text', { class: 'h-tick', x: across(F, at, docs.length), y: F.height - 14, 'text-anchor': 'middle' }, [day(doc.finished)]));
  const level = scale.standard === null || scale.mixed ? [] : [
    svg('line', { class: 'h-standard', x1: F.left, x2: end, y1: up(F, scale, scale.standard), y2: up(F, scale, scale.standard) }),
    svg('text', { class: 'h-tick', x: end + 8, y: up(F, scale, scale.standard) + 4 }, [`${word('standard')} ${figure(scale.standard)}`]),
  ];
  const drawing = svg('svg', {
    viewBox: `0 0 ${F.width} ${F.height}`, role: 'img', 'aria-label': word('chart_says', { title: docs[0].title }),
  }, [...rows, ...level, ...dates, ...line(F, scale, docs.map((doc) => resultOf(doc).mean), true)]);
  return make('figure', { class: 'lb-history__chart' }, [make('figcaption', {}, [word('chart')]), drawing]);
}

/** a line as small as a word */
function spark(scale: any, values: (string | null | undefined)[]): Element {
  const F = SMALL;
  return svg('svg', { class: 'lb-history__spark', viewBox: `0 0 ${F.width} ${F.height}`, width: F.width, height: F.height, 'aria-hidden': 'true' }, [
    ...(scale.standard === null || scale.mixed ? [] : [
      svg('line', { class: 'h-standard', x1: 0, x2: F.width, y1: up(F, scale, scale.standard), y2: up(F, scale, scale.standard) }),
    ]),
    ...line(F, scale, values, false),
  ]);
}

function table(docs: Doc[], scale: any, { word, day }: any): Element {
  const means = docs.map((doc) => resultOf(doc).mean);
  const row = (name: string, values: any[], main = false) =>
    make('tr', main ? { class: 'is-main' } : {}, [
      make('th', { scope: 'row' }, [name]),
      ...values.map((value) => make('td', { class: 'is-num lb-num' }, [value ? shown(value) : word('no_progress')])),
      make('td', { class: 'lb-history__way' }, [spark(scale, values)]),
    ]);
  const heads = docs.map((doc) => make('th', { scope: 'col', class: 'is-num' }, [
    day(doc.finished), ...[doc.name, doc.period].filter(Boolean).slice(0, 1).map((name) => make('small', {}, [name])),
  ]));
  const groups = groupsOf(docs).map(({ id, name }) => row(name, docs.map((doc) => groupMean(doc, id))));
  return make('div', { class: 'lb-history__scroll', tabindex: '0', role: 'region', 'aria-label': word('history_caption', { title: docs[0].title }) }, [
    make('table', { class: 'lb-table lb-history__table' }, [
      make('caption', { class: 'lb-vh' }, [word('history_caption', { title: docs[0].title })]),
      make('thead', {}, [make('tr', {}, [make('td', {}), ...heads, make('td', {})])]),
      make('tbody', {}, [row(word('column_mean'), means, true), ...groups]),
    ]),
  ]);
}

/**
 * @param found - finished ones of one target
 * @param words - {word, day}
 */
export function history(found: Doc[], words: any): Element[] {
  const docs = [...found].sort((one, other) => (one.finished < other.finished ? -1 : 1));
  const figured = docs.filter((doc) => resultOf(doc).mean);
  const scale = scaleOf(docs);
  const notes = [scale.mixed ? 'other_scale' : '', figured.length < docs.length ? 'no_result_say' : ''].filter(Boolean);
  return [
    ...(figured.length > 1 ? [chart(docs, scale, words)] : []),
    ...(figured.length ? [table(docs, scale, words)] : []),
    ...notes.map((key) => make('p', { class: 'lb-note' }, [words.word(key)])),
  ];
}

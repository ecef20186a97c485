/* The radar of a result, as an image beside the table that holds every figure of it.
   Values come as places from 0 to 1; nothing is worked out here but where a point is drawn. */

import { make, svg } from '../../lib/draw.ts';

const WIDE = 600;
const MIDDLE = { x: 300, y: 222 };
const RADIUS = 160;
export const LEAST = 3;
export const MOST = 24;

export type Axis = {no: string, name: string, me: number | null, standard: number | null, manager: number | null};
export type Ring = {at: number, label: string};
export type Point = {x: number, y: number};

/**
 * @param turn - 0 to 1, from the top, clockwise
 * @param reach - in units of the drawing
 */
function pointAt(turn: number, reach: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: MIDDLE.x + reach * Math.sin(angle), y: MIDDLE.y - reach * Math.cos(angle) };
}

const said = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;

/**
 * A line through all values, closed where every axis has one, broken where one is missing.
 * @param name - its class
 */
function line(values: (number | null)[], name: string): SVGElement[] {
  const points = values.map((value, at) => (value === null ? null : pointAt(at / values.length, value * RADIUS)));
  if (points.every((point) => point)) {
    return [svg('polygon', { class: name, points: (points as Point[]).map(said).join(' ') })];
  }
  const pairs = points.map((point, at) => [point, points[(at + 1) % points.length]]);
  return pairs.filter(([one, other]) => one && other).map((pair) =>
    svg('polyline', { class: name, points: (pair as Point[]).map(said).join(' ') }),
  );
}

/** how wide it is, in Han characters */
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffee]/.test(sign) ? 1 : 0.56), 0);
}

/**
 * @param room - Han characters
 */
function split(text: string, room: number): [head: string, rest: string] {
  const signs = [...text];
  let at = 0;
  while (at < signs.length && width(signs.slice(0, at + 1).join('')) <= room) at += 1;
  const latin = /\w/.test(signs[at] || '') && /\w/.test(signs[at - 1] || '');
  const blank = latin ? signs.slice(0, at).lastIndexOf(' ') : -1;
  const cut = blank > 0 ? blank : at;
  return [signs.slice(0, cut).join('').trim(), signs.slice(cut).join('').trim()];
}

/**
 * @param room - Han characters a line
 * @param most - lines
 */
export function wrap(text: string, room: number, most: number): string[] {
  const lines = [];
  const even = Math.ceil(width(text) / Math.ceil(width(text) / room)) + 0.5; // no single character in the last line
  const longest = Math.max(0, ...(text.match(/[^\s\u2e80-\uffee]+/g) || []).map(width)); // no word in two lines
  if (width(text) <= room * most) room = Math.min(room, Math.max(even, longest));
  let rest = text;
  while (rest && lines.length < most) {
    const last = lines.length === most - 1 && width(rest) > room;
    const [head, after] = split(rest, last ? room - 1 : room);
    lines.push(last ? `${head || rest[0]}…` : head || rest);
    rest = last || !head ? '' : after;
  }
  return lines;
}

/** The name beside its axis, and its number for narrow screens. */
function label(axis: Axis, turn: number, count: number): SVGElement[] {
  const spot = pointAt(turn, RADIUS + 17);
  const side = Math.abs(spot.x - MIDDLE.x) < 4 ? 'middle' : spot.x > MIDDLE.x ? 'start' : 'end';
  const lines = wrap(axis.name, side === 'middle' ? 14 : 9, count > 13 || side === 'middle' ? 1 : 2);
  const beside = count > 20 && Math.abs(spot.x - MIDDLE.x) < 30 ? 6 : 0; // the two lowest of an odd number
  const away = side === 'middle' ? (count > 16 ? 14 : 4) : beside; // room for the neighbours on top and below
  const top = spot.y + 5 - (lines.length - 1) * 8 + (spot.y < MIDDLE.y ? -away : away);
  const spans = lines.map((text, at) => svg('tspan', { x: spot.x.toFixed(1), y: (top + at * 16).toFixed(1) }, [text]));
  const far = pointAt(turn, RADIUS + 19);
  return [
    svg('text', { class: 'r-name', 'text-anchor': side }, [svg('title', {}, [axis.name]), ...spans]),
    svg('text', { class: 'r-no', x: far.x.toFixed(1), y: (far.y + 6).toFixed(1), 'text-anchor': 'middle' }, [axis.no]),
  ];
}

/** the net under the lines */
function net(axes: Axis[], rings: Ring[]): SVGElement[] {
  const ring = (at: number) => line(axes.map(() => at), 'r-grid');
  const spokes = axes.map((_, at) => {
    const end = pointAt(at / axes.length, RADIUS);
    return svg('line', { class: 'r-grid', x1: MIDDLE.x, y1: MIDDLE.y, x2: end.x.toFixed(1), y2: end.y.toFixed(1) });
  });
  return [...rings.filter((one) => one.at > 0).flatMap((one) => ring(one.at)), ...spokes];
}

function points(axis: Axis, turn: number): (SVGElement | null)[] {
  const [me, manager] = [axis.me, axis.manager].map((one) => (one === null ? null : pointAt(turn, one * RADIUS)));
  return [
    manager && svg('rect', { class: 'r-mgrp', x: (manager.x - 3).toFixed(1), y: (manager.y - 3).toFixed(1), width: 6, height: 6 }),
    me && svg('circle', { class: 'r-mep', cx: me.x.toFixed(1), cy: me.y.toFixed(1), r: 3.6 }),
  ];
}

export function radar({ axes, rings, label: name }: {axes: Axis[], rings: Ring[], label: string}): SVGElement {
  const count = axes.length;
  const lowest = Math.max(...axes.map((_, at) => pointAt(at / count, RADIUS).y));
  const ticks = rings.filter((one) => one.label).map((one) =>
    svg('text', { class: 'r-tick', x: MIDDLE.x - 6, y: (MIDDLE.y - one.at * RADIUS + 4).toFixed(1), 'text-anchor': 'end' }, [one.label]),
  );
  return svg('svg', { class: 'lb-radar', viewBox: `0 0 ${WIDE} ${Math.ceil(lowest + 62)}`, role: 'img', 'aria-label': name }, [
    ...net(axes, rings),
    ...line(axes.map((one) => one.me), 'r-me'),
    ...line(axes.map((one) => one.standard), 'r-std'),
    ...line(axes.map((one) => one.manager), 'r-mgr'),
    ...axes.flatMap((axis, at) => points(axis, at / count)),
    ...axes.flatMap((axis, at) => label(axis, at / count, count)),
    ...ticks,
  ]);
}

/** A value on its scale, with the standard and the manager's beside it. */
export function plot({ me, standard, manager }: {me: number | null, standard: number | null, manager: number | null}): HTMLElement {
  const mark = (name: string, at: number | null) => at !== null && make('i', { class: name });
  const box = make('span', { class: 'lb-gap__plot', 'aria-hidden': 'true' }, [
    me !== null && standard !== null && make('i', { class: 'g-line' }),
    mark('g-std', standard),
    mark('g-mgr', manager),
    mark('g-me', me),
  ]);
  for (const [name, value] of Object.entries({ '--s': me, '--t': standard, '--m': manager })) {
    if (value !== null) box.style.setProperty(name, value.toFixed(4));
  }
  return box;
}

/** Fewer than three axes make no area: the same values as bars. */
export function bars(axes: Axis[]): HTMLElement {
  return make('ul', { class: 'lb-plain lb-axes', 'aria-hidden': 'true' }, axes.map((axis) =>
    make('li', {}, [make('span', {}, [axis.name]), plot(axis)]),
  ));
}

/* Where a radar draws what. Values come as places from 0 to 1; nothing is worked out here but points and lines of a name. */

import type { Share } from '../../lib/format.ts';

export const WIDE = 600;
export const MIDDLE: Point = { x: 300, y: 222 };
export const RADIUS = 160;
export const LEAST = 3; // axes that make an area
export const MOST = 24;

export interface Axis {
  readonly no: string;
  readonly name: string;
  readonly me: number | null;
  readonly standard: number | null;
  readonly manager: number | null;
  /** what its value rests on, where it is a mean */
  readonly share: Share | null;
}

export interface Ring {
  readonly at: number;
  readonly label: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Line {
  readonly closed: boolean;
  /** as SVG writes them */
  readonly points: string;
}

export interface Label {
  readonly lines: readonly string[];
  /** of the first line; the others stand under it */
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
  /** of the number that stands for the name on a phone */
  readonly number: Point;
}

export const LINE_HEIGHT = 16;

/**
 * @param turn - 0 to 1, from the top, clockwise
 * @param reach - in units of the drawing
 */
export function pointAt(turn: number, reach: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: MIDDLE.x + reach * Math.sin(angle), y: MIDDLE.y - reach * Math.cos(angle) };
}

const written = ({ x, y }: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;

/** A line through all values, closed where every axis has one, broken where one is missing. */
export function linesThrough(values: readonly (number | null)[]): Line[] {
  const points = values.map((value, at) => (value === null ? null : pointAt(at / values.length, value * RADIUS)));
  const known = points.filter((point) => point !== null);
  if (known.length === points.length) return [{ closed: true, points: known.map(written).join(' ') }];
  return points.flatMap((point, at) => {
    const next = points[(at + 1) % points.length];
    return point && next ? [{ closed: false, points: `${written(point)} ${written(next)}` }] : [];
  });
}

/** how high the drawing of so many axes is */
export function heightOf(count: number): number {
  const lowest = Math.max(...Array.from({ length: count }, (_, at) => pointAt(at / count, RADIUS).y));
  return Math.ceil(lowest + 62);
}

/** how wide it is, in Han characters */
function width(text: string): number {
  return Array.from(text).reduce((sum, sign) => sum + (/[\u2e80-\uffee]/.test(sign) ? 1 : 0.56), 0);
}

/**
 * @param room - Han characters
 */
function split(text: string, room: number): [head: string, rest: string] {
  const signs = Array.from(text);
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
  const lines: string[] = [];
  const even = Math.ceil(width(text) / Math.ceil(width(text) / room)) + 0.5; // no single character in the last line
  const longest = Math.max(0, ...(text.match(/[^\s\u2e80-\uffee]+/g) ?? []).map(width)); // no word in two lines
  const narrow = width(text) <= room * most ? Math.min(room, Math.max(even, longest)) : room;
  let rest = text;
  while (rest && lines.length < most) {
    const last = lines.length === most - 1 && width(rest) > narrow;
    const [head, after] = split(rest, last ? narrow - 1 : narrow);
    lines.push(last ? `${head || rest[0]}…` : head || rest);
    rest = last || !head ? '' : after;
  }
  return lines;
}

/** Whether an axis points straight up or down, so that its name has room on both sides, but one line only. */
const isUpright = (turn: number): boolean => Math.abs(pointAt(turn, RADIUS).x - MIDDLE.x) < 4;

/** of many axes, names are short */
function linesOf(name: string, turn: number, count: number): string[] {
  const upright = isUpright(turn);
  return wrap(name, upright ? 14 : 9, count > 13 || upright ? 1 : 2);
}

/** how many signs all of them begin with, at the end of a word where they have blanks */
function sharedStart(names: readonly string[]): number {
  const [first, ...others] = names.map((name) => Array.from(name));
  const end = first.findIndex((sign, at) => others.some((other) => other[at] !== sign));
  const shared = first.slice(0, end < 0 ? first.length : end);
  return /[A-Za-z]/.test(first[end] ?? '') || names.some((name) => name.includes(' ')) ? shared.lastIndexOf(' ') + 1 : shared.length;
}

/**
 * The lines of each name beside its axis. Where names that begin alike would be cut to the same, their beginning is left out.
 * @param names - in the order of the axes
 */
export function labelLines(names: readonly string[]): string[][] {
  const count = names.length;
  const lines = names.map((name, at) => linesOf(name, at / count, count));
  const squeezed = (text: string) => text.replace(/[\s…]/g, '');
  return lines.map((said, at) => {
    if (!said.at(-1)?.endsWith('…')) return said;
    const alike = names.filter((name) => name !== names[at] && squeezed(name).startsWith(squeezed(said.join(''))));
    const start = alike.length ? sharedStart([names[at], ...alike]) : 0;
    return start ? linesOf(`…${Array.from(names[at]).slice(start).join('')}`, at / count, count) : said;
  });
}

/**
 * Where the name beside an axis stands: of many, the two lowest and highest keep apart.
 * @param lines - of the name
 */
export function labelAt(lines: readonly string[], turn: number, count: number): Label {
  const spot = pointAt(turn, RADIUS + 17);
  const upright = isUpright(turn);
  const beside = count > 20 && Math.abs(spot.x - MIDDLE.x) < 30 ? 6 : 0; // the two lowest of an odd number
  const away = upright ? (count > 16 ? 14 : 4) : beside; // room for the neighbours on top and below
  const far = pointAt(turn, RADIUS + 19);
  return {
    lines,
    at: { x: spot.x, y: spot.y + 5 - (lines.length - 1) * 8 + (spot.y < MIDDLE.y ? -away : away) },
    anchor: upright ? 'middle' : spot.x > MIDDLE.x ? 'start' : 'end',
    number: { x: far.x, y: far.y + 6 },
  };
}

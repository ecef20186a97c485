/* What a chart of finished assessments is drawn on: the ends of its scale, lines across it, and where a value stands. */

import type { Share } from '../../lib/format.ts';
import type { SavedAssessment } from '../document/model.ts';

type Result = NonNullable<SavedAssessment['result']>;

/** the ends of the scale, and what meets the requirement */
export interface Scale {
  readonly low: number;
  readonly top: number;
  readonly standard: string | null;
  /** the assessments do not have one and the same */
  readonly mixed: boolean;
}

/** room for a drawing; inset: between its edge and the first date */
export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly inset: number;
}

/** a figure of the file, a date each; nothing where there is none */
export type Values = readonly Told[];

const RUNGS = 6; // lines across it, at most, above the lowest

export const resultOf = (doc: SavedAssessment): Partial<Result> => doc.result || {};

/**
 * @param docs - the oldest first
 * @returns every group that any of them has, with its newest name
 */
export function groupsOf(docs: readonly SavedAssessment[]): { id: string; name: string }[] {
  const names = new Map<string, string>();
  for (const doc of docs) for (const { id, name } of resultOf(doc).groups || []) names.set(id, name);
  return [...names].map(([id, name]) => ({ id, name }));
}

/** a figure of the file, with what it rests on where the file says so */
export interface Told extends Partial<Share> {
  readonly mean: string | null | undefined;
}

export const meanOf = (doc: SavedAssessment): Told => {
  const { mean, counted, items } = resultOf(doc);
  return { mean, counted, of: items };
};

export const groupMean = (doc: SavedAssessment, id: string): Told =>
  resultOf(doc).groups?.find((group) => group.id === id) ?? { mean: null };

export function scaleOf(docs: readonly SavedAssessment[]): Scale {
  const results = docs.map(resultOf).filter((result) => result.mean);
  const kinds = new Set(results.map((result) => [result.low || '0', result.top, result.standard].join(' ')));
  const last = results.at(-1);
  const high = results.flatMap(({ top, mean, standard }) => [top, mean, standard]).map(Number).filter(Number.isFinite);
  const lows = results.map((result) => Number(result.low || 0)).filter(Number.isFinite);
  return {
    low: kinds.size === 1 ? Number(last?.low || 0) : Math.min(0, ...lows),
    top: Math.max(1, ...high),
    standard: last?.standard || null,
    mixed: kinds.size > 1,
  };
}

/**
 * @param at - which of the dates
 * @param count - how many there are
 */
export function across(frame: Frame, at: number, count: number): number {
  const room = frame.width - frame.left - frame.right - 2 * frame.inset;
  return frame.left + frame.inset + (count < 2 ? room / 2 : (room * at) / (count - 1));
}

export function up(frame: Frame, { low, top }: Scale, value: string | number): number {
  const share = (Number(value) - low) / (top - low || 1);
  return frame.height - frame.bottom - share * (frame.height - frame.top - frame.bottom);
}

/** whole, round points to draw lines at */
export function rungs({ low, top }: Scale): number[] {
  const least = Math.max(1, (top - low) / RUNGS);
  const ten = 10 ** Math.floor(Math.log10(least));
  const step = [1, 2, 5, 10].map((times) => times * ten).find((size) => size >= least) || ten;
  const first = Math.ceil(low / step) * step;
  return Array.from({ length: Math.floor((top - first) / step) + 1 }, (_, at) => first + at * step);
}

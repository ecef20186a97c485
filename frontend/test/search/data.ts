/* Rows of search data, with what a test says of them. */

import type { HitKind, IndicatorEntry, PageEntry, PlaceEntry, SearchData, Signs } from '../../src/generated/page-data.ts';

export const SIGNS: Signs = { simplified: '溝沟執执', sounds: {}, other_sounds: {}, words: '' };
export const NOTHING: SearchData = { kinds: {}, answers: [], signs: null, pages: [], places: [], indicators: [], next: '' };

interface More {
  readonly parts?: string[];
  readonly names?: string[];
  readonly codes?: string;
  readonly text?: string;
  readonly reference?: boolean;
}

export const page = (title: string, kind: HitKind, { parts = [], names = [], codes = '', text = '', reference = false }: More = {}): PageEntry =>
  [title, `${title}.html`, kind, parts, names.join('\n'), codes, text, reference];

export const place = (competency: string, sequence: string, level: string, href = `${competency}.html#X`): PlaceEntry =>
  [competency, sequence, level, href, '', '', '', false];

export const indicator = (code: string, text: string, at: number, hasLine = true): IndicatorEntry => [code, text, at, hasLine];

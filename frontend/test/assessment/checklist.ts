/* A small checklist, as a page says it, for tests of what comes of it. */

import { unanswered } from '../../src/assessment/document/answers.ts';
import type { Look } from '../../src/assessment/document/changes.ts';
import { blank } from '../../src/assessment/document/document.ts';
import { canLook } from '../../src/assessment/document/layers.ts';
import type { Actor } from '../../src/assessment/document/layers.ts';
import type { Answer, Item, SavedAssessment, Scale } from '../../src/assessment/document/model.ts';
import { figuresOf } from '../../src/assessment/figures.ts';
import type { Figures } from '../../src/assessment/figures.ts';
import type { PageData } from '../../src/assessment/host.ts';

const scaleOf = (name: string, names: readonly string[]): Scale => ({
  name, origin: '', standard: null, ratings: names.map((text, at) => ({ points: String(at + 1), name: text })), exam: null, hash: name,
});

const SCALES = { five: scaleOf('五级', ['一', '二', '三', '四', '五']), levels: scaleOf('级别', ['初级', '中级', '高级']) };

export const itemOf = (code: string, more: Partial<Item> = {}): Item => ({
  code, number: code, name: `能力${code}`, group: 'g', kind: 'rating', scale: 'five', standard: '3', basis: '', partBasis: '', weight: null,
  subjects: [], none: null, text: '', hash: '', href: '', parts: [], ...more,
});

export const dataOf = (items: Item[], more: Partial<PageData> = {}): PageData => ({
  format: 1, handbook: '手册', release: '1', language: 'zh', title: '中级', unit: 'competency', modes: ['quick'], scale: 'five', partScale: '',
  scales: SCALES, groups: [{ id: 'g', name: '全部', parent: '', weight: null }], total: null, weightUnit: '', target: 'A.b', kind: 'level',
  sequence: { code: 'A', name: '序列', href: '../../sequences/a/index.html' }, step: '中级', pick: 3, against: 'current', items, sensitive: 0,
  notRequired: [], unlisted: [], gone: {}, actions: [], borrowed: [], plan: { name: '', ours: true, roles: [], phases: [], forms: [], href: '' }, words: {}, ...more,
});

export const documentOf = (data: PageData, more: Partial<SavedAssessment> = {}): SavedAssessment => ({ ...blank(data), ...more });

export const answer = (said: Partial<Answer>): Answer => ({ ...unanswered(), ...said });

/** answers with these points, by code */
export const rated = (points: Readonly<Record<string, string>>): Record<string, Answer> =>
  Object.fromEntries(Object.entries(points).map(([code, given]) => [code, answer({ points: given })]));

/** the figures as they are shown to somebody */
export const figuresFor = (data: PageData, doc: SavedAssessment, actor: Actor = 'employee', look: Look[] = []): Figures =>
  figuresOf({ data, doc, seat: actor === 'both' ? 'employee' : actor, actor, looks: canLook(doc, actor), keeper: { look } });

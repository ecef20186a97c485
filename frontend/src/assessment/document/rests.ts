/* What else than its wording an answer rests on, and what of that has changed since it was given: scale, standard, names of ratings,
   bands of an exam, weights. Pure; the marks that are compared come from the page (levelbook.assessment.basis). */

import { fill } from '../../lib/words.ts';
import { basisOf } from '../../scoring/item.ts';
import * as score from '../../scoring/item.ts';
import * as assessment from './merge.ts';
import { said, scaleOf, standardOf } from './migrate.ts';
import type { Place } from './migrate.ts';

export type Doc = Record<string, any>;
export type Change = [kind: string, old: string, now: string];
export type Ratings = {points: string, name: string}[];

/**
 * @param bare - where there are no words
 */
const inWords = (data: any, key: string, facts: Record<string, string>, bare: string): string => fill((data.words || {})[`store.${key}`] || bare, facts).trim();

const series: (data: any, all: string[]) => string = (data, all) => all.join((data.words || {})['store.series'] || ', ');

function scaleInWords(data, name, standard) {
  const [key, bare] = standard === null ? ['scale_only', '{scale}'] : ['scale_says', '{scale} {standard}'];
  return inWords(data, key, { scale: name || '', standard: standard || '' }, bare);
}

/** highest first, as people read them */
const ratingsInWords: (data: any, ratings: Ratings) => string = (data, ratings) =>
  series(data, [...ratings].reverse().map((one) => inWords(data, 'rating_says', one, '{points} {name}')));

function bandsInWords(data, exam) {
  if (!exam) return '';
  const bands = exam.bands.map((one: any) => inWords(data, 'band_says', one, '{from}: {points}'));
  return inWords(data, `bands_${exam.round}`, { bands: series(data, bands), most: exam.outOf }, '{bands} / {most}');
}

const papersInWords: (data: any, papers: Record<string, string | null>) => string = (data, papers) =>
  series(data, Object.entries(papers).map(([name, weight]) => inWords(data, 'paper_says', { name, weight: weight || '—' }, '{name} {weight}')));

const papersOf: (item: any) => Record<string, string | null> = (item) => Object.fromEntries((item.subjects || []).map((one: any) => [one.name, one.weight || null]));

const same: (one: any, other: any) => boolean = (one, other) => assessment.same(one, other);

const pointsOf: (scale: any) => string[] = (scale) => (scale.ratings || []).map((one: any) => one.points);

/**
 * Notes what an answer rests on, by marks and, where they are short, in full.
 * @param answer - grows
 */
export function note(answer: any, data: any, place: Place) {
  const { item, part } = place;
  const basis = basisOf(item, part);
  if (!basis) return;
  const { hash } = scaleOf(data, place);
  Object.assign(answer, { basis, ...(hash ? { scaleHash: hash } : {}), ...(part ? { negative: part.negative === true } : { weight: item.weight || null }) });
  if (item.kind === 'exam') answer.papers = papersOf(item);
}

/**
 * Keeps the scales that answers rest on, each once, so that they can still be read when the handbook has others.
 * @param doc - changes
 */
export function keepScales(doc: Doc, data: any) {
  const answers = [...Object.values(doc.answers), ...Object.values(doc.manager.answers), ...doc.kept.map((one: any) => one.answer)];
  const used = new Set(answers.filter(Boolean).map((one) => one.scaleHash).filter(Boolean));
  const today = Object.values(data.scales || {}).filter((one: any) => one.hash)
    .map(({ hash, name, standard, ratings, exam }: any) => [hash, { name, standard, ratings, exam }]);
  const all = { ...Object.fromEntries(today), ...doc.scales };
  const scales = Object.entries(all).filter(([hash]) => used.has(hash));
  if (scales.length || doc.scales) doc.scales = Object.fromEntries(scales);
}

/** whether its figure rests on something else today */
export function hasMoved(doc: Doc, data: any, place: Place, answer: any): boolean {
  const now = basisOf(place.item, place.part);
  return Boolean(now) && typeof answer.basis === 'string' && answer.basis !== now;
}

/** the scale it was given on; null where that is not known */
const scaleThen = (doc: Doc, answer: any): any => (Object.hasOwn(doc.scales || {}, answer.scaleHash || '') ? doc.scales[answer.scaleHash] : null);

/**
 * @param then - the scale it was given on
 * @returns what moves its figure
 */
function moves(data: any, place: Place, answer: any, then: any): Change[] {
  const { item, part } = place;
  const scale = scaleOf(data, place);
  const found: Change[] = [];
  if (!then) return found;
  if (!same(pointsOf(then), pointsOf(scale))) found.push(['points', ratingsInWords(data, then.ratings), ratingsInWords(data, scale.ratings || [])]);
  if (item.kind === 'exam' && !same(then.exam, scale.exam)) found.push(['bands', bandsInWords(data, then.exam), bandsInWords(data, scale.exam)]);
  const papers = papersOf(item);
  if (item.kind === 'exam' && !same(answer.papers || {}, papers)) {
    found.push(['papers', papersInWords(data, answer.papers || {}), papersInWords(data, papers)]);
  }
  if (part && (answer.negative === true) !== (part.negative === true)) {
    const word = (negative: boolean) => inWords(data, negative ? 'negative' : 'positive', {}, String(negative));
    found.push(['negative', word(answer.negative === true), word(part.negative === true)]);
  }
  return found;
}

/**
 * @param then - the scale it was given on
 * @returns what leaves its figure where it is, but not what it means
 */
function means(data: any, place: Place, answer: any, then: any): Change[] {
  const { item, part } = place;
  const scale = scaleOf(data, place);
  const found: Change[] = [];
  const points = item.kind === 'exam' ? score.exam(scale, item.subjects, answer).points : answer.points;
  const nameIn = (one: any) => ((one.ratings || []).find((rating: any) => rating.points === points) || {}).name;
  const changed = then && item.kind !== 'condition' && answer.scaleHash !== scale.hash; // another language alone changes nothing
  if (changed && nameIn(then) !== undefined && nameIn(then) !== nameIn(scale)) {
    const say = (one: any) => inWords(data, 'rating_says', { points, name: nameIn(one) || '' }, '{points} {name}');
    found.push(['names', say(then), say(scale)]);
  }
  if (changed && then.name !== scale.name && answer.scale === scale.id) found.push(['scale', then.name, scale.name || '']);
  if (!part && answer.weight !== undefined && (answer.weight || null) !== (item.weight || null)) {
    found.push(['weight', answer.weight || '—', item.weight || '—']);
  }
  return found;
}

/**
 * @param given - whether a figure comes of it, or came of it once
 * @returns what it rests on that is different from when it was given
 */
export function changes(doc: Doc, data: any, place: Place, answer: any, given: boolean): Change[] {
  const scale = scaleOf(data, place);
  const standard = standardOf(data, place);
  const found: Change[] = [];
  if (said(answer.scale) && (answer.scale !== scale.id || (answer.standard || null) !== standard)) {
    found.push(['standard', scaleInWords(data, answer.scaleName || answer.scale, answer.standard || null), scaleInWords(data, scale.name || scale.id, standard)]);
  }
  if (!given) return found;
  const then = scaleThen(doc, answer);
  if (!hasMoved(doc, data, place, answer)) return [...found, ...means(data, place, answer, then)];
  found.push(...moves(data, place, answer, then));
  if (found.length) return found;
  const now = place.item.kind === 'exam' ? bandsInWords(data, scale.exam) : ratingsInWords(data, scale.ratings || []);
  return [['basis', inWords(data, 'basis_unknown', {}, ''), now]];
}

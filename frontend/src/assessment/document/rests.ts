/* What else than its wording an answer rests on, and what of that has changed since it was given: scale, standard, names of ratings,
   bands of an exam, weights. Pure; the marks that are compared come from the page (levelbook.assessment.basis). */

import type { Words } from '../../generated/words.ts';
import { entryAt } from '../../lib/values.ts';
import { fill } from '../../lib/words.ts';
import { basisOf } from '../../scoring/answers.ts';
import { exam } from '../../scoring/exam.ts';
import { said } from './answers.ts';
import type { Answer, ChecklistData, Item, Rating, SavedAssessment, SavedExam, SavedScale, Scale } from './model.ts';
import { scaleOf, standardOf } from './places.ts';
import type { Place } from './places.ts';
import { same } from './same.ts';

/** of what kind, how it was, how it is */
export type Change = [kind: string, old: string, now: string];
type Worded = Pick<ChecklistData, 'words'>;
type Facts = Record<string, string>;
type Papers = Record<string, string | null>;

/**
 * @param bare - where there are no words
 */
const inWords = (data: Worded, key: Words['store'], facts: Facts, bare: string): string => fill(data.words?.[`store.${key}`] || bare, facts).trim();

const series = (data: Worded, texts: string[]): string => texts.join(data.words?.['store.series'] || ', ');

function scaleInWords(data: Worded, name: string, standard: string | null): string {
  if (standard === null) return inWords(data, 'scale_only', { scale: name }, '{scale}');
  return inWords(data, 'scale_says', { scale: name, standard }, '{scale} {standard}');
}

const ratingInWords = (data: Worded, { points, name }: Rating): string => inWords(data, 'rating_says', { points, name }, '{points} {name}');

/** highest first, as people read them */
export const ratingsInWords = (data: Worded, ratings: Rating[]): string => series(data, [...ratings].reverse().map((rating) => ratingInWords(data, rating)));

export function bandsInWords(data: Worded, rule: SavedExam | null | undefined): string {
  if (!rule) return '';
  const bands = rule.bands.map(({ from, points }) => inWords(data, 'band_says', { from, points }, '{from}: {points}'));
  return inWords(data, rule.round === 'half-up' ? 'bands_half-up' : 'bands_none', { bands: series(data, bands), most: rule.outOf }, '{bands} / {most}');
}

const papersInWords = (data: Worded, papers: Papers): string =>
  series(data, Object.entries(papers).map(([name, weight]) => inWords(data, 'paper_says', { name, weight: weight || '—' }, '{name} {weight}')));

const papersOf = (item: Item): Papers => Object.fromEntries(item.subjects.map((subject) => [subject.name, subject.weight || null]));

const pointsOf = (scale: Partial<SavedScale>): string[] => (scale.ratings || []).map((rating) => rating.points);

/**
 * Notes what an answer rests on, by marks and, where they are short, in full.
 * @param answer - grows
 */
export function note(answer: Answer, data: ChecklistData, place: Place) {
  const { item, part } = place;
  const basis = basisOf(item, part);
  if (!basis) return;
  const { hash } = scaleOf(data, place);
  Object.assign(answer, { basis, ...(hash ? { scaleHash: hash } : {}), ...(part ? { negative: part.negative === true } : { weight: item.weight || null }) });
  if (item.kind === 'exam') answer.papers = papersOf(item);
}

/**
 * Notes what was rated, and how it was to be rated.
 * @param answer - grows
 */
export function describe(answer: Answer, data: ChecklistData, place: Place) {
  const scale = scaleOf(data, place);
  const { part, item, group } = place;
  Object.assign(answer, {
    place: part ? item.code : group.id, placeName: part ? item.name : group.name,
    standard: standardOf(place), scale: scale.id, scaleName: scale.name || '',
  });
  note(answer, data, place);
}

/**
 * Keeps the scales that answers rest on, each once, so that they can still be read when the handbook has others.
 * @param doc - changes
 */
export function keepScales(doc: SavedAssessment, data: Pick<ChecklistData, 'scales'>) {
  const answers = [...Object.values(doc.answers), ...Object.values(doc.manager.answers), ...doc.kept.map((entry) => entry.answer)];
  const used = new Set(answers.map((answer) => answer?.scaleHash));
  const today = Object.values(data.scales).filter((scale) => scale.hash)
    .map(({ hash, name, standard, ratings, exam: rule }): [string, SavedScale] => [hash, { name, standard, ratings, exam: rule }]);
  const all: Record<string, SavedScale> = { ...Object.fromEntries(today), ...doc.scales };
  const scales = Object.entries(all).filter(([hash]) => used.has(hash));
  if (scales.length || doc.scales) doc.scales = Object.fromEntries(scales);
}

/** whether its figure rests on something else today */
function hasMoved(place: Place, answer: Answer): boolean {
  const now = basisOf(place.item, place.part);
  return Boolean(now) && typeof answer.basis === 'string' && answer.basis !== now;
}

/** the scale it was given on; null where that is not known */
function scaleThen({ scales = {} }: SavedAssessment, { scaleHash = '' }: Answer): SavedScale | null {
  return entryAt(scales, scaleHash) ?? null;
}

/** what moves the figure of an exam */
function movesExam(data: ChecklistData, { item }: Place, answer: Answer, then: SavedScale, scale: Partial<Scale>): Change[] {
  const changes: Change[] = [];
  if (!same(then.exam, scale.exam)) changes.push(['bands', bandsInWords(data, then.exam), bandsInWords(data, scale.exam)]);
  const papers = papersOf(item);
  if (!same(answer.papers || {}, papers)) changes.push(['papers', papersInWords(data, answer.papers || {}), papersInWords(data, papers)]);
  return changes;
}

/**
 * @param then - the scale it was given on
 * @returns what moves its figure
 */
function moves(data: ChecklistData, place: Place, answer: Answer, then: SavedScale | null): Change[] {
  const { item, part } = place;
  const scale = scaleOf(data, place);
  const changes: Change[] = [];
  if (!then) return changes;
  if (!same(pointsOf(then), pointsOf(scale))) changes.push(['points', ratingsInWords(data, then.ratings), ratingsInWords(data, scale.ratings || [])]);
  if (item.kind === 'exam') changes.push(...movesExam(data, place, answer, then, scale));
  if (part && (answer.negative === true) !== (part.negative === true)) {
    const word = (negative: boolean) => inWords(data, negative ? 'negative' : 'positive', {}, String(negative));
    changes.push(['negative', word(answer.negative === true), word(part.negative === true)]);
  }
  return changes;
}

/** the points it comes to on the scale of today */
function pointsToday(data: ChecklistData, { item }: Place, answer: Answer): string | null {
  if (item.kind !== 'exam') return answer.points;
  const scale = entryAt(data.scales, item.scale);
  return scale ? exam(scale, item.subjects, answer).points : null;
}

/**
 * @param then - the scale it was given on
 * @returns what leaves its figure where it is, but not what it means
 */
function means(data: ChecklistData, place: Place, answer: Answer, then: SavedScale | null): Change[] {
  const { item, part } = place;
  const scale = scaleOf(data, place);
  const changes: Change[] = [];
  const points = pointsToday(data, place, answer);
  const nameIn = ({ ratings = [] }: Partial<SavedScale>) => ratings.find((rating) => rating.points === points)?.name;
  const changed = then && item.kind !== 'condition' && answer.scaleHash !== scale.hash ? then : null; // another language alone changes nothing
  if (changed && points !== null && nameIn(changed) !== undefined && nameIn(changed) !== nameIn(scale)) {
    const say = (rated: Partial<SavedScale>) => ratingInWords(data, { points, name: nameIn(rated) || '' });
    changes.push(['names', say(changed), say(scale)]);
  }
  if (changed && changed.name !== scale.name && answer.scale === scale.id) changes.push(['scale', changed.name, scale.name || '']);
  if (!part && answer.weight !== undefined && (answer.weight || null) !== (item.weight || null)) {
    changes.push(['weight', answer.weight || '—', item.weight || '—']);
  }
  return changes;
}

/**
 * @param figure - whether one comes of it, or came of it once
 * @returns what it rests on that is different from when it was given
 */
export function changes(doc: SavedAssessment, data: ChecklistData, place: Place, answer: Answer, figure: boolean): Change[] {
  const scale = scaleOf(data, place);
  const standard = standardOf(place);
  const all: Change[] = [];
  if (said(answer.scale) && (answer.scale !== scale.id || (answer.standard || null) !== standard)) {
    all.push(['standard', scaleInWords(data, answer.scaleName || answer.scale, answer.standard || null), scaleInWords(data, scale.name || scale.id, standard)]);
  }
  if (!figure) return all;
  const then = scaleThen(doc, answer);
  if (!hasMoved(place, answer)) return [...all, ...means(data, place, answer, then)];
  all.push(...moves(data, place, answer, then));
  if (all.length) return all;
  const now = place.item.kind === 'exam' ? bandsInWords(data, scale.exam) : ratingsInWords(data, scale.ratings || []);
  return [['basis', inWords(data, 'basis_unknown', {}, ''), now]];
}

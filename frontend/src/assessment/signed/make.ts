/* Makes what is signed of a document and the page it stands on: all that the result and the plan show, word for word. No page here. */

import { words as wordsOf } from '../../files/cells.ts';
import type { Sheet } from '../../files/spreadsheet.ts';
import { speaker } from '../../lib/words.ts';
import { say } from '../../scoring/reasons.ts';
import type { GroupScore, Result, Score, Why } from '../../scoring/result.ts';
import * as review from '../../scoring/review.ts';
import * as answers from '../document/answers.ts';
import type { Answer, Answers } from '../document/answers.ts';
import type { Side } from '../document/model.ts';
import { shortMark } from '../document/document.ts';
import { agreedOf, chosenIn, ratingsOf } from '../document/results.ts';
import { shareOf, valuer } from '../figures.ts';
import type { Doc, Item, PageData } from '../plan/context.ts';
import { writtenForms } from '../plan/sheets.ts';
import { asRated } from '../as-rated.ts';
import { sentencesOf } from '../standard.ts';
import { VERSION } from './body.ts';
import type { Body, BodyItem, BodySheet, Given, Signer } from './body.ts';
import { shownName } from '../document/handbook-name.ts';

/** what the document came to: for the two, and what counts */
interface Outcomes {
  readonly self: Result;
  readonly manager: Result | null;
  readonly counts: Result;
  readonly whose: Body['whose'];
}

/** whether the manager has rated anything, and the employee has not gone on alone */
export const isOfTwo = ({ alone, manager }: Doc): boolean => !alone && Object.values(manager.answers).some(answers.rated);

function outcomesOf(data: PageData, doc: Doc): Outcomes {
  const self = ratingsOf(data, doc, 'employee');
  const manager = isOfTwo(doc) ? ratingsOf(data, doc, 'manager') : null;
  if (!manager || !doc.agreement.done) return { self, manager, counts: self, whose: 'self' };
  return { self, manager, counts: agreedOf(data, doc), whose: 'agreed' };
}

const reason = ({ words }: PageData, why: Why | null): string => (why ? say(words, why) : '');

/** as people read it: points, a level's name, whether a condition is met, or why there is nothing */
function saidOf(data: PageData, item: Item, score: Score): string {
  if (score.state !== 'scored') return reason(data, score.why);
  if (item.kind === 'condition') return speaker(data, 'result')(score.reached ? 'condition_met' : 'condition_unmet');
  return score.points === null ? '' : valuer(data)(item, score.points);
}

function partOf(code: string, answer: Answer | undefined): Given['parts'] {
  if (!answer || answers.blank(answer)) return [];
  const { points, na, unseen, evidence, date } = answer;
  return [{ code, points, na, unseen, evidence, date }];
}

/** null where somebody has said nothing of it */
function givenOf(data: PageData, item: Item, all: Answers, score: Score): Given | null {
  const answer = answers.answerTo(all, item.code) ?? answers.unanswered();
  const parts = item.parts.flatMap(({ code }) => partOf(code, answers.answerTo(all, code)));
  if (answers.blank(answer) && !parts.length) return null;
  const { points, mark, marks, na, unseen, evidence, date } = answer;
  const bySubject = Object.entries(marks).map(([subject, given]) => ({ subject, mark: given }));
  return { points, mark, marks: bySubject, na, unseen, evidence, date, parts, score: score.points, said: saidOf(data, item, score) };
}

function itemOf(data: PageData, doc: Doc, { self, manager, counts }: Outcomes, at: number, picked: readonly string[]): BodyItem {
  const item = asRated(data, doc, data.items[at]);
  const score = counts.items[at];
  const share = shareOf(score);
  return {
    code: item.code, number: item.number, name: item.name, group: item.group, kind: item.kind, scale: item.scale, weight: item.weight, text: item.text,
    standard: score.standard, standardSaid: score.standard === null ? '' : valuer(data)(item, score.standard),
    sentences: sentencesOf(item).map(({ code, text, negative = false }) => ({ code, text, negative })),
    subjects: item.subjects.map(({ name, weight }) => ({ name, weight })),
    self: givenOf(data, item, doc.answers, self.items[at]), manager: manager && givenOf(data, item, doc.manager.answers, manager.items[at]),
    agreed: manager && Object.hasOwn(doc.agreed, item.code) ? doc.agreed[item.code] : null,
    unmet: Object.hasOwn(doc.agreement.unmet, item.code) ? doc.agreement.unmet[item.code] : [], picked: picked.includes(item.code),
    state: score.state, points: score.points, said: saidOf(data, item, score), gap: score.gap, reached: score.reached, earned: score.earned,
    why: reason(data, score.why), counted: share?.counted ?? 0, parts: share?.of ?? 0,
  };
}

function groupOf(data: PageData, { id, name, parent, mean, gap, counted, of }: GroupScore): Body['groups'][number] {
  const weight = data.groups.find((group) => group.id === id)?.weight ?? null;
  return { id, name, parent, weight, mean, gap, counted, of };
}

function figuresOf(data: PageData, doc: Doc, { self, manager, counts }: Outcomes): Body['figures'] {
  const { mean, why, top, standard, counted, of, reached, below, short, left, points, conditions: { met, of: asked } } = counts;
  const apart = manager ? review.differences(data, doc.answers, doc.manager.answers, doc.mode).filter(({ same }) => same === false) : [];
  return {
    mean, why: mean === null ? reason(data, why) : '', top, standard, counted, of, reached, below, short, left, self: self.mean, manager: manager?.mean ?? null,
    differ: apart.length, conditions: { met, of: asked },
    points: points && { earned: points.earned, of: points.of, total: points.total, unit: data.weightUnit, why: reason(data, points.why) },
  };
}

const scalesOf = ({ scales }: PageData): Body['scales'] => Object.entries(scales).map(([id, { name, origin, standard, ratings, exam }]) => ({
  id, name, origin, standard, ratings: ratings.map(({ points, name: called }) => ({ points, name: called })),
  exam: exam && { outOf: exam.outOf, round: exam.round, bands: exam.bands.map(({ from, points }) => ({ from, points })) },
}));

const sheetOf = ({ name, head, rows }: Sheet): BodySheet => ({ name, head: [...head], rows: rows.map((row) => row.map(wordsOf)) });

/** the plan as it is read now */
export function planOf(data: PageData, doc: Doc): BodySheet[] {
  const say = speaker(data, 'signed');
  return writtenForms(data, doc, { yes: say('form_yes'), what: say('form_what'), value: say('form_value') }).map(sheetOf);
}

const nameOf = (doc: Doc, role: Side): string => (role === 'manager' ? doc.manager.name : doc.person);

export const signersOf = (doc: Doc, roles: readonly Side[], how: Signer['how']): Signer[] =>
  roles.map((role) => ({ role, how, name: nameOf(doc, role) }));

/** Of the same content it is the same, whenever it is made: so what was printed can be signed days later. */
export function resultBody(data: PageData, doc: Doc, by: Signer[]): Body {
  const outcomes = outcomesOf(data, doc);
  const picked = chosenIn(data, doc);
  return {
    levelbook: 'signed', version: VERSION, kind: 'result', language: data.language,
    id: doc.id, mark: shortMark(doc.id), person: doc.person, managerName: doc.manager.name, name: doc.name, period: doc.period,
    handbook: shownName(data), release: doc.release || data.release, mode: doc.mode,
    target: { code: doc.target, title: data.title, step: data.step, sequence: data.sequence.name },
    whose: outcomes.whose, independent: outcomes.manager && doc.manager.independent, scale: data.scale, partScale: data.partScale,
    scales: scalesOf(data), groups: outcomes.counts.groups.map((group) => groupOf(data, group)),
    items: data.items.map((_, at) => itemOf(data, doc, outcomes, at, picked)),
    figures: figuresOf(data, doc, outcomes), plan: planOf(data, doc), by, after: '',
  };
}

/**
 * Signed again, or looked back on: the ratings stay as they were signed; the plan is what stands there now.
 * @param first - what was signed
 * @param after - its hash
 */
export function laterBody(first: Body, after: string, data: PageData, doc: Doc, kind: Body['kind'], by: Signer[]): Body {
  return { ...first, version: VERSION, kind, person: doc.person || first.person, plan: planOf(data, doc), by, after };
}

/* Makes assessments up, of any checklist and on any scale: ratings around the standard, the same ones every time. No page here. */

import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import type { Mode, ScoredItem, ScoredScale } from '../../scoring/checklist.ts';
import { goesByParts } from '../../scoring/item.ts';
import { answerTo, unanswered } from '../document/answers.ts';
import { blank } from '../document/document.ts';
import type { Begun } from '../document/document.ts';
import type { Answer, Answers, SavedAssessment } from '../document/model.ts';

/** as much of a checklist as ratings are made up from */
export interface Asked extends Begun {
  readonly scales: Readonly<Record<string, ScoredScale>>;
  readonly partScale: string;
  readonly items: readonly ScoredItem[];
  /** how many items are picked; a team asks for none */
  readonly pick?: number;
}
type Word = Say<Words['first']>;

/** how many ratings above or below the standard, item by item */
const OWN = [0, -1, 0, 1, -2, 0, -1, 0, 1, -1, 0];
/** how much higher or lower a manager rates */
const MANAGER = [0, 0, -1, 0, 1, 0, 0, -1];
/** so far apart people of a team begin in the row */
const APART = 3;
/** so few ratings would show nothing */
const FEW = 3;
const DAY_MS = 86_400_000;
const DAYS_BETWEEN = 9;
const DAYS_BACK = 20; // of the last example

const at = <Value>(row: readonly Value[], place: number): Value => row[place % row.length];

/**
 * The points so many ratings above or below the standard, as far as the scale goes.
 * @param isReversed - it counts the other way round: what meets the standard stands at the other end
 */
function pointsFrom({ ratings, standard }: ScoredScale, own: string | null, steps: number, isReversed: boolean): string | null {
  const met = ratings.findIndex(({ points }) => points === (own ?? standard));
  const up = met < 0 ? ratings.length - 2 : met;
  const place = Math.max(0, Math.min(ratings.length - 1, up + steps));
  return ratings.at(isReversed ? ratings.length - 1 - place : place)?.points ?? null;
}

/** the lowest mark that comes to these points; any where the scale converts none */
const markFor = ({ exam }: ScoredScale, points: string | null): string => exam?.bands.find((band) => band.points === points)?.from ?? exam?.outOf ?? '80';

const rated = (more: Partial<Answer>): Answer => ({ ...unanswered(), ...more });

function answersTo({ items, scales, partScale }: Asked, mode: Mode, stepsAt: (place: number) => number): Answers {
  const answers: Answers = {};
  items.forEach((item, place) => {
    const scale = Object.hasOwn(scales, item.scale) ? scales[item.scale] : undefined;
    if (item.kind === 'none' || !scale) return;
    const points = pointsFrom(scale, item.standard, stepsAt(place), false);
    if (item.kind === 'condition') answers[item.code] = rated({ points: '1' });
    else if (item.kind === 'exam') answers[item.code] = rated({ mark: markFor(scale, points) });
    else if (!goesByParts(item, { points: null, basis: null }, mode)) answers[item.code] = rated({ points });
    else item.parts.forEach(({ code, negative }, part) => {
      const own = Object.hasOwn(scales, partScale) ? scales[partScale] : scale;
      answers[code] = rated({ points: pointsFrom(own, null, stepsAt(place + part), negative ?? false) });
    });
  });
  return answers;
}

const begun = (data: Asked, name: string): SavedAssessment => ({ ...blank(data), name });

const dayBefore = (today: number, days: number): string => new Date(today - days * DAY_MS).toISOString().slice(0, 10);

/** What somebody has done, said of every item that is rated. */
function tell({ items }: Asked, answers: Answers, word: Word, today: number) {
  const rows = items.filter(({ kind }) => kind === 'rating');
  const keys = ['evidence_1', 'evidence_2', 'evidence_3'] as const;
  rows.forEach(({ code, name }, place) => {
    const evidence = word(at(keys, place), { name });
    answers[code] = { ...(answerTo(answers, code) ?? unanswered()), evidence, date: dayBefore(today, DAYS_BACK + DAYS_BETWEEN * (rows.length - place)) };
  });
}

/** The last rating of many is not given: not everything is somebody's work. */
function leaveOut({ items }: Asked, answers: Answers, reason: string) {
  const rows = items.filter(({ kind, code }) => kind === 'rating' && answers[code].points !== null);
  const last = rows.at(-1);
  if (last && rows.length > FEW) answers[last.code] = rated({ na: reason });
}

/** The first that are below the standard. */
function pickSome({ items, pick = 0 }: Asked, answers: Answers) {
  const low = items.filter(({ kind, code }, place) => kind === 'rating' && at(OWN, place) < 0 && answers[code].na === null);
  for (const { code } of low.slice(0, pick)) answers[code].pick = true;
}

/** Where both differ the manager's holds, but for the last, on which they have yet to agree. */
function agreedOn({ items }: Asked, own: Answers, manager: Answers): Record<string, string | null> {
  const apart = items.filter(({ code, kind }) => kind === 'rating' && own[code].points !== null && own[code].points !== manager[code].points);
  return Object.fromEntries(apart.slice(0, -1).map(({ code }) => [code, manager[code].points]));
}

/**
 * An employee with evidence, a manager's ratings, and what both agreed on; finished, so that nothing in it can be changed.
 * @param today - in milliseconds
 */
export function employee(data: Asked, word: Word, today: number): SavedAssessment {
  const doc = begun(data, word('name'));
  const answers = answersTo(data, doc.mode, (place) => at(OWN, place));
  const manager = answersTo(data, doc.mode, (place) => at(OWN, place) + at(MANAGER, place));
  tell(data, answers, word, today);
  tell(data, manager, word, today);
  const isLower = (code: string) => at(MANAGER, data.items.findIndex((item) => item.code === code)) < 0;
  for (const { code, name, kind } of data.items) {
    if (kind === 'rating') Object.assign(manager[code], { evidence: isLower(code) ? word('evidence_manager', { name }) : '', date: '' });
  }
  for (const given of [answers, manager]) leaveOut(data, given, word('na'));
  pickSome(data, answers);
  const moment = doc.changed;
  return {
    ...doc, person: doc.name, answers, handed: { n: 1, at: moment }, finished: moment,
    manager: { ...doc.manager, name: word('manager'), answers: manager, given: moment, independent: true },
    agreed: agreedOn(data, answers, manager), agreement: { ...doc.agreement, done: moment },
  };
}

/** the first checklist of several with enough to rate, else the first */
export function chosen<Checklist extends Pick<Asked, 'items'>>(targets: Readonly<Record<string, Checklist>>): string {
  const rates = ({ items }: Checklist) => items.filter(({ kind }) => kind === 'rating').length;
  const found = Object.entries(targets).find(([, checklist]) => rates(checklist) >= FEW);
  return (found ?? Object.entries(targets)[0])[0];
}

/** Several people who differ from each other. */
export function team(data: Asked, word: Word): { name: string; doc: SavedAssessment }[] {
  return Array.from(word('people'), (person, turn) => {
    const name = word('person', { name: person });
    const doc = begun(data, name);
    return { name, doc: { ...doc, answers: answersTo(data, doc.mode, (place) => at(OWN, place + turn * APART)) } };
  });
}

/* The answers of an assessment: where they lie in the document, how one is made, which state an item is in. No page here. */

import { entryAt, isMapping, isPresent } from '../../lib/values.ts';
import { goesByParts } from '../../scoring/item.ts';
import { isEnteredByOther } from '../../scoring/marks.ts';
import type { Answer, Answers, ChecklistData, Item, Mode, Part, SavedAssessment, Side } from './model.ts';

export type { Answer, Answers };

export type State = 'done' | 'part' | 'na' | 'unseen' | 'todo';
/** again: to be looked at again; of: parts rated and parts there are */
export type Standing = {item: Item, state: State, again: boolean, of: [number, number] | null};

/** the one who rates besides */
export const otherOf = (who: Side): Side => (who === 'manager' ? 'employee' : 'manager');

/** what this person has answered */
export const answersOf = (doc: Pick<SavedAssessment, 'answers' | 'manager'>, who: Side): Answers => (who === 'manager' ? doc.manager.answers : doc.answers);

/** of both, with whose they are */
export const sides = (doc: Pick<SavedAssessment, 'answers' | 'manager'>): [who: Side, answers: Answers][] => [['employee', doc.answers], ['manager', doc.manager.answers]];

/** the answer to an item or indicator; codes of files may be named like what every object has */
export const answerTo = (answers: Answers, code: string): Answer | undefined => entryAt(answers, code);

/** the item or part of this code */
export function find(data: Pick<ChecklistData, 'items'>, code: string): Item | Part | null {
  for (const item of data.items) {
    if (item.code === code) return item;
    for (const part of item.parts) if (part.code === code) return part;
  }
  return null;
}

/** a group with those above it */
export function path(data: Pick<ChecklistData, 'groups'>, id: string): string {
  const groups = new Map(data.groups.map((group) => [group.id, group]));
  const names: string[] = [];
  for (let group = groups.get(id); group && names.length < groups.size; group = groups.get(group.parent)) names.unshift(group.name);
  return names.join(' / ');
}

/** Notes which wording was rated. */
export function stamp(answer: Answer, data: Pick<ChecklistData, 'items' | 'release'>, code: string) {
  const asked = find(data, code);
  const name = asked && 'name' in asked ? asked.name : '';
  Object.assign(answer, { hash: asked?.hash || '', text: asked?.text || '', name, seen: data.release });
}

export const unanswered = (): Answer => ({
  points: null, marks: {}, mark: null, evidence: '', date: '', na: null, unseen: false, pick: false, hash: '', text: '', name: '', seen: '',
});

/**
 * @param draft - grows
 * @returns the answer to change, made where there is none
 */
export function open(draft: SavedAssessment, who: Side, data: Pick<ChecklistData, 'items' | 'release'>, code: string): Answer {
  const answers = answersOf(draft, who);
  const there = answerTo(answers, code);
  if (there) return there;
  const answer = unanswered();
  stamp(answer, data, code);
  answers[code] = answer;
  return answer;
}

/** whether somebody wrote something */
export const said = (text: unknown): text is string => typeof text === 'string' && text.trim() !== '';

/** whether a figure comes of it */
export const given = (answer: Answer): boolean => said(answer.points) || said(answer.mark) || Object.values(isMapping(answer.marks) ? answer.marks : {}).some(said);

/** whether it says anything about how one stands */
export const rated = (answer: Answer): boolean => given(answer) || isPresent(answer.na) || answer.unseen;

export const blank = (answer: Answer): boolean => !rated(answer) && !said(answer.evidence) && !said(answer.date) && !answer.pick;

/** whether all marks of an exam are there */
function marked(item: Item, answer: Answer): boolean {
  if (said(answer.mark)) return true;
  return item.subjects.length > 0 && item.subjects.every((subject) => said(answer.marks[subject.name]));
}

/** whether somebody says that it does not apply, and not why yet: a draft, kept, and not rated */
export const lacksReason = (answer: Partial<Answer> | undefined): boolean => typeof answer?.na === 'string' && !said(answer.na);

/**
 * Whether its parts are rated one by one.
 * @param answer - to the item: of a record a rating of the whole counts as it was given
 */
export const byParts = (item: Item, mode: Mode, answer?: Answer): boolean =>
  goesByParts(item, { points: answer && said(answer.points) ? answer.points : null, basis: answer?.basis ?? null }, mode);

export function state(item: Item, answers: Answers, mode: Mode): {state: State, of: [number, number] | null} {
  const answer = answerTo(answers, item.code);
  if (answer && said(answer.na)) return { state: 'na', of: null };
  if (lacksReason(answer)) return { state: 'todo', of: null };
  if (answer?.unseen) return { state: 'unseen', of: null };
  if (item.kind === 'exam') return { state: answer && marked(item, answer) ? 'done' : 'todo', of: null };
  if (!byParts(item, mode, answer)) return { state: answer && said(answer.points) ? 'done' : 'todo', of: null };
  const rated = item.parts.filter((part) => isSettled(answerTo(answers, part.code))).length;
  const all = item.parts.length;
  return { state: rated === all ? 'done' : rated ? 'part' : 'todo', of: [rated, all] };
}

/** whether nothing more is to be said */
const isSettled = (answer: Answer | undefined): boolean => !!answer && !lacksReason(answer) && (said(answer.points) || said(answer.na) || answer.unseen);

/**
 * @param again - codes of items and parts to be looked at again
 * @returns of every item that can be answered, in the order of the page
 */
export function standings(data: Pick<ChecklistData, 'items'>, doc: SavedAssessment, who: Side, again: Set<string>): Standing[] {
  const [answers, others] = [answersOf(doc, who), answersOf(doc, otherOf(who))];
  return data.items
    .filter((item) => item.kind !== 'none')
    .map((item) => ({
      item,
      ...state(item, isEnteredByOther(item, answers, others) ? others : answers, doc.mode),
      again: [item, ...item.parts].some(({ code }) => again.has(code)),
    }));
}

/** codes ticked as the most important, in the order of the page */
export function picked(data: Pick<ChecklistData, 'items'>, doc: SavedAssessment, who: Side): string[] {
  const answers = answersOf(doc, who);
  return data.items.map((item) => item.code).filter((code) => answerTo(answers, code)?.pick);
}

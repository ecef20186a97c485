/* What an assessment was like before something was done to it, told so that one of them can be gone back to. */

import { figure } from '../../lib/format.ts';
import { make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import type { Say, Spoken } from '../../lib/words.ts';
import type { Words } from '../../generated/words.ts';
import { answersOf, answerTo, said } from '../document/answers.ts';
import type { Answer, SavedAssessment, Side } from '../document/model.ts';
import { same } from '../document/same.ts';
import { stageOf } from '../document/stage.ts';
import * as earlier from '../storage/earlier.ts';
import { timeOf } from './saved-assessment.ts';

const FEW = 4; // changed ratings that are named

/** what says nothing of what somebody did */
const bare = (doc: SavedAssessment): SavedAssessment => ({ ...doc, changed: '', release: '', result: null, tabs: {}, known: [], from: '' });

/** What it was like, the last first, if it was another. What was signed since is never taken away: then there is no way back. */
export const statesBefore = (doc: SavedAssessment): SavedAssessment[] =>
  earlier.list(doc.id).filter((state) => same(state.signed, doc.signed) && state.finished === doc.finished && !same(bare(state), bare(doc)));

const rated = (word: Say<Words['store']>, answer: Answer | undefined): string => {
  if (!answer) return '—';
  if (answer.na !== null) return word('before_na');
  const marks = Object.values(answer.marks).join(' ');
  return figure(said(answer.points) ? answer.points : answer.mark ?? '') || marks || '—';
};

/** the ratings of a side that are others now, each with both */
export function differing(word: Say<Words['store']>, state: SavedAssessment, doc: SavedAssessment, side: Side): string[] {
  const [then, now] = [answersOf(state, side), answersOf(doc, side)];
  return [...new Set([...Object.keys(then), ...Object.keys(now)])].flatMap((code) => {
    const [before, after] = [answerTo(then, code), answerTo(now, code)];
    const [old, fresh] = [rated(word, before), rated(word, after)];
    return old === fresh ? [] : [`${before?.name || after?.name || code} ${old} → ${fresh}`];
  });
}

/** a state as a choice; who sits there sees the own ratings */
export function choiceOf(data: Spoken, word: Say<Words['store']>, state: SavedAssessment, doc: SavedAssessment, side: Side, at: number): { label: HTMLElement; input: HTMLInputElement } {
  const { done = 0, of = 0 } = state.result ?? {};
  const facts = [timeOf(state.changed), speaker(data, 'stage')(stageOf(state)), of ? word('progress', { done, of }) : ''];
  const ratings = differing(word, state, doc, side);
  const more = ratings.length > FEW ? word('before_more', { n: ratings.length - FEW }) : '';
  const text = ratings.length ? word('before_differs', { ratings: ratings.slice(0, FEW).join(word('series')), more }) : word('before_same');
  const input = make('input', { type: 'radio', name: 'before', value: String(at), checked: at === 0 });
  return { input, label: make('label', { class: 'lb-tick' }, [input, make('span', {}, [facts.filter(Boolean).join(word('gap')), make('small', {}, [text])])]) };
}

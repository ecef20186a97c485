/* What is said of a document before any of its ratings: whose it is, what it is held against, how far it has come, from whom. */

import type { Words } from '../../generated/words.ts';
import { inFileName } from '../../lib/text.ts';
import type { Say } from '../../lib/words.ts';
import { rated } from '../document/answers.ts';
import { dayOf, now } from '../document/document.ts';
import type { Answers, SavedAssessment } from '../document/model.ts';
import { stageOf } from '../document/stage.ts';
import * as seats from '../storage/seats.ts';
import { hasManager } from './relation.ts';
import type { Fact, Version } from './sheet.tsx';

type Word = Say<Words['open']>;

/** four figures that tell two documents apart where no name does */
export const markOf = (id: string): string => id.slice(0, 4).toUpperCase();

/** what the one is called whom it is about; empty where nobody says */
export const personIn = (doc: Pick<SavedAssessment, 'id' | 'person'>): string => doc.person || seats.named(doc.id);

export const calledIn = (doc: Pick<SavedAssessment, 'id' | 'person'>, word: Word): string => personIn(doc) || word('no_name');

export const whoIn = (doc: Pick<SavedAssessment, 'id' | 'person'>, word: Word): string => [calledIn(doc, word), markOf(doc.id)].join(word('gap'));

/** how many items somebody has rated */
export const countOf = (answers: Answers): number => Object.values(answers).filter(rated).length;

export function stageText(doc: SavedAssessment, word: Word): string {
  const { handed, manager, agreement, signed, finished, changed } = doc;
  switch (stageOf(doc)) {
    case 'self': return word(hasManager(doc) ? 'stage_rating' : 'stage_self', { day: dayOf(changed) });
    case 'manager': return word('stage_manager', { day: dayOf(handed.at ?? changed) });
    case 'agree': return word('stage_agree', { day: dayOf(manager.given ?? changed) });
    case 'plan': return word(doc.alone ? 'stage_alone' : 'stage_plan', { day: dayOf(agreement.done ?? changed) });
    default: return word(signed.length ? 'stage_signed' : 'stage_finished', { day: dayOf(signed.at(-1)?.at ?? finished ?? changed) });
  }
}

/** when it is of, in the reader's words */
const periodOf = ({ period, name }: SavedAssessment): string => period || name;

/** @param known - said where it is here already */
export function factsOf(doc: SavedAssessment, word: Word, known = ''): Fact[] {
  const { id, title, target, release, from } = doc;
  const against = [title || target, periodOf(doc), release && word('by_release', { release })];
  return [
    [word('says'), [calledIn(doc, word), markOf(id)].join(word('gap')) + known],
    [word('against'), against.filter(Boolean).join(word('gap'))],
    [word('stage'), [stageText(doc, word), from ? word(`from_${from}`) : ''].filter(Boolean).join(word('gap'))],
  ];
}

export const versionOf = (doc: SavedAssessment, label: string, word: Word): Version => ({
  label, name: calledIn(doc, word), mark: markOf(doc.id), lines: [[doc.title || doc.target, periodOf(doc)].filter(Boolean).join(word('comma')), stageText(doc, word)],
});

/** which of the five files it is, by what is in it */
function kindOfFile(doc: SavedAssessment): 'self' | 'manager' | 'agree' | 'signed' | 'review' {
  const { signed, finished, agreement } = doc;
  if (signed.some(({ kind }) => kind === 'review')) return 'review';
  if (signed.length || finished) return 'signed';
  if (agreement.done) return 'agree';
  return hasManager(doc) ? 'manager' : 'self';
}

/** as it may stand in a name, with nothing at its ends */
const plain = (text: string): string => inFileName(text).replace(/^-+|-+$/g, '');

/**
 * The name of its file: it tells one from another, and names nobody unless that is wanted.
 * @param named - whether it says the name of the person
 */
export function fileNameOf(doc: SavedAssessment, named: boolean, word: Word): string {
  const what = [named ? personIn(doc) : '', doc.title.split(word('gap')).at(-1) || doc.target].filter(Boolean).map(plain).join('-');
  const day = (dayOf(doc.changed) || dayOf(now())).replaceAll('-', '');
  return `${word('file', { what, mark: markOf(doc.id), kind: word(`file_${kindOfFile(doc)}`), day })}.json`;
}

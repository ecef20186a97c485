/* What is said of a document before any of its ratings: whose it is, what it is held against, how far it has come, from whom. */

import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import { rated } from '../document/answers.ts';
import { dayOf, shortMark } from '../document/document.ts';
import type { Answers, SavedAssessment } from '../document/model.ts';
import { stageOf } from '../document/stage.ts';
import { calledIn, whoIn } from './called.ts';
import type { Whose } from './called.ts';
import { hasManager } from './relation.ts';
import type { Fact, Version } from './sheet.tsx';

type Word = Say<Words['open']>;

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
export function factsOf(doc: SavedAssessment, word: Word, whose: Whose, known = ''): Fact[] {
  const { title, target, release, from } = doc;
  const against = [title || target, periodOf(doc), release && word('by_release', { release })];
  return [
    [word('says'), whoIn(doc, whose) + known],
    [word('against'), against.filter(Boolean).join(word('gap'))],
    [word('stage'), [stageText(doc, word), from ? word(`from_${from}`) : ''].filter(Boolean).join(word('gap'))],
  ];
}

export const versionOf = (doc: SavedAssessment, label: string, word: Word, whose: Whose): Version => ({
  label, name: calledIn(doc, whose), mark: shortMark(doc.id), lines: [[doc.title || doc.target, periodOf(doc)].filter(Boolean).join(word('comma')), stageText(doc, word)],
});

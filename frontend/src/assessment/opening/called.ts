/* What an assessment and its file are called: by the name that somebody gave, and by a mark that tells it from others. */

import type { Words } from '../../generated/words.ts';
import { inFileName } from '../../lib/text.ts';
import type { Say } from '../../lib/words.ts';
import { rated } from '../document/answers.ts';
import { dayOf, now, shortMark } from '../document/document.ts';
import type { SavedAssessment } from '../document/model.ts';
import * as seats from '../storage/seats.ts';

export type Whose = Say<Words['whose']>;

/** what the one is called whom it is about; empty where nobody says */
export const personIn = (doc: Pick<SavedAssessment, 'id' | 'person'>): string => doc.person || seats.named(doc.id);

export const calledIn = (doc: Pick<SavedAssessment, 'id' | 'person'>, whose: Whose): string => personIn(doc) || whose('no_name');

export const whoIn = (doc: Pick<SavedAssessment, 'id' | 'person'>, whose: Whose): string => [calledIn(doc, whose), shortMark(doc.id)].join(whose('gap'));

/** which of the five files it is, by what is in it */
function kindOfFile(doc: SavedAssessment): 'self' | 'manager' | 'agree' | 'signed' | 'review' {
  const { signed, finished, agreement } = doc;
  if (signed.some(({ kind }) => kind === 'review')) return 'review';
  if (signed.length || finished) return 'signed';
  if (agreement.done) return 'agree';
  return doc.manager.given || Object.values(doc.manager.answers).some(rated) ? 'manager' : 'self';
}

/** as it may stand in a name, with nothing at its ends */
const plain = (text: string): string => inFileName(text).replace(/^-+|-+$/g, '');

/**
 * The name of its file: it tells one from another, and names nobody unless that is wanted.
 * @param named - whether it says the name of the person
 */
export function fileNameOf(doc: SavedAssessment, named: boolean, whose: Whose): string {
  const what = [named ? personIn(doc) : '', doc.title.split(whose('gap')).at(-1) || doc.target].filter(Boolean).map(plain).join('-');
  const day = (dayOf(doc.changed) || dayOf(now())).replaceAll('-', '');
  return `${whose('file', { what, mark: shortMark(doc.id), kind: whose(`file_${kindOfFile(doc)}`), day })}.json`;
}

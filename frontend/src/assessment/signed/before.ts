/* What was given in the period before, to be shown beside each item of the new one: it is not filled in. */

import type { PageData, SavedAssessment } from '../host.ts';
import { speaker } from '../../lib/words.ts';
import { valuer } from '../figures.ts';
import * as store from '../storage/store.ts';
import { answerTo, said } from '../document/answers.ts';
import { lastResult } from './signing.ts';

/** by the id of the assessment before, as it is closed */
const known = new Map<string, ReadonlyMap<string, string>>();

const isFigure = (text: string): boolean => /^[\d.−-]+$/.test(text);

/** what its items came to, by code */
function valuesOf(data: PageData, doc: SavedAssessment): Map<string, string> {
  const last = lastResult(doc.signed);
  if (last) return new Map(last.body.items.filter(({ state }) => state === 'scored').map((item) => [item.code, item.said]));
  return new Map(data.items.flatMap((item): [string, string][] => {
    const points = doc.agreed[item.code] ?? answerTo(doc.answers, item.code)?.points;
    return item.kind === 'rating' && said(points) ? [[item.code, valuer(data)(item, points)]] : [];
  }));
}

function valuesBefore(data: PageData, { previous }: SavedAssessment): ReadonlyMap<string, string> {
  if (!previous?.id) return new Map();
  const there = known.get(previous.id);
  if (there) return there;
  const { doc } = store.read(previous.id);
  const values = doc ? valuesOf(data, doc) : new Map<string, string>();
  known.set(previous.id, values);
  return values;
}

/** what is said of it; nothing where there was none, or it is not in this browser */
export function beforeOf(data: PageData, doc: SavedAssessment, code: string): string {
  const value = valuesBefore(data, doc).get(code);
  if (value === undefined) return '';
  const say = speaker(data, 'signed');
  return isFigure(value) ? say('before_points', { points: value }) : say('before_said', { said: value });
}

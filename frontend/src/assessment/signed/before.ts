/* What was given in the period before, to be shown beside each item of the new one: it is not filled in. */

import { figure, ratingOf } from '../../lib/format.ts';
import { valueAt } from '../../lib/values.ts';
import { speaker } from '../../lib/words.ts';
import type { PageData, SavedAssessment } from '../host.ts';
import * as store from '../storage/store.ts';
import { answerTo, said } from '../document/answers.ts';

/** by the id of the assessment before, as it is closed */
const known = new Map<string, ReadonlyMap<string, string>>();

const isFigure = (text: string): boolean => /^[\d.−-]+$/.test(text);

/** Of what was signed these few fields alone are read, as every checklist brings this module. */
function signedValues(text: string): Map<string, string> {
  try {
    const items = valueAt(JSON.parse(text), 'items');
    const values = (Array.isArray(items) ? items : []).map((item: unknown) => [valueAt(item, 'code'), valueAt(item, 'said'), valueAt(item, 'state')]);
    return new Map(values.flatMap(([code, value, state]): [string, string][] =>
      (typeof code === 'string' && typeof value === 'string' && state === 'scored' ? [[code, value]] : [])));
  } catch {
    return new Map();
  }
}

/** what its items came to, by code */
function valuesOf(data: PageData, doc: SavedAssessment): Map<string, string> {
  const last = doc.signed.findLast(({ kind }) => kind === 'result');
  if (last) return signedValues(last.body);
  return new Map(data.items.flatMap((item): [string, string][] => {
    const points = doc.agreed[item.code] ?? answerTo(doc.answers, item.code)?.points;
    return item.kind === 'rating' && said(points) ? [[item.code, item.scale === 'levels' ? ratingOf(data.scales.levels, points)?.name ?? points : figure(points)]] : [];
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
  const say = speaker(data, 'fill');
  return isFigure(value) ? say('before_points', { points: value }) : say('before_said', { said: value });
}

/* What is noted in a document before it is saved, by the page on which that is done: what each new answer was given to, and the
   figures that the list of saved assessments shows. A list on another page saves without it, and then nothing is noted. */

import { entryAt } from '../../lib/values.ts';
import { answerTo, blank, sides } from './answers.ts';
import type { Answer, ChecklistData, SavedAssessment } from './model.ts';
import { carry } from './migrate.ts';
import { placesOf } from './places.ts';
import * as rests from './rests.ts';
import { isAgreed, notedOf, resultOf } from './results.ts';
import { same } from './same.ts';
import { isOf } from './targets.ts';

/** what of an answer says that it was given anew */
const RATED = ['points', 'marks', 'mark', 'na', 'unseen', 'hash', 'seen'] as const satisfies (keyof Answer)[];

let page: ChecklistData | null = null;

/** Tells which checklist is open in this window. */
export function onPage(data: ChecklistData | null) {
  page = data;
}

/** the data of the page, where it is about the same as the document */
const pageOf = (doc: SavedAssessment): ChecklistData | null => (page && isOf(page, doc) ? page : null);

/**
 * Notes for every answer given anew what it was given to.
 * @param doc - changes
 */
export function note(doc: SavedAssessment, before: SavedAssessment | undefined) {
  const data = pageOf(doc);
  if (!data) return;
  const places = placesOf(data);
  const old = new Map(before ? sides(before) : []);
  for (const [who, answers] of sides(doc)) {
    for (const [code, answer] of Object.entries(answers)) {
      const place = places.get(code);
      const then = answerTo(old.get(who) ?? {}, code);
      const again = !then || RATED.some((key) => !same(then[key], answer[key]));
      if (place && again && answer.hash === (place.part || place.item).hash) rests.describe(answer, data, place);
    }
  }
  rests.keepScales(doc, data);
  const answered = Object.keys(doc.answers).filter((code) => places.has(code) && !blank(doc.answers[code]));
  const now = Array.isArray(doc.known) ? [...doc.known, ...answered] : [...places.keys()];
  doc.known = [...new Set(now)].sort();
}

/** the least that can be given, for drawing */
const lowest = ({ scales, scale }: ChecklistData): string | null => entryAt(scales, scale)?.ratings.at(0)?.points ?? null;

/** whether it was closed on another release, and its figures were worked out there: a new one alone moves none of them */
const staysAsItWas = (doc: SavedAssessment, data: ChecklistData): boolean =>
  doc.release !== data.release && notedOf(doc)?.release === doc.release;

/**
 * Notes the figures, where they can be worked out on this page.
 * @param doc - changes
 */
export function sum(doc: SavedAssessment) {
  const data = pageOf(doc);
  if (!data || staysAsItWas(doc, data)) return;
  try {
    const { items, groups, mean, top, standard, counted, of } = resultOf(data, carry(doc, data).doc); // as it is shown here
    const asked = items.filter((item) => item.state !== 'none' && item.kind !== 'none');
    const heads = groups.filter((group) => !group.parent);
    doc.result = {
      mean, low: lowest(data), top, standard, release: data.release || '',
      counted, items: of,
      groups: heads.map((group) => ({ id: group.id, name: group.name, mean: group.mean, counted: group.counted, of: group.of })),
      agreed: isAgreed(doc), total: data.total, unit: data.weightUnit,
      done: asked.filter((item) => item.state !== 'open').length, of: asked.length,
    };
  } catch (error) {
    console.error(error); // saving must not fail because of a figure
  }
}

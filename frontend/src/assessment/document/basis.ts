/* On what the answers of an assessment rest: noted with every answer, or, in documents of before that, as far as it can be seen.
   An answer without a mark rests on what stands today where nothing speaks against it: the figures that were saved with the document
   come out as they did then, or, where there are none, it is of the same release. Else what could have moved unseen is to be looked at
   again. Held to the same golden cases as levelbook.assessment.scoring.basis, and so to files that nobody has checked. No page here. */

import { entryAt, isMapping } from '../../lib/values.ts';
import { basisOf } from '../../scoring/answers.ts';
import * as score from '../../scoring/totals.ts';
import { given } from './answers.ts';
import type { ScoredChecklist, ScoredIndicator, ScoredItem } from '../../scoring/checklist.ts';
import type { Answer, Answers, SavedAssessment, SavedResult, Side } from './model.ts';

const UNKNOWN = ''; // what an answer rested on where that is not known

/** of it only what the figures rest on */
type Assessed = Pick<SavedAssessment, 'answers' | 'manager' | 'mode' | 'release' | 'result' | 'finished'>;
type Where = {item: ScoredItem, part: ScoredIndicator | null};
/** what the document says of the figures it came to when it was saved: whether they come out the same today */
type Then = {release: string, now: string, mean: boolean | null, ends: boolean, groups: Map<string, boolean>, heads: Map<string, string>};

const textOf = (text: unknown): string => (typeof text === 'string' ? text : '');

function answersOf(doc: Assessed, who: Side): Answers {
  const side = who === 'employee' ? doc : doc.manager;
  return isMapping(side) && isMapping(side.answers) ? side.answers : {};
}

const isAnswer = ([, answer]: [string, unknown]): boolean => isMapping(answer);

/** the same, as if nothing were known of what they rest on */
function bare(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(isAnswer).map(([code, answer]) => {
    const own = { ...answer };
    delete own.basis;
    return [code, own];
  }));
}

function placesOf(data: ScoredChecklist): Map<string, Where> {
  const places = new Map<string, Where>();
  for (const item of data.items) {
    places.set(item.code, { item, part: null });
    for (const part of item.parts) places.set(part.code, { item, part });
  }
  return places;
}

/** The answers of one of the two, each with what it rests on; those of a finished assessment count as they are. */
export function settled(doc: Assessed, data: ScoredChecklist, who: Side = 'employee'): Answers {
  const answers = answersOf(doc, who);
  if (doc.finished) return bare(answers);
  const open = Object.entries(answers).filter(isAnswer).filter(([, answer]) => typeof answer.basis !== 'string' && given(answer));
  if (!open.length) return answers;
  const [then, places] = [thenOf(doc, data), placesOf(data)];
  const noted = open.flatMap(([code, answer]): [string, Answer][] => {
    const basis = basisThen(answer, places.get(code), data, then);
    return basis === null ? [] : [[code, { ...answer, basis }]];
  });
  return { ...answers, ...Object.fromEntries(noted) };
}

/** null where it is not on the page, or the page does not say what it rests on */
function basisThen(answer: Answer, place: Where | undefined, data: ScoredChecklist, then: Then): string | null {
  const now = place ? basisOf(place.item, place.part) : '';
  if (!place || !now) return null;
  return mayHaveMoved(answer, place, data, then) ? UNKNOWN : now;
}

function mayHaveMoved(answer: Answer, place: Where, data: ScoredChecklist, then: Then): boolean {
  if (isNotedOtherwise(answer, place, data)) return true;
  const { item, part } = place;
  const unseen = item.kind === 'exam' || part !== null;
  if (then.mean === null) return unseen && (textOf(answer.seen) || then.release) !== then.now;
  const group = then.groups.get(then.heads.get(item.group) || '');
  if (unseen) return !(group === undefined ? then.mean : group);
  return item.scale === data.scale && !then.ends;
}

/** whether it was given on another scale, or held against another standard */
function isNotedOtherwise(answer: Answer, { item, part }: Where, data: ScoredChecklist): boolean {
  const scale = textOf(answer.scale);
  if (!scale) return false;
  const standard = part ? null : item.standard || null;
  return scale !== (part ? data.partScale || data.scale : item.scale) || (textOf(answer.standard) || null) !== standard;
}

function thenOf(doc: Assessed, data: ScoredChecklist): Then {
  const known = { release: textOf(doc.release), now: data.release || '', heads: headsOf(data) };
  const saved = doc.result?.of ? doc.result : null;
  if (!saved) return { ...known, mean: null, ends: true, groups: new Map() };
  const now = score.assess(data, bare(answersOf(doc, 'employee')), doc.mode === 'full' ? 'full' : 'quick');
  const means = new Map(now.groups.map((group) => [group.id, group.mean]));
  const groups = Array.isArray(saved.groups) ? saved.groups.filter((group) => isMapping(group) && means.has(group.id)) : [];
  return {
    ...known, mean: isSame(saved.mean, now.mean), ends: hasSameEnds(saved, data, now.top),
    groups: new Map(groups.map((group) => [group.id, isSame(group.mean, means.get(group.id))])),
  };
}

const isSame = (then: string | null | undefined, now: string | null | undefined): boolean => (then ?? null) === (now ?? null);

function hasSameEnds(saved: SavedResult, data: ScoredChecklist, top: string | null): boolean {
  const known = [[saved.top, top], [saved.low, entryAt(data.scales, data.scale)?.ratings[0].points ?? null]];
  return known.every(([then, today]) => then === null || then === undefined || then === today);
}

/** the group on top that each is in; parents come first in the list */
function headsOf(data: ScoredChecklist): Map<string, string> {
  const heads = new Map<string, string>();
  for (const { id, parent } of data.groups) heads.set(id, parent ? heads.get(parent) || parent : id);
  return heads;
}

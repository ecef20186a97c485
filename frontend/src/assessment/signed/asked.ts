/* What is to be signed now, and what is not done yet: the result first, then the same again, or the review. No page here. */

import { speaker } from '../../lib/words.ts';
import { isAgreed, ratingsOf } from '../document/results.ts';
import type { Doc, PageData } from '../plan/context.ts';
import { planContext } from '../plan/context.ts';
import { signings, stations } from '../plan/readiness.ts';
import type { Asked } from './dialog.tsx';
import { laterBody, planOf, resultBody, signersOf } from './make.ts';
import type { Body } from './body.ts';
import { same } from '../document/same.ts';
import { rolesOf } from './signing.ts';

/** what the plan lacks before the first or second signing of its forms */
function lacksOf(data: PageData, doc: Doc, turn: 0 | 1): string[] {
  const context = planContext(data, doc, '');
  return signings(context, stations(data)).at(turn)?.lacks.map(({ text }) => text) ?? [];
}

export function askResult(data: PageData, doc: Doc): Asked {
  const roles = rolesOf(doc);
  const say = speaker(data, 'signed');
  const told = lacksOf(data, doc, 0);
  const left = isAgreed(doc) ? 0 : ratingsOf(data, doc, 'employee').left; // both left open what they did
  const isTold = data.plan.forms.length > 0 && told.length > 0; // the plan names them too
  return {
    title: 'ask_result', what: 'what_result', roles, note: '', lacks: [...(left && !isTold ? [say('left', { n: left })] : []), ...told],
    make: (how) => resultBody(data, doc, signersOf(doc, roles, how)),
  };
}

/** the result once more, or what came of the plan */
export function askLater(data: PageData, doc: Doc, first: Body, hash: string, kind: Body['kind']): Asked {
  const roles = rolesOf(doc);
  const isReview = kind === 'review';
  return {
    title: isReview ? 'ask_review' : 'ask_again', what: isReview ? 'what_review' : 'what_again', roles,
    note: same(first.plan, planOf(data, doc)) ? speaker(data, 'signed')('same') : '', lacks: lacksOf(data, doc, isReview ? 1 : 0),
    make: (how) => laterBody(first, hash, data, doc, kind, signersOf(doc, roles, how)),
  };
}

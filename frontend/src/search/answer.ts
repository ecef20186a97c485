/* A query that means one level of one sequence, and what answers it: 政企客户经理2级. */

import { glued } from './fold.ts';
import type { Answerable, SearchIndex } from './index.ts';
import type { Answer, AnswerLink } from './result.ts';
import { AFTER_LEVEL } from './typed-words.ts';

/** how well a query names a level: by all that it is called, or with a part of the sequence's name */
const FIT = { whole: 3, sequence: 2, part: 1 };
const SHORTEST_PART = 2;

/** What is left of a query without a name of the level; nothing where the level is not named. */
function rest(query: string, level: string): string | null {
  const at = query.indexOf(level);
  const isNumberOfMore = /^\d/.test(level) && /\d/.test(query[at - 1] ?? '');
  return at < 0 || isNumberOfMore ? null : query.slice(0, at) + query.slice(at + level.length);
}

/**
 * @param isSequence - whether the query is a part of the name of a sequence too: 客户经理 alone means no level
 */
function fit(query: string, { gluedSequences: sequences, gluedLevels: levels }: Answerable, isSequence: boolean): number {
  let best = 0;
  for (const level of levels) {
    const left = rest(query, level);
    if (left === null || (!left && isSequence)) continue;
    if (!left) best = FIT.whole;
    else if (sequences.some((name) => name === left)) best = Math.max(best, FIT.whole);
    else if (left.length >= SHORTEST_PART && sequences.some((name) => name.startsWith(left))) best = Math.max(best, FIT.sequence);
    else if (left.length >= SHORTEST_PART && sequences.some((name) => name.includes(left))) best = Math.max(best, FIT.part);
  }
  return best;
}

/** The level that a query means, where it means one alone. */
export function answered(query: string, index: SearchIndex): Answerable | null {
  const plain = glued(query);
  return meant(plain, index) ?? (AFTER_LEVEL.test(plain) ? meant(plain.replace(AFTER_LEVEL, ''), index) : null);
}

function meant(query: string, { answers }: SearchIndex): Answerable | null {
  if (!query) return null;
  const isSequence = answers.some(({ gluedSequences }) => gluedSequences.some((name) => name.includes(query)));
  const fits = answers.map((answer) => ({ answer, worth: fit(query, answer, isSequence) })).filter(({ worth }) => worth > 0);
  const best = Math.max(0, ...fits.map(({ worth }) => worth));
  const likeliest = fits.filter(({ worth }) => worth === best);
  const inUse = likeliest.filter(({ answer }) => !answer.entry.reference);
  const chosen = inUse.length ? inUse : likeliest;
  return chosen.length === 1 ? chosen[0].answer : null;
}

export function toAnswer({ entry }: Answerable): Answer {
  const { sequence, title, grade, href, step, steps, count, reference } = entry;
  const link = (address: string): AnswerLink | null => (address ? { name: '', href: address } : null);
  return {
    sequence, title, grade, href, step, steps, count, reference,
    comparison: entry.comparison && { name: entry.comparison[0], href: entry.comparison[1] },
    checklist: link(entry.checklist),
    matrix: link(entry.matrix),
    print: { all: href, pocket: entry.pocket || null },
  };
}

/* Codes, however they are typed: TAM-ACH-06, tam ach 6, ach. */

import { plainCode, shortCode } from './fold.ts';
import type { SearchIndex } from './index.ts';
import type { Match } from './match.ts';

export interface CodeMatches {
  readonly things: readonly Match[];
  readonly requirements: readonly Match[];
  /** whether a requirement has just this code */
  readonly isExact: boolean;
}

const NONE: CodeMatches = { things: [], requirements: [], isExact: false };
const SHORTEST = 2;

/** The things and requirements whose codes are, or begin with, what was typed. */
export function codeMatches(raw: string, index: SearchIndex): CodeMatches {
  const typed = raw.normalize('NFKC').trim();
  const [plain, short] = [plainCode(typed), shortCode(typed)];
  if (plain.length < SHORTEST || !/^[a-z0-9\s\-‐–—_.]+$/i.test(typed)) return NONE;
  const hasNumber = /\d/.test(plain);
  const things: Match[] = [];
  index.things.forEach(({ codes }, at) => { if (codes.includes(plain)) things.push({ at, cost: 0 }); });
  const requirements: Match[] = [];
  index.requirements.forEach((requirement, at) => {
    const isWhole = requirement.plainCode === plain || requirement.shortCode === short;
    const begins = hasNumber ? requirement.plainCode.startsWith(plain) || requirement.shortCode.startsWith(short) : requirement.plainCode.startsWith(plain) && hasParts(requirement.code, plain);
    if (isWhole || begins) requirements.push({ at, cost: isWhole ? -1 : 0 });
  });
  return { things, requirements, isExact: requirements.some(({ cost }) => cost < 0) };
}

/** Whether letters are the first parts of a code: tamach of TAM-ACH-06, but not ta. */
function hasParts(code: string, letters: string): boolean {
  const parts = code.toLowerCase().split('-');
  return parts.some((_, end) => parts.slice(0, end).join('') === letters);
}

/* Which requirements of a list a query finds: those that the search finds, or else all of the competencies that it finds. */

import type { SearchIndex } from './index.ts';
import { marksOf } from './marks.ts';
import type { Range } from './result.ts';
import { understood } from './search.ts';
import type { Understood } from './search.ts';

export interface Listed {
  readonly codes: ReadonlySet<string>;
  /** how a word was read where only a slip of one sign led to something; else nothing */
  readonly readAs: string;
  /** what to mark in a text of the list */
  readonly marksIn: (text: string) => readonly Range[];
}

const NOTHING: Listed = { codes: new Set(), readAs: '', marksIn: () => [] };

/**
 * @param raw - what was typed
 */
export function listed(index: SearchIndex, raw: string): Listed {
  const known = understood(index, raw);
  if (!known) return NOTHING;
  const { found, readAs } = known;
  const own = found.requirements.map(({ at }) => index.requirements[at]);
  const requirements = own.length ? own : ofCompetencies(index, known);
  const marksIn = (text: string): readonly Range[] => {
    const marks = marksOf(text, found.terms, index.simplified);
    return marks.length ? marks : marksOf(text, found.pieces, index.simplified);
  };
  return { codes: new Set(requirements.map(({ code }) => code)), readAs, marksIn };
}

/** The requirements of the cells that are named; where none is, of the competencies. */
function ofCompetencies(index: SearchIndex, { found: { cells, things } }: Understood) {
  const named = new Set(cells.map(({ at }) => at));
  if (named.size) return index.requirements.filter(({ cell }) => named.has(cell));
  const competencies = things.map(({ at }) => index.things[at]).filter(({ kind }) => kind === 'competency');
  const keys = new Set(competencies.map(({ title, parts }) => `${parts[0]}\n${title}`));
  return index.requirements.filter(({ cell }) => keys.has(`${index.cells[cell].sequence}\n${index.cells[cell].competency}`));
}

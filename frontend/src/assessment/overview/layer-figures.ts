/* The gaps of a team in the cells of the matrix: from files to cells. The figures are those of the team overview, so that a cell says
   no more about anybody than its table does. */

import type { TeamLayerData } from '../../generated/page-data.ts';
import type { Why } from '../../scoring/result.ts';
import type { SavedAssessment } from '../document/model.ts';
import * as scoring from './team-figures.ts';
import type { TeamFile } from './team-files.ts';

/** those of the team who filled in one checklist */
export interface LayerTeam {
  readonly target: string;
  /** the name of the level, grade or position */
  readonly step: string;
  readonly count: number;
  /** why nothing is shown of them */
  readonly why: Why | null;
  readonly again: number;
  /** how many rated by another release */
  readonly old: number;
}

/** what a cell says of one checklist */
export interface Mark {
  readonly code: string;
  /** the column; nothing for an item that all levels ask alike */
  readonly level: string;
  /** whose it is, where the column does not say it */
  readonly step: string;
  /** how many have a score, null where they are too few to be told; of how many */
  readonly scored: number | null;
  readonly of: number;
  /** how many of them are below the standard; null where there is none, or where they are too few */
  readonly below: number | null;
}

export interface Layer {
  readonly teams: readonly LayerTeam[];
  readonly marks: readonly Mark[];
}

type Checklists = Pick<TeamLayerData, 'targets' | 'least' | 'release'>;

const checklistOf = ({ targets, release }: Checklists, target: string) => ({ ...targets[target], target, release });

/** the checklists there are files for, in the order of the handbook */
const chosen = ({ targets }: Checklists, documents: readonly SavedAssessment[]): string[] =>
  Object.keys(targets).filter((target) => documents.some((document) => document.target === target));

/**
 * @param documents - of files, each for one of the checklists
 */
export function layer(data: Checklists, documents: readonly SavedAssessment[]): Layer {
  const all = chosen(data, documents).map((target) => teamOf(data, documents, target));
  return { teams: all.map(({ team }) => team), marks: all.flatMap(({ marks }) => marks) };
}

function teamOf(data: Checklists, documents: readonly SavedAssessment[], target: string): { team: LayerTeam; marks: Mark[] } {
  const checklist = checklistOf(data, target);
  const { count, why, again, items } = scoring.team(checklist, documents, data.least);
  const own = documents.filter((document) => document.target === target);
  const old = scoring.newestOfEach(own).filter((document) => document.release !== data.release && !isEmpty(data, document)).length;
  return {
    team: { target, step: checklist.step, count, why, again, old },
    marks: items.map(({ code, scored, reached }) => {
      const level = checklist.levels[code] || '';
      const isSaid = checklist.kind === 'level' && level !== '';
      const below = scored === null || reached === null ? null : scored - reached;
      return { code, level, step: isSaid ? '' : checklist.step, scored, of: count, below };
    }),
  };
}

const isEmpty = (data: Checklists, document: SavedAssessment): boolean =>
  scoring.team(checklistOf(data, document.target), [document], data.least).empty > 0;

/**
 * Which files count, and why the others do not.
 * @param say - why a file of a checklist does not
 */
export function judged(data: Checklists, files: readonly TeamFile[], say: (why: 'double' | 'empty') => string): TeamFile[] {
  const documents = files.flatMap(({ doc }) => doc || []);
  const newest = new Set(chosen(data, documents).flatMap((target) => scoring.newestOfEach(documents.filter((one) => one.target === target))));
  return files.map((file) => {
    const { doc } = file;
    if (!doc) return file;
    if (!newest.has(doc)) return { ...file, why: say('double') };
    return isEmpty(data, doc) ? { ...file, why: say('empty') } : file;
  });
}

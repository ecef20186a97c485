/* The files of a team, as they are read: which can be used, and why the others cannot. They are never sent and never kept. */

import type { Outline, TeamFacts } from '../../generated/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import type { SavedAssessment } from '../document/model.ts';
import { codeToday } from '../document/targets.ts';
import * as library from '../storage/library.ts';
import type { Speaker } from './team-sheet.ts';

const MOST = 500;

/** a file; why: why it is left out */
export interface TeamFile {
  readonly name: string;
  readonly doc: SavedAssessment | null;
  readonly why: string;
}

export type TeamChecklists = WithWords<TeamFacts & { targets: Readonly<Record<string, Pick<Outline, 'formerTargets'>>> }>;

/** why a file is left out which is for none of the checklists */
type WhyOther = (doc: SavedAssessment) => string;

/**
 * Reads files, as many as can be; the others are one entry.
 * @param data - with the checklists that they may be for
 */
export async function readFiles(data: TeamChecklists, files: readonly File[], word: Speaker, whyOther: WhyOther): Promise<TeamFile[]> {
  const read = await Promise.all(files.slice(0, MOST).map((file) => readFile(data, file, whyOther)));
  const left = files.length - MOST;
  return left > 0 ? [...read, { name: word('rest', { n: left }), doc: null, why: word('too_many', { most: MOST }) }] : read;
}

async function readFile(data: TeamChecklists, file: File, whyOther: WhyOther): Promise<TeamFile> {
  const { doc, problem } = await library.open(file, data);
  if (!doc) return { name: file.name, doc: null, why: library.say(data.words, problem) };
  const target = codeToday(data.targets, doc.target);
  if (Object.hasOwn(data.targets, target)) return { name: file.name, doc: { ...doc, target }, why: '' };
  return { name: file.name, doc: null, why: whyOther(doc) };
}

/** the documents that are for one of the checklists */
export const documentsOf = (files: readonly TeamFile[]): SavedAssessment[] => files.flatMap(({ doc }) => doc || []);

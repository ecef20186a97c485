/* What the questions about a file say: what each is about, and both values as they are read. */

import { speaker } from '../../lib/words.ts';
import type { Say, Spoken } from '../../lib/words.ts';
import type { Words } from '../../generated/words.ts';
import * as core from '../../scoring/reasons.ts';
import type { Answer } from '../document/model.ts';
import type { Cell, Question } from './join.ts';

/** How a page reads what a document says: a checklist knows its own words, a list only those that the file brings. */
export interface Reader {
  /** empty where it is not known */
  itemName(code: string): string;
  rating(code: string, points: string): string;
  /** of a form, or of a field of one of its rows */
  planName(form: string, cell?: { row: string; code: string }): string;
}

export interface Context {
  readonly data: Spoken;
  readonly reader: Reader;
  readonly say: Say<Words['open']>;
}

/** what the question is about */
export function titleOf({ say, reader }: Context, question: Question): string {
  switch (question.part) {
    case 'head': return say(`asks_head_${question.code}`);
    case 'agreement': return say(`asks_${question.code}`);
    case 'plan': return say('asks_plan', { name: reader.planName(question.code) });
    case 'cell': return say('asks_plan', { name: reader.planName(question.form, question) });
    case 'manager_name': return say('asks_manager_name');
    case 'agreed': return say('asks_agreed', { name: reader.itemName(question.code) || question.code });
    default: return say(`asks_${question.part}`, { name: reader.itemName(question.code) || question.here?.name || question.file.name || question.code });
  }
}

/** one of the two values as it is read */
export function textOf(context: Context, question: Question, side: 'here' | 'file'): string {
  const { say, reader } = context;
  switch (question.part) {
    case 'agreed': return ratingText(context, question.code, question[side]);
    case 'head': return question.code === 'mode' ? say(question[side] === 'full' ? 'mode_full' : 'mode_quick') : question[side] ?? '';
    case 'agreement': return codesText(context, question[side] ?? []);
    case 'manager_name': return question[side] ?? '';
    case 'plan': return say('asks_rows', { n: question[side]?.length ?? 0 });
    case 'cell': return cellText(context, question[side]);
    default: return answerText({ data: context.data, reader, say }, question.code, question[side]);
  }
}

function codesText({ say, reader }: Context, codes: readonly string[] | Readonly<Record<string, readonly string[]>>): string {
  const named = Array.isArray(codes) ? codes : Object.keys(codes);
  return named.map((code: string) => reader.itemName(code) || code).join(say('list')) || '—';
}

function cellText({ say }: Context, cell: Cell | null): string {
  if (typeof cell === 'string') return cell;
  return cell !== null && typeof cell === 'object' ? Object.values(cell).join(say('list')) : '';
}

function answerText(context: Context, code: string, answer: Answer | null): string {
  if (!answer) return '—';
  const { say, data } = context;
  const { points, marks, mark, evidence, date, na, unseen, pick } = answer;
  const said = [
    ratingText(context, code, points), ...Object.entries(marks).map(([name, given]) => `${name} ${given}`), mark, evidence, date,
    typeof na === 'string' && (na ? say('asks_na', { why: na }) : core.say(data.words, core.why('na_bare'))), unseen && say('unseen'), pick && say('picked'),
  ];
  return said.filter(Boolean).join(say('gap')) || '—';
}

const ratingText = ({ reader }: Context, code: string, points: string | null): string => (points === null ? '' : reader.rating(code, points));

export const contextOf = (data: Spoken, reader: Reader): Context => ({ data, reader, say: speaker(data, 'open') });

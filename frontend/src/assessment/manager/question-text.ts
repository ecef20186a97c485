/* What the questions about a manager's file say: what each is about, and both values as they are read. */

import { figure, ratingOf } from '../../lib/format.ts';
import { speaker } from '../../lib/words.ts';
import * as core from '../../scoring/reasons.ts';
import * as answers from '../document/answers.ts';
import type { Answer, SavedAssessment } from '../document/model.ts';
import type { Host } from '../host.ts';
import { kindOf, leaves } from '../plan/model.ts';
import { gist, rows } from '../plan/rows.ts';
import { valuer } from '../figures.ts';
import type { Say } from '../figures.ts';
import type { Cell, Question } from './merge-file.ts';

export interface Context {
  readonly data: Host['data'];
  readonly doc: SavedAssessment;
  readonly say: Say;
}

/** what the question is about */
export function titleOf(context: Context, question: Question): string {
  const { say } = context;
  switch (question.part) {
    case 'head': return say('asks_head', { name: say(`asks_head_${question.code}`) });
    case 'plan': return say('asks_plan', { name: planName(context, question.code) });
    case 'cell': return say('asks_plan', { name: planName(context, question.form, question) });
    case 'answers':
    case 'manager': return say(`asks_${question.part}`, { name: itemName(context, question.code) || question.here?.name || question.code });
    default: return say(`asks_${question.part}`, { name: itemName(context, question.code) || question.code });
  }
}

function itemName({ data }: Context, code: string): string {
  const asked = answers.find(data, code);
  return asked ? ('name' in asked && asked.name) || asked.text : '';
}

/**
 * @param id - of a form
 * @param cell - a field of one of its rows; nothing where the whole form is meant
 */
function planName({ data, doc, say }: Context, id: string, cell?: { row: string; code: string }): string {
  const form = data.plan.forms.find((known) => known.id === id);
  if (!form) return [id, cell?.code].filter(Boolean).join(say('between'));
  const row = cell && rows(data, doc, form).find((known) => known.id === cell.row);
  const about = row && (kindOf(form) === 'many' ? gist(data, doc, form, row) : row.name);
  const field = cell && leaves(form.fields).find((known) => known.id === cell.code);
  return [form.name, about, field ? field.name : cell?.code].filter(Boolean).join(say('between'));
}

/** one of the two values as it is read */
export function textOf(context: Context, question: Question, side: 'here' | 'file'): string {
  const { say } = context;
  switch (question.part) {
    case 'agreed': return ratingText(context, question.code, question[side]);
    case 'head': return headText(context, question.code, question[side] ?? '');
    case 'manager_name': return question[side] ?? '';
    case 'plan': return say('asks_rows', { n: question[side]?.length ?? 0 });
    case 'cell': return cellText(context, question[side]);
    default: return answerText(context, question.code, question[side]);
  }
}

function headText({ data }: Context, code: string, text: string): string {
  return code === 'mode' ? speaker(data, 'fill')(text === 'full' ? 'mode_full' : 'mode_quick') : text;
}

function cellText({ say }: Context, cell: Cell | null): string {
  if (typeof cell === 'string') return cell;
  return cell !== null && typeof cell === 'object' ? Object.values(cell).join(say('list')) : '';
}

function answerText(context: Context, code: string, answer: Answer | null): string {
  if (!answer) return '—';
  const { say } = context;
  const { points, marks, mark, evidence, date, na, unseen, pick } = answer;
  const said = [
    ratingText(context, code, points), ...Object.entries(marks).map(([name, given]) => `${name} ${given}`), mark, evidence, date,
    typeof na === 'string' && (na ? say('asks_na', { why: na }) : core.say(context.data.words, core.why('na_bare'))), unseen && say('state_unseen'), pick && say('chosen'),
  ];
  return said.filter(Boolean).join(say('gap_wide')) || '—';
}

function ratingText({ data, say }: Context, code: string, points: string | null): string {
  if (points === null) return '';
  const item = data.items.find((known) => known.code === code);
  if (item?.kind === 'condition') return say(points === '1' ? 'condition_met' : 'condition_unmet');
  if (item?.scale === 'levels') return valuer(data)(item, points);
  const rating = ratingOf(data.scales[item ? item.scale : data.partScale || data.scale], points);
  return rating ? say('rating', { points: figure(points), name: rating.name }) : figure(points);
}

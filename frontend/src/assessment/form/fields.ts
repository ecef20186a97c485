/* The fields of the server's form: which of them asks what, what it shows of an answer, what it changes in one. */

import type { Answer } from '../document/answers.ts';
import { said, stamp } from '../document/answers.ts';
import type { ChecklistData } from '../document/model.ts';

export type Control = HTMLInputElement | HTMLTextAreaElement;
type Kind = 'rating' | 'mark' | 'evidence' | 'date' | 'absence' | 'reason' | 'unseen' | 'pick';
/** code: of the item, or of the part it asks about; subject: of an exam, by its name */
type Question = { kind: Kind, code: string } | { kind: 'subject', code: string, subject: string };
export type Field = Question & { control: Control };

/** what of an item its fields ask about */
type Asked = { code: string, parts: readonly { code: string }[], subjects: readonly { name: string }[] };

/** what stands in front of the code in the name of a field */
const KINDS: Record<string, Kind> = {
  r: 'rating', m: 'mark', v: 'evidence', d: 'date', na: 'absence', y: 'reason', unseen: 'unseen', pick: 'pick',
};
const RATINGS = ['rating', 'mark', 'subject'];
const TEXTS = ['evidence', 'reason', 'mark', 'subject'];

function questionsOf({ code, parts, subjects }: Asked): Map<string, Question> {
  return new Map<string, Question>([
    ...Object.entries(KINDS).map(([letters, kind]): [string, Question] => [`${letters}-${code}`, { kind, code }]),
    ...parts.map((part): [string, Question] => [`p-${part.code}`, { kind: 'rating', code: part.code }]),
    ...subjects.map(({ name }, at): [string, Question] => [`m-${code}-${at}`, { kind: 'subject', code, subject: name }]),
  ]);
}

/**
 * The fields of an item.
 * @param controls - in the order of the page
 */
export function fieldsAmong(controls: Iterable<Control>, item: Asked): Field[] {
  const questions = questionsOf(item);
  return Array.from(controls).flatMap((control) => {
    const question = questions.get(control.name);
    return question ? [{ ...question, control }] : [];
  });
}

/** whether it says how one stands */
export const rates = ({ kind }: Field): boolean => RATINGS.includes(kind);

/** whether it is typed, and so saved a moment later */
export const isText = ({ kind }: Field): boolean => TEXTS.includes(kind);

export const isChecked = ({ control }: Field): boolean => 'checked' in control && control.checked;

/** whether an answer ticks it; null where it holds a text */
export function ticks({ kind, control }: Field, answer: Partial<Answer>): boolean | null {
  if (kind === 'rating') return answer.points === control.value;
  if (kind === 'pick' || kind === 'unseen') return answer[kind] === true;
  return kind === 'absence' ? typeof answer.na === 'string' : null;
}

/** the text that it shows of an answer */
export function textOf(field: Field, answer: Partial<Answer>): string {
  if (field.kind === 'subject') return answer.marks?.[field.subject] || '';
  if (field.kind === 'reason') return answer.na || '';
  if (field.kind === 'mark' || field.kind === 'evidence' || field.kind === 'date') return answer[field.kind] || '';
  return '';
}

/**
 * What stands in a field now, as a change of its answer.
 * @param reason - why the item is not applicable, as far as somebody has said so
 */
export function changeOf(field: Field, data: Pick<ChecklistData, 'items' | 'release'>, reason: string): (answer: Answer) => void {
  const { value } = field.control;
  const checked = isChecked(field);
  const rating = (change: (answer: Answer) => void) => (answer: Answer) => {
    change(answer);
    stamp(answer, data, field.code);
  };
  switch (field.kind) {
    case 'rating': return rating((answer) => { answer.points = value; });
    case 'mark': return rating((answer) => { answer.mark = value === '' ? null : value; });
    case 'subject': return rating((answer) => { answer.marks = { ...answer.marks, [field.subject]: value }; });
    case 'evidence': return (answer) => { answer.evidence = value; };
    case 'date': return (answer) => { answer.date = value; };
    case 'reason': return (answer) => { answer.na = said(value) ? value : ''; };
    case 'pick': return (answer) => { answer.pick = checked; };
    case 'unseen': return (answer) => {
      answer.unseen = checked;
      if (checked) answer.na = null;
    };
    case 'absence': return (answer) => {
      if (checked) answer.unseen = false;
      answer.na = checked ? said(reason) ? reason : '' : null;
    };
  }
}

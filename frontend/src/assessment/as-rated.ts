/* What was read by who rated it: a document that stays on the release it was handed over with is talked about and signed in the words
   of that, which its answers hold. No page here. */

import type { ChecklistItem } from '../generated/page-data.ts';
import { answerTo } from './document/answers.ts';
import type { ChecklistData, SavedAssessment } from './document/model.ts';
import { sentencesOf } from './standard.ts';

type Given = Pick<SavedAssessment, 'release' | 'answers' | 'manager' | 'agreement'>;
type Part = ChecklistItem['parts'][number];

/** the wording that was rated, the employee's before the manager's; that of today where neither is another */
function textThen({ answers, manager }: Given, { code, hash, text }: Pick<Part, 'code' | 'hash' | 'text'>): string {
  const given = [answers, manager.answers].map((all) => answerTo(all, code));
  return given.find((answer) => answer?.text && answer.hash !== hash)?.text ?? text;
}

/** Parts of what was rated as a whole: lines that still stand are what they were, and so are reworded ones where each has its place. */
function partsThen(item: ChecklistItem, text: string, ticked: readonly string[]): Part[] {
  const lines = sentencesOf({ ...item, text, parts: [] }).map((line) => line.text);
  const ended = item.parts.filter((part) => !lines.includes(part.text));
  const strange = lines.filter((line) => !item.parts.some((part) => part.text === line));
  const isReworded = strange.length === ended.length;
  const unknown = { ...item.parts[0], code: '', negative: false };
  const parts = lines.map((line) =>
    item.parts.find((part) => part.text === line) ?? { ...(isReworded ? ended[strange.indexOf(line)] : unknown), text: line });
  // what a talk ticked of today's sentences is kept in any case
  return isReworded ? parts : [...parts, ...ended.filter(({ code }) => ticked.includes(code))];
}

export function asRated({ release }: Pick<ChecklistData, 'release'>, doc: Given, item: ChecklistItem): ChecklistItem {
  if (!doc.release || doc.release === release) return item;
  const text = textThen(doc, item);
  const ticked = Object.hasOwn(doc.agreement.unmet, item.code) ? doc.agreement.unmet[item.code] : [];
  const parts = text !== item.text && item.parts.length ? partsThen(item, text, ticked)
    : item.parts.map((part) => ({ ...part, text: textThen(doc, part) }));
  return { ...item, text, parts };
}

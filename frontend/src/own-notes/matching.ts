/* Which notes belong to which items of a checklist: by the item's code and those of its indicators, also by what took the place
   of a code that has ended. */

import type { Note } from './note.ts';

/** as much of a checklist as is asked for */
export interface Listed {
  readonly items: readonly { readonly code: string; readonly parts: readonly { readonly code: string }[] }[];
  /** what has ended, by code */
  readonly gone: Readonly<Record<string, { readonly replacedBy: readonly string[] }>>;
}

/** a code and all that followed it, itself first */
export function followers(code: string, gone: Listed['gone']): string[] {
  const found = [code];
  for (const one of found) {
    const next = Object.hasOwn(gone, one) ? gone[one].replacedBy : [];
    found.push(...next.filter((other) => !found.includes(other)));
  }
  return found;
}

/** The notes of each item, by the item's code. What a note is about decides; what is around it only where the checklist does not know that. */
export function notesByItem(notes: readonly Note[], { items, gone }: Listed): Map<string, Note[]> {
  const itemOf = new Map(items.flatMap(({ code, parts }) => [code, ...parts.map((part) => part.code)].map((one) => [one, code] as const)));
  const found = new Map<string, Note[]>();
  for (const note of notes) {
    const hits = note.codes.map((code) => new Set(followers(code, gone).map((one) => itemOf.get(one)).filter((item) => item !== undefined)));
    for (const item of hits.find((hit) => hit.size) ?? []) found.set(item, [...(found.get(item) ?? []), note]);
  }
  return found;
}

interface Evidence {
  readonly evidence: string;
  readonly date: string;
}
type Said = Pick<Note, 'text' | 'at'>;

/** The same answer with a note as it reads now, where a copy of it stands word for word; else nothing. */
export function withChanged({ evidence, date }: Evidence, before: Said, now: Said): Evidence | null {
  if (evidence === before.text) return { evidence: now.text, date: date === before.at ? now.at : date };
  const padded = `\n${evidence}\n`;
  const copies = [`${before.at} ${before.text}`, before.text].map((text) => `\n${text}\n`);
  const at = copies.findIndex((copy) => padded.includes(copy));
  if (at < 0) return null;
  const fresh = at === 0 ? `${now.at} ${now.text}` : now.text;
  return { evidence: padded.replace(copies[at], () => `\n${fresh}\n`).slice(1, -1), date };
}

/** The text of an answer with that of a note behind it; the day is said where the answer has another, or none of its own. */
export function appended(answer: Evidence, { text, at }: Said): Evidence {
  const before = answer.evidence.trimEnd();
  if (!before && (!answer.date || answer.date === at)) return { evidence: text, date: at };
  return { evidence: [...(before ? [before] : []), `${at} ${text}`].join('\n'), date: answer.date };
}

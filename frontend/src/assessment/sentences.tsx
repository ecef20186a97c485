/* What the standard says of an item, sentence by sentence, each with its code as a link to its page. */

import type { ChecklistItem } from '../generated/page-data.ts';
import { codeHref } from './figures.ts';
import type { Figures } from './figures.ts';

export interface Sentence {
  readonly text: string;
  /** nothing where it has none of its own */
  readonly code: string;
  /** whether it says what should not be seen */
  readonly negative?: boolean;
}

/** the sentences of an item; where it has none that are rated one by one, the lines of what it asks */
export function sentencesOf({ parts, text }: ChecklistItem): readonly Sentence[] {
  if (parts.length) return parts;
  return text.split('\n').filter((line) => line.trim()).map((line) => ({ text: line, code: '', negative: false }));
}

export function Sentences({ view, sentences }: { view: Figures; sentences: readonly Sentence[] }) {
  return (
    <ul class="lb-plain lb-says">
      {sentences.map(({ text, code, negative }) => {
        const href = code && codeHref(view, code);
        return (
          <li key={code || text}>
            {negative && <><span class="lb-mark">{view.say('negative')}</span> </>}{text}
            {href && <> <a class="lb-code" href={href}>{code}</a></>}
          </li>
        );
      })}
    </ul>
  );
}

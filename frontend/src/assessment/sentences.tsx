/* What the standard says of an item, sentence by sentence, each with its code as a link to its page. */

import { codeHref } from './figures.ts';
import type { Figures } from './figures.ts';
import type { Sentence } from './standard.ts';

export { sentencesOf } from './standard.ts';

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

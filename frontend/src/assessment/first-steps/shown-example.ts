/* An example on a checklist: held in this tab alone, said to be one as long as it is there, gone by one click. */

import type { Words } from '../../generated/words.ts';
import { make } from '../../lib/draw.ts';
import type { Say } from '../../lib/words.ts';
import { stamp } from '../document/answers.ts';
import type { Host } from '../host.ts';
import { employee } from './made-up.ts';

type Word = Say<Words['first']>;

/** The line that says that it is an example; on paper too. */
export function banner(word: Word, drop: () => void): HTMLElement {
  const button = make('button', { type: 'button', class: 'lb-btn lb-noprint' }, [word('drop')]);
  button.addEventListener('click', drop);
  return make('div', { class: 'lb-example', role: 'status' }, [make('p', {}, [word('banner')]), button]);
}

export function showExample(host: Host, word: Word) {
  const { keeper, data } = host;
  if (keeper.isExample) return;
  host.flush();
  const before = keeper.kept ? host.doc.id : '';
  const doc = employee(data, word, Date.now());
  for (const answers of [doc.answers, doc.manager.answers]) {
    for (const [code, answer] of Object.entries(answers)) stamp(answer, data, code);
  }
  const line = banner(word, () => {
    host.showView('check', false);
    keeper.start(before);
    host.say(word('dropped'));
    const first = host.querySelector<HTMLElement>('.lb-first:not([hidden]) button');
    if (first) first.focus();
    else host.next('');
  });
  const follow = () => {
    if (keeper.isExample) return;
    host.removeEventListener('lb-change', follow);
    host.toggleAttribute('data-example', false);
    line.remove();
  };
  host.toggleAttribute('data-example', true);
  host.querySelector('.lb-views')?.before(line);
  keeper.exhibit(doc);
  host.addEventListener('lb-change', follow);
  window.scrollTo(0, 0);
  line.querySelector('button')?.focus({ preventScroll: true });
}

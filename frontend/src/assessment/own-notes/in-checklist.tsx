/* What was noted, at the items of a checklist that it is about: it waits there to be put into the answer, as a copy. Only the
   employee sees it: notes are private to who keeps them. */

import { render } from 'preact';
import type { Words } from '../../generated/words.ts';
import { make } from '../../lib/draw.ts';
import type { Say } from '../../lib/words.ts';
import { appended, notesByItem } from '../../own-notes/matching.ts';
import { today } from '../../own-notes/note.ts';
import type { Note } from '../../own-notes/note.ts';
import * as store from '../../own-notes/store.ts';
import { open } from '../document/answers.ts';
import type { Host } from '../host.ts';

const OPEN = 3; // so many notes are shown at once

interface Shown {
  readonly host: Host;
  readonly word: Say<Words['note']>;
}

/** Shows notes at the items of a checklist, and follows what is noted. */
export function showIn(host: Host, word: Say<Words['note']>) {
  const places = new Map<string, HTMLElement>();
  for (const item of host.querySelectorAll<HTMLElement>('[data-item]')) {
    const place = make('div', { class: 'lb-waits lb-noprint' });
    item.querySelector('.lb-item__more')?.before(place);
    places.set(item.dataset.item ?? '', place);
  }
  const show = () => {
    const isOwn = host.seat === 'employee' && host.who === 'employee' && !host.closed;
    const found = isOwn ? notesByItem(store.list(), host.data) : new Map<string, Note[]>();
    for (const [code, place] of places) {
      const notes = found.get(code) ?? [];
      if (notes.length || place.firstChild) render(<Waiting host={host} word={word} code={code} notes={notes} />, place);
    }
  };
  host.addEventListener('lb-change', show);
  store.watch(show);
  show();
}

function Waiting({ host, word, code, notes }: Shown & { code: string; notes: readonly Note[] }) {
  const item = host.data.items.find((one) => one.code === code);
  if (!notes.length) return null;
  return (
    <details class="lb-more" open={notes.length <= OPEN}>
      <summary>{word('waiting', { n: notes.length })}<span class="lb-vh">{word('of', { name: item?.name ?? code })}</span></summary>
      <ul class="lb-plain">
        {notes.map((note) => <Line key={note.id} host={host} word={word} code={code} note={note} />)}
      </ul>
    </details>
  );
}

function Line({ host, word, code, note }: Shown & { code: string; note: Note }) {
  const isUsed = note.used.some(({ id }) => id === host.doc.id);
  return (
    <li class={isUsed ? 'is-used' : undefined}>
      <time dateTime={note.at}>{note.at}</time>
      <span class="lb-waits__text">{note.text}</span>
      <button type="button" class="lb-link" aria-label={word(isUsed ? 'use_again_of' : 'use_of', { text: note.text.slice(0, 20) })} onClick={() => use(host, word, code, note)}>
        {word(isUsed ? 'use_again' : 'use')}
      </button>
    </li>
  );
}

/** Puts a copy of a note behind what stands in the answer. */
function use(host: Host, word: Say<Words['note']>, code: string, note: Note) {
  host.flush();
  host.update((draft) => {
    const answer = open(draft, 'employee', host.data, code);
    Object.assign(answer, appended(answer, note));
  });
  if (host.keeper.failed) return; // it is said, and the note was not used
  const { problem } = store.use(note.id, { id: host.doc.id, title: host.data.title, at: today() });
  host.say(word(problem ? `kept_${problem}` : 'used_now'));
}

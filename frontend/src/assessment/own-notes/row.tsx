/* One note of the list: its day, its text, what it is about and where it was used; changed in its place. */

import { EDITION_ROOT } from '../../lib/site-root.ts';
import type { Note } from '../../own-notes/note.ts';
import { Panel } from '../../own-notes/panel.tsx';
import * as store from '../../own-notes/store.ts';
import { Choice } from './choice.tsx';
import { Link } from './parts.tsx';
import type { Shown } from './parts.tsx';

type OfNote = Shown & { readonly note: Note };

export function Row(shown: OfNote) {
  const { word, actions, directory, editing, note } = shown;
  if (editing === note.id) return <li data-id={note.id} class="is-open"><Change {...shown} /></li>;
  const say = (key: 'change_of' | 'erase_of') => word(key, { text: note.text.slice(0, 20) });
  const change = () => {
    void directory.know([note.codes[0]]).then(() => actions.edit(note.id));
  };
  return (
    <li data-id={note.id} class={note.used.length ? 'is-used' : undefined}>
      <time dateTime={note.at}>{note.at}</time>
      <div>
        <p class="lb-noted__text">{note.text}</p>
        <small><About {...shown} />{note.used.map(({ id, title, at }) => <span key={`${id} ${at}`} class="lb-noted__used">{word('used_in', { title, day: at })}</span>)}</small>
      </div>
      <span class="lb-noted__acts lb-noprint">
        <Link act={change} label={say('change_of')}>{word('change')}</Link>
        <Link act={() => actions.erase(note)} label={say('erase_of')}>{word('erase')}</Link>
      </span>
    </li>
  );
}

/** What it is about; of what has ended, what took its place. */
function About({ word, directory, actions, note }: OfNote) {
  const [code] = note.codes;
  const subject = directory.subject(code);
  if (!subject) return <span>{code}</span>;
  const isIndicator = subject.whole !== code;
  return (
    <>
      <span>{subject.name}</span>
      <a class="lb-a" href={`${EDITION_ROOT}id/${encodeURIComponent(code)}/index.html`}>{isIndicator ? subject.text : code}</a>
      {isIndicator && <span class="lb-code">{code}</span>}
      {subject.instead?.length === 0 && <span>{word('ended')}</span>}
      {subject.instead?.map((heir) => (
        <span key={heir}>{word('replaced', { code: heir })}<span class="lb-noprint"><Link act={() => actions.move(note, heir)}>{word('move', { code: heir })}</Link></span></span>
      ))}
    </>
  );
}

/** A note as it was when somebody began to change it: another tab may have changed it since, and that stays beside it. */
const asOf = (note: Note, state = note.state): Note => (state === note.state ? note : { ...note, state, line: [] });

function Change(shown: OfNote) {
  const { word, directory, actions, note } = shown;
  return (
    <Panel word={word} title={word('change_title')} about={note.id} first={{ text: note.text, at: note.at, code: note.codes[0], state: note.state }}
      save={(written, { state }) => store.edit(asOf(note, state), written)} done={() => actions.kept(note)} close={() => actions.edit(null)}
      codesOf={(code) => (code === note.codes[0] ? note.codes : directory.codesOf(code))}
      choice={(code, choose) => <Choice {...shown} code={code} choose={choose} />} />
  );
}

/* How the list of notes looks: by half-year or competency, each with what can be done with it. */

import { by, halfOf } from '../../own-notes/note.ts';
import type { Note } from '../../own-notes/note.ts';
import { Panel, blank } from '../../own-notes/panel.tsx';
import * as store from '../../own-notes/store.ts';
import type { Spoken } from '../../lib/words.ts';
import { UndoLine } from '../undo-line.tsx';
import type { Offer } from '../undo-line.tsx';
import { Choice } from './choice.tsx';
import { Link } from './parts.tsx';
import type { Order, Shown } from './parts.tsx';
import { Row } from './row.tsx';

interface Everything extends Shown {
  readonly notes: readonly Note[];
  readonly doubts: ReturnType<typeof store.doubts> & { readonly damaged: readonly store.Broken[] };
  readonly order: Order;
  readonly unusedOnly: boolean;
  readonly data: Spoken;
  /** what can be taken back */
  readonly offer: Offer | null;
  readonly said: string;
}

function Choices<Key extends string>({ name, legend, chosen, keys, choose }: {
  name: string; legend: string; chosen: Key; keys: readonly (readonly [Key, string])[]; choose: (key: Key) => void;
}) {
  return (
    <fieldset class="lb-seg" aria-label={legend}>
      {keys.map(([key, label]) => (
        <label key={key}><input type="radio" name={`lb-notes-${name}`} autocomplete="off" checked={key === chosen} onChange={() => choose(key)} /><span>{label}</span></label>
      ))}
    </fieldset>
  );
}

function Bar({ word, actions, notes, order, unusedOnly }: Everything) {
  const unused = notes.filter(({ used }) => !used.length).length;
  return (
    <div class="lb-bar lb-noprint">
      {notes.length > 0 && (
        <>
          <Choices name="order" legend={word('order')} chosen={order} choose={(key) => actions.arrange(key, unusedOnly)}
            keys={[['time', word('by_time')], ['competency', word('by_competency')]]} />
          <Choices name="which" legend={word('which')} chosen={unusedOnly ? 'unused' : 'all'} choose={(key) => actions.arrange(order, key === 'unused')}
            keys={[['all', word('all', { n: notes.length })], ['unused', word('unused', { n: unused })]]} />
        </>
      )}
      <span class="lb-bar__end">
        <button type="button" class="lb-btn" data-act="note" onClick={() => actions.edit('')}>{word('title')}</button>
        <button type="button" class="lb-btn" onClick={() => actions.choose()}>{word('open_file')}</button>
        {notes.length > 0 && (
          <>
            <button type="button" class="lb-btn" onClick={() => actions.saveFile()}><i class="lb-i lb-i--down" aria-hidden="true" />{word('save_file')}</button>
            <button type="button" class="lb-btn" onClick={() => actions.print()}><i class="lb-i lb-i--print" aria-hidden="true" />{word('print')}</button>
          </>
        )}
      </span>
    </div>
  );
}

function Group({ title, notes, ...shown }: Shown & { title: string; notes: readonly Note[] }) {
  return (
    <section>
      <h3 class="lb-noted__head">{title}<span class="lb-sec__n">{shown.word('count', { n: notes.length })}</span></h3>
      <ol class="lb-noted__list">{notes.map((note) => <Row key={note.id} {...shown} note={note} />)}</ol>
    </section>
  );
}

function New(shown: Shown) {
  const { word, directory, actions } = shown;
  return (
    <Panel word={word} title={word('title')} about="new" first={blank('')} save={store.add} done={() => actions.kept()} close={() => actions.edit(null)}
      codesOf={(code) => directory.codesOf(code)} choice={(code, choose) => <Choice {...shown} code={code} choose={choose} />} />
  );
}

function Doubts({ word, actions, doubts }: Everything) {
  return (
    <>
      {doubts.newer && <p class="lb-alarm">{word('newer')}</p>}
      {doubts.unread > 0 && <p class="lb-note">{word('unread', { n: doubts.unread })}</p>}
      {doubts.damaged.map(({ key, at, size }) => (
        <p key={key} class="lb-note lb-noted__damaged">
          {word('damaged', { day: at.slice(0, 10), size: Math.max(1, Math.round(size / 1024)) })}
          <Link act={() => actions.saveDamaged(key)}>{word('save_file')}</Link>
          <Link act={() => void actions.eraseDamaged(key)}>{word('erase')}</Link>
        </p>
      ))}
    </>
  );
}

/** @returns the heading of the group in which a note stands */
function headingOf({ word, directory, order }: Everything, note: Note): string {
  if (order === 'competency') return directory.subject(note.codes[0])?.name ?? note.codes[0];
  const [year, half] = halfOf(note.at).split('-H');
  return word(half === '1' ? 'first_half' : 'second_half', { year });
}

export function View(all: Everything) {
  const { data, word, actions, directory, notes, unusedOnly, editing, offer, said } = all;
  const shown = { word, directory, actions, editing };
  const listed = unusedOnly ? notes.filter(({ used, id }) => !used.length || id === editing) : notes;
  return (
    <>
      <h2 class="lb-sec">{word('list')}{notes.length > 0 && <span class="lb-sec__n">{word('count', { n: notes.length })}</span>}</h2>
      <p class="lb-note">{word(notes.length ? 'where' : 'none')}</p>
      <Doubts {...all} />
      <Bar {...all} />
      {offer && <UndoLine data={data} offer={offer} />}
      <p class="lb-noted__said lb-noprint" role="status">{said}</p>
      {editing === '' && <New {...shown} />}
      {by(listed, (note) => headingOf(all, note)).map(([title, group]) => <Group key={title} {...shown} title={title} notes={group} />)}
    </>
  );
}

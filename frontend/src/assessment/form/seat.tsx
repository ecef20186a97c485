/* Says who sits at the assessment that is open and what can be changed there, asks where nobody knows, and changes seats by name. */

import type { ComponentChildren } from 'preact';
import { Fragment } from 'preact';
import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import { otherOf } from '../document/answers.ts';
import { dayOf } from '../document/document.ts';
import type { Host, Side } from '../host.ts';
import { bring } from '../on-demand.ts';
import { codeOf, current } from '../signed/code.ts';
import * as seats from '../storage/seats.ts';

const SIDES: Side[] = ['employee', 'manager'];

/** how the one is called who is rated */
export const labelOf = ({ doc }: Host): string => seats.named(doc.id) || doc.name || '';

/** The line above the form; nothing where somebody fills in what is the own. */
export function SeatLine({ host }: { host: Host }) {
  const others = host.seat === 'employee' && host.who === 'employee' && !host.keeper.kept ? host.keeper.open('manager') : [];
  const content = others.length ? <Others host={host} others={others} /> : lineOf(host);
  return <div class={`lb-who lb-noprint${others.length ? ' is-quiet' : ''}`} role="status" hidden={!content}>{content}</div>;
}

function lineOf(host: Host): ComponentChildren {
  const word = speaker(host.data, 'seat');
  if (!host.seat) return null; // it is asked before anything is shown
  if (host.seat === 'reader') return <p>{word('reader')}</p>;
  if (host.who !== host.seat) {
    return (
      <>
        <p>{word(host.seat === 'manager' ? 'locked_employee' : 'locked_manager')}</p>
        <button type="button" key="back" class="lb-btn" onClick={() => { host.who = seats.sideOf(host.seat); }}>{word('back')}</button>
      </>
    );
  }
  if (host.seat === 'employee') return null;
  const name = seats.named(host.doc.id);
  return <p>{name ? word('manager_named', { name }) : word('manager_now')}</p>;
}

/** The form is one's own; what one rates for others is a click away. */
function Others({ host, others }: { host: Host, others: ReturnType<Host['keeper']['open']> }) {
  const word = speaker(host.data, 'seat');
  return (
    <p>
      {word('others', { n: others.length })}
      {others.map(({ id, name, changed }, at) => (
        <Fragment key={id}>
          {at > 0 && host.word('comma')}
          <a class="lb-a" href={`#open=${id}`}>{seats.named(id) || name || word('of_day', { day: dayOf(changed) })}</a>
        </Fragment>
      ))}
    </p>
  );
}

/** Where the button is gone that had the focus. */
export function focusRating(host: Host) {
  const first = host.data.items.find(({ kind }) => kind !== 'none');
  if (host.view === 'check' && first) host.focusItem(first.code);
}

/** Whoever looks at a finished one is told, and whoever goes on with one that was handed over on another release. */
export function Finished({ host }: { host: Host }) {
  const { doc, data, word } = host;
  const isOther = Boolean(doc.release && data.release) && doc.release !== data.release;
  const releases = { then: doc.release, now: data.release };
  if (!doc.finished) return isOther ? <p class="lb-done lb-noprint">{word('stays_of', releases)} <button type="button" class="lb-link" data-act="move-on" onClick={() => void moveOn(host)}>{word('move_on')}</button></p> : null;
  const last = current(doc.signed);
  return (
    <p class="lb-done lb-noprint">
      {last ? word('signed_now', { day: dayOf(last.at), code: codeOf(last.hash) }) : word('finished_now', { day: dayOf(doc.finished) })}
      {isOther && word('finished_older', releases)}
    </p>
  );
}

async function moveOn(host: Host) {
  const move = await bring(host, 'levelbookMoveOn');
  if (move) await move(host);
  else host.say(host.word('views_missing'));
}

/** Whose ratings are shown, and how somebody else sits down here. */
export function SeatFields({ host }: { host: Host }) {
  const word = speaker(host.data, 'seat');
  return (
    <div>
      <fieldset class="lb-seg">
        <legend>{word('shown')}</legend>
        {SIDES.map((who) => (
          <label>
            <input type="radio" name="set-who" value={who} checked={host.who === who} disabled={!host.looks && who !== host.seat}
              onChange={() => { host.who = who; }} />
            <span>{host.word(`who_${who}`)}</span>
          </label>
        ))}
      </fieldset>
      <p class="lb-set__say">{word('shown_say')}</p>
      <p>
        <button type="button" class="lb-link" hidden={!host.seat || host.seat === 'reader'} onClick={() => void changeSeats(host)}>
          {word(host.seat === 'manager' ? 'to_employee' : 'to_manager')}
        </button>
      </p>
    </div>
  );
}

/** Somebody else sits down: after asking, as from then on others' ratings are locked. */
async function changeSeats(host: Host) {
  const word = speaker(host.data, 'seat');
  const next = otherOf(seats.sideOf(host.seat));
  const answer = await ask(host, {
    title: word(`to_${next}_title`), text: [word(`to_${next}_say`)],
    choices: [{ key: 'no', label: word('stay'), out: true }, { key: 'yes', label: word(`to_${next}`), main: true }],
  });
  if (answer === 'yes') host.sit(next);
}

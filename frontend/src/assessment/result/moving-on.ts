/* An assessment stays on the release that it was handed over with: what a new one has changed of what it rests on, and the way to
   move on, which is the employee's, item by item. */

import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import type { Look } from '../document/migrate.ts';
import { resultThen } from '../document/moved.ts';
import { resultOf } from '../document/results.ts';
import type { Host } from '../host.ts';

/** whether it is for who sits here to take the ratings back and look at them again */
const canMove = ({ actor, doc: { handed, agreement, finished } }: Host): boolean => actor === 'employee' && handed.at !== null && !agreement.done && !finished;

/** each once, also where both have rated it */
function changesOf({ keeper: { look }, who }: Host): readonly Look[] {
  const own = look.filter((one) => one.who === who);
  const known = new Set(own.map(({ code, kind }) => `${code} ${kind}`));
  return [...own, ...look.filter((one) => !known.has(`${one.code} ${one.kind}`))];
}

function lineOf({ word }: Host, { name, code, kind, old, now, also = [] }: Look): HTMLElement {
  const each = [{ kind, old, now }, ...also].map((one) => {
    const key = `look_what_${one.kind}`;
    return make('p', {}, [
      ...(word.has(key) ? [make('small', {}, [word(key)])] : []),
      make('del', {}, [one.old || word('no_text')]), ' → ', make('ins', {}, [one.now || word('no_text')]),
    ]);
  });
  return make('li', {}, [make('b', {}, [name || code]), ...each]);
}

export async function moveOn(host: Host) {
  const { doc, data } = host;
  const say = speaker(data, 'result');
  const changes = changesOf(host);
  const releases = { then: doc.release, now: data.release };
  const { again: out, mean } = resultOf(data, doc);
  const then = resultThen(data, doc);
  const isOwn = canMove(host);
  const answer = await ask(host, {
    title: say('move_title', releases),
    text: [
      changes.length ? say('move_changes', { ...releases, n: changes.length }) : say('move_none'),
      ...(out ? [say('move_out', { n: out })] : []),
      ...(then?.mean && mean !== null && then.mean !== mean ? [say('move_mean', { then: then.mean, now: mean })] : []),
      say(isOwn ? (doc.manager.given ? 'move_given' : 'move_say') : doc.agreement.done ? 'move_agreed' : 'move_others', releases),
    ],
    more: make('ul', { class: 'lb-plain lb-moves', tabindex: 0 }, changes.map((change) => lineOf(host, change))),
    choices: isOwn
      ? [{ key: 'no', label: say('move_stay', releases), out: true }, { key: 'yes', label: say('move_do', releases), main: true }]
      : [{ key: 'no', label: say('move_stay', releases), out: true }],
  });
  if (answer !== 'yes') return;
  const back = host.keeper.hold();
  host.update((draft) => { draft.handed = { ...draft.handed, at: null }; });
  host.offerUndo(say('moved_on', releases), back);
}

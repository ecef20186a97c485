/* An assessment stays on the release that it was handed over with: what a new one has changed of what it rests on, and the way to
   move on, which is the employee's, item by item. It comes with a script that is loaded when somebody asks. */

import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
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

function lineOf(word: Say<Words['changed']>, { name, code, kind, old, now, also = [] }: Look): HTMLElement {
  const each = [{ kind, old, now }, ...also].map((one) => {
    const key = `what_${one.kind}`;
    return make('p', {}, [
      ...(word.has(key) ? [make('small', {}, [word(key)])] : []),
      make('del', {}, [one.old || word('no_text')]), ' → ', make('ins', {}, [one.now || word('no_text')]),
    ]);
  });
  return make('li', {}, [make('b', {}, [name || code]), ...each]);
}

declare global {
  interface Window {
    /** Says what a newer release has changed, and asks whether to move on to it. */
    levelbookMoveOn?: (host: Host) => Promise<void>;
  }
}

async function moveOn(host: Host) {
  const { doc, data } = host;
  const say = speaker(data, 'moving');
  const word = speaker(data, 'changed');
  const changes = changesOf(host);
  const releases = { then: doc.release, now: data.release };
  const { again: out, mean } = resultOf(data, doc);
  const then = host.actor !== 'manager' || host.looks ? resultThen(data, doc) : null; // the employee's
  const isOwn = canMove(host);
  const answer = await ask(host, {
    title: say('title', releases),
    text: [
      changes.length ? say('changes', { ...releases, n: changes.length }) : say('none'),
      ...(out ? [say('out', { n: out })] : []),
      ...(then?.mean && mean !== null && then.mean !== mean ? [say('mean', { then: then.mean, now: mean })] : []),
      say(isOwn ? (doc.manager.given ? 'given' : 'say') : doc.agreement.done ? 'agreed' : 'others', releases),
    ],
    more: make('ul', { class: 'lb-plain lb-moves', tabindex: 0 }, changes.map((change) => lineOf(word, change))),
    choices: isOwn
      ? [{ key: 'no', label: say('stay', releases), out: true }, { key: 'yes', label: say('move', releases), main: true }]
      : [{ key: 'no', label: say('stay', releases), out: true }],
  });
  if (answer !== 'yes') return;
  const back = host.keeper.hold();
  host.update((draft) => { draft.handed = { ...draft.handed, at: null }; });
  host.offerUndo(say('done', releases), back);
}

window.levelbookMoveOn = moveOn;

/* What one does with an assessment as a whole: save it to a file, open one, print, erase. Nothing is overwritten unasked. */

import { Fragment } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import * as documents from '../document/document.ts';
import { isOf } from '../document/targets.ts';
import type { Host, ResultElement, SavedAssessment } from '../host.ts';
import * as library from '../storage/library.ts';
import { openFile } from '../storage/open-file.ts';
import * as seats from '../storage/seats.ts';
import * as store from '../storage/store.ts';

export function Files({ host }: { host: Host }) {
  const { word } = host;
  const [told, setTold] = useState({ text: '', times: 0 });
  const field = useRef<HTMLInputElement>(null);
  const read = async (input: HTMLInputElement) => {
    const file = input.files?.item(0);
    input.value = ''; // or the same file could not be chosen again
    const text = file ? await open(host, file) : undefined;
    if (text !== undefined) setTold(({ times }) => ({ text, times: times + 1 }));
  };
  return (
    <div class="lb-panel__files">
      <div class="lb-panel__btns">
        <button type="button" class="lb-btn" onClick={() => host.saveFile()}><i class="lb-i lb-i--down" aria-hidden="true" />{word('save_file')}</button>
        <button type="button" class="lb-btn" onClick={() => field.current?.click()}>{word('open_file')}</button>
        <button type="button" class="lb-btn" onClick={() => window.print()}><i class="lb-i lb-i--print" aria-hidden="true" />{word('print')}</button>
      </div>
      <input type="file" accept=".json,application/json" hidden data-open="" ref={field} onChange={(event) => void read(event.currentTarget)} />
      {/* the key makes it a new text, read out even if it says the same */}
      <p class="lb-panel__said" role="status">{told.text && <Fragment key={told.times}>{told.text}</Fragment>}</p>
      <p class="lb-panel__erase"><button type="button" class="lb-link" onClick={() => void erase(host)}>{word('erase')}</button></p>
    </div>
  );
}

/**
 * Opens a file, after asking where it would take the place of something.
 * @returns what is said of it
 */
async function open(host: Host, file: File): Promise<string | undefined> {
  const { doc, said } = await openFile(host, host.data, file);
  return doc ? take(host, doc) : said;
}

/**
 * @param doc - of a file
 */
async function take(host: Host, doc: SavedAssessment): Promise<string | undefined> {
  const left = speaker(host.data, 'store')('left');
  if (!isOf(host.data, doc)) return host.word('other_target', { title: doc.title || doc.target });
  host.flush();
  const here = store.read(doc.id).doc ?? (host.doc.id === doc.id ? host.doc : undefined);
  const chosen = !here || documents.write(here) === documents.write(doc) ? 'replace' : await which(host, here, doc);
  if (chosen === 'join') {
    join(host, doc);
    return undefined;
  }
  if (chosen !== 'replace' && chosen !== 'both') return left;
  const { seat, open: isOpened } = await seats.ask(host, host.data, doc, here);
  if (!isOpened) return left;
  const taken = library.take(doc, chosen, seat);
  host.keeper.take(taken.doc, !taken.problem);
  if (taken.problem) host.keeper.stuck(taken.problem);
  return host.word('opened', { time: host.timeOf(doc.changed) });
}

async function which(host: Host, here: SavedAssessment, there: SavedAssessment): Promise<string> {
  await host.bringViews();
  const { doc, word } = host;
  const facts = { here: host.timeOf(here.changed), there: host.timeOf(there.changed) };
  const joins = layerOf(host) !== undefined && doc.id === there.id;
  return ask(host, {
    title: word('known'),
    text: [word('known_say', facts), ...(joins ? [word(doc.finished ? 'known_join_plan' : 'known_join_say')] : [])],
    choices: [
      ...(joins ? [{ key: 'join', label: word('known_join'), main: true }] : []),
      { key: 'both', label: word('known_both'), main: !joins },
      { key: 'replace', label: word('known_replace') },
      { key: 'no', label: speaker(host.data, 'store')('leave'), out: true },
    ],
  });
}

/** what lays a second rating over this one, where the page has it */
const layerOf = (host: Host): ResultElement['lay'] => host.querySelector('lb-result')?.lay;

/**
 * @param doc - of the same assessment, filled in by somebody else
 */
function join(host: Host, doc: SavedAssessment) {
  location.hash = '#result';
  host.showView('result', true);
  layerOf(host)?.take(doc);
}

/** Erases this assessment, after asking. */
async function erase(host: Host) {
  const { word } = host;
  const answer = await ask(host, {
    title: word('erase_title'),
    text: [word('erase_say'), word('erase_file')],
    choices: [
      { key: 'no', label: word('keep'), out: true },
      { key: 'file', label: word('save_first') },
      { key: 'yes', label: word('erase_yes'), main: true },
    ],
  });
  if (answer === 'file') host.saveFile();
  if (answer !== 'yes') return;
  host.keeper.erase();
  host.say(word('erased'));
}

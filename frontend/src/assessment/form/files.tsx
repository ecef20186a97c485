/* What one does with an assessment as a whole: save it to a file, open one, print, take it along, erase. All of it can be taken back. */

import { useRef, useState } from 'preact/hooks';
import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import type { Host } from '../host.ts';
import { personIn } from '../opening/called.ts';

export function Files({ host }: { host: Host }) {
  const { word, data, doc } = host;
  const say = speaker(data, 'whose');
  const [named, setNamed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const read = (input: HTMLInputElement) => {
    const files = Array.from(input.files ?? []);
    input.value = ''; // or the same file could not be chosen again
    if (files.length) void host.openFiles(files);
  };
  return (
    <div class="lb-panel__files">
      <div class="lb-panel__btns">
        <button type="button" class="lb-btn" onClick={() => host.saveFile(named)}><i class="lb-i lb-i--down" aria-hidden="true" />{word('save_file')}</button>
        <button type="button" class="lb-btn" onClick={() => field.current?.click()}>{word('open_file')}</button>
        <button type="button" class="lb-btn" onClick={() => window.print()}><i class="lb-i lb-i--print" aria-hidden="true" />{word('print')}</button>
      </div>
      {personIn(doc) && (
        <label class="lb-tick"><input type="checkbox" name="file-named" checked={named} onChange={(event) => setNamed(event.currentTarget.checked)} /><span>{say('named')}</span></label>
      )}
      <input type="file" accept=".json,application/json" hidden data-open="" ref={field} onChange={(event) => read(event.currentTarget)} />
      {host.seat !== 'reader' && (
        <p class="lb-panel__erase">
          {host.keeper.kept && <><button type="button" class="lb-link" onClick={() => void takeAway(host, named)}>{say('take_away')}</button>{' '}</>}
          <button type="button" class="lb-link" onClick={() => void erase(host)}>{word('erase')}</button>
        </p>
      )}
    </div>
  );
}

/** Saves it to a file, and erases it here once somebody has seen the file. */
async function takeAway(host: Host, named: boolean) {
  const say = speaker(host.data, 'whose');
  const file = host.saveFile(named);
  const answer = await ask(host, {
    title: say('away_title'), text: [say('away_say', { file })],
    choices: [{ key: 'no', label: say('away_no'), out: true }, { key: 'yes', label: say('away_yes'), main: true }],
  });
  if (answer === 'yes') remove(host, say('away_done'));
}

function remove(host: Host, text: string) {
  const back = host.keeper.hold();
  host.keeper.erase();
  host.offerUndo(text, back);
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
  if (answer === 'yes') remove(host, speaker(host.data, 'whose')('erased'));
}

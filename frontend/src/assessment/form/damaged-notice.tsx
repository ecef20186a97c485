/* What was kept of this checklist and cannot be read any more: said where one meets it, saved as it is, erased after asking. */

import { speaker } from '../../lib/words.ts';
import type { Host } from '../host.ts';
import type { Broken } from '../storage/damaged.ts';
import { erase, save, says } from '../storage/damaged.ts';

/**
 * @param lookAgain - after something was erased
 */
export function DamagedNotice({ host, broken, lookAgain }: { host: Host, broken: Broken[], lookAgain: () => void }) {
  return (
    <div class="lb-damaged lb-noprint" role="status">
      {broken.map((entry) => <DamagedEntry key={entry.key} host={host} entry={entry} lookAgain={lookAgain} />)}
    </div>
  );
}

function DamagedEntry({ host, entry, lookAgain }: { host: Host, entry: Broken, lookAgain: () => void }) {
  const word = speaker(host.data, 'store');
  const what = says(host.data, entry);
  const ask = async () => {
    if (!(await erase(host, host.data, entry, what))) return;
    lookAgain();
    host.say(word('erased_one', { title: what }));
  };
  return (
    <div class="lb-damaged__one">
      <p>{word(entry.target ? 'damaged_here' : 'damaged_somewhere', { what })}</p>
      <button type="button" class="lb-btn" onClick={() => save(entry)}>{word('damaged_save')}</button>
      <button type="button" class="lb-link" onClick={() => void ask()}>{word('erase')}</button>
    </div>
  );
}

/* How much has been changed without a backup or a file, once it is much or long ago: a line, never a dialog. */

import type { Words } from '../../generated/words.ts';
import * as backupDue from '../../backup/due.ts';
import type { Say } from '../../lib/words.ts';

export function Reminder({ word, backUp }: { word: Say<Words['backup']>; backUp: () => void }) {
  const n = backupDue.dueNow();
  if (!n) return null;
  return (
    <div class="lb-due lb-noprint">
      <p><b>{word('due', { n })}</b><span>{word('due_say')}</span></p>
      <button type="button" class="lb-btn" onClick={backUp}><i class="lb-i lb-i--down" aria-hidden="true" />{word('make')}</button>
      <button type="button" class="lb-link" onClick={() => backupDue.putOff()}>{word('later')}</button>
    </div>
  );
}

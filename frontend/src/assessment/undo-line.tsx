/* What was done just now, with a button that takes it back. */

import type { Spoken } from '../lib/words.ts';
import { speaker } from '../lib/words.ts';

export interface Offer {
  readonly text: string;
  undo?: (() => void) | undefined;
}

/** There before something is said in it, so that it is read out. */
export function UndoLine({ data, offer }: { data: Spoken; offer: Offer | null }) {
  return (
    <div class="lb-undo lb-noprint" role="status" hidden={!offer}>
      {offer && <p key={offer.text}>{offer.text}</p>}
      {offer?.undo && <button type="button" class="lb-btn" onClick={offer.undo}>{speaker(data, 'seat')('undo')}</button>}
    </div>
  );
}

/* That a figure rests on fewer than all items, said where it stands. */

import { isPart } from '../lib/format.ts';
import type { Share } from '../lib/format.ts';

/**
 * Nothing where it rests on all.
 * @param say - of how many it is
 */
export function PartMark({ share, say }: { share: Partial<Share> | null | undefined; say: (facts: { n: number; of: number }) => string }) {
  return isPart(share) ? <small class="lb-part">{say({ n: share.counted, of: share.of })}</small> : null;
}

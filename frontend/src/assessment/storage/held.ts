/* The way back to what stood here before something was done to documents: each as it was, with who sat at it. It stays among what
   was earlier when the line with the way back is gone. */

import { get } from '../../lib/local-storage.ts';
import type { Problem } from '../document/model.ts';
import * as earlier from './earlier.ts';
import * as library from './library.ts';
import * as seats from './seats.ts';
import * as store from './store.ts';

/**
 * @param ids - of documents that are here, or may be soon
 * @returns puts everything back; why it could not
 */
export function held(...ids: string[]): () => Problem | undefined {
  const before = [...new Set(ids)].map((id) => {
    const { doc } = store.read(id);
    earlier.keep(id, get(store.keyOf(id)));
    return { id, doc, seat: seats.noteOf(id), together: seats.areTogether(id), states: earlier.textOf(id) };
  });
  return () => before.map(({ id, doc, seat, together, states }) => {
    const problem = doc ? library.putBack(doc) : undefined;
    if (doc) earlier.putBack(id, states);
    if (!doc && store.read(id).doc) library.remove(id); // one that was only begun may still be stored later
    seats.putBack(id, seat);
    seats.sitTogether(id, together);
    return problem;
  }).find((problem) => problem !== undefined);
}

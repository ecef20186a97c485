/* The way back to what stood here before something was done to documents: each as it was, with who sat at it. */

import type { Problem } from '../document/model.ts';
import * as library from './library.ts';
import * as seats from './seats.ts';
import * as store from './store.ts';

/**
 * @param ids - of documents that are here, or may be soon
 * @returns puts everything back; why it could not
 */
export function held(...ids: string[]): () => Problem | undefined {
  const before = [...new Set(ids)].map((id) => ({ id, doc: store.read(id).doc, seat: seats.noteOf(id), together: seats.areTogether(id) }));
  return () => before.map(({ id, doc, seat, together }) => {
    const problem = doc ? library.putBack(doc) : undefined;
    if (!doc && store.read(id).doc) library.remove(id); // one that was only begun may still be stored later
    seats.putBack(id, seat);
    seats.sitTogether(id, together);
    return problem;
  }).find((problem) => problem !== undefined);
}

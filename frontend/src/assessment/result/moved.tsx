/* What is not in a figure because of a newer release, said where the figure stands. */

import type { Figures } from '../figures.ts';

/** Under a table or picture of items: which are not in it, or not counted. */
export function MovedItems({ view: { moved, say } }: { view: Figures }) {
  const said = (word: 'moved_out' | 'moved_gone', names: string | undefined) => names && <p class="lb-note">{say(word, { names })}</p>;
  return <>{said('moved_out', moved?.out)}{said('moved_gone', moved?.gone)}</>;
}

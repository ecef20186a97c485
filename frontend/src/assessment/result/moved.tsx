/* That a newer release has changed a figure, or that something is not counted because of it, said where the figure stands. */

import type { Figures } from '../figures.ts';

interface Props {
  view: Figures;
}

/** Beside the mean: what it was, and of how many it is to be looked at again. */
export function MovedMean({ view: { moved, say } }: Props) {
  if (!moved) return null;
  const { mean, out, gone, counted } = moved;
  const said = [
    mean && say('moved_mean', { release: mean.release, mean: mean.then }), out.length > 0 && say('moved_out', { n: out.length }),
    gone.length > 0 && say('moved_gone', { n: gone.length }), counted > 0 && say('moved_counted', { n: counted }),
  ].filter(Boolean);
  return <>{said.map((text) => <small>{text}</small>)}</>;
}

/** Under a table or picture of items: which are not in it, or not counted. */
export function MovedItems({ view: { moved, say } }: Props) {
  if (!moved) return null;
  const listed = (names: readonly string[]) => ({ n: names.length, names: names.join(say('list')) });
  const said = [
    moved.out.length > 0 && say('moved_out_names', listed(moved.out)), moved.gone.length > 0 && say('moved_gone_names', listed(moved.gone)),
  ].filter(Boolean);
  return <>{said.map((text) => <p class="lb-note">{text}</p>)}</>;
}

/** Beside weighted points: whose weights are others now. */
export function MovedWeights({ view: { moved, say } }: Props) {
  if (!moved) return null;
  const { weights, total } = moved;
  const each = weights.map((one) => say('moved_weight', { ...one })).join(say('list'));
  const said = [weights.length > 0 && say('moved_weights', { n: weights.length, each }), total && say('moved_total', { ...total })].filter(Boolean);
  return <>{said.map((text) => <p class="lb-note">{text}</p>)}</>;
}

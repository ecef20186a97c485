/* Figures as they are read, and where a value stands on its scale. */

/**
 * @param text - a decimal
 * @returns as it is read: a real minus, and no nothings behind the point
 */
export function figure(text: string): string {
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return (short === '-0' ? '0' : short).replace('-', '−');
}

/**
 * @param text - a decimal with a sign where it is below nothing
 * @returns with its sign either way
 */
export function signed(text: string): string {
  const said = figure(text);
  return said.startsWith('−') || said === '0' ? said : `+${said}`;
}

/**
 * @param text - a decimal
 * @returns the same with all its digits, so that they stand under each other in a column
 */
export function aligned(text: string): string {
  const zero = /^-?0(\.0+)?$/.test(text);
  return zero ? '0' : `${text.startsWith('-') ? '' : '+'}${text}`.replace('-', '−');
}

/** what a figure rests on: so many of all */
export interface Share {
  readonly counted: number;
  readonly of: number;
}

/** Whether a figure rests on fewer than all; where a file does not say, nobody knows. */
export const isPart = (share: Partial<Share> | null | undefined): share is Share =>
  !!share && share.counted !== undefined && share.of !== undefined && share.counted > 0 && share.counted < share.of;

interface Rating {
  readonly points: string;
  readonly name: string;
}

/** the rating with these points, however they are written */
export function ratingOf<R extends Rating>(scale: { readonly ratings: readonly R[] } | undefined, points: string | null | undefined): R | null {
  if (!scale || typeof points !== 'string') return null;
  return scale.ratings.find((rating) => figure(rating.points) === figure(points)) ?? null;
}

/**
 * Where a value stands between the ends of its scale: for drawing only, never shown as a figure.
 * @returns 0 to 1
 */
export function place(scale: { readonly ratings: readonly Pick<Rating, 'points'>[] } | undefined, points: string | null | undefined): number | null {
  if (!scale || points === null || points === undefined || !scale.ratings.length) return null;
  const [low, high] = [scale.ratings[0], scale.ratings[scale.ratings.length - 1]].map((rating) => Number(rating.points));
  return low === high ? 0 : Math.min(1, Math.max(0, (Number(points) - low) / (high - low)));
}

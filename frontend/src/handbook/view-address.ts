/* Which view of a page its address asks for: `?view=new`, `?view=<the id of a level>`; nothing for the view of everything. */

export const WHOLE = 'all';

/**
 * @param known - the views that the page has
 * @returns one of these
 */
export function viewIn(search: string, known: readonly string[]): string {
  const asked = new URLSearchParams(search).get('view') ?? WHOLE;
  return known.includes(asked) ? asked : WHOLE;
}

/** the address of the page in this view; what else stands in it stays */
export function addressOf(view: string, address: string): string {
  const url = new URL(address);
  if (view === WHOLE) url.searchParams.delete('view');
  else url.searchParams.set('view', view);
  return url.href;
}

/* An indicator that has items, as a list with letters under what leads it in. */

import type { ListedItems } from '../generated/page-data.ts';

export function ItemList({ said: [lead, items] }: { said: ListedItems }) {
  return (
    <>
      {lead}
      <span class="lb-items" role="list">
        {items.map(([letter, text]) => (
          <span key={letter} class="lb-items__one" role="listitem"><span class="lb-items__id">{letter}</span> {text}</span>
        ))}
      </span>
    </>
  );
}

/* Answers that have no place on the list any more: shown at its end, never thrown away. */

import { confirm } from '../document/changes.ts';
import type { Look } from '../document/migrate.ts';
import type { Kept } from '../document/model.ts';
import type { Host } from '../host.ts';
import { facts } from '../document/removed-answers.ts';

/** what nobody has looked at yet of what is not on the page any more */
export function removedLooks({ data, look }: Host): Look[] {
  const codes = new Set(data.items.flatMap((item) => [item, ...item.parts].map(({ code }) => code)));
  return look.filter(({ code }) => !codes.has(code));
}

/** At the head of the page: how many there are that nobody has looked at. */
export function RemovedNotice({ host, fresh, go }: { host: Host, fresh: Look[], go: () => void }) {
  if (!fresh.length || !host.doc.kept.length) return null;
  return (
    <p class="lb-done lb-noprint">
      {host.word('kept_new', { n: fresh.length })}
      <button type="button" class="lb-link" onClick={go}>{host.word('kept_go')}</button>
    </p>
  );
}

/**
 * @param go - brings the focus to it: the button is gone then
 */
export function RemovedAnswers({ host, fresh, go }: { host: Host, fresh: Look[], go: () => void }) {
  const { word, doc, closed } = host;
  if (!doc.kept.length) return null;
  const settle = () => {
    host.update((draft) => {
      for (const look of fresh) confirm(draft, look, host.data);
    });
    go();
  };
  return (
    <details class="lb-more lb-kept lb-noprint" key={doc.id} open={fresh.length > 0}>
      <summary>{word('kept', { n: doc.kept.length })}</summary>
      <p class="lb-note">{word('kept_say')}</p>
      <ul class="lb-plain">{doc.kept.map((kept) => <RemovedAnswer host={host} kept={kept} />)}</ul>
      {fresh.length > 0 && !closed && <p><button type="button" class="lb-btn" onClick={settle}>{word('seen')}</button></p>}
    </details>
  );
}

function RemovedAnswer({ host: { data, word }, kept }: { host: Host, kept: Kept }) {
  return (
    <li>
      <b>{kept.name || word('kept_unnamed')}</b> <span class="lb-code">{kept.code}</span>
      <p>{facts(data, kept).join(word('gap'))}</p>
      {kept.text && <p class="lb-kept__text">{kept.text}</p>}
    </li>
  );
}

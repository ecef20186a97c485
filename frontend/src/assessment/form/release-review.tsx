/* What a new release asks to be looked at again: what has changed (`what-changed`), the old answer to confirm or to give anew. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { figure } from '../../lib/format.ts';
import { isAgain } from '../../scoring/reasons.ts';
import { said } from '../document/answers.ts';
import { adopt, confirm } from '../document/changes.ts';
import type { Look } from '../document/migrate.ts';
import type { Item } from '../document/model.ts';
import type { Host } from '../host.ts';
import { bring } from '../on-demand.ts';

type Props = { host: Host, item: Item, looks: Look[] };

/** What of an item is to be looked at again: nothing, most of the time. */
export function Review(props: Props) {
  const { host, item, looks } = props;
  const { word } = host;
  const [open, setOpen] = useState(false);
  const changes = useRef<HTMLDivElement>(null);
  const id = `again-${item.code}`;
  useLayoutEffect(() => { if (open) void show(props, changes.current, () => setOpen(false)); }, [open, JSON.stringify(looks)]);
  const settle = (settled: Look[], how: 'confirm' | 'adopt') => {
    setOpen(false);
    host.update((draft) => {
      for (const look of settled) (look.kind === 'replaced' && how === 'adopt' ? adopt : confirm)(draft, look, host.data);
    });
    host.focusItem(item.code);
  };
  if (!looks.length) return <p class="lb-item__review lb-noprint" hidden />;
  return (
    <>
      <p class="lb-item__review lb-noprint">
        <span><b>{word('again')}</b>{word('gap')}{why(props)}</span>
        <button type="button" class="lb-link" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>{word('look_show')}</button>
        {!host.closed && <Choices {...props} settle={settle} />}
      </p>
      <div class="lb-again lb-noprint" id={id} hidden={!open} ref={changes} />
    </>
  );
}

/** Shows old and new side by side, in their place. */
async function show({ host, item, looks }: Props, place: HTMLElement | null, close: () => void) {
  const draw = await bring(host, 'levelbookWhatChanged');
  if (draw) {
    place?.replaceChildren(...draw(host, item, looks));
  } else {
    host.say(host.word('views_missing'));
    close();
  }
}

/** what has changed, a sentence each kind */
function why(props: Props): string {
  const { host: { word }, item, looks } = props;
  const counts = new Map<string, number>();
  for (const look of looks) {
    for (const { kind } of [look, ...(look.also ?? [])]) {
      const key = look.code === item.code || kind === 'new-part' ? `look_${kind}` : `look_part_${kind}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const sentences = [...counts].map(([key, n]) => (word.has(key) ? word(key, { n }) : ''));
  return sentences.join('') + word(standing(props));
}

/** the key of what is said of the old answer: it counts, or not before somebody has looked, or cannot be given any more */
function standing({ host, item, looks }: Props) {
  if (looks.some((look) => look.fits === false)) return 'look_gone';
  const score = host.result.items.find(({ code }) => code === item.code);
  if (score && isAgain(score)) return 'look_out';
  return looks.some((look) => look.points !== null && look.kind !== 'replaced') ? 'look_stays' : 'look_nothing';
}

/** What one can do at once; else one rates anew. What the scale of today lacks is never offered. */
function Choices({ host: { word }, item, looks, settle }: Props & { settle: (settled: Look[], how: 'confirm' | 'adopt') => void }) {
  const replaced = looks.filter((look) => look.kind === 'replaced');
  if (replaced.length) {
    const [{ code, points }] = replaced;
    const single = replaced.length === 1 && code === item.code && said(points) ? points : null;
    const lacks = replaced.every((look) => look.fits === false);
    const key = lacks ? 'adopt_words' : single !== null ? 'adopt' : 'adopt_all';
    return (
      <>
        <button type="button" class="lb-btn" onClick={() => settle(looks, 'adopt')}>{word(key, { points: single === null ? '' : figure(single) })}</button>
        <button type="button" class="lb-btn" onClick={() => settle(looks, 'confirm')}>{word('not_adopt')}</button>
      </>
    );
  }
  const fitting = looks.filter((look) => look.fits !== false);
  if (!fitting.length) return null;
  const own = item.kind === 'rating' ? fitting.find(({ code }) => code === item.code)?.points : null;
  const key = fitting.every((look) => look.kind === 'new-part') ? 'seen' : said(own) ? 'still' : 'still_all';
  return <button type="button" class="lb-btn" onClick={() => settle(fitting, 'confirm')}>{word(key, { points: said(own) ? figure(own) : '' })}</button>;
}

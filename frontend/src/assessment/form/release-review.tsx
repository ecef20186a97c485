/* What a new release asks to be looked at again: old and new wording side by side, the old answer to confirm or to give anew. */

import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { figure } from '../../lib/format.ts';
import type { Run } from '../../lib/text-diff.ts';
import { difference } from '../../lib/text-diff.ts';
import { isAgain } from '../../scoring/reasons.ts';
import { said } from '../document/answers.ts';
import { adopt, confirm } from '../document/changes.ts';
import type { Difference, Look } from '../document/migrate.ts';
import type { Item } from '../document/model.ts';
import type { Host } from '../host.ts';

type Props = { host: Host, item: Item, looks: Look[] };

/** What of an item is to be looked at again: nothing, most of the time. */
export function Review(props: Props) {
  const { host, item, looks } = props;
  const { word } = host;
  const [open, setOpen] = useState(false);
  const id = `again-${item.code}`;
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
      <div class="lb-again lb-noprint" id={id} hidden={!open}>
        {looks.map((look) => <Wordings key={`${look.code} ${look.kind} ${look.from ?? ''}`} host={host} item={item} look={look} />)}
      </div>
    </>
  );
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

function Wordings({ host: { word }, item, look }: { host: Host, item: Item, look: Look }) {
  const differences: Difference[] = [look, ...(look.also ?? [])];
  const own = look.code === item.code;
  const headOf = ({ kind }: Difference) => {
    const keys = [`look_what_${own ? '' : 'part_'}${kind}`, `look_what_${kind}`];
    const key = differences.length > 1 ? keys.find((name) => word.has(name)) : undefined;
    return key !== undefined && word.has(key) ? word(key) : '';
  };
  return (
    <div>
      {!own && <Head text={word('look_part', { code: look.code })} />}
      {look.kind === 'replaced' && <Head text={word('look_from', { name: look.fromName || look.from || '' })} />}
      {differences.map((shown) => (
        <Fragment key={shown.kind}>
          <Head text={headOf(shown)} />
          <Pair word={word} difference={shown} />
        </Fragment>
      ))}
    </div>
  );
}

const Head = ({ text }: { text: string }) => (text ? <p class="lb-again__part">{text}</p> : null);

/** Old and new side by side. */
function Pair({ word, difference: { kind, old, now } }: { word: Host['word'], difference: Difference }) {
  const { before, after, rewritten } = difference(old || '', now || '');
  const isWording = kind === 'reworded' || kind === 'replaced';
  return (
    <>
      {isWording && rewritten && Boolean(old) && Boolean(now) && <Head text={word('rewritten')} />}
      <dl class="lb-again__pair">
        <div><dt>{word('look_old')}</dt><dd><Marked runs={before} tag="del" none={word('no_text')} /></dd></div>
        <div><dt>{word('look_now')}</dt><dd><Marked runs={after} tag="ins" none={word('no_text')} /></dd></div>
      </dl>
    </>
  );
}

function Marked({ runs, tag: Tag, none }: { runs: readonly Run[], tag: 'ins' | 'del', none: string }) {
  if (!runs.length) return <>{none}</>;
  return <>{runs.map(({ text, changed }) => (changed && text.trim() ? <Tag>{text}</Tag> : text))}</>;
}

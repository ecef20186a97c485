/* What a collection shows: its indicators, each of which can be left out, and how to share it. */

import type { ComponentChild } from 'preact';
import type { CollectionWord } from '../generated/words.ts';
import { ItemList } from '../lib/item-list.tsx';
import type { Say } from '../lib/words.ts';
import type { Entries, Entry } from './load.ts';

export interface Shown extends Entries {
  readonly say: Say<CollectionWord>;
  readonly name: string;
  /** the whole address */
  readonly link: string;
  /** the page on which indicators are chosen */
  readonly index: string;
  /** codes that are ticked off, and shown until the page is left */
  readonly without: ReadonlySet<string>;
  readonly pageOf: (code: string) => string;
  readonly onTick: (code: string, isIn: boolean) => void;
  readonly onName: (name: string) => void;
  readonly onNone: () => void;
  readonly onMore: () => void;
}

export function CollectionView(shown: Shown): ComponentChild {
  const { say, entries, unknown, index, onMore } = shown;
  if (!entries.length) {
    return (
      <>
        <Unknown say={say} unknown={unknown} />
        <p>{say('empty')}</p>
        <p><a class="lb-btn lb-btn--main" href={index} onClick={onMore}>{say('choose')}</a></p>
      </>
    );
  }
  return (
    <div class="lb-one">
      <div class="lb-one__read">
        <p class="lb-coll__said" role="status">{spoken(shown)}</p>
        <Unknown say={say} unknown={unknown} />
        <ol class="lb-plain lb-coll" aria-label={say('list')}>{entries.map((entry) => <Row key={entry.code} entry={entry} shown={shown} />)}</ol>
        <p class="lb-coll__add lb-noprint">
          <a class="lb-a" href={index} onClick={onMore}>{say('more')}</a>
          <button type="button" class="lb-link" onClick={shown.onNone}>{say('none')}</button>
        </p>
      </div>
      <Kit shown={shown} />
    </div>
  );
}

/** what the collection is called, and how much is in it */
function spoken({ say, entries, name, without }: Shown): string {
  const inside = entries.filter(({ code }) => !without.has(code));
  const sequences = new Set(inside.map(({ sequence }) => sequence)).size;
  const count = [say('count', { n: inside.length }), say('sequences', { n: sequences })].join(say('comma'));
  return name ? say('named', { name, count }) : count;
}

function Unknown({ say, unknown }: Pick<Shown, 'say' | 'unknown'>): ComponentChild {
  return unknown.length > 0 && <p class="lb-note lb-coll__unknown">{say('unknown', { n: unknown.length, codes: unknown.join(say('series')) })}</p>;
}

function Row({ entry, shown }: { entry: Entry; shown: Shown }): ComponentChild {
  const { say, without, pageOf, onTick } = shown;
  const { code, text, listed, sequence, level, competency, instead } = entry;
  const where = [sequence, level, competency].filter(Boolean).join(say('between'));
  return (
    <li class={`lb-coll__row${without.has(code) ? ' is-out' : ''}`}>
      <label class="lb-coll__tick lb-noprint">
        <input type="checkbox" checked={!without.has(code)} aria-label={say('keep', { code })} onChange={({ currentTarget }) => onTick(code, currentTarget.checked)} />
      </label>
      <div>
        <p class={instead ? 'is-gone' : ''}>{listed ? <ItemList said={listed} /> : text}</p>
        {instead && <p class="lb-coll__where">{retirement(say, instead)}</p>}
        <p class="lb-coll__where">{where}</p>
      </div>
      <span class="lb-ind__tools">
        <button type="button" class="lb-ib" data-copy-id={code} aria-label={say('copy_code', { code })} title={say('copy_link')}><i class="lb-i lb-i--copy" aria-hidden="true" /></button>
        <a class="lb-code" href={pageOf(code)}>{code}</a>
      </span>
    </li>
  );
}

/** that it is no longer in force, and what is asked instead */
function retirement(say: Shown['say'], instead: readonly string[]): string {
  const parts = [say('retired'), instead.length > 0 && say('instead', { codes: instead.join(say('series')) })];
  return parts.filter(Boolean).join(say('comma'));
}

function Kit({ shown: { say, name, link, onName } }: { shown: Shown }): ComponentChild {
  return (
    <aside class="lb-kit lb-noprint" aria-label={say('share')}>
      <label class="lb-field lb-kit__name">
        <span>{say('name')}</span>
        <input type="text" value={name} maxLength={80} onInput={({ currentTarget }) => onName(currentTarget.value)} />
      </label>
      <dl class="lb-kit__rows">
        <div>
          <dt>{say('link')}</dt>
          <dd class="is-mono">{link}</dd>
          <dd><button type="button" class="lb-btn lb-btn--main" data-copy={link}>{say('copy')}<span class="lb-vh">{say('link')}</span></button></dd>
        </div>
      </dl>
      <p class="lb-kit__note"><button type="button" class="lb-btn" onClick={() => window.print()}><i class="lb-i lb-i--print" aria-hidden="true" />{say('print')}</button></p>
    </aside>
  );
}

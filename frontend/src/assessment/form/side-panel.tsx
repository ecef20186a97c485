/* <lb-panel>: how far one is, the list of the items, how one fills in, and what one can do with the assessment. */

import { render } from 'preact';
import * as backupDue from '../../backup/due.ts';
import { define } from '../../lib/define.ts';
import { whenIdle } from '../../lib/piecemeal.ts';
import { EDITION_ROOT } from '../../lib/site-root.ts';
import type { Standing } from '../document/answers.ts';
import { picked } from '../document/answers.ts';
import type { Host } from '../host.ts';
import { Files } from './files.tsx';
import { StageActs } from '../stages/acts.tsx';
import { ItemList } from './item-list.tsx';
import { Settings } from './settings.tsx';

const LEGEND = ['done', 'review', 'na', 'todo'] as const;
const MANY = 40; // items for which the bar leaves no gaps
const LOOKS = { done: 'is-done', part: 'is-part', na: 'is-na', unseen: 'is-na', todo: '' };

class LbPanel extends HTMLElement {
  private host: Host | null = null;
  /** the code of the item one is at */
  private now = '';

  connectedCallback() {
    if (!this.host) void customElements.whenDefined('lb-assess').then(() => { whenIdle(() => { this.begin(); }); });
  }

  private begin() {
    const host = this.closest('lb-assess');
    if (this.host || !host) return;
    this.host = host;
    backupDue.watch(() => this.show(host));
    host.addEventListener('lb-change', () => this.show(host));
    host.addEventListener('lb-item', ({ detail }) => {
      this.now = detail.code;
      this.show(host);
    });
    this.show(host);
  }

  private show(host: Host) {
    render(<Panel host={host} now={this.now} />, this);
  }
}

/**
 * @param now - the code of the item one is at
 */
function Panel({ host, now }: { host: Host, now: string }) {
  const standings = host.standings();
  const picks = picked(host.data, host.doc, host.who);
  const isOpen = standings.some(({ state, again }) => again || state === 'todo' || state === 'part');
  return (
    <>
      <div class="lb-panel__sum">
        <Sum host={host} standings={standings} />
        <a class="lb-btn lb-btn--main" href="#result">{host.word('to_result')}</a>
      </div>
      <Settings host={host} />
      <div class="lb-panel__rest">
        <button type="button" class="lb-btn lb-panel__next" aria-keyshortcuts="N" hidden={host.closed || !isOpen} onClick={() => host.next(now)}>
          {host.word('next')}<kbd aria-hidden="true">N</kbd>
        </button>
        <ul class="lb-plain lb-panel__key">{LEGEND.map((state) => <li class={`k-${state}`}>{host.word(`state_${state}`)}</li>)}</ul>
        <ItemList host={host} standings={standings} picks={picks} now={now} />
        <StageActs host={host} />
        <p class="lb-panel__save" role="status">{savedText(host)}</p>
        <Due host={host} />
        <Files host={host} />
      </div>
    </>
  );
}

/** How far one is, in figures and as a bar. */
function Sum({ host: { word }, standings }: { host: Host, standings: Standing[] }) {
  const count = (test: (standing: Standing) => boolean) => standings.filter(test).length;
  const facts = {
    of: standings.length,
    n: count(({ state }) => state === 'done'),
    again: count(({ again }) => again),
    na: count(({ state }) => state === 'na' || state === 'unseen'),
    left: count(({ state }) => state === 'todo' || state === 'part'),
  };
  return (
    <>
      <p class="lb-panel__big lb-num"><b>{facts.n}</b>{word('of_rated', facts)}</p>
      <div class={`lb-panel__bar${standings.length > MANY ? ' is-many' : ''}`} role="img" aria-label={word(facts.again ? 'bar_again' : 'bar', facts)}>
        {standings.map(({ state, again }) => <i class={again ? 'is-review' : LOOKS[state]} />)}
      </div>
    </>
  );
}

/** That much was changed without a backup; it is made where everything is listed. */
function Due({ host: { word } }: { host: Host }) {
  const n = backupDue.dueNow();
  if (!n) return null;
  return (
    <p class="lb-panel__save lb-panel__due">
      {word('due', { n })}
      <a class="lb-a" href={`${EDITION_ROOT}check/index.html#saved`}>{word('to_backup')}</a>
      <button type="button" class="lb-link" onClick={() => backupDue.putOff()}>{word('later')}</button>
    </p>
  );
}

/** When it was saved last, to the minute, so that a reader is not told at every key. */
function savedText(host: Host): string {
  const { keeper, doc, word } = host;
  if (host.seat === 'reader') return '';
  if (keeper.failed) return word('unsaved');
  return keeper.kept ? word('saved', { time: host.timeOf(doc.changed) }) : word('unbegun');
}

define('lb-panel', LbPanel);

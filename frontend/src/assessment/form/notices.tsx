/* What is said around the form: what could not be kept, who sits here, what cannot be read, what is finished or has lost its place. */

import type { ContainerNode } from 'preact';
import { render } from 'preact';
import { isElsewhere } from '../../lib/text.ts';
import { speaker } from '../../lib/words.ts';
import { isOf } from '../document/targets.ts';
import type { Host } from '../host.ts';
import type { Broken } from '../storage/damaged.ts';
import * as library from '../storage/library.ts';
import { Owner, StageBar } from '../stages/bar.tsx';
import { DamagedNotice } from './damaged-notice.tsx';
import { placeBefore, placeIn } from './place.ts';
import { RemovedAnswers, RemovedNotice, removedLooks } from './removed-list.tsx';
import { UndoLine } from '../undo-line.tsx';
import type { Offer } from '../undo-line.tsx';
import { Finished, SeatLine, focusRating } from './seat.tsx';

type Problem = Parameters<typeof library.say>[1];

export class Notices {
  private readonly host: Host;
  private readonly alarm: ContainerNode;
  private readonly head: ContainerNode | null;
  private readonly aboveViews: ContainerNode | null;
  private readonly aboveForm: ContainerNode | null;
  private readonly endOfForm: ContainerNode | null;
  private broken: Broken[] = [];
  private offered: (Offer & {of: string}) | null = null;

  constructor(host: Host) {
    this.host = host;
    const [views, view, grid, form] = ['.lb-views', 'section[data-view]', '.lb-check__grid', '.lb-check__items'].map((selector) => host.querySelector(selector));
    this.head = views && placeBefore(views);
    this.alarm = placeIn(host, host.firstChild);
    this.aboveViews = view && placeBefore(view);
    this.aboveForm = grid && placeBefore(grid);
    this.endOfForm = form && placeIn(form);
    this.clear();
    const moved = host.querySelector<HTMLElement>('[data-moved-to]');
    if (moved) moved.hidden = !isElsewhere(moved.dataset.movedTo ?? '');
  }

  /** What could not be kept, and how not to lose it; or what could not be opened. */
  trouble(problem: Problem) {
    const { host } = this;
    render(<Alarm text={library.say(host.data.words, problem)} save={host.keeper.failed ? host.word('to_file') : ''} act={() => host.saveFile()} />, this.alarm);
  }

  clear() {
    render(<Alarm text="" save="" act={() => {}} />, this.alarm);
  }

  /** Looks for what cannot be read. */
  lookForDamage() {
    const { data } = this.host;
    this.broken = library.damaged().filter((entry) => !entry.target || isOf(data, entry));
    this.show();
  }

  /** Says what was done, and how to take it back if it can be, until the document is changed again. */
  offer(text: string, back?: () => void) {
    const { host } = this;
    const undo = back && (() => {
      this.offered = null;
      back();
      this.show();
      host.say(speaker(host.data, 'seat')('undone'));
    });
    this.offered = { text, undo, of: stateOf(host) };
    this.show();
    host.querySelector('.lb-undo')?.scrollIntoView({ block: 'nearest' });
  }

  show() {
    if (this.offered && this.offered.of !== stateOf(this.host)) this.offered = null;
    const { host, aboveViews, aboveForm, endOfForm } = this;
    const line = host.querySelector('.lb-who');
    const focused = line?.contains(document.activeElement);
    const privacy = host.querySelector<HTMLElement>('.lb-privacy.lb-js');
    if (privacy) privacy.hidden = host.keeper.failed; // where it is kept is said as long as it is kept there
    const fresh = removedLooks(host);
    const go = () => host.querySelector<HTMLElement>('.lb-kept > summary')?.focus();
    if (this.head) render(<><Owner host={host} /><StageBar host={host} /></>, this.head);
    if (aboveViews) render(
      <>
        <UndoLine data={host.data} offer={this.offered} />
        <SeatLine host={host} />
        <DamagedNotice host={host} broken={this.broken} lookAgain={() => this.lookForDamage()} />
      </>, aboveViews);
    if (aboveForm) render(<><Finished host={host} /><RemovedNotice host={host} fresh={fresh} go={go} /></>, aboveForm);
    if (endOfForm) render(<RemovedAnswers host={host} fresh={fresh} go={go} />, endOfForm);
    if (focused && !line?.contains(document.activeElement)) focusRating(host);
  }
}

/** what a document is and who sits at it: changed by everything that is done to it */
const stateOf = ({ doc, actor }: Host): string => `${doc.id} ${doc.changed} ${actor}`;

/**
 * @param save - what the button says; nothing where there is none
 */
function Alarm({ text, save, act }: { text: string, save: string, act: () => void }) {
  return (
    <div class="lb-alarm lb-noprint" role="alert">
      {text && <p>{text}</p>}
      {text && save && <button type="button" class="lb-btn" onClick={act}>{save}</button>}
    </div>
  );
}

/* <lb-moving>: four steps by which everything comes along to a new address, computer or browser. Where the handbook has moved they
   stand open, else folded. */

import { render } from 'preact';
import type { SavedListData } from '../../generated/page-data.ts';
import type { Words } from '../../generated/words.ts';
import * as backupDue from '../../backup/due.ts';
import { define } from '../../lib/define.ts';
import { ask } from '../../lib/dialog.ts';
import { pageData } from '../../lib/page-data.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { isElsewhere } from '../../lib/text.ts';
import { speaker } from '../../lib/words.ts';
import type { Say } from '../../lib/words.ts';
import * as ownNotes from '../../own-notes/store.ts';
import { clockOf, dayOf } from '../document/document.ts';
import * as library from '../storage/library.ts';
import { Backups } from './backups.tsx';
import * as keep from './keep.ts';
import type { Undo } from './keep.ts';

/** what is here: nothing; nothing saved; changed since it was saved; as it was saved */
type State = 'empty' | 'none' | 'old' | 'saved';

interface Shown {
  readonly word: Say<Words['backup']>;
  readonly to: string;
  readonly state: State;
  readonly made: string;
  readonly said: string;
  readonly undo: boolean;
  readonly actions: LbMoving;
}

function Undone({ word, actions }: Shown) {
  return (
    <p class="lb-undo lb-noprint">
      <span>{word('erased')}</span><button type="button" class="lb-link" onClick={() => actions.takeBack()}>{word('undo')}</button>
    </p>
  );
}

function First({ word, state, made, actions }: Shown) {
  const when = { moment: made };
  return (
    <li><b>{word('step_1')}</b><span>{word('step_1_say')}</span>
      {state === 'saved' && <span class="lb-moving__state">{word('step_1_saved', when)}</span>}
      {state === 'old' && <span class="lb-moving__state">{word('step_1_old', when)}</span>}
      {state === 'empty' ? <span class="lb-moving__state">{word('step_1_empty')}</span>
        : <button type="button" class="lb-btn" onClick={() => actions.hand()}><i class="lb-i lb-i--down" aria-hidden="true" />{word('make')}</button>}
    </li>
  );
}

function Steps(shown: Shown) {
  const { word, to, state, actions } = shown;
  return (
    <ol class="lb-plain lb-moving__steps">
      <First {...shown} />
      <li><b>{word('step_2')}</b><span>{word('step_2_say')}</span>{to && <a class="lb-a" href={to} rel="noreferrer">{to}</a>}</li>
      <li><b>{word('step_3')}</b><span>{word('step_3_say')}</span></li>
      <li><b>{word('step_4')}</b><span>{word(state === 'none' || state === 'old' ? 'step_4_wait' : 'step_4_say')}</span>
        {state === 'saved' && <button type="button" class="lb-btn" onClick={() => void actions.erase()}>{word('erase')}</button>}
      </li>
    </ol>
  );
}

function View(shown: Shown) {
  const { word, to, said, undo } = shown;
  const inside = (
    <>
      <Steps {...shown} />
      {undo && <Undone {...shown} />}
      <p class="lb-saved__status" role="status">{said}</p>
    </>
  );
  if (to) return <section class="lb-moved"><h2 class="lb-moved__title">{word('moved_title')}</h2><p>{word('moved_say')}</p>{inside}</section>;
  return <details class="lb-moving__fold"><summary><h2>{word('move_title')}</h2><span>{word('move_when')}</span></summary>{inside}</details>;
}

class LbMoving extends HTMLElement {
  declare data: WithWords<SavedListData>;
  declare word: Say<Words['backup']>;
  declare private backups: Backups;
  private box: HTMLElement | null = null;
  private said = '';
  private undo: Undo | null = null;

  connectedCallback() {
    const data = this.box ? null : pageData<SavedListData>('lb-saved-data');
    if (!data) return;
    this.data = data;
    this.word = speaker(data, 'backup');
    this.backups = new Backups(this);
    this.box = document.createElement('div');
    this.append(this.box);
    ownNotes.watch(() => this.show());
    backupDue.watch(() => this.show());
    this.show();
  }

  private state(): State {
    const stored = keep.gather();
    const { made, mark } = backupDue.read();
    if (!keep.isAnything(stored)) return 'empty';
    if (!made) return 'none';
    return keep.mark(stored) === mark ? 'saved' : 'old';
  }

  private show() {
    const { box, word, said } = this;
    if (!box) return;
    const { movedTo } = this.data;
    const made = new Date(backupDue.read().made).toISOString();
    const state = this.state();
    if (state !== 'empty') this.undo = null; // it is back, or something else is here since
    render(
      <View word={word} to={isElsewhere(movedTo) ? movedTo : ''} state={state} made={`${dayOf(made)} ${clockOf(made)}`} said={said}
        undo={this.undo !== null} actions={this} />, box);
  }

  private report(said: string) {
    this.said = said;
    this.show();
  }

  hand() {
    this.report(this.backups.hand());
  }

  async erase() {
    const { word } = this;
    const choices = [{ key: '', label: word('erase_no'), out: true }, { key: 'yes', label: word('erase_yes'), main: true }];
    if ((await ask(this, { title: word('erase_title'), text: [word('erase_say')], choices })) !== 'yes') return;
    this.undo = keep.erase();
    this.report('');
    this.querySelector<HTMLElement>('.lb-undo button')?.focus();
  }

  takeBack() {
    const problem = this.undo?.();
    this.undo = null;
    this.report(problem ? library.say(this.data.words, problem) : this.word('restored'));
    this.querySelector<HTMLElement>('button')?.focus();
  }
}

define('lb-moving', LbMoving);

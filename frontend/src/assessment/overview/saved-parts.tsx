/* What is shown of each saved assessment: its title, its name, whose it is, its progress, and what can be done with it. */

import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Words } from '../../generated/words.ts';
import type { Say } from '../../lib/words.ts';
import { speaker } from '../../lib/words.ts';
import { shortMark } from '../document/document.ts';
import { stageOf, turnOf } from '../document/stage.ts';
import type { Broken } from '../storage/damaged.ts';
import { statesBefore } from './before.ts';
import { hrefOf, isForeign, ownName, targetOf, titleOf } from './saved-assessment.ts';
import type { Saved, SavedData } from './saved-assessment.ts';

/** what a person can do */
export interface Actions {
  /** a name is being typed */
  type(saved: Saved, name: string): void;
  rename(saved: Saved, name: string): void;
  save(saved: Saved): void;
  begin(saved: Saved, period: boolean): void;
  erase(saved: Saved): Promise<void>;
  /** shows what it was like before, to go back to */
  goBack(saved: Saved): Promise<void>;
  eraseAll(count: number): Promise<void>;
  eraseBroken(broken: Broken, says: string): Promise<void>;
  /** choose files to open */
  choose(): void;
  /** hand everything out as one file */
  backUp(): void;
}

/** what every part of the list has at hand */
export interface Shown {
  readonly data: SavedData;
  readonly word: Say<Words['store']>;
  readonly actions: Actions;
}
export type OfSaved = Shown & { readonly saved: Saved };

export function Link({ act, children }: { act: () => void; children: ComponentChildren }) {
  return <button type="button" class="lb-link" onClick={act}>{children}</button>;
}

export function Title({ data, saved }: OfSaved) {
  const title = targetOf(data, saved)?.title || titleOf(saved);
  const href = hrefOf(data, saved);
  return href ? <a class="lb-saved__title" href={href}>{title}</a> : <span class="lb-saved__title">{title}</span>;
}

/** The name of one's own, changed in place. What is being typed stays as it is, blanks at its end too. */
export function Naming({ word, saved, actions }: OfSaved) {
  const field = useRef<HTMLInputElement>(null);
  const name = ownName(saved);
  const typed = field.current?.value;
  const rated = saved.seat === 'manager';
  return (
    <input
      ref={field} type="text" class="lb-saved__name" maxLength={100} autocomplete="off" value={typed?.trim() === name ? typed : name}
      aria-label={word(rated ? 'rated_name_of' : 'own_name_of', { title: saved.doc.title })} placeholder={word(rated ? 'rated_name_hint' : 'own_name_hint')}
      onInput={(event) => actions.type(saved, event.currentTarget.value)} onChange={(event) => actions.rename(saved, event.currentTarget.value)}
    />
  );
}

/** Whom it is about, in a word and by the short mark: two that are alike are told apart. */
export function Person({ data, saved: { doc, called } }: OfSaved) {
  const name = doc.person || called;
  return <span class="lb-saved__who">{name && <b>{name}</b>} <span class="lb-mint" title={speaker(data, 'stage')('mark')}>{shortMark(doc.id)}</span></span>;
}

/** How far it has come, and whose turn it is. */
export function Standing({ data, saved: { doc, seat } }: OfSaved) {
  const say = speaker(data, 'stage');
  const stage = stageOf(doc);
  const turn = turnOf(stage, doc.alone);
  return <span class="lb-saved__stage"><b>{say(stage)}</b>{turn && <small>{say(turn === seat ? 'now_you' : `now_${turn}`)}</small>}</span>;
}

/** whose ratings one gives there */
export function Role({ word, saved }: OfSaved) {
  if (saved.seat === 'employee') return null;
  return <span class="lb-mark lb-saved__role">{word(saved.seat === 'manager' ? 'role_manager' : 'role_unknown')}</span>;
}

/** what stands in the way of going on */
export function Doubts({ data, word, saved }: OfSaved) {
  const foreign = isForeign(data, saved);
  return (
    <>
      {saved.unsaved && <p class="lb-saved__doubt">{word('unsaved')}</p>}
      {foreign && <p class="lb-saved__doubt">{word('elsewhere', { handbook: saved.doc.handbook })}</p>}
      {!foreign && !targetOf(data, saved) && <p class="lb-saved__doubt">{word('gone_say', { target: titleOf(saved) })}</p>}
    </>
  );
}

export function Progress({ word, saved }: OfSaved) {
  const { done = 0, of = 0 } = saved.doc.result || {};
  if (!of) return <span>{word('no_progress')}</span>;
  return (
    <span class="lb-num lb-saved__progress">
      <span class="lb-meter" aria-hidden="true"><i class="is-full" style={{ width: `${Math.min(100, (100 * done) / of)}%` }} /></span>
      {word(saved.seat === 'manager' ? 'progress_theirs' : 'progress', { done, of })}
    </span>
  );
}

export function Acts({ data, word, saved, actions }: OfSaved) {
  const { finished, title } = saved.doc;
  const href = hrefOf(data, saved);
  const rated = saved.seat === 'manager'; // a copy that the manager finishes would be finished for nobody else
  return (
    <div class="lb-saved__acts" role="group" aria-label={word('more_of', { title: ownName(saved) || title })}>
      {href && <a class="lb-btn" href={href}>{word(finished ? 'look_at' : rated ? 'go_on_rating' : 'go_on')}</a>}
      <Link act={() => actions.save(saved)}>{word('save_file')}</Link>
      {finished && href && !rated && <Link act={() => actions.begin(saved, true)}>{word('again')}</Link>}
      {finished && href && !rated && <Link act={() => actions.begin(saved, false)}>{word('rework')}</Link>}
      {statesBefore(saved.doc).length > 0 && <Link act={() => void actions.goBack(saved)}>{word('before')}</Link>}
      <Link act={() => void actions.erase(saved)}>{word('erase')}</Link>
    </div>
  );
}

/* How <lb-saved> looks: the list, each one's name, progress and actions, finished ones over time, what could not be read. */

import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { SavedListData } from '../../generated/page-data.ts';
import type { SavedAssessment } from '../document/model.ts';
import type { WithWords } from '../../lib/page-data.ts';
import { speaker } from '../../lib/words.ts';
import { clockOf, dayOf } from '../document/document.ts';
import * as damaged from '../storage/damaged.ts';
import type { Broken } from '../storage/damaged.ts';
import * as library from '../storage/library.ts';
import type { Seat } from '../storage/seats.ts';
import { History } from './history.tsx';

/** a saved assessment, and what is known of it beside */
export interface Saved {
  doc: SavedAssessment;
  /** it stands in this page only */
  readonly unsaved: boolean;
  readonly seat: Seat;
  /** how a manager calls the one who is rated */
  called: string;
}

export type SavedData = WithWords<SavedListData>;

/** what a person can do */
export interface Actions {
  /** a name is being typed */
  type(saved: Saved, name: string): void;
  rename(saved: Saved, name: string): void;
  save(saved: Saved): void;
  finish(saved: Saved): void;
  begin(saved: Saved, period: boolean): void;
  erase(saved: Saved): void;
  eraseAll(count: number): void;
  eraseBroken(broken: Broken, says: string): void;
  /** choose files to open */
  choose(): void;
}

const COLUMNS = ['column_name', 'column_changed', 'column_progress', 'column_do'] as const;

interface Shown {
  readonly data: SavedData;
  readonly actions: Actions;
}
type OfOne = Shown & { readonly saved: Saved };

/** what stands in the field of its name */
export const ownName = ({ doc, seat, called }: Saved): string => (seat === 'manager' && called) || doc.name;

export const titleOf = ({ doc }: Saved): string => doc.title || doc.target;

/**
 * @param exact - with hour and minute
 */
export function timeOf(moment: string, exact = true): string {
  const said = exact ? `${dayOf(moment)} ${clockOf(moment)}` : dayOf(moment);
  return said.trim() || moment;
}

const dayIn = (moment: string): string => timeOf(moment, false);

/** whether it is of another handbook, which keeps its own in the same browser */
function isForeign(data: SavedData, { doc }: Saved): boolean {
  return Boolean(data.handbook) && doc.handbook !== data.handbook && !Object.hasOwn(data.targets, doc.target);
}

/** where its page is; undefined where there is none in this handbook */
const targetOf = (data: SavedData, { doc }: Saved) => (Object.hasOwn(data.targets, doc.target) ? data.targets[doc.target] : undefined);

const hrefOf = (data: SavedData, saved: Saved): string | undefined => {
  const target = targetOf(data, saved);
  return target && `${target.href}#open=${saved.doc.id}`;
};

function Link({ act, children }: { act: () => void; children: ComponentChildren }) {
  return <button type="button" class="lb-link" onClick={act}>{children}</button>;
}

function Head({ data, count }: { data: SavedData; count: number }) {
  const word = speaker(data, 'store');
  const keeps = library.works();
  return (
    <div>
      <h2 id="saved" class="lb-sec">{word('title')}</h2>
      {!keeps && <p class="lb-alarm">{library.say(data.words, { key: 'off', facts: {} })}</p>}
      {(keeps || !count) && <p class="lb-note">{word(count ? 'where' : 'none')}</p>}
    </div>
  );
}

function Title({ data, saved }: OfOne) {
  const title = targetOf(data, saved)?.title || titleOf(saved);
  const href = hrefOf(data, saved);
  return href ? <a class="lb-saved__title" href={href}>{title}</a> : <span class="lb-saved__title">{title}</span>;
}

/** The name of one's own, changed in place. What is being typed stays as it is, blanks at its end too. */
function Naming({ data, saved, actions }: OfOne) {
  const word = speaker(data, 'store');
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

/** whose ratings one gives there */
function Role({ data, saved }: OfOne) {
  if (saved.seat === 'employee') return null;
  return <span class="lb-mark lb-saved__role">{speaker(data, 'store')(saved.seat === 'manager' ? 'role_manager' : 'role_unknown')}</span>;
}

/** what stands in the way of going on */
function Doubts({ data, saved }: OfOne) {
  const word = speaker(data, 'store');
  const foreign = isForeign(data, saved);
  return (
    <>
      {saved.unsaved && <p class="lb-saved__doubt">{word('unsaved')}</p>}
      {foreign && <p class="lb-saved__doubt">{word('elsewhere', { handbook: saved.doc.handbook })}</p>}
      {!foreign && !targetOf(data, saved) && <p class="lb-saved__doubt">{word('gone_say', { target: titleOf(saved) })}</p>}
    </>
  );
}

function Progress({ data, saved }: OfOne) {
  const word = speaker(data, 'store');
  const { done = 0, of = 0 } = saved.doc.result || {};
  if (!of) return <span>{word('no_progress')}</span>;
  return (
    <span class="lb-num lb-saved__progress">
      <span class="lb-meter" aria-hidden="true"><i class="is-full" style={{ width: `${Math.min(100, (100 * done) / of)}%` }} /></span>
      {word(saved.seat === 'manager' ? 'progress_theirs' : 'progress', { done, of })}
    </span>
  );
}

function Acts({ data, saved, actions }: OfOne) {
  const word = speaker(data, 'store');
  const { finished, title } = saved.doc;
  const href = hrefOf(data, saved);
  const rated = saved.seat === 'manager'; // a copy that the manager finishes would be finished for nobody else
  return (
    <div class="lb-saved__acts" role="group" aria-label={word('more_of', { title: ownName(saved) || title })}>
      {href && <a class="lb-btn" href={href}>{word(finished ? 'look_at' : rated ? 'go_on_rating' : 'go_on')}</a>}
      <Link act={() => actions.save(saved)}>{word('save_file')}</Link>
      {!finished && !rated && <Link act={() => actions.finish(saved)}>{word('finish')}</Link>}
      {finished && href && !rated && <Link act={() => actions.begin(saved, true)}>{word('again')}</Link>}
      {finished && href && !rated && <Link act={() => actions.begin(saved, false)}>{word('rework')}</Link>}
      <Link act={() => actions.erase(saved)}>{word('erase')}</Link>
    </div>
  );
}

function Row(shown: OfOne) {
  const word = speaker(shown.data, 'store');
  const { doc } = shown.saved;
  return (
    <tr role="row" data-id={doc.id}>
      <th scope="row" role="rowheader"><Title {...shown} /><Role {...shown} /><Naming {...shown} /><Doubts {...shown} /></th>
      <td role="cell" data-th={word('column_changed')}><time dateTime={doc.changed}>{timeOf(doc.changed)}</time></td>
      <td role="cell" data-th={word('column_progress')}><Progress {...shown} /></td>
      <td role="cell"><Acts {...shown} /></td>
    </tr>
  );
}

function List({ open, ...shown }: Shown & { open: readonly Saved[] }) {
  const word = speaker(shown.data, 'store');
  return (
    <table class="lb-table lb-stack lb-saved__table" role="table">
      <caption class="lb-vh">{word('caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((key) => <th key={key} scope="col" role="columnheader">{word(key)}</th>)}
        </tr>
      </thead>
      <tbody role="rowgroup">{open.map((saved) => <Row key={saved.doc.id} {...shown} saved={saved} />)}</tbody>
    </table>
  );
}

function Tools({ data, actions, count }: Shown & { count: number }) {
  const word = speaker(data, 'store');
  return (
    <div class="lb-saved__tools lb-noprint">
      <button type="button" class="lb-btn" onClick={() => actions.choose()}>{word('open_file')}</button>
      <span class="lb-saved__drop">{word('drop')}</span>
      {count > 0 && <Link act={() => actions.eraseAll(count)}>{word('erase_all')}</Link>}
    </div>
  );
}

function Finished(shown: OfOne) {
  const word = speaker(shown.data, 'store');
  const { id, finished, release } = shown.saved.doc;
  const facts = [dayIn(finished || ''), release && word('release_of', { release })].filter(Boolean);
  return (
    <li class="lb-saved__done" data-id={id}>
      <div>
        <b class="lb-num">{facts.join(word('gap'))}</b>
        <Role {...shown} /><Naming {...shown} /><Doubts {...shown} />
      </div>
      <Acts {...shown} />
    </li>
  );
}

/** what is finished, by target */
function Past({ finished, ...shown }: Shown & { finished: readonly Saved[] }) {
  const word = speaker(shown.data, 'store');
  const targets = [...new Set(finished.map((saved) => saved.doc.target))];
  return (
    <>
      <h2 id="history" class="lb-sec">{word('history')}</h2>
      <p class="lb-note">{word('history_say')}</p>
      {targets.map((target) => {
        const group = finished.filter((saved) => saved.doc.target === target);
        const own = group.filter((saved) => saved.seat !== 'manager').map((saved) => saved.doc);
        return (
          <section key={target} class="lb-history">
            <h3>{targetOf(shown.data, group[0])?.title || titleOf(group[0])}</h3>
            <History finished={own} word={word} day={dayIn} />
            <ul class="lb-plain">{group.map((saved) => <Finished key={saved.doc.id} {...shown} saved={saved} />)}</ul>
          </section>
        );
      })}
    </>
  );
}

function Damaged({ data, actions, broken }: Shown & { broken: readonly Broken[] }) {
  const word = speaker(data, 'store');
  return (
    <>
      <h2 id="damaged" class="lb-sec">{word('damaged_title')}</h2>
      <p class="lb-note">{word('damaged_say')}</p>
      <ul class="lb-plain">
        {broken.map((file) => {
          const says = damaged.says(data, file);
          return (
            <li key={file.key} class="lb-saved__done">
              <span>{says}</span>
              <div class="lb-saved__acts" role="group" aria-label={word('more_of', { title: says })}>
                <Link act={() => damaged.save(file)}>{word('damaged_save')}</Link>
                <Link act={() => actions.eraseBroken(file, says)}>{word('erase')}</Link>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

export interface Everything extends Shown {
  readonly all: readonly Saved[];
  readonly broken: readonly Broken[];
}

/** @param status - where it is told what came of an action */
export function SavedView({ all, broken, status, ...shown }: Everything & { status: RefObject<HTMLParagraphElement | null> }) {
  const [open, finished] = [all.filter(({ doc }) => !doc.finished), all.filter(({ doc }) => doc.finished)];
  return (
    <>
      <Head data={shown.data} count={all.length} />
      {open.length > 0 && <List {...shown} open={open} />}
      <Tools {...shown} count={all.length + broken.length} />
      <p ref={status} class="lb-saved__status" role="status" />
      {finished.length > 0 && <Past {...shown} finished={finished} />}
      {broken.length > 0 && <Damaged {...shown} broken={broken} />}
    </>
  );
}

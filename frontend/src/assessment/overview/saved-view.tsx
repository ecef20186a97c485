/* How <lb-saved> looks: the list of what is begun, what is finished by target and over time, what could not be read. */

import type { RefObject } from 'preact';
import * as marks from '../../lib/marks.ts';
import * as ownNotes from '../../own-notes/store.ts';
import type { Backups } from '../backup/backups.tsx';
import { Reminder } from '../backup/reminder.tsx';
import * as damaged from '../storage/damaged.ts';
import type { Broken } from '../storage/damaged.ts';
import * as library from '../storage/library.ts';
import { codeOf, current } from '../signed/code.ts';
import { UndoLine } from '../undo-line.tsx';
import type { Offer } from '../undo-line.tsx';
import { History } from './history.tsx';
import { targetOf, timeOf, titleOf } from './saved-assessment.ts';
import type { Saved } from './saved-assessment.ts';
import { Acts, Doubts, Link, Naming, Person, Progress, Role, Standing, Title } from './saved-parts.tsx';
import type { OfSaved, Shown } from './saved-parts.tsx';

const COLUMNS = ['column_name', 'column_stage', 'column_changed', 'column_do'] as const;

const dayIn = (moment: string): string => timeOf(moment, false);

function Head({ data, word, count }: Shown & { count: number }) {
  const keeps = library.works();
  return (
    <div>
      <h2 id="saved" class="lb-sec">{word('title')}</h2>
      {!keeps && <p class="lb-alarm">{library.say(data.words, { key: 'off', facts: {} })}</p>}
      {(keeps || !count) && <p class="lb-note">{word(count ? 'where' : 'none')}</p>}
    </div>
  );
}

function Row(shown: OfSaved) {
  const { word, saved: { doc } } = shown;
  return (
    <tr role="row" data-id={doc.id}>
      <th scope="row" role="rowheader"><Title {...shown} /><Person {...shown} /><Role {...shown} /><Naming {...shown} /><Doubts {...shown} /></th>
      <td role="cell" data-th={word('column_stage')}><Standing {...shown} /><Progress {...shown} /></td>
      <td role="cell" data-th={word('column_changed')}><time dateTime={doc.changed}>{timeOf(doc.changed)}</time></td>
      <td role="cell"><Acts {...shown} /></td>
    </tr>
  );
}

function List({ open, ...shown }: Shown & { open: readonly Saved[] }) {
  const { word } = shown;
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

function Tools({ word, actions, count, backups }: Shown & { count: number; backups: Backups }) {
  const isAny = count > 0 || marks.areSet(marks.read()) || ownNotes.isAny();
  return (
    <div class="lb-saved__tools lb-noprint">
      <button type="button" class="lb-btn" onClick={() => actions.choose()}>{word('open_file')}</button>
      {isAny && <button type="button" class="lb-btn" onClick={() => actions.backUp()}><i class="lb-i lb-i--down" aria-hidden="true" />{backups.word('make')}</button>}
      <span class="lb-saved__drop">{word('drop')}</span>
      {isAny && <Link act={() => void actions.eraseAll(count)}>{word('erase_all')}</Link>}
    </div>
  );
}

function Finished(shown: OfSaved) {
  const { word } = shown;
  const { id, finished, release, signed } = shown.saved.doc;
  const last = current(signed);
  const code = last ? word('signed_code', { code: codeOf(last.hash) }) : '';
  const facts = [dayIn(finished || ''), release && word('release_of', { release }), code].filter(Boolean);
  return (
    <li class="lb-saved__done" data-id={id}>
      <div>
        <b class="lb-num">{facts.join(word('gap'))}</b>
        <Person {...shown} /><Standing {...shown} /><Role {...shown} /><Naming {...shown} /><Doubts {...shown} />
      </div>
      <Acts {...shown} />
    </li>
  );
}

/** what is finished, by target */
function Past({ finished, ...shown }: Shown & { finished: readonly Saved[] }) {
  const { word } = shown;
  const placeOf = (saved: Saved) => targetOf(shown.data, saved)?.href ?? saved.doc.target;
  const targets = [...new Set(finished.map(placeOf))];
  return (
    <>
      <h2 id="history" class="lb-sec">{word('history')}</h2>
      <p class="lb-note">{word('history_say')}</p>
      {targets.map((target) => {
        const group = finished.filter((saved) => placeOf(saved) === target);
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

function Damaged({ data, word, actions, broken }: Shown & { broken: readonly Broken[] }) {
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
                <Link act={() => void actions.eraseBroken(file, says)}>{word('erase')}</Link>
              </div>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface Everything extends Shown {
  readonly all: readonly Saved[];
  readonly backups: Backups;
  readonly broken: readonly Broken[];
  readonly offer: Offer | null;
}

/** @param status - where it is told what came of an action */
export function SavedView({ all, broken, offer, status, backups, ...shown }: Everything & { status: RefObject<HTMLParagraphElement | null> }) {
  const [open, finished] = [all.filter(({ doc }) => !doc.finished), all.filter(({ doc }) => doc.finished)];
  return (
    <>
      <Head {...shown} count={all.length} />
      <Reminder word={backups.word} backUp={() => shown.actions.backUp()} />
      {open.length > 0 && <List {...shown} open={open} />}
      <Tools {...shown} count={all.length + broken.length} backups={backups} />
      <UndoLine data={shown.data} offer={offer} />
      <p ref={status} class="lb-saved__status" role="status" />
      {finished.length > 0 && <Past {...shown} finished={finished} />}
      {broken.length > 0 && <Damaged {...shown} broken={broken} />}
    </>
  );
}

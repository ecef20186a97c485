/* The items that move the result most: the chosen ones with what they ask and what helps, and where to choose others. */

import type { ActionData } from '../../generated/page-data.ts';
import { askedOf, candidates, rowsOf, stepOf, unmetOf } from './candidates.ts';
import type { ResultView, Row } from '../figures.ts';
import { Section } from '../section.tsx';
import { Sentences } from '../sentences.tsx';

const SHOWN = 2; // actions before the rest is folded away
const READ = 4; // sentences before the rest is folded away, on the screen

interface Props {
  view: ResultView;
}

interface RowProps extends Props {
  row: Row;
}

interface Picking {
  /** Takes items among the most important ones, or out of them. */
  pick: (codes: readonly string[], chosen: boolean) => void;
}

function Action({ action: { choice, typeName, link, text } }: { action: ActionData }) {
  const kind = choice || typeName;
  return <li>{kind && <><span class="lb-mark">{kind}</span> </>}{link ? <a href={link} class="lb-a">{text}</a> : text}</li>;
}

/** what helps */
function Actions({ view: { data, say }, row }: RowProps) {
  const fitting = data.actions.filter((action) => action.for.includes(row.item.code));
  if (!fitting.length) return <p class="lb-top3__none">{say('no_actions')}</p>;
  const list = (actions: ActionData[]) => (
    <ul class="lb-plain lb-top3__acts">{actions.map((action) => <Action action={action} />)}</ul>
  );
  const rest = fitting.slice(SHOWN);
  return (
    <>
      <div class="lb-top3__do"><b>{say('do')}</b>{list(fitting.slice(0, SHOWN))}</div>
      {rest.length > 0 && <details class="lb-more"><summary>{say('more_actions', { n: rest.length })}</summary>{list(rest)}</details>}
    </>
  );
}

/** what is not met yet, in the standard's own words */
function NotYet({ view, row }: RowProps) {
  const { say } = view;
  const { parts, isKnown } = unmetOf(view, row);
  if (!parts.length) return null;
  const rest = parts.slice(READ + 1).length ? parts.slice(READ) : []; // one more takes no more room than the line that unfolds it
  return (
    <div class="lb-top3__not">
      <b>{say(isKnown ? 'not_yet' : 'not_yet_which')}</b>
      <Sentences view={view} sentences={rest.length ? parts.slice(0, READ) : parts} />
      {rest.length > 0 && <details class="lb-more lb-top3__rest"><summary>{say('more_sentences', { n: rest.length })}</summary><Sentences view={view} sentences={rest} /></details>}
    </div>
  );
}

function Card({ view, row }: RowProps) {
  const { item } = row;
  const asked = askedOf(view, item);
  const isTold = asked === item.name || unmetOf(view, row).parts.some(({ text }) => text === asked);
  return (
    <li data-code={item.code}>
      <h3>{item.name}<span class="lb-num">{stepOf(view, row)}</span></h3>
      {asked && !isTold && <p class="lb-top3__q">{asked}</p>}
      <NotYet view={view} row={row} />
      <Actions view={view} row={row} />
    </li>
  );
}

/** an item that can be chosen */
function Candidate({ view, row, full, pick }: RowProps & Picking & { full: boolean }) {
  const { code, name } = row.item;
  const chosen = view.picked.includes(code);
  return (
    <li>
      <label>
        <input
          type="checkbox" name={`choose-${code}`} checked={chosen} disabled={!view.canPick || (full && !chosen)}
          onChange={(event) => pick([code], event.currentTarget.checked)}
        />
        <span>{name}</span><small class="lb-num">{stepOf(view, row)}</small>
      </label>
    </li>
  );
}

/** where to choose */
function Chooser({ view, list, pick }: Props & Picking & { list: readonly Row[] }) {
  const { say, picked, data, doc } = view;
  const full = picked.length >= data.pick;
  const room = full ? say('choose_full', { n: data.pick }) : say('choose_left', { n: data.pick - picked.length });
  return (
    <details class="lb-more lb-choose lb-noprint">
      <summary>{say('choose_other')}</summary>
      <fieldset>
        <legend>{say('choose_from', { n: data.pick })}</legend>
        <ul class="lb-plain">
          {list.map((row) => <Candidate key={row.item.code} view={view} row={row} full={full} pick={pick} />)}
        </ul>
        <p class="lb-note">{view.canPick ? room : say(doc.finished ? 'choose_closed' : view.headline === 'agreed' ? 'choose_both' : 'choose_theirs')}</p>
      </fieldset>
    </details>
  );
}

export function Priorities({ view, pick }: Props & Picking) {
  const { say, data, picked, result } = view;
  const list = candidates(view);
  const title = say('top', { n: data.pick || 3 });
  if (!list.length) return <Section title={title} name="top"><p>{say('top_none')}</p></Section>;
  const chosen = picked.length > 0;
  const shown = chosen ? rowsOf(view, picked) : list.slice(0, data.pick || 3);
  const note = chosen ? say('top_chosen', { n: picked.length, most: data.pick }) : say('top_suggested');
  const take = () => pick(result.most.slice(0, data.pick), true);
  return (
    <Section title={title} note={note} name="top">
      <ol class="lb-top3 lb-plain">{shown.map((row) => <Card key={row.item.code} view={view} row={row} />)}</ol>
      {!chosen && <p class="lb-note lb-noprint">{say(result.by === 'weight' ? 'by_weight' : 'by_gap')}</p>}
      {data.pick > 0 && (
        <div class="lb-choosing">
          {!chosen && view.canPick && <button type="button" class="lb-btn lb-noprint" onClick={take}>{say('take', { n: shown.length })}</button>}
          <Chooser view={view} list={list} pick={pick} />
        </div>
      )}
    </Section>
  );
}

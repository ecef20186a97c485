/* Courses and practices for what a row is about, its own or borrowed of other sequences; a button fills one in. */

import { useRef } from 'preact/hooks';
import type { ActionData, PlanField, PlanForm } from '../../generated/page-data.ts';
import * as edits from './edits.ts';
import { aboutOf, actionsFor, borrowedFor } from './goals.ts';
import { type Row, aimName } from './rows.ts';
import { usePlan } from './view.ts';

interface HintsProps {
  readonly form: PlanForm;
  readonly row: Row;
  readonly field: PlanField;
}

interface ActionsProps {
  readonly actions: readonly ActionData[];
  readonly take: (action: ActionData) => void;
}

function Actions({ actions, take }: ActionsProps) {
  const { word } = usePlan();
  return (
    <ul class="lb-plain">
      {actions.map((action) => (
        <li key={action.text}>
          <button type="button" class="lb-btn" aria-label={word('take_of', { text: action.text })} onClick={() => take(action)}>{word('take')}</button>
          <span>
            <b>{action.typeName}</b>{action.text}
            {action.link && <>{' '}<a href={action.link} rel="noreferrer" target="_blank">{word('link')}</a></>}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function Hints({ form, row, field }: HintsProps) {
  const { data, doc, host, word } = usePlan();
  const box = useRef<HTMLDetailsElement>(null);
  const opener = useRef<HTMLElement>(null);
  const about = aboutOf(data, form, row);
  const own = actionsFor(data, about);
  const borrowed = borrowedFor(data, about);
  const n = [...borrowed, { actions: own }].flatMap(({ actions }) => actions).length;
  if (!n) {
    const isItem = data.items.some(({ code }) => code === about);
    return isItem ? <p class="lb-plan__none lb-noprint">{word('no_actions', { name: aimName(data, doc, about) })}</p> : null;
  }
  const take = (action: ActionData, said: string) => {
    host.update(edits.take(form, row.id, field.id, action, said));
    if (box.current) box.current.open = false;
    opener.current?.focus();
    host.say(word('taken'));
  };
  return (
    <details class="lb-more lb-plan__hints lb-noprint" ref={box}>
      <summary ref={opener}>{word(borrowed.length ? 'actions_borrowed' : 'actions', { n })}</summary>
      {own.length > 0 && <Actions actions={own} take={(action) => take(action, action.text)} />}
      {borrowed.map(({ sequence, concept, actions }) => {
        const origin = word('borrowed', { sequence, concept });
        return (
          <div key={origin}>
            <p class="lb-note">{origin}</p>
            <Actions actions={actions} take={(action) => take(action, word('borrowed_text', { text: action.text, origin }))} />
          </div>
        );
      })}
    </details>
  );
}

/* Courses and practices for what a row is about; a button fills one in. */

import { useRef } from 'preact/hooks';
import type { ActionData, PlanField, PlanForm } from '../../generated/page-data.ts';
import * as edits from './edits.ts';
import { aboutOf, actionsFor } from './goals.ts';
import { type Row, aimName } from './rows.ts';
import { usePlan } from './view.ts';

interface HintsProps {
  readonly form: PlanForm;
  readonly row: Row;
  readonly field: PlanField;
}

export function Hints({ form, row, field }: HintsProps) {
  const { data, doc, host, word } = usePlan();
  const box = useRef<HTMLDetailsElement>(null);
  const opener = useRef<HTMLElement>(null);
  const about = aboutOf(data, form, row);
  const actions = actionsFor(data, about);
  if (!actions.length) {
    const isItem = data.items.some(({ code }) => code === about);
    return isItem ? <p class="lb-plan__none lb-noprint">{word('no_actions', { name: aimName(data, doc, about) })}</p> : null;
  }
  const take = (action: ActionData) => {
    host.update(edits.take(form, row.id, field.id, action));
    if (box.current) box.current.open = false;
    opener.current?.focus();
    host.say(word('taken'));
  };
  return (
    <details class="lb-more lb-plan__hints lb-noprint" ref={box}>
      <summary ref={opener}>{word('actions', { n: actions.length })}</summary>
      <ul class="lb-plain">
        {actions.map((action) => (
          <li key={action.code}>
            <button type="button" class="lb-btn" aria-label={word('take_of', { text: action.text })} onClick={() => take(action)}>{word('take')}</button>
            <span>
              <b>{action.typeName || action.type}</b>{action.text}
              {action.link && <>{' '}<a href={action.link} rel="noreferrer" target="_blank">{word('link')}</a></>}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

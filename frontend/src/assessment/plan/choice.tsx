/* Places in which something is chosen: from the choices of the form, or the name of an item. */

import { useRef } from 'preact/hooks';
import * as edits from './edits.ts';
import { OTHER, choicesOf, chosenIn, text } from './model.ts';
import { namedIn, picked } from './rows.ts';
import { Said } from './said.tsx';
import { type PlaceProps, usePlan } from './view.ts';
import { useWriting } from './writing.ts';

export const FEW = 4; // choices that stand side by side

interface ListProps extends PlaceProps {
  readonly choices: readonly string[];
  readonly value: string;
  /** whether something else than the choices is chosen */
  readonly isOther: boolean;
  readonly set: (value: string) => void;
}

function Select({ choices, value, isOther, set, field, label, isClosed }: ListProps) {
  const { word } = usePlan();
  const boxes = !value && choices.length <= FEW ? choices.map((choice) => `□ ${choice}`).join('\u3000') : '';
  return (
    <span class="lb-line">
      <select aria-label={label} disabled={isClosed} value={isOther ? OTHER : value} onChange={(event) => set(event.currentTarget.value)}>
        <option value="">{word('choose')}</option>
        {choices.map((choice) => <option key={choice} value={choice}>{choice}</option>)}
        {field.more && <option value={OTHER}>{word('other')}</option>}
      </select>
      <Said text={boxes || (isOther ? '' : value)} />
    </span>
  );
}

function Radios({ choices, value, isOther, set, form, row, field, label, isClosed }: ListProps) {
  const { word } = usePlan();
  const group = useRef<HTMLSpanElement>(null);
  const radio = (key: string, said: string, isChecked: boolean) => (
    <label key={key} class="lb-tick">
      <input type="radio" name={`plan-${form.id}-${row.id}-${field.id}`} value={key} checked={isChecked} disabled={isClosed} onChange={() => set(key)} />
      <span>{said}</span>
    </label>
  );
  const clear = () => {
    set('');
    group.current?.querySelector('input')?.focus(); // the button is gone
  };
  return (
    <span class="lb-plan__radios" role="radiogroup" aria-label={label} ref={group}>
      {choices.map((choice) => radio(choice, choice, !isOther && value === choice))}
      {field.more && radio(OTHER, word('other'), isOther)}
      {value && <button type="button" class="lb-link lb-noprint" aria-label={word('clear_of', { name: label })} disabled={isClosed} onClick={clear}>{word('clear')}</button>}
    </span>
  );
}

/** Choices, and where something else may be written a line for it. */
export function ChoicePlace(place: PlaceProps) {
  const { data, host, word } = usePlan();
  const { form, row, field, label, isWide, isClosed } = place;
  const write = (value: string) => edits.write(data, form, row.id, field.id, value);
  const value = chosenIn(row.values, field);
  const choices = choicesOf(row.values, field);
  const other = useWriting(value === OTHER ? '' : value, (written) => host.later(`plan-${form.id}-${row.id}-${field.id}`, write(written || OTHER)));
  const isOther = other.isOpen || (field.more && value !== '' && !choices.includes(value));
  const List = isWide && choices.length <= FEW ? Radios : Select;
  return <>
    <List {...place} choices={choices} value={value} isOther={isOther} set={(chosen) => host.update(write(chosen))} />
    {isOther && (
      <span class="lb-line">
        <input type="text" aria-label={word('other_of', { name: label })} disabled={isClosed} value={other.value} {...other.handlers} />
        <Said text={other.value} />
      </span>
    )}
  </>;
}

/** the name of an item, chosen among those of the assessment */
export function CompetencyPlace({ form, row, field, label, isClosed }: PlaceProps) {
  const { data, doc, host, word } = usePlan();
  const value = text(row.values[field.id]);
  const chosen = picked(data, doc);
  const others = data.items.filter((item) => !chosen.includes(item));
  const named = namedIn(data, form, row);
  const options = (items: typeof chosen) => items.map(({ code, name }) => <option key={code} value={name}>{name}</option>);
  return (
    <span class="lb-line">
      <select aria-label={label} data-names="" disabled={isClosed} value={value}
        onChange={(event) => host.update(edits.write(data, form, row.id, field.id, event.currentTarget.value))}>
        <option value="">{word('choose')}</option>
        {chosen.length > 0 && <optgroup label={word('chosen_items')}>{options(chosen)}</optgroup>}
        {others.length > 0 && <optgroup label={word('other_items')}>{options(others)}</optgroup>}
        {value && !data.items.some(({ name }) => name === value) && <option value={value}>{named}</option>}
      </select>
      <Said text={named} />
    </span>
  );
}

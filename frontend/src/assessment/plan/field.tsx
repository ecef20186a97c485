/* One place of a plan's form: something to write, to choose, to sign, or to read. What is written is shown a second
   time for paper, as a field on the screen would cut it; the same copy makes a field grow with its text. */

import type { InputHTMLAttributes } from 'preact';
import { isDay } from '../../lib/calendar.ts';
import { isAgreed } from '../document/results.ts';
import { sideOf } from '../storage/seats.ts';
import { valuer } from '../figures.ts';
import { ChoicePlace, CompetencyPlace } from './choice.tsx';
import type { Item } from './context.ts';
import * as edits from './edits.ts';
import { canPick, isPicked } from './goals.ts';
import { dated, isTheirs, text } from './model.ts';
import { picked } from './rows.ts';
import { Said } from './said.tsx';
import { type PlaceProps, usePlan } from './view.ts';
import { ratingText } from './wording.ts';
import { useWriting } from './writing.ts';

/* ---- texts ---- */

/** What somebody writes in a place: kept a moment later. */
function usePlaceWriting({ form, row, field }: PlaceProps, key: string = field.id) {
  const { data, host } = usePlan();
  return useWriting(text(row.values[key]), (value) =>
    host.later(`plan-${form.id}-${row.id}-${key}`, edits.write(data, form, row.id, key, value)));
}

function TextPlace(place: PlaceProps) {
  const { word } = usePlan();
  const { value, handlers } = usePlaceWriting(place);
  const { field, label, isWide, isClosed } = place;
  const hint = field.default ? word('for_example', { text: field.default }) : undefined;
  return (
    <span class="lb-grow">
      <textarea rows={isWide ? 3 : 1} aria-label={label} placeholder={hint} disabled={isClosed} value={value} {...handlers} />
      <Said text={`${value}\n`} />
    </span>
  );
}

function LinePlace({ attributes, class: look, ...place }: PlaceProps & { attributes: InputHTMLAttributes; class?: string }) {
  const { value, handlers } = usePlaceWriting(place);
  return (
    <span class={`lb-line${look ? ` ${look}` : ''}`}>
      <input type="text" {...attributes} aria-label={place.label} disabled={place.isClosed} value={value} {...handlers} />
      <Said text={value} />
    </span>
  );
}

/** A day. What is none, such as a word in a file from elsewhere, stays a text; the field changes under nobody's hands. */
function DatePlace({ name, ...place }: PlaceProps & { name?: string }) {
  const { before, value, handlers } = usePlaceWriting(place, name);
  const attributes: InputHTMLAttributes = before && !isDay(before) ? { type: 'text' } : { type: 'date' };
  return (
    <span class="lb-line">
      <input {...attributes} aria-label={place.label} disabled={place.isClosed} value={value} {...handlers} />
      <Said text={value} />
    </span>
  );
}

/** a name where nobody signs by hand, and the day where the form has no place for it */
function SignaturePlace(place: PlaceProps) {
  const { word } = usePlan();
  const day = <DatePlace {...place} name={`@date-${place.field.id}`} label={word('date_of', { name: place.label })} />;
  return <>
    <LinePlace {...place} class="lb-plan__sign" attributes={{ autocomplete: 'off', placeholder: word('sign_hint') }} />
    {dated(place.form).length ? null : day}
  </>;
}

/* ---- ratings, and which items are chosen ---- */

function RatingPlace({ row: { item }, field }: PlaceProps) {
  const plan = usePlan();
  const { data, doc, result, own, manager, word } = plan;
  if (!item) return '—';
  const isSettled = isAgreed(doc);
  const [mine, theirs] = [result.get(item.code), manager.get(item.code)];
  const isManagers = !isSettled && field.by === 'manager' && theirs?.state === 'scored';
  const score = isManagers ? theirs : mine;
  const rating = ratingText(plan, item, score);
  const agreed = isSettled ? undefined : doc.agreed[item.code];
  const self = isSettled ? own.get(item.code) : undefined;
  const agreedText = agreed && (item.kind === 'condition' ? word(agreed === '1' ? 'met' : 'not_met') : valuer(data)(item, agreed));
  const isOpen = !score || score.state === 'open';
  return <>
    {item.kind === 'none' ? rating : <a href={`#q-${item.code}`} class={isOpen ? 'lb-noprint' : ''}>{rating}</a>}
    {self?.state === 'scored' && <small>{word('selves', { rating: ratingText(plan, item, self) })}</small>}
    {theirs?.state === 'scored' && !isManagers && <small>{word('managers', { rating: ratingText(plan, item, theirs) })}</small>}
    {agreedText && <small>{word('agreed', { rating: agreedText })}</small>}
  </>;
}

/** A box that chooses an item: as many as the sequence says; one more is refused, and which ones there are is said. */
export function PickBox({ item, label, isClosed }: { item: Item; label?: string; isClosed?: boolean }) {
  const plan = usePlan();
  const { data, word, host } = plan;
  const pick = (box: HTMLInputElement) => {
    const others = picked(data, host.doc).filter(({ code }) => code !== item.code);
    if (box.checked && others.length >= data.pick) {
      box.checked = false;
      host.say(host.word('pick_full', { n: data.pick, names: others.map(({ name }) => name).join(word('comma')) }));
      return;
    }
    const codes = others.map(({ code }) => code);
    if (host.seat) host.update(edits.choose(data, box.checked ? [...codes, item.code] : codes, sideOf(host.seat)));
  };
  return <input type="checkbox" name={`plan-pick-${item.code}`} aria-label={label} disabled={isClosed} checked={isPicked(plan, item.code)}
    onChange={(event) => pick(event.currentTarget)} />;
}

/** a box to tick, and on paper one that is ticked or not */
function PickPlace({ row: { item }, label, isClosed }: PlaceProps) {
  const plan = usePlan();
  if (!item) return '—';
  const isOn = isPicked(plan, item.code);
  const sign = <span class={`lb-form__box${isOn ? ' is-on' : ''}`} aria-hidden="true">{isOn ? '✓' : ''}</span>;
  if (!canPick(plan, item)) return <>{sign}<span class="lb-vh">{plan.word(isOn ? 'picked_yes' : 'picked_no')}</span></>;
  return <><label class="lb-plan__pick"><PickBox item={item} label={label} isClosed={isClosed} /></label>{sign}</>;
}

/* ---- any of them ---- */

export function Place(open: PlaceProps) {
  const { seat } = usePlan();
  const { form, field, row } = open;
  const place = { ...open, isClosed: isTheirs(form, field.id, seat) };
  if (field.fill === 'competency' && ['text', 'choice'].includes(field.input)) return <CompetencyPlace {...place} />;
  switch (field.input) {
    case 'rating': return <RatingPlace {...place} />;
    case 'pick': return <PickPlace {...place} />;
    case 'shows': return (field.shows && row.item?.shows?.[field.shows]) || '—';
    case 'signature': return <SignaturePlace {...place} />;
    case 'date': return <DatePlace {...place} />;
    case 'number': return <LinePlace {...place} attributes={{ inputmode: 'decimal', autocomplete: 'off' }} />;
    case 'choice': return <ChoicePlace {...place} />;
    default: return <TextPlace {...place} />;
  }
}

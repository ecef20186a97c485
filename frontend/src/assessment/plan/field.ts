/* One place of a plan's form: something to write, to choose, to sign, or to read. What is written is shown a second
   time for paper, as a field on the screen would cut it; the same copy makes a field grow with its text. */

import * as ics from '../../lib/calendar.ts';
import { make } from '../../lib/draw.ts';
import { figure, ratingOf } from '../../lib/format.ts';
import * as score from '../../scoring/item.ts';
import * as answers from '../document/answers.ts';
import * as view from '../result/figures.ts';
import * as goals from './goals.ts';
import * as plan from './model.ts';

export const FEW = 4; // choices that stand side by side

export type Desk = {data: any, doc: any, seat: string, own: Map<string, any>, manager: Map<string, any>, word: (key: string, facts?: Record<string, string | number>) => string};
/** wide: plain fields with much room */
export type Place = {desk: Desk, form: any, row: any, field: any, label: string, wide: boolean};

/** what is written there */
function valueOf({ row, field }: Place, key: string = field.id): string {
  return plan.text(row.values[key]);
}

/**
 * @param key - where it is kept
 */
function address({ form, row, field, label }: Place, key: string = field.id): Record<string, string> {
  return { 'data-form': form.id, 'data-row': row.id, 'data-field': key, 'aria-label': label };
}

/** A copy for paper. */
export function said(text: string): HTMLElement {
  return make('span', { class: 'lb-plan__said', 'aria-hidden': 'true' }, [text]);
}

function textPlace(at: Place): HTMLElement {
  const value = valueOf(at);
  const hint = at.field.default ? at.desk.word('for_example', { text: at.field.default }) : '';
  const area = make('textarea', { rows: at.wide ? 3 : 1, ...address(at), ...(hint ? { placeholder: hint } : {}) }, []);
  area.value = value;
  return make('span', { class: 'lb-grow' }, [area, said(`${value}\n`)]);
}

function linePlace(at: Place, attributes: Record<string, string>, key: string = at.field.id): HTMLElement {
  const input = make('input', { ...attributes, ...address(at, key) });
  input.value = valueOf(at, key);
  return make('span', { class: 'lb-line' }, [input, said(valueOf(at, key))]);
}

/** what is no day, such as a word in a file from elsewhere, stays a text */
function datePlace(at: Place, key: string = at.field.id): HTMLElement {
  const value = valueOf(at, key);
  return linePlace(at, value && !ics.isDay(value) ? { type: 'text' } : { type: 'date' }, key);
}

/** what is chosen: where nobody chose, what the form is printed with */
export const chosenIn: (row: any, field: any) => string = (row, field) => plan.text(row.values[field.id] === undefined ? field.default : row.values[field.id]);

/** what can be chosen; what stands there already can be, whatever it is */
function choicesOf(at: Place): string[] {
  const { field } = at;
  const listed = field.choices && field.choices.length ? field.choices : [];
  const value = valueOf(at);
  return value && !field.more && !listed.includes(value) ? [...listed, value] : listed;
}

function choicePlace(at: Place): HTMLElement[] {
  const value = chosenIn(at.row, at.field);
  const choices = choicesOf(at);
  const free = Boolean(at.field.more) && value !== '' && !choices.includes(value);
  const found = at.wide && choices.length <= FEW ? radios(at, choices, value, free) : select(at, choices, value, free);
  if (!free) return [found];
  const own = make('input', { ...address(at), type: 'text', 'data-more': '', 'aria-label': at.desk.word('other_of', { name: at.label }) });
  own.value = value === OTHER ? '' : value;
  return [found, make('span', { class: 'lb-line' }, [own, said(own.value)])];
}

export const OTHER = '\u2026'; // stands for an answer that is not listed until it is written

function select(at: Place, choices: string[], value: string, free: boolean): HTMLElement {
  const options = choices.map((one) => make('option', { value: one }, [one]));
  const more = at.field.more ? [make('option', { value: OTHER }, [at.desk.word('other')])] : [];
  const field = make('select', address(at), [make('option', { value: '' }, [at.desk.word('choose')]), ...options, ...more]);
  field.value = free ? OTHER : value;
  const boxes = !value && choices.length <= FEW ? choices.map((one) => `□ ${one}`).join('\u3000') : '';
  return make('span', { class: 'lb-line' }, [field, said(boxes || (free ? '' : value))]);
}

function radios(at: Place, choices: string[], value: string, free: boolean): HTMLElement {
  const name = `plan-${at.form.id}-${at.row.id}-${at.field.id}`;
  const all = [...choices.map((one) => [one, one, value === one]), ...(at.field.more ? [[OTHER, at.desk.word('other'), free]] : [])];
  const labels = all.map(([key, text, checked]) => {
    const place = { 'data-form': at.form.id, 'data-row': at.row.id, 'data-field': at.field.id };
    return make('label', { class: 'lb-tick' }, [make('input', { type: 'radio', name, value: key, checked, ...place }), make('span', {}, [text])]);
  });
  const undo = value && make('button', { type: 'button', class: 'lb-link lb-noprint', 'data-clear': '', ...address(at),
    'aria-label': at.desk.word('clear_of', { name: at.label }) }, [at.desk.word('clear')]);
  return make('span', { class: 'lb-plan__radios', role: 'radiogroup', 'aria-label': at.label }, [...labels, undo]);
}

/** the name of an item, chosen among those of the assessment */
function competencyPlace(at: Place): HTMLElement {
  const { data, doc, word } = at.desk;
  const chosen = new Set(plan.picked(data, doc).map((one: any) => one.code));
  const value = valueOf(at);
  const group = (key: string, names: string[]) =>
    names.length ? [make('optgroup', { label: word(key) }, names.map((one) => make('option', { value: one }, [one])))] : [];
  const names = (yes: boolean) => data.items.filter((one: any) => chosen.has(one.code) === yes).map((one: any) => one.name);
  const told = goals.namedIn(data, at.form, at.row);
  const foreign = value && !data.items.some((one: any) => one.name === value) ? [make('option', { value }, [told])] : [];
  const field = make('select', { ...address(at), 'data-names': '' },
    [make('option', { value: '' }, [word('choose')]), ...group('chosen_items', names(true)), ...group('other_items', names(false)), ...foreign]);
  field.value = value;
  return make('span', { class: 'lb-line' }, [field, said(told)]);
}

/* ---- ratings, and which items are chosen ---- */

/**
 * @param found - the item in a result
 * @returns a rating in words, or why there is none
 */
export function ratingText(desk: Desk, item: any, found: any): string {
  if (item.kind === 'none') return (item.none && item.none.text) || desk.word('no_rating');
  if (!found || (found.state === 'open' && !score.isAgain(found))) return desk.word('not_rated');
  if (found.state !== 'scored') return (found.why && score.say(desk.data.words, found.why)) || desk.word('no_rating');
  if (item.kind === 'condition') return desk.word(found.reached ? 'met' : 'not_met');
  const scale = desk.data.scales[item.scale];
  const [points, rating] = [figure(found.points), ratingOf(scale, found.points)];
  return rating && rating.name && rating.name !== points ? `${points}\u3000${rating.name}` : points;
}

function ratingPlace({ desk, row, field }: Place): (HTMLElement | string)[] {
  const item = row.item && row.item.code ? row.item : null;
  if (!item) return ['—'];
  const managers = desk.manager.get(item.code);
  const [first, second] = field.by === 'manager' && managers && managers.state === 'scored' ? [managers, null] : [desk.own.get(item.code), managers];
  const open = item.kind !== 'none' && (!first || first.state === 'open');
  const link = make('a', { href: `#q-${item.code}`, class: open ? 'lb-noprint' : '' }, [ratingText(desk, item, first)]);
  const agreed = desk.doc.agreed && desk.doc.agreed[item.code];
  const worded = (points: string) =>
    (item.kind === 'condition' ? desk.word(points === '1' ? 'met' : 'not_met') : view.valuer(desk.data)(item, points));
  const more = [
    second && second.state === 'scored' && field.by !== 'manager' && desk.word('managers', { rating: ratingText(desk, item, second) }),
    agreed && desk.word('agreed', { rating: worded(agreed) }),
  ].filter(Boolean);
  return [item.kind === 'none' ? ratingText(desk, item, first) : link, ...more.map((text) => make('small', {}, [text]))];
}

const isChosen: (desk: Desk, code: string) => boolean = (desk, code) => plan.picked(desk.data, desk.doc).some((one: any) => one.code === code);

/** a finished assessment stays as it is, only its plan goes on; what the employee chose is the employee's */
export const canChoose: (desk: Desk, item: any) => boolean = ({ data, doc, seat }, item) => Boolean(data.pick) && !doc.finished && item.kind !== 'none' &&
  (seat === 'employee' || (seat === 'manager' && !answers.picked(data, doc, 'employee').length));

/** a box that chooses the item */
export function pickBox(desk: Desk, item: any, more: Record<string, string> = {}): HTMLElement {
  return make('input', { type: 'checkbox', name: `plan-pick-${item.code}`, 'data-pick': item.code, checked: isChosen(desk, item.code), ...more });
}

/** a box to tick, and on paper one that is ticked or not */
function pickPlace({ desk, row, label }: Place): (HTMLElement | string)[] {
  if (!row.item || !row.item.code) return ['—'];
  const chosen = isChosen(desk, row.item.code);
  const sign = make('span', { class: `lb-form__box${chosen ? ' is-on' : ''}`, 'aria-hidden': 'true' }, [chosen ? '✓' : '']);
  if (!canChoose(desk, row.item)) return [sign, make('span', { class: 'lb-vh' }, [desk.word(chosen ? 'picked_yes' : 'picked_no')])];
  return [make('label', { class: 'lb-plan__pick' }, [pickBox(desk, row.item, { 'aria-label': label })]), sign];
}

function showsText({ row, field }: Place): string {
  const { item } = row;
  const shown = item && item.shows ? plan.text(item.shows[field.shows]) : '';
  return shown || '—';
}

/** a name where nobody signs by hand, and the day where the form has no place for it */
function signaturePlace(at: Place): HTMLElement[] {
  const days = plan.leaves(at.form.fields).some((one: any) => one.input === 'date');
  const name = linePlace(at, { type: 'text', autocomplete: 'off', placeholder: at.desk.word('sign_hint') });
  name.classList.add('lb-plan__sign');
  return days ? [name] : [name, datePlace({ ...at, label: at.desk.word('date_of', { name: at.label }) }, `@date-${at.field.id}`)];
}

/** What is the other one's to write can only be read. */
export function place(at: Place): (Node | string)[] {
  const nodes = open(at);
  if (!plan.isTheirs(at.form, at.field.id, at.desk.seat)) return nodes;
  for (const one of nodes) {
    if (!(one instanceof Element)) continue;
    for (const field of one.querySelectorAll('input, textarea, select, button')) field.toggleAttribute('disabled', true);
  }
  return nodes;
}

function open(at: Place): (Node | string)[] {
  const input = plan.inputOf(at.field);
  if (at.field.fill === 'competency' && ['text', 'choice'].includes(input)) return [competencyPlace(at)];
  if (input === 'rating') return ratingPlace(at);
  if (input === 'pick') return pickPlace(at);
  if (input === 'shows') return [showsText(at)];
  if (input === 'signature') return signaturePlace(at);
  if (input === 'date') return [datePlace(at)];
  if (input === 'number') return [linePlace(at, { type: 'text', inputmode: 'decimal', autocomplete: 'off' })];
  if (input === 'choice') return choicePlace(at);
  return [textPlace(at)];
}

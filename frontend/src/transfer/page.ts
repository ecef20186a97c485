/* <lb-move>: choose where one is and where one wants to go; the address carries the choice, so that it can be shared. */

import { render } from 'preact';
import type { RoleKind, StopChoice, TransferIndex } from '../generated/page-data.ts';
import type { TransferWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import { make } from '../lib/draw.ts';
import { siteOf } from '../lib/load.ts';
import { entryAt } from '../lib/values.ts';
import { sayer, wordIn } from '../lib/words.ts';
import type { Say } from '../lib/words.ts';
import { compare, placeOf } from './compare.ts';
import { loadIndex, loadSequences } from './load.ts';
import { resultOf } from './result.tsx';
import type { Told } from './result.tsx';
import { spoken } from './sentences.ts';

/** What there is to choose from, its words, and the address of the site's folder. */
interface Choices {
  readonly index: TransferIndex;
  readonly say: Say<TransferWord>;
  readonly base: string;
}

type Side = 'from' | 'to';

const SIDES: readonly Side[] = ['from', 'to'];

async function choicesOf(element: HTMLElement): Promise<Choices> {
  const base = siteOf(element);
  const index = await loadIndex(element.dataset.src ?? '');
  return { base, index, say: sayer<TransferWord>(index.words) };
}

class LbMove extends HTMLElement {
  connectedCallback() {
    this.#status('loading');
    choicesOf(this).then(
      (choices) => this.#begin(choices),
      () => this.#status('failed'),
    );
  }

  #begin(choices: Choices) {
    this.addEventListener('change', (event) => this.#onChange(event, choices));
    this.addEventListener('click', (event) => this.#onClick(event, choices));
    window.addEventListener('popstate', () => this.#readAddress(choices));
    this.#readAddress(choices);
  }

  #field(side: Side, part: 'sequence' | 'stop'): HTMLSelectElement {
    return present(this.querySelector<HTMLSelectElement>(`select[name="${side}-${part}"]`));
  }

  get #statusLine(): HTMLElement {
    return present(this.querySelector<HTMLElement>('[role="status"]'));
  }

  /** One of the sentences that the page brings. */
  #status(key: 'loading' | 'start' | 'failed') {
    const status = this.#statusLine;
    status.classList.remove('lb-vh');
    status.textContent = wordIn(status, key);
  }

  /** The result stands further down: those who cannot see it hear that it has come. */
  #speak(sentence: string) {
    const status = this.#statusLine;
    status.classList.add('lb-vh');
    status.textContent = sentence;
  }

  /** The address says what somebody else chose. */
  #readAddress(choices: Choices) {
    const asked = new URLSearchParams(location.search);
    for (const side of SIDES) this.#choose(side, asked.get(side) ?? '', choices);
    this.#update(choices);
  }

  #choose(side: Side, address: string, choices: Choices) {
    const [sequence, named = ''] = address.split('/');
    const moved = choices.index.sequences.find(({ id }) => id === sequence)?.moved ?? {};
    const stop = entryAt(moved, named) ?? named;
    const field = this.#field(side, 'sequence');
    field.value = sequence;
    if (field.selectedIndex < 0) field.value = '';
    this.#offer(side, address ? stop : null, choices);
  }

  /** Fills the second field with the stops of the sequence chosen in the first. */
  #offer(side: Side, chosen: string | null, { index, say }: Choices) {
    const field = this.#field(side, 'stop');
    const owner = this.#field(side, 'sequence').value;
    const stops = index.sequences.find(({ id }) => id === owner)?.stops ?? [];
    const groupOf = (kind: RoleKind) => optionsOf(say(`kind_${kind}`), stops.filter((stop) => stop.kind === kind));
    const groups = [...new Set(stops.map(({ kind }) => kind))].map(groupOf);
    field.disabled = !stops.length;
    field.replaceChildren(make('option', { value: '' }, [say('choose')]), ...groups);
    if (stops.some(({ id }) => id === chosen)) field.value = `/${chosen ?? ''}`;
    else field.value = stops.length === 1 ? `/${stops[0].id}` : '';
  }

  #onChange({ target }: Event, choices: Choices) {
    const side = SIDES.find((name) => target === this.#field(name, 'sequence'));
    if (side) this.#offer(side, null, choices);
    this.#update(choices);
    this.#writeAddress();
  }

  #onClick({ target }: Event, choices: Choices) {
    if (!(target instanceof Element && target.closest('button[name="swap"]'))) return;
    const [from, to] = SIDES.map((side) => this.#address(side));
    this.#choose('from', to, choices);
    this.#choose('to', from, choices);
    this.#update(choices);
    this.#writeAddress();
  }

  /** what is chosen there: `sequence/stop`, or as much of it as is chosen */
  #address(side: Side): string {
    return this.#field(side, 'sequence').value + this.#field(side, 'stop').value;
  }

  #writeAddress() {
    const asked = new URLSearchParams();
    for (const side of SIDES) if (this.#address(side)) asked.set(side, this.#address(side));
    const query = asked.toString().replaceAll('%2F', '/');
    try {
      history.replaceState(null, '', query ? `?${query}` : location.pathname);
    } catch {
      // a browser that keeps addresses of opened files fixed: the choice holds without being in the address
    }
  }

  get #box(): HTMLElement {
    return present(this.querySelector<HTMLElement>('.lb-moved'));
  }

  #update(choices: Choices) {
    const addresses = SIDES.map((side) => this.#address(side));
    if (!addresses.every((address) => address.includes('/'))) {
      this.#clear('start');
      return;
    }
    if (this.#box.hidden) this.#status('loading');
    const isAsked = () => addresses.every((address, at) => address === this.#address(SIDES[at])); // or else somebody chose on
    loadSequences(choices.base, choices.index, addresses.map(sequenceIn)).then(
      (data) => isAsked() && this.#show({ ...choices, data }, addresses),
      () => isAsked() && this.#clear('failed'),
    );
  }

  #show(told: Told, addresses: readonly string[]) {
    const [from, to] = addresses.map((address) => placeOf(told.data, address));
    if (!from || !to) throw new Error(`nothing at ${addresses.join(', ')}`);
    const move = compare(from, to);
    render(resultOf(told, from, to, move), this.#box);
    this.#box.hidden = false;
    this.#speak(spoken(told.say, from, to, move));
  }

  #clear(why: 'start' | 'failed') {
    render(null, this.#box);
    this.#box.hidden = true;
    this.#status(why);
  }
}

/** what the template of the page has */
function present<Found extends Element>(element: Found | null): Found {
  if (!element) throw new Error('the page lacks a part of its form');
  return element;
}

const sequenceIn = (address: string): string => address.split('/')[0];

const optionsOf = (label: string, stops: readonly StopChoice[]): HTMLElement =>
  make('optgroup', { label }, stops.map(({ id, name }) => make('option', { value: `/${id}` }, [name])));

define('lb-move', LbMove);

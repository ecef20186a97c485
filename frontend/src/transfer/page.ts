/* <lb-move>: choose where one is and where one wants to go; the address carries the choice, so that it can be shared. */

import { render } from 'preact';
import type { RoleKind, TransferData, TransferStop } from '../generated/page-data.ts';
import type { TransferWord } from '../generated/words.ts';
import { define } from '../lib/define.ts';
import { make } from '../lib/draw.ts';
import { load, siteOf } from '../lib/load.ts';
import { sayer } from '../lib/words.ts';
import { compare, placeOf } from './compare.ts';
import { resultOf } from './result.tsx';
import type { Told } from './result.tsx';
import { spoken } from './sentences.ts';

declare global {
  interface Window {
    /** what the file of this page's data brings */
    levelbookMove?: TransferData;
  }
}

type Side = 'from' | 'to';

const SIDES: readonly Side[] = ['from', 'to'];

async function toldBy(element: HTMLElement): Promise<Told> {
  const base = siteOf(element);
  const { src = '' } = element.dataset;
  await load(base + src);
  if (!window.levelbookMove) throw new Error(`no data in ${src}`);
  return { base, data: window.levelbookMove, say: sayer<TransferWord>(window.levelbookMove.words) };
}

class LbMove extends HTMLElement {
  connectedCallback() {
    this.#status('loading');
    toldBy(this).then(
      (told) => this.#begin(told),
      () => this.#status('failed'),
    );
  }

  #begin(told: Told) {
    this.addEventListener('change', (event) => this.#onChange(event, told));
    this.addEventListener('click', (event) => this.#onClick(event, told));
    window.addEventListener('popstate', () => this.#readAddress(told));
    this.#readAddress(told);
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
    status.textContent = status.dataset[key] ?? '';
  }

  /** The result stands further down: those who cannot see it hear that it has come. */
  #speak(sentence: string) {
    const status = this.#statusLine;
    status.classList.add('lb-vh');
    status.textContent = sentence;
  }

  /** The address says what somebody else chose. */
  #readAddress(told: Told) {
    const asked = new URLSearchParams(location.search);
    for (const side of SIDES) this.#choose(side, asked.get(side) ?? '', told);
    this.#update(told);
  }

  #choose(side: Side, address: string, told: Told) {
    const [sequence, stop = ''] = address.split('/');
    const field = this.#field(side, 'sequence');
    field.value = sequence;
    if (field.selectedIndex < 0) field.value = '';
    this.#offer(side, address ? stop : null, told);
  }

  /** Fills the second field with the stops of the sequence chosen in the first. */
  #offer(side: Side, chosen: string | null, { data, say }: Told) {
    const field = this.#field(side, 'stop');
    const owner = this.#field(side, 'sequence').value;
    const stops = data.sequences.find(({ id }) => id === owner)?.stops ?? [];
    const groupOf = (kind: RoleKind) => optionsOf(say(`kind_${kind}`), stops.filter((stop) => stop.kind === kind));
    const groups = [...new Set(stops.map(({ kind }) => kind))].map(groupOf);
    field.disabled = !stops.length;
    field.replaceChildren(make('option', { value: '' }, [say('choose')]), ...groups);
    if (stops.some(({ id }) => id === chosen)) field.value = `/${chosen ?? ''}`;
    else field.value = stops.length === 1 ? `/${stops[0].id}` : '';
  }

  #onChange({ target }: Event, told: Told) {
    const side = SIDES.find((name) => target === this.#field(name, 'sequence'));
    if (side) this.#offer(side, null, told);
    this.#update(told);
    this.#writeAddress();
  }

  #onClick({ target }: Event, told: Told) {
    if (!(target instanceof Element && target.closest('button[name="swap"]'))) return;
    const [from, to] = SIDES.map((side) => this.#address(side));
    this.#choose('from', to, told);
    this.#choose('to', from, told);
    this.#update(told);
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

  #update(told: Told) {
    const [from, to] = SIDES.map((side) => placeOf(told.data, this.#address(side)));
    const box = present(this.querySelector<HTMLElement>('.lb-moved'));
    box.hidden = !(from && to);
    if (!from || !to) {
      render(null, box);
      this.#status('start');
      return;
    }
    const move = compare(from, to);
    render(resultOf(told, from, to, move), box);
    this.#speak(spoken(told.say, from, to, move));
  }
}

/** what the template of the page has */
function present<Found extends Element>(element: Found | null): Found {
  if (!element) throw new Error('the page lacks a part of its form');
  return element;
}

const optionsOf = (label: string, stops: readonly TransferStop[]): HTMLElement =>
  make('optgroup', { label }, stops.map(({ id, name }) => make('option', { value: `/${id}` }, [name])));

define('lb-move', LbMove);

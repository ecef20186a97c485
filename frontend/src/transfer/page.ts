/* <lb-move>: choose where one is and where one wants to go; the address carries the choice, so that it can be shared. */

import { make } from '../lib/dom.ts';
import { load } from '../lib/load.ts';
import * as compare from './compare.ts';
import * as view from './view.ts';

class LbMove extends HTMLElement {
  declare base: any;
  declare data: any;

  async connectedCallback() {
    const base = (this.dataset.base || '.').replace(/\/?$/, '/');
    this.base = base;
    this.say('loading');
    try {
      await load(base + (this.dataset.src || ''));
      this.data = (window as any).levelbookMove;
    } catch (error) {
      return this.say('failed');
    }
    this.addEventListener('change', (event) => this.onChange(event));
    this.addEventListener('click', (event) => this.onClick(event));
    window.addEventListener('popstate', () => this.readAddress());
    this.readAddress();
  }

  field(name: string): HTMLSelectElement {
    return (this.querySelector(`select[name="${name}"]`) as HTMLSelectElement);
  }

  say(key: string) {
    const status = (this.querySelector('[role="status"]') as HTMLElement | null);
    if (!status) return;
    status.classList.remove('lb-vh');
    status.textContent = status.dataset[key] || '';
  }

  /** The address says what somebody else chose. */
  readAddress() {
    const asked = new URLSearchParams(location.search);
    for (const side of ['from', 'to']) this.choose(side, asked.get(side) || '');
    this.update();
  }

  choose(side: string, address: string) {
    const [sequence, stop = ''] = address.split('/');
    const field = this.field(`${side}-sequence`);
    field.value = sequence;
    if (field.selectedIndex < 0) field.value = '';
    this.offer(side, address ? stop : null);
  }

  /** Fills the second field with the stops of the sequence chosen in the first. */
  offer(side: string, stop: string | null) {
    const field = this.field(`${side}-stop`);
    const chosen = this.field(`${side}-sequence`).value;
    const sequence = this.data.sequences.find((one: any) => one.id === chosen);
    const stops = sequence ? sequence.stops : [];
    field.disabled = !stops.length;
    const kinds = [...new Set(stops.map((one: any) => one.kind))];
    const groups = kinds.map((kind) => this.group(kind, stops.filter((one: any) => one.kind === kind)));
    field.replaceChildren(make('option', { value: '' }, [this.data.words.choose]), ...groups);
    const known = stops.some((one: any) => one.id === stop);
    field.value = known ? `/${stop}` : stops.length === 1 ? `/${stops[0].id}` : '';
  }

  group(kind: any, stops: any[]): HTMLElement {
    const options = stops.map((one) => make('option', { value: `/${one.id}` }, [one.name]));
    return make('optgroup', { label: this.data.words[`kind_${kind}`] }, options);
  }

  onChange(event: Event) {
    const { name } = (event.target as HTMLSelectElement);
    if (name.endsWith('-sequence')) this.offer(name.split('-')[0], null);
    this.update();
    this.writeAddress();
  }

  onClick(event: Event) {
    const button = event.target instanceof Element && event.target.closest('button[name="swap"]');
    if (!button) return;
    const [from, to] = [this.address('from'), this.address('to')];
    this.choose('from', to);
    this.choose('to', from);
    this.update();
    this.writeAddress();
  }

  /** what is chosen there: `sequence/stop`, or as much of it as is chosen */
  address(side: string): string {
    return this.field(`${side}-sequence`).value + this.field(`${side}-stop`).value;
  }

  writeAddress() {
    const asked = new URLSearchParams();
    for (const side of ['from', 'to']) if (this.address(side)) asked.set(side, this.address(side));
    const query = asked.toString().replaceAll('%2F', '/');
    try {
      history.replaceState(null, '', query ? `?${query}` : location.pathname);
    } catch (error) {
      // a browser that keeps addresses of opened files fixed: the choice holds without being in the address
    }
  }

  update() {
    const [from, to] = ['from', 'to'].map((side) => compare.placeOf(this.data, this.address(side)));
    const box = (this.querySelector('.lb-moved') as HTMLElement);
    box.hidden = !(from && to);
    if (!from || !to) {
      this.say('start');
      return box.replaceChildren();
    }
    const painter = new view.Painter(this.data, this.base || '', from, to);
    const move = compare.compare(from, to);
    box.replaceChildren(...painter.all(move));
    this.tell(painter.spoken(move));
  }

  /** The result stands further down: those who cannot see it hear that it has come. */
  tell(sentence: string) {
    const status = this.querySelector('[role="status"]');
    if (!status) return;
    status.classList.add('lb-vh');
    status.textContent = sentence;
  }
}

customElements.define('lb-move', LbMove);

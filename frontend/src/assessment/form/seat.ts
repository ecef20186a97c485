/* Says who sits at the assessment that is open and what can be changed there, asks where nobody knows, and changes seats by name. */

import { ask } from '../../lib/dialog.ts';
import { button, make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import * as assessment from '../document/document.ts';
import * as seats from '../storage/seats.ts';

export class Who {
  declare host: any;
  declare word: any;
  declare box: any;
  declare state: any;
  declare ended: any;
  declare swap: any;

  constructor(host: any) {
    this.host = host;
    this.word = speaker(host.data, 'seat');
    this.box = make('div', { class: 'lb-who lb-noprint', role: 'status' });
    this.box.hidden = true;
    const first = host.querySelector('section[data-view]');
    if (first) first.before(this.box);
  }

  /** What has the focus stays as long as the same is said. */
  show() {
    const { host } = this;
    this.showPlace();
    this.showFinished();
    const others = host.seat === 'employee' && !host.keeper.kept ? host.keeper.open('manager') : [];
    const state = [host.doc.id, host.seat, host.who, this.label(), ...others.map((one: any) => one.id)].join(' ');
    if (state === this.state) return;
    const focused = this.box.contains(document.activeElement);
    this.state = state;
    const parts = this.parts(others).filter(Boolean);
    this.box.replaceChildren(...parts);
    this.box.hidden = !parts.length;
    this.box.classList.toggle('is-quiet', others.length > 0);
    if (focused) this.focusRating();
  }

  /** Where it is kept is said as long as it is kept there. */
  showPlace() {
    const said = (this.host.querySelector('.lb-privacy.lb-js') as HTMLElement | null);
    if (said) said.hidden = this.host.keeper.failed;
  }

  /** Whoever looks at a finished one is told. */
  showFinished() {
    const { host } = this;
    const { doc, data } = host;
    const form = host.querySelector('.lb-check__grid');
    if (this.ended) this.ended.remove();
    if (!doc.finished || !form) return;
    const older = Boolean(doc.release && data.release) && doc.release !== data.release;
    this.ended = make('p', { class: 'lb-done lb-noprint' }, [
      host.word('finished_now', { day: assessment.dayOf(doc.finished) }),
      older && host.word('finished_older', { then: doc.release, now: data.release }),
    ]);
    form.before(this.ended);
  }

  /** The button is gone that had the focus. */
  focusRating() {
    const { host } = this;
    const first = host.data.items.find((one: any) => one.kind !== 'none');
    if (host.view === 'check' && first) host.focusItem(first.code);
  }

  /** how the one is called who is rated */
  label(): string {
    const { doc } = this.host;
    return seats.named(doc.id) || doc.name || '';
  }

  /**
   * @param others - that one rates for somebody else
   */
  parts(others: any[]): (Node | false)[] {
    const { host, word } = this;
    if (!host.seat) return this.question();
    if (host.seat === 'manager') {
      const name = seats.named(host.doc.id);
      const who = name ? word('manager_named', { name }) : word('manager_now');
      if (host.who === 'manager') return [make('p', {}, [who])];
      return [make('p', {}, [word('locked_employee')]), this.back()];
    }
    if (host.who === 'manager') return [make('p', {}, [word('locked_manager')]), this.back()];
    return others.length ? this.hint(others) : [];
  }

  back(): HTMLElement {
    return button(this.word('back'), 'lb-btn', () => { this.host.who = this.host.seat; });
  }

  /** an assessment of before there were seats, with the ratings of both */
  question(): HTMLElement[] {
    const { word } = this;
    const sit = (key: string, seat: string) => button(word(key), 'lb-btn', () => this.host.sit(seat));
    return [make('p', {}, [word('unknown')]), sit('mine', 'employee'), sit('theirs', 'manager')];
  }

  /** the form is one's own; what one rates for others is a click away */
  hint(others: any[]): HTMLElement[] {
    const { word, host } = this;
    const links = others.map((one) => {
      const name = seats.named(one.id) || one.name || word('of_day', { day: assessment.dayOf(one.changed) });
      return make('a', { class: 'lb-a', href: `#open=${one.id}` }, [name]);
    });
    return [make('p', {}, [word('others', { n: others.length }), ...links.flatMap((one, at) => (at ? [host.word('comma'), one] : [one]))])];
  }

  /** whose ratings are shown, and how somebody else sits down here */
  fields(): HTMLElement[] {
    const { host, word } = this;
    this.swap = button('', 'lb-link', () => this.change());
    const radios = ['employee', 'manager'].map((who) => {
      const radio = make('input', { type: 'radio', name: 'set-who', value: who });
      radio.addEventListener('change', () => { host.who = who; });
      return make('label', {}, [radio, make('span', {}, [host.word(`who_${who}`)])]);
    });
    const field = make('fieldset', { class: 'lb-seg' }, [make('legend', {}, [word('shown')]), ...radios]);
    return [make('div', {}, [field, make('p', { class: 'lb-set__say' }, [word('shown_say')]), make('p', {}, [this.swap])])];
  }

  showFields() {
    const { host, word } = this;
    if (!this.swap) return;
    this.swap.hidden = !host.seat;
    this.swap.textContent = word(host.seat === 'manager' ? 'to_employee' : 'to_manager');
  }

  /** Somebody else sits down: after asking, as from then on others' ratings are locked. */
  async change() {
    const { host, word } = this;
    const next = host.seat === 'manager' ? 'employee' : 'manager';
    const answer = await ask(host, {
      title: word(`to_${next}_title`), text: [word(`to_${next}_say`)],
      choices: [{ key: 'no', label: word('stay'), out: true }, { key: 'yes', label: word(`to_${next}`), main: true }],
    });
    if (answer === 'yes') host.sit(next);
  }
}

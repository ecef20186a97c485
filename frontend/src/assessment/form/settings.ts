/* How one fills in: which assessment, its name, quick or thorough, blind, and whose ratings. */

import { button, make } from '../../lib/draw.ts';
import { dayOf } from '../document/document.ts';
import * as seats from '../storage/seats.ts';

export class Settings {
  declare host: any;
  declare word: any;
  declare choice: any;
  declare chooser: any;
  declare summary: any;
  declare tick: any;
  declare named: any;
  declare called: any;
  declare other: any;
  declare state: any;

  constructor(host: any) {
    this.host = host;
    this.word = host.word;
  }

  parts(): HTMLElement[] {
    this.choice = (make('select', { name: 'assessment' }) as HTMLSelectElement);
    this.choice.addEventListener('change', () => this.choose());
    this.chooser = make('label', { class: 'lb-field' }, [make('span', {}, [this.word('which')]), this.choice]);
    this.summary = make('summary', {});
    const fields = [this.mode(), ...this.host.whose.fields(), this.blind(), this.name(), this.another(), this.keys()].filter(Boolean);
    return [this.chooser, make('details', { class: 'lb-more lb-set' }, [this.summary, make('div', { class: 'lb-set__in' }, fields)])];
  }

  radios(name: string, keys: string[], act: (value: string) => void): HTMLElement {
    const field = make('fieldset', { class: 'lb-seg' }, [make('legend', {}, [this.word(name)])]);
    for (const key of keys) {
      const radio = make('input', { type: 'radio', name: `set-${name}`, value: key });
      radio.addEventListener('change', () => act(key));
      field.append(make('label', {}, [radio, make('span', {}, [this.word(`${name}_${key}`)])]));
    }
    return field;
  }

  mode(): HTMLElement | null {
    const { modes } = this.host.data;
    if (modes.length < 2) return null;
    const radios = this.radios('mode', modes, (mode) => this.host.update((draft: any) => { draft.mode = mode; }));
    return make('div', {}, [radios, make('p', { class: 'lb-set__say' }, [this.word('mode_say')])]);
  }

  blind(): HTMLElement {
    this.tick = (make('input', { type: 'checkbox', name: 'set-blind' }) as HTMLInputElement);
    this.tick.addEventListener('change', () => {
      const blind = this.tick.checked;
      this.host.update((draft: any) => { draft.blind = blind; });
    });
    return make('div', {}, [
      make('label', { class: 'lb-tick' }, [this.tick, make('span', {}, [this.word('blind')])]),
      make('p', { class: 'lb-set__say' }, [this.word('blind_say')]),
    ]);
  }

  name(): HTMLElement {
    this.named = (make('input', { type: 'text', name: 'set-name', maxlength: '100', autocomplete: 'off' }) as HTMLInputElement);
    this.named.addEventListener('input', () => {
      const name = this.named.value;
      if (this.host.seat === 'manager') return this.call(name.trim());
      this.host.later('name', (draft: any) => { draft.name = name; });
    });
    this.named.addEventListener('change', () => this.host.flush());
    this.called = make('span', {});
    return make('label', { class: 'lb-field' }, [this.called, this.named]);
  }

  /**
   * @param name - how a manager calls the one who is rated, for nobody else
   */
  call(name: string) {
    seats.call(this.host.doc.id, name);
    this.host.whose.show();
  }

  another(): HTMLElement {
    this.other = button(this.word('another'), 'lb-link', () => {
      this.host.keeper.begin();
      this.host.say(this.word('begun'));
      this.host.next(''); // the button is gone now
    });
    return make('p', {}, [this.other]);
  }

  keys(): HTMLElement {
    return make('p', { class: 'lb-set__say lb-set__keys' }, [this.word('keys')]);
  }

  choose() {
    const { value } = this.choice;
    if (!value) this.host.keeper.begin();
    else if (!this.host.keeper.use(value)) this.showChoice(this.host.doc);
  }

  /** Shows what holds now. */
  show() {
    const { doc, who, data, seat } = this.host;
    for (const [name, value] of [['mode', doc.mode], ['who', who]]) {
      const radio = (this.host.querySelector(`input[name="set-${name}"][value="${value}"]`) as HTMLInputElement | null);
      if (radio) radio.checked = true;
    }
    for (const field of this.host.querySelectorAll('input[name="set-mode"], input[name="set-blind"]')) field.disabled = !!doc.finished || seat !== 'employee';
    if (this.tick) this.tick.checked = doc.blind === true;
    if (this.named && this.named !== document.activeElement) this.named.value = seat === 'manager' ? this.host.whose.label() : doc.name || '';
    if (this.called) this.called.textContent = this.word(seat === 'manager' ? 'name_rated' : 'name');
    this.host.whose.showFields();
    const said = [data.modes.length > 1 && this.word(`mode_${doc.mode}`), this.word(`who_${who}`), this.host.blind && this.word('blind_short')];
    if (this.summary) this.summary.textContent = this.word('settings', { how: said.filter(Boolean).join(this.word('comma')) });
    this.showChoice(doc);
  }

  showChoice(doc: any) {
    if (!this.choice || !this.chooser) return;
    const { keeper } = this.host;
    const saved = keeper.list();
    const options = saved.map((one: any) => [one.id, this.label(one)]);
    if (!keeper.kept) options.unshift(['', this.word(keeper.failed ? 'new_unsaved' : 'new_one')]);
    this.chooser.hidden = options.length < 2;
    if (this.other) this.other.hidden = !keeper.kept;
    const state = JSON.stringify(options);
    if (state !== this.state) this.choice.replaceChildren(...options.map(([value, label]) => make('option', { value }, [label])));
    this.state = state;
    this.choice.value = keeper.kept ? doc.id : '';
  }

  /**
   * @param one - of the list of those saved
   */
  label({ id, name, created, changed, finished }: any): string {
    const rated = seats.at(id) === 'manager';
    const facts = { name: seats.named(id) || name || this.word('unnamed'), created: dayOf(created), changed: dayOf(changed), finished: dayOf(finished || '') };
    const said = this.word(finished ? 'one_finished' : 'one_open', facts);
    return rated ? this.word('one_rated', { said }) : said;
  }
}

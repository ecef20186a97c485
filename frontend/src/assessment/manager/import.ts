/* Opening the manager's file over one's own assessment: reads it, says what is wrong with it, asks where both differ. */

import { button, make } from '../../lib/draw.ts';
import { figure, ratingOf } from '../../lib/format.ts';
import { speaker } from '../../lib/words.ts';
import * as answers from '../document/answers.ts';
import { carry } from '../document/migrate.ts';
import { kindOf, leaves } from '../plan/model.ts';
import { gist, rows } from '../plan/rows.ts';
import * as view from '../result/figures.ts';
import * as store from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
import * as stores from '../storage/store.ts';
import * as overlay from './merge-file.ts';

export class Lay {
  declare host: any;
  declare tell: any;
  declare say: any;
  declare box: any;
  declare field: any;
  declare asked: any;

  /**
   * @param tell - says it to the person
   */
  constructor(host: any, tell: (text: string) => void) {
    this.host = host;
    this.tell = tell;
    this.say = speaker(host.data, 'result');
    this.box = make('div', { class: 'lb-lay lb-noprint' });
    this.field = (make('input', { type: 'file', accept: '.json,application/json', hidden: true, 'data-lay': '' }) as HTMLInputElement);
    this.field.addEventListener('change', () => this.read());
    host.addEventListener('lb-change', () => this.stale() && this.leave());
  }

  choose() {
    this.field.click();
  }

  async read() {
    const file = this.field.files && this.field.files[0];
    if (!file) return;
    const { data } = this.host;
    const found = await store.open(file, data.handbook);
    this.field.value = '';
    if (found.doc) return this.take(found.doc);
    this.tell(this.say('file_bad', { problem: store.say(data.words, found.problem) }));
  }

  /**
   * @param file - a document
   * @param first - what is to be told besides
   */
  take(file: any, first: string = '') {
    const { host, say } = this;
    if (file.target !== host.data.target) return this.tell(say('file_other_target', { title: file.title || file.target }));
    if (file.id !== host.doc.id) return this.other(file);
    if (!host.seat) return this.tell(speaker(host.data, 'seat')('unknown'));
    const { doc } = carry(file, host.data);
    const found = overlay.overlay(host.doc, doc, host.seat);
    if (host.doc.finished && !found.asks.length && overlay.same(found.doc.plan, host.doc.plan)) return this.tell(first + say('file_finished'));
    this.tell(first);
    if (found.asks.length) return this.ask(doc, found.asks);
    this.apply(doc, [], first);
  }

  /** Another assessment: once it is known whose it is, it is kept beside this one and opened, unless that one is here already. */
  async other(file: any) {
    const { host, say } = this;
    const name = file.name || file.title;
    if (stores.list().some((one: any) => one.id === file.id)) {
      if (host.keeper.use(file.id)) this.take(file, say('file_shown', { name }));
      return;
    }
    const { seat, open } = await seats.ask(host, host.data, file, undefined, say('file_other_ask'));
    if (!open) return this.tell(say('asks_left'));
    const taken = store.take(file, 'both', seat);
    if (!taken.ok) return this.tell(store.say(host.data.words, taken.problem));
    host.keeper.use(file.id);
    this.tell(say('file_other', { name }));
  }

  ask(file: any, asks: any[]) {
    const { say } = this;
    this.asked = this.about();
    const title = make('h2', { class: 'lb-sec', tabindex: '-1' }, [say('asks', { n: asks.length })]);
    const join = make('button', { type: 'submit', class: 'lb-btn lb-btn--main' }, [say('asks_join')]);
    const leave = button(say('asks_leave'), 'lb-btn', () => this.leave());
    const form = make('form', {}, [
      title,
      make('p', { class: 'lb-note' }, [say('asks_say')]),
      ...asks.map((one, at) => this.one(one, at)),
      make('p', { class: 'lb-lay__btns' }, [join, leave]),
    ]);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      for (const [at, one] of asks.entries()) {
        const chosen = (form.querySelector(`input[name="lay-${at}"]:checked`) as HTMLInputElement | null);
        one.choice = chosen ? chosen.value : one.choice;
      }
      this.apply(file, asks);
    });
    this.box.replaceChildren(form);
    title.focus();
    title.scrollIntoView({ block: 'start' });
  }

  /** which assessment is open, and whether it is finished: then other questions are asked */
  about(): string {
    const { id, finished } = this.host.doc;
    return `${id} ${finished || ''}`;
  }

  /** whether the questions are about another assessment than the one that is open, or it was finished meanwhile */
  stale(): boolean {
    return !!this.asked && this.asked !== this.about();
  }

  leave() {
    this.close();
    this.tell(this.say('asks_left'));
  }

  /** Takes the questions away; whoever had the focus in them is led to the result. */
  close() {
    const focused = this.box.contains(document.activeElement);
    this.asked = '';
    this.box.replaceChildren();
    const title = focused && (this.host.querySelector('.lb-result__title') as HTMLElement | null);
    if (!title) return;
    title.setAttribute('tabindex', '-1');
    title.focus({ preventScroll: true });
  }

  one(ask: any, at: number): HTMLElement {
    const side = (key: 'here' | 'file') => {
      const radio = (make('input', { type: 'radio', name: `lay-${at}`, value: key }) as HTMLInputElement);
      radio.checked = ask.choice === key;
      return make('label', {}, [radio, make('span', {}, [make('b', {}, [this.say(`asks_${key}`)]), this.text(ask, ask[key])])]);
    };
    return make('fieldset', { class: 'lb-lay__one' }, [make('legend', {}, [this.name(ask)]), side('here'), side('file')]);
  }

  /** what the question is about */
  name({ part, code, here, form = code, row }: any): string {
    const { data } = this.host;
    if (part === 'plan' || part === 'cell') return this.say('asks_plan', { name: this.planName(form, part === 'cell' ? code : '', row) });
    const thing = answers.find(data, code);
    const name = (thing && (thing.name || thing.text)) || (here && here.name) || code;
    return this.say(`asks_${part}`, { name: part === 'head' ? this.say(`asks_head_${code}`) : name });
  }

  /**
   * @param id - of a form
   * @param code - of a field; nothing where the whole form is meant
   */
  planName(id: string, code: string, row?: string): string {
    const { data, doc } = this.host;
    const form = data.plan && data.plan.forms.find((one: any) => one.id === id);
    if (!form) return [id, code].filter(Boolean).join(this.say('between'));
    const line = code && rows(data, doc, form).find((one: any) => one.id === row);
    const about = line && (kindOf(form) === 'many' ? gist(data, doc, form, line) : line.name);
    const field = leaves(form.fields).find((one: any) => one.id === code);
    return [form.name, about, field ? field.name : code].filter(Boolean).join(this.say('between'));
  }

  /** as it is read */
  text({ part, code }: any, value: any): string {
    if (part === 'agreed') return this.rating(code, { points: value });
    if (part === 'head' && code === 'mode') return this.host.data.words[`fill.mode_${value}`] || value;
    if (typeof value === 'string') return value;
    if (part === 'plan') return this.say('asks_rows', { n: Array.isArray(value) ? value.length : 0 });
    if (part === 'cell') return Object.values(value).join(this.say('list'));
    const { say } = this;
    const rating = this.rating(code, value);
    const marks = Object.entries(value.marks || {}).map(([name, mark]) => `${name} ${mark}`);
    const more = [
      rating, ...marks, value.mark, value.evidence, value.date,
      value.na !== null && value.na !== undefined ? say('asks_na', { why: value.na }) : '',
      value.unseen ? say('state_unseen') : '', value.pick ? say('chosen') : '',
    ];
    return more.filter(Boolean).join(say('gap_wide')) || '—';
  }

  rating(code: string, { points }: any): string {
    if (points === null || points === undefined) return '';
    const { data } = this.host;
    const item = data.items.find((one: any) => one.code === code);
    if (item && item.kind === 'condition') return this.say(points === '1' ? 'condition_met' : 'condition_unmet');
    if (item && item.scale === 'levels') return view.valuer(data)(item, points);
    const found = ratingOf(data.scales[item ? item.scale : data.partScale || data.scale], points);
    return found ? this.say('rating', { points: figure(points), name: found.name }) : figure(points);
  }

  /**
   * @param first - what is to be told besides
   */
  apply(file: any, asks: any[], first: string = '') {
    this.close();
    this.host.update((draft: any) => {
      const found = overlay.overlay(draft, file, this.host.seat);
      overlay.settle(found.doc, asks);
      Object.assign(draft, found.doc);
    }, true);
    const some = Object.keys((file.manager && file.manager.answers) || {}).length > 0;
    this.tell(first + this.say(this.host.doc.finished ? 'laid_plan' : some ? 'laid' : 'laid_without'));
  }
}

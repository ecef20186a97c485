/* <lb-plan>: the development plan of an assessment. Its forms stand in the data; what is written goes to the host.
   A form is painted anew when what it shows has changed, but never under the hands of somebody who is writing in it. */

import { make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import * as score from '../../scoring/totals.ts';
import * as calendar from './calendar.ts';
import * as fields from './field.ts';
import * as forms from './form.ts';
import * as goals from './goals.ts';
import * as model from './model.ts';
import * as readiness from './readiness.ts';
import * as plan from './sections.ts';

const TYPED = 'textarea, input:not([type="radio"]):not([type="checkbox"])';
const HELD = `${TYPED}, select`; // not to be replaced while somebody is in it

class LbPlan extends HTMLElement {
  declare host: any;
  declare gone: Record<string, any[]>;
  declare begun: Record<string, number>;
  declare cycle: any;
  declare without: any;
  declare pressed: any;
  declare starting: any;
  declare desk: any;
  declare stations: any;
  declare painted: any;
  declare forced: any;

  connectedCallback() {
    if (this.host) return;
    this.host = (this.closest('lb-assess') as any);
    this.gone = {}; // rows taken out, to be taken back
    this.begun = {}; // how many rows the first opening made
    this.cycle = '';
    this.without = new Set();
    if (!this.host) return;
    this.host.addEventListener('lb-view', () => this.open());
    this.host.addEventListener('lb-change', () => this.open());
    for (const kind of ['input', 'change', 'click']) this.addEventListener(kind, (event) => this.take(event));
    this.addEventListener('focusout', () => setTimeout(() => this.open(), 0));
    // what is pressed must still be there when it is let go
    this.addEventListener('pointerdown', () => { this.pressed = true; });
    for (const kind of ['pointerup', 'pointercancel']) {
      window.addEventListener(kind, () => setTimeout(() => { this.pressed = false; this.open(); }, 0));
    }
    customElements.whenDefined('lb-assess').then(() => this.open());
  }

  /** Shows the plan as it is now, if anybody looks at it. */
  open() {
    if (!this.host.data || !this.host.doc || this.host.view !== 'plan') return;
    if (!this.host.data.plan) return this.replaceChildren(...this.nothing());
    if (this.pressed && !this.forced) return;
    if (this.start()) return; // the change shows itself
    this.prepare();
    this.paint();
  }

  /** what is said where the sequence has no plan */
  nothing(): Node[] {
    const word = speaker(this.host.data, 'plan');
    const { data, doc } = this.host;
    const empty = make('p', { class: 'lb-empty' }, [word('no_plan'), make('a', { href: '#result' }, [word('to_result')])]);
    return [make('h2', { class: 'lb-sec' }, [word('title')]), empty, ...plan.left({ data, doc, word })];
  }

  /** On first opening a measure for every chosen point, where nothing was ever begun. */
  start(): boolean {
    const { host } = this;
    if (this.starting) return true;
    const found = goals.beginnings(host.data, host.doc);
    if (!found.length) return false;
    this.starting = true;
    host.update((draft: any) => {
      for (const { form, rows } of found) {
        if ((draft.plan || {})[form.id]) continue;
        model.rowsIn(draft, form.id).push(...rows);
        this.begun[`${host.doc.id}/${form.id}`] = rows.length;
      }
    });
    this.starting = false;
    this.open();
    return true;
  }

  /** Looks up what the forms show. */
  prepare() {
    const { data, doc } = this.host;
    const rated = (answers: any) => new Map(score.assess(data, answers || {}, doc.mode).items.map((one: any) => [one.code, one]));
    const word = speaker(data, 'plan');
    this.desk = {
      data, doc, word, seat: this.host.seat, own: rated(doc.answers), manager: rated(doc.manager && doc.manager.answers),
      months: (spans: any) => calendar.months(this.desk, spans),
      removed: (key: string) => (this.gone[key] || []).slice(-1)[0],
      empty: (form: any) => this.empty(form),
    };
    this.stations = readiness.stations(data);
  }

  /** what is said in place of rows */
  empty(form: any): (Node | string)[] {
    const { word } = this.desk;
    if (model.kindOf(form) === 'other') return [word('empty_records')];
    if (model.picked(this.host.data, this.host.doc).length || !this.host.data.pick) return [word('empty_rows')];
    return [word('empty_pick', { n: this.host.data.pick }), make('a', { href: '#result' }, [word('to_result')])];
  }

  /* ---- painting ---- */

  /** Everything at first, then only what has changed. */
  paint() {
    const key = `${this.host.doc.id} ${this.stations.length}`;
    if (this.painted !== key) {
      this.painted = key;
      [this.gone, this.without] = [{}, new Set()];
      this.replaceChildren(...plan.frame(this));
    }
    const signings = readiness.signings(this.desk, this.stations);
    this.put('facts', plan.facts(this.desk));
    this.put('summary', plan.summary(this.desk, this.stations));
    for (const { entries } of this.stations) {
      for (const { form, only, id } of entries) {
        this.put(`ready-${id}`, plan.ready(this.desk, signings.filter((one: any) => one.id === id)));
        this.put(`form-${id}`, [forms.show(this.desk, form, only, id)], this.begun[`${this.host.doc.id}/${form.id}`]);
      }
    }
    this.put('left', plan.left(this.desk));
    this.put('calendar', [calendar.calendar(this.desk, this.cycle, this.without)]);
  }

  /** Puts nodes into their place unless they show what stands there, or somebody is writing in it. */
  put(name: string, nodes: any[], begun?: number) {
    const place = (this.querySelector(`[data-place="${CSS.escape(name)}"]`) as any);
    if (!place) return;
    if (begun) nodes[0].querySelector('h3').after(make('p', { class: 'lb-note lb-plan__begun lb-noprint', role: 'status' }, [this.desk.word('begun', { n: begun })]));
    const shown = nodes.map((one) => one.outerHTML + values(one)).join('');
    if (place.shown === shown) return;
    const active = document.activeElement;
    const inside = active instanceof HTMLElement && place.contains(active) ? active : null;
    if (inside && inside.matches(HELD) && !this.forced) return;
    const open = new Set(Array.from(place.querySelectorAll('details[open][data-hints]'), (one: any) => one.dataset.hints));
    place.shown = shown;
    place.replaceChildren(...nodes);
    for (const one of place.querySelectorAll('details[data-hints]')) one.open = open.has(one.dataset.hints);
    if (inside) this.refocus(inside, place);
  }

  refocus(before: HTMLElement, place: HTMLElement) {
    const hints = before.closest('details[data-hints]');
    const opener = hints && before.localName === 'summary' && place.querySelector(`[data-hints="${CSS.escape((hints as HTMLElement).dataset.hints || '')}"] > summary`);
    const same = ['data-form', 'data-row', 'data-field', 'data-more', 'data-date', 'data-action', 'data-pick', 'value', 'name']
      .filter((name) => before.hasAttribute(name)).map((name) => `[${name}="${CSS.escape(before.getAttribute(name) || '')}"]`).join('');
    const found = opener || (same && (place.querySelector(`${before.localName}${same}`) as HTMLElement | null));
    const heir = found || (place.querySelector('button, select, textarea, input') as HTMLElement | null);
    if (heir) heir.focus({ preventScroll: true });
  }

  /* ---- changes ---- */

  take(event: Event) {
    const target = (event.target as any);
    if (!(target instanceof HTMLElement) || !this.desk) return;
    if (event.type === 'click') {
      const button = target.closest('button');
      return button ? this.press(button) : undefined;
    }
    if (target.name === 'plan-cycle' || target.dataset.date) return event.type === 'change' ? this.choose(target) : undefined;
    if (target.dataset.pick !== undefined) return event.type === 'change' ? this.pick(target) : undefined;
    if (target.dataset.field === undefined) return undefined;
    const typed = target.matches(TYPED);
    if (typed && event.type === 'input') return this.type(target);
    if (event.type !== 'change') return undefined;
    // the focus is on its way: what it goes to must not be painted anew before it is there
    if (typed) return setTimeout(() => this.host.flush(), 0);
    return this.set(target.dataset, target.value);
  }

  /**
   * @param target - a field that somebody writes in
   */
  type(target: any) {
    const copy = target.nextElementSibling;
    if (copy && copy.classList.contains('lb-plan__said')) copy.textContent = target.localName === 'textarea' ? `${target.value}\n` : target.value;
    const value = target.dataset.more === undefined ? target.value : target.value || fields.OTHER;
    const { form, row, field } = target.dataset;
    this.host.later(`plan-${form}-${row}-${field}`, this.change({ form, row, field }, value));
  }

  /**
   * @param place - which form, row and field
   */
  change({ form: key, row: id, field }: any, value: string): (draft: any) => void {
    const { data } = this.host;
    const form = data.plan.forms.find((one: any) => one.id === key);
    const leaf = model.leaves(form.fields).find((one: any) => one.id === field);
    return (draft) => {
      const row = model.rowIn(draft, form, id);
      if (value || (leaf && leaf.default)) row[field] = value;
      else delete row[field];
      if (!leaf || leaf.fill !== 'competency') return;
      const item = data.items.find((one: any) => one.name === value);
      if (item) row[model.FOR] = item.code;
      else delete row[model.FOR];
    };
  }

  set(place: any, value: string) {
    this.now(this.change({ form: place.form, row: place.row, field: place.field }, value));
  }

  /** A change that shows at once, also in the form it was made in. */
  now(change: (draft: any) => void) {
    this.forced = true;
    this.host.update(change);
    this.forced = false;
  }

  /**
   * @param target - a cycle or a date of the calendar
   */
  choose(target: any) {
    if (target.name === 'plan-cycle') this.cycle = target.value;
    else if (target.checked) this.without.delete(target.dataset.date);
    else this.without.add(target.dataset.date);
    this.open();
  }

  /** As many points as the sequence says; one more is refused, and which ones there are is said. */
  pick(box: any) {
    const { data, doc } = this.host;
    const code = box.dataset.pick;
    const others = model.picked(data, doc).filter((one: any) => one.code !== code);
    if (box.checked && others.length >= data.pick) {
      box.checked = false;
      const names = others.map((one: any) => one.name).join(this.desk.word('comma'));
      return this.host.say(this.host.word('pick_full', { n: data.pick, names }));
    }
    const codes = others.map((one: any) => one.code);
    return this.now(model.choosing(data, box.checked ? [...codes, code] : codes, this.host.seat));
  }

  press(button: HTMLElement) {
    const { add, about, remove, restore, action, clear, form, do: what } = button.dataset;
    this.host.flush();
    if (add !== undefined) return this.add(add, about || '');
    if (remove !== undefined) return this.takeOut(String(form), remove);
    if (restore !== undefined) return this.restore(restore);
    if (action !== undefined) return this.fill(button.dataset);
    if (clear !== undefined) return this.set(button.dataset, '');
    return what ? plan.hand(this, what) : undefined;
  }

  form(key: string): any {
    return this.host.data.plan.forms.find((one: any) => one.id === key);
  }

  /**
   * @param key - of the form
   */
  add(key: string, about: string) {
    const row = goals.fresh(this.host.data, this.form(key), about);
    this.now((draft) => { model.rowsIn(draft, key).push(row); });
    const line = this.querySelector(`[data-shows="${CSS.escape(key)}"] [data-line="${CSS.escape(row[model.ID])}"]`);
    const first = about && goals.saying(this.form(key));
    const field = ((line && line.querySelector(first ? `[data-field="${CSS.escape(first.id)}"]` : 'select, textarea, input')) as HTMLElement | null);
    if (field) field.focus();
  }

  takeOut(key: string, id: string) {
    const form = this.form(key);
    const kept = model.stored(this.host.doc, form);
    const at = kept.findIndex((one: any) => one.id === id);
    if (at < 0) return;
    const theirs = (one: any) => model.isTheirs(form, one.id, this.host.seat) && model.text(kept[at].row[one.id]).trim();
    if (model.leaves(form.fields).some(theirs)) return this.host.say(this.desk.word('row_theirs'));
    const taken = { row: structuredClone({ ...kept[at].row, [model.ID]: id }), at, name: String(at + 1) };
    this.gone[key] = [...(this.gone[key] || []), taken];
    this.now((draft) => {
      const found = model.stored(draft, this.form(key)).find((one: any) => one.id === id);
      if (found) draft.plan[key].splice(draft.plan[key].indexOf(found.row), 1);
    });
    this.host.say(this.desk.word('removed', { n: taken.name }));
    const undo = (this.querySelector(`[data-restore="${CSS.escape(key)}"]`) as HTMLElement | null);
    if (undo) undo.focus();
  }

  restore(key: string) {
    const taken = (this.gone[key] || []).pop();
    if (!taken) return;
    this.now((draft) => { model.rowsIn(draft, key).splice(taken.at, 0, structuredClone(taken.row)); });
    const line = this.querySelector(`[data-shows="${CSS.escape(key)}"] [data-line="${CSS.escape(taken.row[model.ID])}"]`);
    const field = ((line && line.querySelector('select, textarea, input')) as HTMLElement | null);
    if (field) field.focus();
  }

  /**
   * @param place - takes over a course or a practice, with its kind where none is chosen yet
   */
  fill({ action: code, form: key, row: id, field }: any) {
    const form = this.form(key);
    const action = this.host.data.actions.find((one: any) => one.code === code);
    const kind = goals.filled(form, 'action-type');
    const words = [action.choice, action.typeName].find((one) => one && (!kind || kind.more || (kind.choices || []).includes(one)));
    this.now((draft) => {
      const row = model.rowIn(draft, form, id);
      const before = model.text(row[field]).trim();
      row[field] = before.includes(action.text) ? before : [before, action.text].filter(Boolean).join('\n');
      if (kind && words && !model.text(row[kind.id])) row[kind.id] = words;
    });
    const hints = (this.querySelector(`[data-hints="${CSS.escape(`${key} ${id}`)}"]`) as any);
    if (hints) {
      hints.open = false;
      hints.firstElementChild.focus();
    }
    this.host.say(this.desk.word('taken'));
  }
}

/** what stands in its fields, which markup does not tell */
function values(node: HTMLElement): string {
  return Array.from(node.querySelectorAll('textarea, select, input'), (one: any) => `${one.value}\u0000${one.checked}`).join('\u0001');
}

customElements.define('lb-plan', LbPlan);

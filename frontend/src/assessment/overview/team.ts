/* <lb-team>: several assessments laid together. The files are read here, never sent and never kept; nobody can be made out,
   as nothing is shown of fewer people than the size that is set. Every figure comes from levelbook.score.team. */

import { make } from '../../lib/draw.ts';
import * as sheet from '../../lib/spreadsheet.ts';
import { speaker } from '../../lib/words.ts';
import * as item from '../../scoring/item.ts';
import { FEWEST } from '../../scoring/review.ts';
import * as score from '../../scoring/review.ts';
import { download } from '../storage/library.ts';
import * as store from '../storage/library.ts';
import * as teamTable from './team-table.ts';

const MOST = 500;

/** a file; why: why it is left out */
export type Given = {name: string, doc: any, why: string};

class LbTeam extends HTMLElement {
  declare data: any;
  declare say: any;
  declare files: Given[];
  declare least: any;
  declare cleared: any;
  declare order: any;
  declare target: any;
  declare status: any;
  declare box: any;

  connectedCallback() {
    const script = this.querySelector('#lb-team-data');
    const drop = (this.querySelector('.lb-drop') as HTMLElement | null);
    const field = (this.querySelector('input[type="file"]') as HTMLInputElement | null);
    if (this.files || !script || !drop || !field) return;
    this.data = { words: (window as any).levelbookWords || {}, ...JSON.parse(script.textContent || '') };
    this.say = speaker(this.data, 'team');
    this.files = [];
    this.least = Math.max(FEWEST, Number(this.data.least) || 0);
    this.cleared = 0; // how often
    this.order = 'page';
    this.target = '';
    this.status = make('p', { class: 'lb-count', role: 'status' });
    this.box = make('div', { class: 'lb-team__box' });
    this.append(this.status, this.box);
    field.addEventListener('change', () => this.take(field));
    this.catch(drop);
    this.addEventListener('change', (event) => this.onChange(event));
    this.addEventListener('click', (event) => this.onClick(event));
  }

  /**
   * @param drop - where files can be dropped; beside it nothing happens either
   */
  catch(drop: HTMLElement) {
    for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault());
    drop.addEventListener('dragover', () => drop.classList.add('is-over'));
    drop.addEventListener('dragleave', () => drop.classList.remove('is-over'));
    drop.addEventListener('drop', (event) => {
      drop.classList.remove('is-over');
      if (event.dataTransfer) this.add(Array.from(event.dataTransfer.files));
    });
  }

  take(field: HTMLInputElement) {
    const files = Array.from(field.files || []);
    field.value = ''; // the same files can be chosen again
    this.add(files);
  }

  async add(files: File[]) {
    const { say, data } = this;
    if (this.status) this.status.textContent = say('reading', { n: files.length });
    const cleared = this.cleared;
    const read = await Promise.all(files.slice(0, MOST).map((file) => this.read(file)));
    if (cleared !== this.cleared) return; // what was being read when all was cleared does not come back
    this.files = [...(this.files || []), ...read];
    if (files.length > MOST) this.files.push({ name: say('rest', { n: files.length - MOST }), doc: null, why: say('too_many', { most: MOST }) });
    if (!data.targets[this.target]) this.target = this.commonest();
    this.show();
  }

  async read(file: File): Promise<Given> {
    const { data, say } = this;
    const found = await store.open(file, data.handbook);
    if (!found.doc) return { name: file.name, doc: null, why: store.say(data.words, found.problem) };
    const { doc } = found;
    if (Object.hasOwn(data.targets, doc.target)) return { name: file.name, doc, why: '' };
    return { name: file.name, doc: null, why: say('no_target', { title: doc.title || doc.target }) };
  }

  /** how many files there are for each checklist */
  targets(): Map<string, number> {
    const found = new Map();
    for (const { doc } of this.files || []) if (doc) found.set(doc.target, (found.get(doc.target) || 0) + 1);
    return found;
  }

  /** the checklist most files are for */
  commonest(): string {
    const sorted = [...this.targets()].sort((one, other) => other[1] - one[1]);
    return sorted.length ? sorted[0][0] : '';
  }

  /** the chosen checklist, as levelbook.score reads it */
  sheet(): any {
    return { ...this.data.targets[this.target], target: this.target, release: this.data.release, words: this.data.words };
  }

  /** Which files count, and why the others do not. */
  judged(data: any): Given[] {
    const { say } = this;
    const newest = new Map();
    for (const { doc } of this.files || []) {
      if (doc && (!newest.has(doc.id) || doc.changed > newest.get(doc.id).changed)) newest.set(doc.id, doc);
    }
    return (this.files || []).map((one) => {
      const { doc } = one;
      if (!doc) return one;
      if (doc.target !== this.target) return { ...one, why: say('other_target', { title: this.data.targets[doc.target].title }) };
      if (newest.get(doc.id) !== doc) return { ...one, why: say('double') };
      return score.team(data, [doc], this.least).empty ? { ...one, why: say('empty') } : one;
    });
  }

  show() {
    const { say, box, status } = this;
    if (!box || !status) return;
    const files = this.files || [];
    if (!files.length) {
      status.textContent = '';
      return box.replaceChildren();
    }
    const data = this.sheet();
    const known = !!this.target;
    const judged = known ? this.judged(data) : files;
    const team = known ? score.team(data, files.map((one) => one.doc).filter(Boolean), this.least) : null;
    status.textContent = say('read', { n: files.length, usable: team ? team.count : 0 });
    const kept = document.activeElement && box.contains(document.activeElement) ? document.activeElement.getAttribute('name') : '';
    const parts = [team && this.settings(team), team && this.overview(data, team, judged), this.list(judged)];
    box.replaceChildren(...parts.filter((one) => one !== null));
    const field = kept && (box.querySelector(`[name="${kept}"]`) as HTMLElement | null);
    if (field) field.focus({ preventScroll: true });
  }

  settings(team: any): HTMLElement {
    const { say, data } = this;
    const targets = [...this.targets()];
    const titled = (key: string, n: number) => say('target_option', { title: data.targets[key].title, n });
    const options = targets.map(([key, n]) => make('option', { value: key, selected: key === this.target }, [titled(key, n)]));
    const orders = ['page', 'weak'].map((key) => make('option', { value: key, selected: key === this.order }, [say(`order_${key}`)]));
    const field = (text: string, control: HTMLElement) => make('label', {}, [make('span', {}, [text]), control]);
    const button = (act: string, icon: string = '') => {
      const sign = icon && make('i', { class: `lb-i lb-i--${icon}`, 'aria-hidden': 'true' });
      return make('button', { type: 'button', class: 'lb-btn', 'data-act': act }, [sign, say(act)]);
    };
    return make('div', { class: 'lb-teamset lb-noprint' }, [
      targets.length > 1 && field(say('target'), make('select', { name: 'target' }, options)),
      field(say('least', { fewest: FEWEST }), make('input', { type: 'number', name: 'least', min: FEWEST, max: 99, step: 1, value: this.least })),
      !team.why && field(say('order'), make('select', { name: 'order' }, orders)),
      !team.why && button('print', 'print'), !team.why && button('csv', 'down'), button('clear'),
    ]);
  }

  overview(data: any, team: any, files: Given[]): HTMLElement {
    const { say } = this;
    const title = make('h2', { class: 'lb-sec' }, [data.title, make('span', { class: 'lb-sec__n' }, [say('people', { n: team.count })])]);
    if (team.why) {
      const why = item.say(data.words, team.why);
      return make('section', {}, [title, make('p', { class: 'lb-team__few' }, [why, say('stop')])]);
    }
    const old = files.filter(({ doc, why }) => doc && !why && doc.release !== this.data.release).length;
    return make('section', {}, [
      title,
      make('p', { class: 'lb-note' }, [say('how', { least: team.least }), old > 0 && say('old', { n: old }), team.again > 0 && say('again', { n: team.again })]),
      make('p', { class: 'lb-teamkey' }, [make('span', { class: 'k-met' }, [say('key_met')]), make('span', {}, [say('key_below')])]),
      teamTable.table(data, team, this.order, say),
      make('p', { class: 'lb-note' }, [say('not')]),
    ]);
  }

  list(files: Given[]): HTMLElement {
    const { say } = this;
    const out = files.filter((one) => one.why);
    const lines = files.map(({ name, why }) => make('li', { class: why && 'is-out' }, [make('b', {}, [name]), make('span', {}, [why || say('counts')])]));
    const clear = !this.target && make('button', { type: 'button', class: 'lb-btn', 'data-act': 'clear' }, [say('clear')]);
    return make('section', { class: 'lb-noprint' }, [
      make('h2', { class: 'lb-sec' }, [say('files'), make('span', { class: 'lb-sec__n' }, [say('files_out', { n: files.length, out: out.length })])]),
      make('ul', { class: 'lb-plain lb-teamfiles' }, lines),
      clear,
    ]);
  }

  onChange(event: Event) {
    const { name, value } = (event.target as HTMLInputElement);
    if (name === 'target') this.target = value;
    else if (name === 'order') this.order = value;
    else if (name === 'least') this.least = Math.max(FEWEST, Math.min(99, Math.round(Number(value)) || FEWEST));
    else return;
    this.show();
  }

  onClick(event: Event) {
    const button = event.target instanceof Element && (event.target.closest('button[data-act]') as HTMLElement | null);
    if (!button) return;
    const { act } = button.dataset;
    if (act === 'print') window.print();
    if (act === 'csv') this.download();
    if (act === 'clear') this.clear();
  }

  download() {
    const data = this.sheet();
    const team = score.team(data, (this.files || []).map((one) => one.doc).filter(Boolean), this.least);
    const { head, rows } = teamTable.sheet(data, team, this.say);
    download(`${this.target.replace(/[^\p{L}\p{N}._-]+/gu, '-')}-team.csv`, sheet.csvFile([head, ...rows]));
  }

  clear() {
    this.cleared += 1;
    this.files = [];
    this.target = '';
    this.show();
    const field = (this.querySelector('input[type="file"]') as HTMLElement | null);
    if (field) field.focus();
    if (this.status) this.status.textContent = this.say('cleared');
  }
}

customElements.define('lb-team', LbTeam);

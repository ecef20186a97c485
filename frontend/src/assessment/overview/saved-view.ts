/* How <lb-saved> looks: the list, each one's name, progress and actions, finished ones over time, what could not be read. */

import { button, make } from '../../lib/draw.ts';
import { speaker } from '../../lib/words.ts';
import { clockOf, dayOf } from '../document/document.ts';
import * as damaged from '../storage/damaged.ts';
import * as store from '../storage/library.ts';
import { history } from './history.ts';

export type Doc = Record<string, any>;

export class SavedView {
  declare host: any;
  declare data: any;
  declare word: any;
  declare words: any;

  /**
   * @param host - the <lb-saved>
   */
  constructor(host: any) {
    this.host = host;
    this.data = host.data;
    this.word = speaker(host.data, 'store');
    this.words = { word: this.word, day: (time: string) => this.timeOf(time, false) };
  }

  /**
   * @param exact - with hour and minute
   */
  timeOf(time: string, exact: boolean = true): string {
    const said = exact ? `${dayOf(time)} ${clockOf(time)}` : dayOf(time);
    return said.trim() || time;
  }

  head(count: number): Element {
    const keeps = store.works();
    const off = keeps ? [] : [make('p', { class: 'lb-alarm' }, [store.say(this.data.words, { key: 'off', facts: {} })])];
    return make('div', {}, [
      make('h2', { id: 'saved', class: 'lb-sec' }, [this.word('title')]),
      ...off, (keeps || !count) && make('p', { class: 'lb-note' }, [this.word(count ? 'where' : 'none')]),
    ]);
  }

  list(docs: Doc[]): Element {
    const heads = ['name', 'changed', 'progress', 'do'].map((key) => make('th', { scope: 'col', role: 'columnheader' }, [this.word(`column_${key}`)]));
    return make('table', { class: 'lb-table lb-stack lb-saved__table', role: 'table' }, [
      make('caption', { class: 'lb-vh' }, [this.word('caption')]),
      make('thead', { role: 'rowgroup' }, [make('tr', { role: 'row' }, heads)]),
      make('tbody', { role: 'rowgroup' }, docs.map((doc) => this.row(doc))),
    ]);
  }

  row(doc: Doc): Element {
    const { word } = this;
    const cell = (key: string, inside: any[]) => make('td', { role: 'cell', 'data-th': word(`column_${key}`) }, inside);
    return make('tr', { role: 'row', 'data-id': doc.id }, [
      make('th', { scope: 'row', role: 'rowheader' }, [this.title(doc), ...this.role(doc), this.naming(doc), ...this.doubts(doc)]),
      cell('changed', [make('time', { datetime: doc.changed }, [this.timeOf(doc.changed)])]),
      cell('progress', [this.progress(doc)]),
      make('td', { role: 'cell' }, [this.actions(doc)]),
    ]);
  }

  /** where its page is; undefined where there is none in this handbook */
  target(doc) {
    const { targets = {} } = this.data;
    return !this.foreign(doc) && Object.hasOwn(targets, doc.target) ? targets[doc.target] : undefined;
  }

  /** whether it is of another handbook, which keeps its own in the same browser */
  foreign(doc) {
    const known = Object.hasOwn(this.data.targets || {}, doc.target);
    return Boolean(this.data.handbook) && doc.handbook !== this.data.handbook && !known;
  }

  title(doc: Doc): Element {
    const target = this.target(doc);
    const title = (target && target.title) || doc.title || doc.target;
    if (!target) return make('span', { class: 'lb-saved__title' }, [title]);
    return make('a', { class: 'lb-saved__title', href: `${target.href}#open=${doc.id}`, 'data-key': `title-${doc.id}` }, [title]);
  }

  /** the name of one's own, to be changed in place */
  naming(doc: Doc): Element {
    const rated = doc.seat === 'manager';
    const input = (make('input', {
      type: 'text', class: 'lb-saved__name', maxlength: '100', value: this.host.ownName(doc), autocomplete: 'off', 'data-key': `name-${doc.id}`,
      'aria-label': this.word(rated ? 'rated_name_of' : 'own_name_of', { title: doc.title }), placeholder: this.word(rated ? 'rated_name_hint' : 'own_name_hint'),
    }) as HTMLInputElement);
    input.addEventListener('input', () => this.host.type(doc.id, input.value));
    input.addEventListener('change', () => this.host.rename(doc.id, input.value));
    return input;
  }

  /** whose ratings one gives there */
  role({ seat }: Doc): Element[] {
    const said = seat === 'manager' ? this.word('role_manager') : seat ? '' : this.word('role_unknown');
    return said ? [make('span', { class: 'lb-mark lb-saved__role' }, [said])] : [];
  }

  /** what stands in the way of going on */
  doubts(doc: Doc): Element[] {
    const say = (text: string) => make('p', { class: 'lb-saved__doubt' }, [text]);
    const found = doc.unsaved ? [say(this.word('unsaved'))] : [];
    if (this.foreign(doc)) return [...found, say(this.word('elsewhere', { handbook: doc.handbook }))];
    return this.target(doc) ? found : [...found, say(this.word('gone_say', { target: doc.title || doc.target }))];
  }

  progress(doc: Doc): Element {
    const { done, of } = doc.result || {};
    if (!of) return make('span', {}, [this.word('no_progress')]);
    const bar = make('i', { class: 'is-full' });
    bar.style.width = `${Math.min(100, (100 * done) / of)}%`;
    return make('span', { class: 'lb-num lb-saved__progress' }, [
      make('span', { class: 'lb-meter', 'aria-hidden': 'true' }, [bar]), this.word(doc.seat === 'manager' ? 'progress_theirs' : 'progress', { done, of }),
    ]);
  }

  actions(doc: Doc): Element {
    const target = this.target(doc);
    const href = target && `${target.href}#open=${doc.id}`;
    const label = this.word('more_of', { title: this.host.ownName(doc) || doc.title });
    const rated = doc.seat === 'manager'; // a copy that the manager finishes would be finished for nobody else
    return make('div', { class: 'lb-saved__acts', role: 'group', 'aria-label': label }, [
      href && make('a', { class: 'lb-btn', href, 'data-key': `go-${doc.id}` }, [this.word(doc.finished ? 'look_at' : rated ? 'go_on_rating' : 'go_on')]),
      this.button('save_file', doc, () => this.host.save(doc)),
      !doc.finished && !rated && this.button('finish', doc, () => this.host.finish(doc)),
      doc.finished && target && !rated && this.button('again', doc, () => this.host.begin(doc, true)),
      doc.finished && target && !rated && this.button('rework', doc, () => this.host.begin(doc, false)),
      this.button('erase', doc, () => this.host.erase(doc)),
    ]);
  }

  button(key: string, doc: Doc, act: () => void): Element {
    return button(this.word(key), 'lb-link', act, { 'data-key': `${key}-${doc.id || doc.key || ''}` });
  }

  tools(count: number): Element {
    const open = button(this.word('open_file'), 'lb-btn', () => this.host.choose(), { 'data-key': 'open' });
    const all = this.button('erase_all', {}, () => this.host.eraseAll(count));
    return make('div', { class: 'lb-saved__tools lb-noprint' }, [open, make('span', { class: 'lb-saved__drop' }, [this.word('drop')]), ...(count ? [all] : [])]);
  }

  /**
   * @param docs - finished
   */
  past(docs: Doc[]): Element[] {
    if (!docs.length) return [];
    const targets = [...new Set(docs.map((doc) => doc.target))];
    const parts = targets.map((target) => {
      const all = docs.filter((doc) => doc.target === target);
      return make('section', { class: 'lb-history' }, [
        make('h3', {}, [(this.target(all[0]) || all[0]).title || target]),
        ...history(all.filter((doc) => doc.seat !== 'manager'), this.words), make('ul', { class: 'lb-plain' }, all.map((doc) => this.finished(doc))),
      ]);
    });
    return [make('h2', { id: 'history', class: 'lb-sec' }, [this.word('history')]), make('p', { class: 'lb-note' }, [this.word('history_say')]), ...parts];
  }

  finished(doc: Doc): Element {
    const facts = [this.timeOf(doc.finished, false), doc.release && this.word('release_of', { release: doc.release })].filter(Boolean);
    return make('li', { class: 'lb-saved__done', 'data-id': doc.id }, [
      make('div', {}, [make('b', { class: 'lb-num' }, [facts.join(this.word('gap'))]), ...this.role(doc), this.naming(doc), ...this.doubts(doc)]), this.actions(doc),
    ]);
  }

  broken(found: {key: string, at: string, size: number}[]): Element[] {
    const rows = found.map((one) => {
      const says = damaged.says(this.data, one);
      const buttons = [
        this.button('damaged_save', one, () => damaged.save(one)), this.button('erase', one, () => this.host.eraseBroken(one, says)),
      ];
      return make('li', { class: 'lb-saved__done' }, [
        make('span', {}, [says]), make('div', { class: 'lb-saved__acts', role: 'group', 'aria-label': this.word('more_of', { title: says }) }, buttons),
      ]);
    });
    return [
      make('h2', { id: 'damaged', class: 'lb-sec' }, [this.word('damaged_title')]), make('p', { class: 'lb-note' }, [this.word('damaged_say')]),
      make('ul', { class: 'lb-plain' }, rows),
    ];
  }
}

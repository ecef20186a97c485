/* Answers that have no place on the list any more: shown at its end, never thrown away. */

import { button, make } from '../../lib/draw.ts';
import { figure } from '../../lib/format.ts';
import { speaker } from '../../lib/words.ts';
import { find, said } from '../document/answers.ts';
import * as carry from '../document/changes.ts';

export class Kept {
  declare host: any;
  declare word: any;
  declare form: any;
  declare state: any;
  declare box: any;
  declare note: any;

  constructor(host: any) {
    this.host = host;
    this.word = host.word;
    this.form = host.querySelector('.lb-check__items');
  }

  /**
   * @param look - what is to be looked at again, here and elsewhere
   */
  show(look: any[]) {
    const { data, doc } = this.host;
    const kept = doc.kept || [];
    const fresh = look.filter((one) => !find(data, one.code));
    const { closed } = this.host; // who only looks settles nothing
    const state = JSON.stringify([kept, fresh, doc.id, closed]);
    if (!this.form || this.state === state) return;
    this.state = state;
    for (const old of [this.box, this.note]) if (old) old.remove();
    if (!kept.length) return;
    this.box = this.list(kept, fresh);
    this.form.append(this.box);
    if (fresh.length) this.form.parentElement.before((this.note = this.notice(fresh)));
  }

  notice(fresh: any[]): HTMLElement {
    const link = button(this.word('kept_go'), 'lb-link', () => this.focus());
    return make('p', { class: 'lb-done lb-noprint' }, [this.word('kept_new', { n: fresh.length }), link]);
  }

  focus() {
    const summary = this.box && this.box.querySelector('summary');
    if (summary) summary.focus();
  }

  list(kept: any[], fresh: any[]): HTMLElement {
    const seen = button(this.word('seen'), 'lb-btn', () => this.settle(fresh));
    return make('details', { class: 'lb-more lb-kept lb-noprint', open: fresh.length > 0 }, [
      make('summary', {}, [this.word('kept', { n: kept.length })]),
      make('p', { class: 'lb-note' }, [this.word('kept_say')]),
      make('ul', { class: 'lb-plain' }, kept.map((one) => this.line(one))),
      fresh.length > 0 && !this.host.closed && make('p', {}, [seen]),
    ]);
  }

  settle(fresh: any[]) {
    const { host } = this;
    host.update((draft: any) => {
      for (const one of fresh) carry.confirm(draft, one, host.data);
    });
    this.focus(); // the button is gone now
  }

  line(one: any): HTMLElement {
    return make('li', {}, [
      make('b', {}, [one.name || this.word('kept_unnamed')]), ' ', make('span', { class: 'lb-code' }, [one.code]),
      make('p', {}, [Kept.facts(this.host.data, one).join(this.word('gap'))]),
      one.text && make('p', { class: 'lb-kept__text' }, [one.text]),
    ]);
  }

  /** why it is kept, and what was said then */
  static facts(data: any, { answer, why, since, who, agreed }: any): string[] {
    const word = speaker(data, 'fill');
    const given = answer || {};
    const marks = Object.entries(given.marks || {}).filter(([, mark]) => said(mark));
    return [
      word([since && `kept_${why}`, `kept_${why}_undated`].find((key) => key && word.has(key)) || 'kept_other', { since: since || '' }),
      who === 'manager' && word('kept_manager'),
      said(given.points) && word('kept_points', { points: figure(given.points) }),
      said(given.mark) && word('kept_mark', { mark: given.mark }),
      ...marks.map(([subject, mark]) => word('kept_mark_of', { subject, mark })),
      said(given.na) && word('kept_na', { reason: given.na }),
      given.unseen === true && word('kept_unseen'),
      said(agreed) && word('kept_agreed', { points: figure(agreed) }),
      given.evidence,
      said(given.date) && word('kept_date', { date: given.date }),
    ].filter(Boolean);
  }
}

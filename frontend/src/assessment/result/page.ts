/* <lb-result>: what an assessment came to, for talking about it. Every figure comes from levelbook.score; nothing is worked out here. */

import { ask } from '../../lib/dialog.ts';
import { make } from '../../lib/draw.ts';
import { isAgain } from '../../scoring/item.ts';
import * as score from '../../scoring/totals.ts';
import * as answers from '../document/answers.ts';
import * as assessment from '../document/document.ts';
import * as comparison from '../manager/comparison.ts';
import { Lay } from '../manager/import.ts';
import * as sheet from '../plan/export.ts';
import * as store from '../storage/library.ts';
import * as figures from './figures.ts';
import * as gaps from './gap-table.ts';
import * as picks from './priorities.ts';
import * as overview from './summary.ts';

/** a selector that finds it again when the result has been made anew */
function selector(at: Element): string {
  const key = ['name', 'data-act', 'href'].find((one) => at.getAttribute(one));
  if (key) return `[${key}="${CSS.escape(at.getAttribute(key) || '')}"]`;
  const folded = at.matches('summary') && (at.parentElement as HTMLElement).dataset.keep;
  return folded ? `[data-keep="${CSS.escape(folded)}"] > summary` : '';
}

class LbResult extends HTMLElement {
  declare host: any;
  declare status: any;
  declare lay: any;
  declare body: any;
  declare late: any;
  declare unfolded: any;

  connectedCallback() {
    const host = (this.closest('lb-assess') as any);
    if (this.host || !host) return;
    this.host = host;
    customElements.whenDefined('lb-assess').then(() => this.begin());
  }

  begin() {
    const { host } = this;
    if (!host.data || !host.doc) return;
    this.status = make('p', { class: 'lb-result__said lb-noprint', role: 'status' });
    this.lay = new Lay(host, (text: string) => this.tell(text));
    this.body = make('div', { class: 'lb-result' });
    this.replaceChildren(this.status, this.lay.field, this.lay.box, this.body);
    host.addEventListener('lb-change', () => this.show());
    host.addEventListener('lb-view', () => this.show());
    window.addEventListener('beforeprint', () => this.unfold());
    window.addEventListener('afterprint', () => this.fold());
    this.addEventListener('input', (event) => this.onInput(event));
    this.addEventListener('change', (event) => this.onChange(event));
    this.addEventListener('click', (event) => this.onClick(event));
    this.addEventListener('focusout', () => setTimeout(() => this.late && this.show())); // the focus has gone on by then
    this.show();
  }

  /** whether somebody sees it */
  get seen(): boolean {
    const section = this.closest('section[data-view]');
    return !section || !((section as HTMLElement).hidden);
  }

  /**
   * @param text - for everybody: read out, and brought to where it is seen
   */
  tell(text: string) {
    if (!this.status) return;
    this.status.textContent = text;
    if (text) this.status.scrollIntoView({ block: 'nearest' });
  }

  /** Shows the result as it is now; not under the hands of somebody who is writing in it. */
  show() {
    this.late = this.seen && this.writing();
    if (this.seen && !this.late) this.paint();
  }

  paint() {
    const { body } = this;
    if (!body) return;
    const view = figures.look(this.host);
    const kept = this.remember();
    body.replaceChildren(...this.parts(view).filter(Boolean));
    this.restore(kept);
  }

  /** whether somebody is writing in it: then it must not be made anew */
  writing(): boolean {
    const at = document.activeElement;
    return !!at && this.contains(at) && at.matches('input[type="text"]');
  }

  /** On paper stands what is known now, and what must not be missing there is not folded away: reasons, and what was agreed. */
  unfold() {
    this.paint();
    const folded = (Array.from(this.querySelectorAll('details.lb-never, .lb-result__differ details')) as HTMLDetailsElement[]);
    this.unfolded = folded.filter((one) => !one.open && (one.matches('.lb-never') || one.querySelector('option:checked:not([value=""])')));
    for (const one of this.unfolded) one.open = true;
  }

  /** After printing it looks as before. */
  fold() {
    for (const one of this.unfolded || []) one.open = false;
  }

  /** what is folded out, what has the focus, and in which part */
  remember(): {open: Set<string>, focus: string, home: string} {
    const open = (Array.from(this.querySelectorAll('details[open][data-keep]')) as HTMLElement[]);
    const at = document.activeElement;
    const home = at && this.body && this.body.contains(at) ? at.closest('.lb-result > *') : null;
    return { open: new Set(open.map((one) => one.dataset.keep || '')), focus: home && at ? selector(at) : '', home: home ? home.className : '' };
  }

  /** What was folded out is so again; the focus is where it was or, where that is no more, at the head of the same part. */
  restore({ open, focus, home }: {open: Set<string>, focus: string, home: string}) {
    for (const one of (this.querySelectorAll('details[data-keep]') as NodeListOf<HTMLDetailsElement>)) {
      if (open.has(one.dataset.keep || '')) one.open = true;
    }
    const { body } = this;
    if (!body || !home) return;
    const part = body.querySelector(`:scope > [class="${home}"]`) || body;
    const same = ((focus && part.querySelector(`${focus}:not(:disabled)`)) as HTMLElement | null);
    const head = ((part.querySelector('h2') || part.querySelector('a, button')) as HTMLElement | null);
    if (!same && head && head.matches('h2')) head.setAttribute('tabindex', '-1');
    (same || head)?.focus({ preventScroll: true });
  }

  parts(view: any): (HTMLElement | null)[] {
    if (!figures.begun(view.result) && !view.second) return [this.head(view), this.again(view), this.empty(view)];
    return [
      this.head(view),
      overview.older(view),
      this.again(view),
      overview.sums(view),
      this.left(view),
      overview.weighted(view),
      make('div', { class: 'lb-result__grid' }, [overview.picture(view), gaps.table(view)]),
      overview.conditions(view),
      comparison.differences(view),
      picks.picks(view),
      this.buttons(view),
      this.meaning(view),
      this.signatures(view),
    ];
  }

  head({ say, data, doc, host }: any): HTMLElement {
    const keeps = host.keeper.kept && !host.keeper.failed;
    const day = assessment.dayOf(doc.finished || doc.changed);
    const facts = [doc.name, say('against', { step: data.step }), doc.finished ? say('finished_on', { day }) : day].filter(Boolean);
    return make('header', { class: 'lb-head lb-result__head' }, [
      make('div', { class: 'lb-head__row' }, [
        make('h2', { class: 'lb-result__title' }, [say('title')]),
        make('span', { class: 'lb-head__note' }, [facts.join(say('gap_wide')), keeps && make('span', { class: 'lb-noprint' }, [say('gap_wide') + say('local')])]),
      ]),
      make('p', { class: 'lb-print lb-result__who' }, [
        make('span', {}, [say('paper_name')]),
        make('span', {}, [say('paper_manager'), make('b', {}, [(doc.manager && doc.manager.name) || ''])]),
        make('span', {}, [say('paper_release', { handbook: data.handbook, release: doc.release || '' })]),
      ]),
    ]);
  }

  /** nothing has been rated */
  empty({ say, data, look }: any): HTMLElement {
    if (look.length) return make('p', { class: 'lb-result__empty' }, [say('empty_again')]);
    const can = data.items.some((one: any) => one.kind !== 'none');
    return make('div', { class: 'lb-result__empty' }, [
      make('p', {}, [say(can ? 'empty' : 'empty_never')]),
      make('p', { class: 'lb-result__next' }, [
        can && make('a', { class: 'lb-btn lb-btn--main', href: '#check' }, [say('to_list')]),
        this.button('lay', say(this.host.seat === 'manager' ? 'lay_open_manager' : 'lay_open')),
      ]),
    ]);
  }

  /** what is still open; only whose it is can go on with it */
  left({ say, result, mine }: any): HTMLElement | null {
    const left = result.left - result.again;
    if (!left) return null;
    const open = result.items.find((one: any) => one.state === 'open' && !isAgain(one));
    return make('p', { class: 'lb-result__left lb-noprint' }, [
      say('left', { n: left }), mine && ' ', mine && make('a', { class: 'lb-a', href: `#q-${open.code}` }, [say('left_go')]),
    ]);
  }

  /** Beside the figures: what a new release has changed since it was rated, and whether it counts. */
  again({ say, result, mine, look }: any): HTMLElement | null {
    if (!look.length) return null;
    const first = result.items.find((one: any) => look.includes(one.code));
    const said = [say('again', { n: look.length }), result.again > 0 && say('again_out', { n: result.again })].filter(Boolean);
    return make('p', { class: 'lb-result__again' }, [
      ...said, mine && first && make('a', { class: 'lb-a lb-noprint', href: `#q-${first.code}` }, [say('again_go')]),
    ]);
  }

  button(act: string, text: string, icon: string = ''): HTMLElement {
    const sign = icon && make('i', { class: `lb-i lb-i--${icon}`, 'aria-hidden': 'true' });
    return make('button', { type: 'button', class: 'lb-btn', 'data-act': act }, [sign, text]);
  }

  buttons({ say, doc, second, data }: any): HTMLElement {
    const manager = this.host.seat === 'manager';
    return make('section', { class: 'lb-result__acts lb-noprint' }, [
      make('p', { class: 'lb-result__next' }, [
        data.plan && make('a', { class: 'lb-btn lb-btn--main', href: '#plan' }, [say('to_plan')]),
        this.button('lay', say(manager ? 'lay_open_manager' : doc.finished ? 'lay_plan' : second ? 'lay_again' : 'lay_open')),
        this.button('print', say('print'), 'print'),
        this.button('save', say(manager ? 'save_both' : 'save'), 'down'),
        this.button('csv', say('csv')),
        this.button('xlsx', say('xlsx')),
      ]),
      !second && make('p', { class: 'lb-result__how' }, [say('manager_how')]),
      // a copy that the manager finishes would be finished for nobody else
      (doc.finished || !manager) && make('p', { class: 'lb-result__finish' }, [
        doc.finished ? say('finished_say', { day: assessment.dayOf(doc.finished) }) : say('finish_say'), ' ',
        !manager && (doc.finished ? this.button('again', say('another')) : this.button('finish', say('finish'))),
      ]),
    ]);
  }

  /** what the scores do not say */
  meaning(view: any): HTMLElement {
    const { say, data, result, scale, rows } = view;
    const out = rows.some((one: any) => one.state !== 'scored');
    const exams = rows.some((one: any) => one.kind === 'exam' && one.state === 'scored');
    const facts = { step: data.step, standard: view.standard || '' };
    const points = [
      say(view.levels ? 'not_levels' : view.standard === null ? 'not_compare_any' : 'not_compare', facts),
      scale && !view.levels ? say('not_rank', { scale: scale.name }) : say('not_rank_any'),
      result.mean !== null && say('not_mean'),
      out && say('not_zero'),
      result.points && say('not_weighted'),
      exams && say('not_exam'),
      ...figures.scalesOf(data, view.doc.mode).map((one: any) => one.origin),
    ];
    return overview.section(say('not'), 'not', [
      make('ul', { class: 'lb-notmean' }, points.filter(Boolean).map((text) => make('li', {}, [text]))),
      this.dataset.how && make('p', { class: 'lb-noprint' }, [make('a', { class: 'lb-a', href: this.dataset.how }, [say('how')])]),
    ]);
  }

  /** lines to sign on paper */
  signatures({ say }: any): HTMLElement {
    const lines = ['sign_employee', 'sign_day', 'sign_manager', 'sign_day'];
    return make('div', { class: 'lb-sign lb-print' }, [make('div', { class: 'lb-sign__lines' }, lines.map((key) => make('span', {}, [say(key)])))]);
  }

  onInput(event: Event) {
    const field = (event.target as HTMLInputElement);
    const name = field.value.trim();
    if (field.dataset.manager !== undefined) this.host.later('manager-name', (draft: any) => { draft.manager.name = name; });
  }

  onChange(event: Event) {
    const field = (event.target as HTMLInputElement);
    const { choose, agree, manager } = field.dataset;
    if (manager !== undefined) this.host.flush();
    if (choose) this.pick([choose], field.checked);
    if (agree) this.host.update((draft: any) => {
      draft.agreed = draft.agreed || {};
      if (field.value) draft.agreed[agree] = field.value;
      else delete draft.agreed[agree];
    });
  }

  pick(codes: string[], chosen: boolean) {
    const { data } = this.host;
    this.host.update((draft: any) => {
      for (const code of codes) answers.open(draft, this.host.seat || 'employee', data, code).pick = chosen;
    });
    const view = figures.look(this.host);
    this.host.say(view.say('top_chosen', { n: view.picked.length, most: data.pick }));
  }

  onClick(event: Event) {
    const button = event.target instanceof Element && (event.target.closest('button[data-act]') as HTMLElement | null);
    if (!button) return;
    const view = figures.look(this.host);
    const acts = (({
      lay: () => this.lay.choose(),
      print: () => window.print(),
      save: () => this.host.saveFile(),
      take: () => this.pick(score.most(view.result, this.host.data.pick), true),
      csv: () => this.sheets('csv'),
      xlsx: () => this.sheets('xlsx'),
      finish: () => this.finish(view),
      again: () => this.another(view),
    }) as Record<string, () => void>);
    acts[button.dataset.act || '']();
  }

  sheets(kind: 'csv' | 'xlsx') {
    this.host.flush();
    sheet.hand(this.host.data, this.host.doc, kind);
  }

  /** Closes the assessment, after asking: from then on only the plan goes on. */
  async finish({ result, say }: any) {
    const answer = await ask(this.host, {
      title: say('finish_ask'),
      text: [result.left ? say('finish_left', { n: result.left }) : '', say('finish_what')].filter(Boolean),
      choices: [{ key: 'no', label: say('finish_no'), out: true }, { key: 'yes', label: say('finish'), main: true }],
    });
    if (answer !== 'yes') return;
    this.host.update((draft: any) => { draft.finished = assessment.now(); });
    this.tell(say('finished_now'));
  }

  /** A new one for the next half-year, begun from this one, which stays as it is. */
  another({ say, doc, data }: any) {
    const taken = store.take(assessment.copy(doc, true));
    if (!taken.ok) return this.tell(store.say(data.words, taken.problem));
    this.host.keeper.use(taken.doc.id);
    this.tell(say('another_now'));
  }
}

customElements.define('lb-result', LbResult);

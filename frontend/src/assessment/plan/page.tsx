/* <lb-plan>: the development plan of an assessment. Its forms stand in the data; what is written goes to the host. */

import { render } from 'preact';
import { define } from '../../lib/define.ts';
import type { Host } from '../host.ts';
import { Ahead, reveal } from './ahead.tsx';
import { Calendar } from './calendar.tsx';
import { planContext } from './context.ts';
import * as edits from './edits.ts';
import { FormSection } from './form.tsx';
import { beginnings, reachings } from './goals.ts';
import { whenReleased } from '../pressing.ts';
import { signings, stations } from './readiness.ts';
import { Exports, Facts, Left, PhaseHead, Ready, Steps, Summary, Title } from './sections.tsx';
import { PlanProvider } from './view.ts';

/**
 * @param begun - how many rows the first opening made, by the id of the form
 */
function PlanPage({ host, begun }: { host: Host; begun: ReadonlyMap<string, number> }) {
  const plan = { ...planContext(host.data, host.doc, host.seat, host.actor), host };
  const { data, word } = plan;
  const all = stations(data);
  const signed = signings(plan, all);
  return (
    <PlanProvider.Provider value={plan}>
      <Title />
      <div data-place="facts"><Facts /></div>
      <div data-place="summary"><Summary stations={all} /></div>
      {all.map(({ phase, entries }, at) => (
        <Ahead key={phase?.id ?? ''} station={{ phase, entries }} number={at}
          head={phase ? <PhaseHead phase={phase} number={at + 1} /> : all.length > 1 && <h2 class="lb-sec">{word('forms')}</h2>}>
          {phase && <Steps phase={phase} />}
          {entries.map((entry) => [
            <div key={`ready-${entry.id}`} data-place={`ready-${entry.id}`}>
              {signed.filter(({ id }) => id === entry.id).map((signing, number) => <Ready key={number} {...signing} />)}
            </div>,
            <div key={`form-${entry.id}`} data-place={`form-${entry.id}`}><FormSection entry={entry} begun={begun.get(entry.form.id) ?? 0} /></div>,
          ])}
        </Ahead>
      ))}
      <div data-place="left"><Left /></div>
      <div data-place="calendar"><Calendar /></div>
      <Exports />
    </PlanProvider.Provider>
  );
}

class LbPlan extends HTMLElement {
  #host: Host | null = null;
  /** how many rows the first opening made, by assessment and form */
  readonly #begun = new Map<string, Map<string, number>>();
  #isBeginning = false;

  connectedCallback() {
    if (this.#host) return;
    this.#host = this.closest('lb-assess');
    for (const kind of ['lb-view', 'lb-change'] as const) this.#host?.addEventListener(kind, () => whenReleased(this.#show));
    void customElements.whenDefined('lb-assess').then(this.#show);
  }

  /** Shows the plan as it is now, if anybody looks at it. */
  readonly #show = () => {
    const host = this.#host;
    if (host?.view !== 'plan') return;
    const isFirst = !this.hasChildNodes();
    this.#begin(host);
    render(<PlanPage key={host.doc.id} host={host} begun={this.#begunIn(host)} />, this);
    if (isFirst) reveal(this, location.hash.slice(1));
  };

  #begunIn({ doc }: Host): Map<string, number> {
    const begun = this.#begun.get(doc.id) ?? new Map<string, number>();
    this.#begun.set(doc.id, begun);
    return begun;
  }

  /** On first opening a measure for every chosen point, where nothing was ever begun; each begins from what is not met of it. */
  #begin(host: Host) {
    if (this.#isBeginning) return;
    const { data } = host;
    const all = beginnings(data, host.doc);
    if (!all.length && !reachings(data, host.doc).length) return;
    this.#isBeginning = true;
    host.update((draft) => {
      for (const { form, rows } of edits.begin(draft, all)) this.#begunIn(host).set(form.id, rows.length);
      edits.reach(draft, reachings(data, draft));
    });
    this.#isBeginning = false;
  }
}

define('lb-plan', LbPlan);

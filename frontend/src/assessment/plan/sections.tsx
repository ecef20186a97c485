/* Around the forms of a plan: what it is for and how far it is, its phases, what is missing before signing, the exports. */

import { type ComponentChildren, Fragment } from 'preact';
import type { PlanPhase } from '../../generated/page-data.ts';
import { handTable } from './export.ts';
import { PickBox } from './field.tsx';
import { canPick } from './goals.ts';
import { kindOf, leaves, leftovers } from './model.ts';
import { type Signing, type Station, figures } from './readiness.ts';
import { picked } from './rows.ts';
import { usePlan } from './view.ts';
import { months, way } from './wording.ts';

/** the head of the page */
export function Title() {
  const { data: { plan }, word } = usePlan();
  return (
    <h2 class="lb-sec">
      {word('title')}{plan.name !== word('title') && <span class="lb-sec__n">{plan.name}</span>}
      {plan.href && <a class="lb-sec__more" href={plan.href}>{word('blank')}</a>}
    </h2>
  );
}

export function PhaseHead({ phase, number }: { phase: PlanPhase; number: number }) {
  const { word } = usePlan();
  const when = months(word, phase.months);
  return (
    <h2 class="lb-sec" id={`plan-phase-${phase.id}`}>
      <span><span class="lb-no lb-num">{number}</span>{phase.name}</span>{when && <span class="lb-sec__n">{when}</span>}
    </h2>
  );
}

/** what is done in a phase */
export function Steps({ phase: { steps } }: { phase: PlanPhase }) {
  return steps.length > 0 ? <ol class="lb-steplist">{steps.map((step, at) => <li key={at}>{step}</li>)}</ol> : null;
}

/** for paper: what it is about, on which wording, and who the two are */
export function Facts() {
  const { data, doc, word } = usePlan();
  const told = [data.title, doc.name, data.release && word('release', { release: data.release })].filter(Boolean);
  const asked = leaves(data.plan.forms.flatMap((form) => form.fields)).map((field) => field.name);
  const people = [{ name: word('paper_name'), said: '' }, { name: word('paper_manager'), said: doc.manager.name }]
    .filter(({ name }) => !asked.includes(name)); // the forms may ask for them
  return <>
    <p class="lb-note lb-print">{told.join('\u3000')}</p>
    {people.length > 0 && <p class="lb-print lb-plan__who">{people.map(({ name, said }) => <span key={name}>{name}{said && <b>{said}</b>}</span>)}</p>}
  </>;
}

/* ---- what the plan is for ---- */

/** in figures and by name */
export function Summary({ stations }: { stations: readonly Station[] }) {
  const plan = usePlan();
  const unit = plan.word('unit_item');
  return <>
    <dl class="lb-sumline lb-plan__sum lb-noprint">
      {figures(plan, stations).map(({ name, n, of, href }) => (
        <div key={href}>
          <dt><a href={href}>{name}</a></dt>
          <dd><b class="lb-num">{n}</b>{of === null ? ` ${unit}` : ` / ${of} ${unit}`}</dd>
        </div>
      ))}
    </dl>
    <Points />
    <Chooser stations={stations} />
  </>;
}

/** the chosen points, or the way to choose some */
function Points() {
  const plan = usePlan();
  const { data, doc, result, word } = plan;
  const chosen = picked(data, doc);
  if (!chosen.length) {
    const isRated = [...result.values()].some((score) => score.state === 'scored');
    if (!isRated) return <p class="lb-empty">{word('empty_rated')}<a href="#check">{word('to_check')}</a></p>;
    return data.pick ? <p class="lb-empty">{word('empty_pick', { n: data.pick })}<a href="#result">{word('to_result')}</a></p> : null;
  }
  return (
    <div class="lb-plan__points">
      <b>{word('for')}</b>
      <ul class="lb-plain">
        {chosen.map((item) => {
          const said = way(plan, item);
          return <li key={item.code}><a href={`#q-${item.code}`}>{item.name}</a>{said && <span class="lb-num">{said}</span>}</li>;
        })}
      </ul>
    </div>
  );
}

/** where to choose the points: in the form that asks for them, else here */
function Chooser({ stations }: { stations: readonly Station[] }) {
  const plan = usePlan();
  const { data, doc, word } = plan;
  const items = data.items.filter((item) => canPick(plan, item));
  if (!items.length) return null;
  const name = picked(data, doc).length ? word('choose_again') : word('choose_from', { n: data.pick });
  const asking = stations.flatMap(({ entries }) => entries)
    .find(({ form }) => kindOf(form) === 'items' && leaves(form.fields).some((field) => field.input === 'pick'));
  if (asking) return <p class="lb-noprint lb-plan__choose"><a href={`#${asking.id}`}>{name}</a></p>;
  return (
    <details class="lb-more lb-choose lb-noprint lb-plan__choose">
      <summary>{name}</summary>
      <fieldset>
        <legend>{word('choose_from', { n: data.pick })}</legend>
        <ul class="lb-plain">
          {items.map((item) => (
            <li key={item.code}><label><PickBox item={item} /><span>{item.name}</span><small class="lb-num">{way(plan, item)}</small></label></li>
          ))}
        </ul>
      </fieldset>
    </details>
  );
}

/* ---- before signing, and what is left ---- */

/** what is missing before something is signed */
export function Ready({ name, lacks }: Signing) {
  const { word } = usePlan();
  if (!lacks.length) return <div class="lb-plan__ready lb-noprint is-ready"><p>{word('ready', { name })}</p></div>;
  return (
    <div class="lb-plan__ready lb-noprint">
      <p>{word('before', { name })}</p>
      <ul>{lacks.map(({ text, href }, at) => <li key={at}><a href={href}>{text}</a></li>)}</ul>
    </div>
  );
}

/** What was once written into forms and columns that the handbook no longer has: kept, and shown. */
export function Left() {
  const { data, doc, word } = usePlan();
  const left = leftovers(data, doc, word('colon'));
  if (!left.length) return null;
  return (
    <section>
      <h2 class="lb-sec">{word('left')}</h2>
      <p class="lb-note">{word('left_say')}</p>
      <dl class="lb-plan__left">{left.map(({ name, text }, at) => <Fragment key={at}><dt>{name}</dt><dd>{text}</dd></Fragment>)}</dl>
    </section>
  );
}

/* ---- exports ---- */

type Export = 'print' | 'file' | 'xlsx' | 'csv';

/** The plan on paper, as a file, as tables. */
export function Exports() {
  const { host, word } = usePlan();
  const { kept, failed } = host.keeper;
  const give = (what: Export) => {
    host.flush();
    if (what === 'print') window.print();
    else if (what === 'file') host.saveFile();
    else void handTable(host, what);
  };
  const button = (what: Export, name: string, icon: string): ComponentChildren => (
    <button type="button" class="lb-btn" data-do={what} onClick={() => give(what)}><i class={`lb-i lb-i--${icon}`} aria-hidden="true" />{name}</button>
  );
  return (
    <section class="lb-noprint">
      <h2 class="lb-sec" id="plan-save">{word('save')}</h2>
      <p class="lb-note">{word(failed ? 'save_failed' : kept ? 'save_say' : 'save_unbegun')}</p>
      <p class="lb-result__next">
        {button('print', word('print'), 'print')}{button('file', word('save_file'), 'down')}
        {button('xlsx', word('save_xlsx'), 'down')}{button('csv', word('save_csv'), 'down')}
      </p>
    </section>
  );
}

/* Two ratings side by side: where they differ, what both agreed on, and how to talk about it. */

import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ChecklistItem } from '../../generated/page-data.ts';
import { signed } from '../../lib/format.ts';
import type { Score } from '../../scoring/result.ts';
import { isScored } from '../../scoring/review.ts';
import { answerTo } from '../document/answers.ts';
import { asRated } from '../as-rated.ts';
import { canAgree } from '../document/layers.ts';
import { agreedOf } from '../document/results.ts';
import { stageOf } from '../document/stage.ts';
import type { Host } from '../host.ts';
import type { ResultView } from '../figures.ts';
import { Section } from '../section.tsx';
import { sentencesOf } from '../standard.ts';
import { Sentences } from '../sentences.tsx';
import { agree, agreedSoFar, changeMark, choicesOf, differencesOf, said, saidBy } from './agreement.ts';
import type { Difference } from './agreement.ts';

interface Props {
  view: ResultView;
}

interface ItemProps extends Props {
  item: ChecklistItem;
}

/** what both agreed on; where they sit together, they set it down here */
function Agreement({ view, item, agreed }: ItemProps & { agreed: Score | null }) {
  const { say, doc, host } = view;
  const now = doc.agreed[item.code] ?? '';
  const isSettled = agreed !== null && isScored(agreed);
  const told = isSettled ? said(view, item, agreed) : '';
  if (!canAgree(doc, host.actor) || doc.agreement.done) return <span class="lb-agree">{told || say('agreed_open')}</span>;
  const { choices, chosen } = choicesOf(view, item, now);
  return (
    <span class="lb-agree">
      <select
        name={`agreed-${item.code}`} aria-label={say('agreed_for', { name: item.name })} value={chosen.value}
        onChange={(event) => { const { value } = event.currentTarget; host.update((draft) => agree(draft, item.code, value)); }}
      >
        {choices.map(({ value, text, gone }) => <option key={value} value={value} disabled={gone}>{text}</option>)}
      </select>
      <span class="lb-print">{now ? chosen.text : told}</span>
    </span>
  );
}

/** the standard itself: its page, and its sentences on the spot */
function Standard({ view, item }: ItemProps) {
  const { say } = view;
  const sentences = sentencesOf(asRated(view.data, view.doc, item));
  if (!sentences.length) return null;
  return (
    <details class="lb-more lb-differ__std lb-noprint">
      <summary aria-label={say('standard_text_of', { name: item.name })}>{say('standard_text')}</summary>
      <Sentences view={view} sentences={sentences} />
    </details>
  );
}

function Line({ view, difference, agreed }: Props & { difference: Difference; agreed: Score | null }) {
  const { say, doc } = view;
  const { item, ratings: { difference: apart } } = difference;
  const own = answerTo(doc.answers, item.code)?.evidence.trim();
  const manager = answerTo(doc.manager.answers, item.code)?.evidence.trim();
  const cell = (name: string, text: string, more = '') => <td role="cell" class="is-num" data-th={name}>{text}{more && <small>{more}</small>}</td>;
  return (
    <tr role="row" data-code={item.code}>
      <th scope="row" role="rowheader">
        <span class="lb-no lb-num">{item.number}</span>{item.href ? <a href={item.href}>{item.name}</a> : item.name}
        {own && <small>{say('evidence_own', { text: own })}</small>}
        {manager && <small>{say('evidence_manager', { text: manager })}</small>}
        <Standard view={view} item={item} />
      </th>
      {cell(say('mine'), saidBy(view, difference, 0), changeMark(view, item, 'employee'))}
      {cell(say('manager'), saidBy(view, difference, 1), changeMark(view, item, 'manager'))}
      {cell(say('difference'), apart === null ? '—' : signed(apart))}
      <td role="cell" data-th={say('agreed')}><Agreement view={view} item={item} agreed={agreed} /></td>
    </tr>
  );
}

function Table({ view, differences, caption }: Props & { differences: readonly Difference[]; caption: string }) {
  const { say, data, doc } = view;
  const agreed = new Map(agreedOf(data, doc).items.map((score) => [score.code, score]));
  const head = (text: string, isNumber = false) =>
    <th scope="col" role="columnheader" class={isNumber ? 'is-num' : undefined}>{text}</th>;
  return (
    <table class="lb-table lb-stack lb-differ" role="table">
      <caption class="lb-vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {head(say('item'))}{head(say('mine'), true)}{head(say('manager'), true)}{head(say('difference'), true)}{head(say('agreed'))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {differences.map((difference) => <Line key={difference.item.code} view={view} difference={difference} agreed={agreed.get(difference.item.code) ?? null} />)}
      </tbody>
    </table>
  );
}

/** what is not talked about first */
function Folded({ view, differences, title }: Props & { differences: readonly Difference[]; title: string }) {
  return <details class="lb-more"><summary>{title}</summary><Table view={view} differences={differences} caption={title} /></details>;
}

/** Where a manager may put a name; what is being typed stays as it is. */
function ManagerName({ view: { say, host, doc } }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const name = doc.manager.name || '';
  const show = () => { if (field.current) field.current.value = nameIn(host); };
  useLayoutEffect(() => { if (document.activeElement !== field.current) show(); }, [name, doc.id]);
  return (
    <label class="lb-field lb-noprint">
      <span>{say('manager_name')}</span>
      <input
        ref={field} type="text" name="manager-name" maxlength={60} autocomplete="off" disabled={!!doc.finished}
        onInput={(event) => { const typed = event.currentTarget.value.trim(); host.later('manager-name', (draft) => { draft.manager.name = typed; }); }}
        onChange={() => host.flush()} onBlur={show}
      />
    </label>
  );
}

const nameIn = ({ doc }: Host): string => doc.manager.name || '';

/** Leads to the talk, for which both sit at one screen. */
function Together({ view: { say, host } }: Props) {
  const talk = () => {
    if (host.actor !== 'both') host.sitTogether(true);
    location.hash = '#talk';
  };
  if (host.actor !== 'both' && host.actor !== 'employee' && host.actor !== 'manager') return null;
  return (
    <p class="lb-result__next lb-noprint">
      <button type="button" class="lb-btn lb-btn--main" data-act="talk" onClick={talk}>{say(host.actor === 'both' ? 'talk_on' : 'talk')}</button>
    </p>
  );
}

export function Comparison({ view }: Props) {
  const { say, doc, host, managerResult, headline } = view;
  if (!managerResult) return null;
  const differences = differencesOf(view);
  const apart = differences.filter(({ ratings: { same } }) => same === false);
  const alone = differences.filter(({ ratings: { same } }) => same === null);
  const alike = differences.filter(({ ratings: { same } }) => same === true);
  const isManager = host.seat === 'manager';
  const canName = host.actor === 'manager';
  const who = doc.manager.name && !isManager ? say('manager_named', { name: doc.manager.name }) : '';
  const note = [apart.length ? say('differences_n', { n: apart.length }) : '', who].filter(Boolean).join(say('gap_wide'));
  return (
    <Section title={say('differences')} note={note} name="differ">
      {headline !== 'agreed' && <p class="lb-note">{apart.length ? say('guide', { n: Math.min(3, apart.length) }) : say('guide_same')}</p>}
      {stageOf(doc) === 'agree' && <Together view={view} />}
      {canName && <ManagerName view={view} />}
      {apart.length > 0 && <Table view={view} differences={apart} caption={say('differences')} />}
      {alone.length > 0 && <Folded view={view} differences={alone} title={say('one_sided', { n: alone.length })} />}
      {alike.length > 0 && <Folded view={view} differences={alike} title={say('alike', { n: alike.length })} />}
      {headline !== 'agreed' && <p class="lb-differ__sum">{agreedSoFar(view)}</p>}
    </Section>
  );
}

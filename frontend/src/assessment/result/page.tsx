/* What an assessment came to, for talking about it. Every figure comes from scoring; nothing is worked out here. */

import { useRef } from 'preact/hooks';
import { isAgain } from '../../scoring/reasons.ts';
import { dayOf } from '../document/document.ts';
import type { Host } from '../host.ts';
import { Comparison } from '../manager/comparison.tsx';
import { SignedPage } from '../signed/page.tsx';
import type { Signing } from '../signed/use-signing.tsx';
import { useSigning } from '../signed/use-signing.tsx';
import { Acts, FileButton, SignedActs, pick, talkAgain } from './acts.tsx';
import { isScored } from '../../scoring/review.ts';
import { hasBegun, resultView, scalesOf, unsettled } from '../figures.ts';
import type { Headline, ResultView } from '../figures.ts';
import { GapTable } from './gap-table.tsx';
import { Priorities } from './priorities.tsx';
import { Section } from '../section.tsx';
import { Conditions, Older, Sums, Weighted } from './summary.tsx';
import { Whole } from './whole.tsx';
import { shownName } from '../document/handbook-name.ts';

interface Props {
  view: ResultView;
}

interface PageProps {
  host: Host;
  /** said to everybody */
  message: string;
  tell: (text: string) => void;
  /** where it is told how figures come about; empty where nowhere */
  how: string;
}

export function ResultPage({ host, message, tell, how }: PageProps) {
  const view = resultView(host);
  const field = useRef<HTMLInputElement>(null);
  const chooseFile = () => field.current?.click();
  const begun = hasBegun(view.result) || view.managerResult !== null;
  const signing = useSigning(host);
  return (
    <>
      <p class="lb-result__said lb-noprint" role="status">{message}</p>
      <input ref={field} type="file" accept=".json,application/json" hidden data-lay="" onChange={(event) => read(event.currentTarget, host)} />
      <div class="lb-noprint">{signing.dialog}</div>
      {signing.paper}
      <div class={signing.paper ? 'lb-result lb-noprint' : 'lb-result'}>
        {host.doc.signed.length > 0 && (
          <SignedPage key={host.doc.id} host={host} signing={signing} tell={tell}><SignedActs view={view} chooseFile={chooseFile} tell={tell} /></SignedPage>
        )}
        {!host.doc.signed.length && <Unsigned view={view} begun={begun} chooseFile={chooseFile} tell={tell} how={how} signing={signing} />}
      </div>
    </>
  );
}

interface UnsignedProps extends Props {
  begun: boolean;
  chooseFile: () => void;
  tell: (text: string) => void;
  how: string;
  signing: Signing;
}

/** what it comes to now */
function Unsigned({ view, begun, chooseFile, tell, how, signing }: UnsignedProps) {
  return (
    <>
      <Head view={view} />
      <TalkAgain view={view} />
      {begun && <Older view={view} />}
      <Again view={view} />
      {!begun && <Empty view={view} chooseFile={chooseFile} />}
      {begun && <Parts view={view} />}
      {begun && <Acts view={view} chooseFile={chooseFile} tell={tell} signing={signing} />}
      {begun && <div class="lb-result__end"><Meaning view={view} how={how} /><Signatures view={view} /></div>}
    </>
  );
}

function read(field: HTMLInputElement, host: Host) {
  const files = Array.from(field.files ?? []);
  field.value = ''; // or the same file could not be chosen again
  if (files.length) void host.openFiles(files);
}

function Parts({ view }: Props) {
  return (
    <>
      <Sums view={view} />
      <Left view={view} />
      <Weighted view={view} />
      <div class="lb-result__grid"><Whole view={view} /><GapTable view={view} /></div>
      <Conditions view={view} />
      <Comparison view={view} />
      <Priorities view={view} pick={(codes, chosen) => pick(view.host, codes, chosen)} />
    </>
  );
}

const TITLES = { self: 'title', alone: 'title_alone', manager: 'title_manager', agreed: 'title_agreed' } as const satisfies Record<Headline, string>;

function Head({ view: { say, data, doc, host, headline } }: Props) {
  const isKept = host.keeper.kept && !host.keeper.failed;
  const day = dayOf(doc.finished || doc.agreement.done || doc.changed);
  const facts = [doc.name, say('against', { step: data.step }), doc.finished ? say('finished_on', { day }) : day];
  return (
    <header class="lb-head lb-result__head">
      <div class="lb-head__row">
        <h2 class="lb-result__title">{say(TITLES[headline])}</h2>
        <span class="lb-head__note">
          {facts.filter(Boolean).join(say('gap_wide'))}
          {isKept && <span class="lb-noprint">{say('gap_wide') + say('local')}</span>}
        </span>
      </div>
      <p class="lb-print lb-result__who">
        <span>{say('paper_name')}</span>
        <span>{say('paper_manager')}<b>{doc.manager.name}</b></span>
        <span>{say('paper_release', { handbook: shownName(data), release: doc.release })}</span>
      </p>
    </header>
  );
}

/** nothing has been rated */
function Empty({ view, chooseFile }: Props & { chooseFile: () => void }) {
  const { say, data, again } = view;
  if (again.length) return <p class="lb-result__empty">{say('empty_again')}</p>;
  const can = data.items.some(({ kind }) => kind !== 'none');
  return (
    <div class="lb-result__empty">
      <p>{say(can ? 'empty' : 'empty_never')}</p>
      <p class="lb-result__next">
        {can && <a class="lb-btn lb-btn--main" href="#check">{say('to_list')}</a>}
        <FileButton view={view} chooseFile={chooseFile} />
      </p>
    </div>
  );
}

/** Before it is signed, what was agreed on can be talked about again. */
function TalkAgain({ view: { say, doc, host, headline } }: Props) {
  if (headline !== 'agreed' || doc.finished || doc.signed.length || host.actor === 'reader' || !host.actor) return null;
  return (
    <p class="lb-result__again lb-noprint">
      {say('agreed_now')} <button type="button" class="lb-link" data-act="talk-again" onClick={() => talkAgain(host)}>{say('talk_again')}</button>
    </p>
  );
}

/** what is still open; only whose it is can go on with it */
function Left({ view }: Props) {
  const { say, result, canAnswer, headline } = view;
  if (headline === 'agreed') return <Unsettled view={view} />;
  const left = result.left - result.again;
  if (!left) return null;
  const open = result.items.find((score) => score.state === 'open' && !isAgain(score));
  return (
    <p class="lb-result__left lb-noprint">
      {say('left', { n: left })}{canAnswer && open && <> <a class="lb-a" href={`#q-${open.code}`}>{say('left_go')}</a></>}
    </p>
  );
}

/** what is in no figure, as both have not agreed on it, by name */
function Unsettled({ view }: Props) {
  const open = unsettled(view);
  if (!open.length) return null;
  const { say } = view;
  return <p class="lb-result__left">{say('unsettled', { n: open.length, names: open.map(({ item }) => item.name).join(say('list')) })}</p>;
}

/** Beside the figures: what a new release has changed since it was rated, and whether it counts. */
function Again({ view: { say, result, canAnswer, again } }: Props) {
  if (!again.length) return null;
  const first = result.items.find(({ code }) => again.includes(code));
  return (
    <p class="lb-result__again">
      {say('again', { n: again.length })}{result.again > 0 && say('again_out', { n: result.again })}
      {canAnswer && first && <a class="lb-a lb-noprint" href={`#q-${first.code}`}>{say('again_go')}</a>}
    </p>
  );
}

/** what the scores do not say */
function Meaning({ view, how }: Props & { how: string }) {
  const { say, data, result, scale, rows, byLevels, standard, doc } = view;
  const out = rows.some(({ score }) => !isScored(score));
  const exams = rows.some(({ score }) => score.kind === 'exam' && isScored(score));
  const compare = byLevels ? 'not_levels' : standard === null ? 'not_compare_any' : 'not_compare';
  const points = [
    say(compare, { step: data.step, standard: standard ?? '' }),
    scale && !byLevels ? say('not_rank', { scale: scale.name }) : say('not_rank_any'),
    result.mean !== null && say('not_mean'),
    out && say('not_zero'),
    result.points && say('not_weighted'),
    exams && say('not_exam'),
    ...scalesOf(data, doc.mode).map(({ origin }) => origin),
  ];
  return (
    <Section title={say('not')} name="not">
      <ul class="lb-notmean">{points.filter(Boolean).map((text) => <li>{text}</li>)}</ul>
      {how && <p class="lb-noprint"><a class="lb-a" href={how}>{say('how')}</a></p>}
    </Section>
  );
}

/** lines to sign on paper */
function Signatures({ view: { say, doc } }: Props) {
  return (
    <div class="lb-sign lb-print">
      <div class="lb-sign__lines">
        <span>{say('sign_employee')}</span><span>{say('sign_day')}</span>
        {!doc.alone && <><span>{say('sign_manager')}</span><span>{say('sign_day')}</span></>}
      </div>
    </div>
  );
}

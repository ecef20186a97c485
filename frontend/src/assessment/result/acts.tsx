/* What can be done with a result: read a manager's file, print, save, take into a spreadsheet, sign, begin anew. */

import { speaker } from '../../lib/words.ts';
import { Button } from '../button.tsx';
import * as answers from '../document/answers.ts';
import { copy, dayOf } from '../document/document.ts';
import { isAgreed } from '../document/results.ts';
import type { Host } from '../host.ts';
import { handTable } from '../plan/export.ts';
import * as library from '../storage/library.ts';
import { handBack } from '../stages/acts.tsx';
import * as seats from '../storage/seats.ts';
import { SignAct } from '../signed/act.tsx';
import type { Signing } from '../signed/use-signing.tsx';
import { resultView } from '../figures.ts';
import type { ResultView } from '../figures.ts';

interface Props {
  view: ResultView;
  /** Lets somebody choose a file to lay over this assessment. */
  chooseFile: () => void;
}

interface ActsProps extends Props {
  /** Says something to everybody, where it is seen. */
  tell: (text: string) => void;
}

export function FileButton({ view: { say, doc, host, managerResult }, chooseFile }: Props) {
  const isManager = host.seat === 'manager';
  const word = isManager ? 'lay_open_manager' : doc.finished ? 'lay_plan' : managerResult ? 'lay_again' : 'lay_open';
  return <Button act="lay" onClick={chooseFile}>{say(word)}</Button>;
}

/** Takes items among the most important ones, or out of them. */
export function pick(host: Host, codes: readonly string[], chosen: boolean) {
  host.update((draft) => {
    if (!isAgreed(draft)) for (const code of codes) answers.open(draft, seats.sideOf(host.seat), host.data, code).pick = chosen;
    else draft.agreement.picks = [...draft.agreement.picks.filter((code) => !codes.includes(code)), ...(chosen ? codes : [])];
  });
  const { picked, say, data } = resultView(host);
  host.say(say('top_chosen', { n: picked.length, most: data.pick }));
}

/** What was agreed on stays, and is no result until the talk is over again. */
export function talkAgain(host: Host) {
  const back = host.keeper.hold();
  if (host.actor !== 'both') host.sitTogether(true);
  host.update(({ agreement }) => { agreement.done = null; });
  location.hash = '#talk';
  host.offerUndo(speaker(host.data, 'result')('talk_opened'), back);
}

/** A new one for the next period, which stands beside this one. */
function begin({ host, doc, data }: ResultView, tell: (text: string) => void) {
  const { doc: fresh, problem } = library.take(copy(doc, true), 'both', 'employee');
  if (!problem) host.keeper.use(fresh.id);
  tell(problem ? library.say(data.words, problem) : speaker(data, 'signed')('next_now'));
}

function Tables({ view: { say, host } }: Pick<Props, 'view'>) {
  return (
    <>
      <Button act="csv" onClick={() => void handTable(host, 'csv')}>{say('csv')}</Button>
      <Button act="xlsx" onClick={() => void handTable(host, 'xlsx')}>{say('xlsx')}</Button>
    </>
  );
}

/** of one that is closed */
function Next({ view, tell }: Pick<ActsProps, 'view' | 'tell'>) {
  if (view.host.seat !== 'employee') return null;
  return <Button key="begin" act="next" onClick={() => begin(view, tell)}>{speaker(view.data, 'signed')('next')}</Button>;
}

/** with what is signed */
export function SignedActs({ view, chooseFile, tell }: ActsProps) {
  const { say, host } = view;
  const word = speaker(view.data, 'signed');
  return (
    <p class="lb-result__next">
      <a class="lb-btn lb-btn--main" href="#plan">{word('write_done')}</a>
      <Button act="print" icon="print" onClick={() => window.print()}>{word('print')}</Button>
      <Button act="save" icon="down" onClick={() => void save(host)}>{say(host.seat === 'manager' ? 'save_both' : 'save')}</Button>
      <FileButton view={view} chooseFile={chooseFile} />
      <Tables view={view} />
      <Next view={view} tell={tell} />
    </p>
  );
}

/** What a manager saves goes back to the employee. */
async function save(host: Host) {
  if (host.actor === 'manager') await handBack(host);
  else host.saveFile();
}

export function Acts({ view, chooseFile, tell, signing }: ActsProps & { signing: Signing }) {
  const { say, data, doc, managerResult, host } = view;
  const isManager = host.seat === 'manager';
  return (
    <section class="lb-result__acts lb-noprint">
      <p class="lb-result__next">
        <a class="lb-btn lb-btn--main" href="#plan">{say('to_plan')}</a>
        <FileButton view={view} chooseFile={chooseFile} />
        <Button icon="print" onClick={() => window.print()}>{say('print')}</Button>
        <Button act="save" icon="down" onClick={() => void save(host)}>{say(isManager ? 'save_both' : 'save')}</Button>
        <Tables view={view} />
      </p>
      {!managerResult && <p class="lb-result__how">{say('manager_how')}</p>}
      {doc.finished && ( // before there was signing
        <p class="lb-result__finish">{say('finished_say', { day: dayOf(doc.finished) })}{speaker(data, 'signed')('former')}{' '}<Next view={view} tell={tell} /></p>
      )}
      <SignAct host={host} signing={signing} />
    </section>
  );
}

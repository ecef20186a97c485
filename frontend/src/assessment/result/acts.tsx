/* What can be done with a result: read a manager's file, print, save, take into a spreadsheet, finish, begin anew. */

import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import { Button } from '../button.tsx';
import * as answers from '../document/answers.ts';
import { copy, dayOf, now } from '../document/document.ts';
import { isAgreed } from '../document/results.ts';
import type { Host } from '../host.ts';
import { handTable } from '../plan/export.ts';
import * as library from '../storage/library.ts';
import * as seats from '../storage/seats.ts';
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

/** Closes the assessment, after asking: from then on only the plan goes on. */
async function finish({ host, result, say }: ResultView, tell: (text: string) => void) {
  const answer = await ask(host, {
    title: say('finish_ask'),
    text: [...(result.left ? [say('finish_left', { n: result.left })] : []), say('finish_what')],
    choices: [{ key: 'no', label: say('finish_no'), out: true }, { key: 'yes', label: say('finish'), main: true }],
  });
  if (answer !== 'yes') return;
  host.update((draft) => { draft.finished = now(); });
  tell(say('finished_now'));
}

/** A new one for the next half-year, begun from this one, which stays as it is. */
function begin({ host, say, doc, data }: ResultView, tell: (text: string) => void) {
  const { doc: fresh, problem } = library.take(copy(doc, true));
  if (!problem) host.keeper.use(fresh.id);
  tell(problem ? library.say(data.words, problem) : say('another_now'));
}

export function Acts({ view, chooseFile, tell }: ActsProps) {
  const { say, doc, managerResult, host } = view;
  const isManager = host.seat === 'manager';
  return (
    <section class="lb-result__acts lb-noprint">
      <p class="lb-result__next">
        <a class="lb-btn lb-btn--main" href="#plan">{say('to_plan')}</a>
        <FileButton view={view} chooseFile={chooseFile} />
        <Button icon="print" onClick={() => window.print()}>{say('print')}</Button>
        <Button act="save" icon="down" onClick={() => host.saveFile()}>{say(isManager ? 'save_both' : 'save')}</Button>
        <Button act="csv" onClick={() => void handTable(host, 'csv')}>{say('csv')}</Button>
        <Button act="xlsx" onClick={() => void handTable(host, 'xlsx')}>{say('xlsx')}</Button>
      </p>
      {!managerResult && <p class="lb-result__how">{say('manager_how')}</p>}
      {(doc.finished || !isManager) && ( // a copy that the manager finishes would be finished for nobody else
        <p class="lb-result__finish">
          {doc.finished ? say('finished_say', { day: dayOf(doc.finished) }) : say('finish_say')}{' '}
          {!isManager && doc.finished && <Button key="begin" onClick={() => begin(view, tell)}>{say('another')}</Button>}
          {!isManager && !doc.finished && <Button key="finish" onClick={() => void finish(view, tell)}>{say('finish')}</Button>}
        </p>
      )}
    </section>
  );
}

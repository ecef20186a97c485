/* What leads from one stage to the next, for who sits here: handing over, taking back, having rated, looking at it together. */

import type { ComponentChildren } from 'preact';
import { ask } from '../../lib/dialog.ts';
import { speaker } from '../../lib/words.ts';
import { dayOf, now } from '../document/document.ts';
import { handedOver } from '../document/layers.ts';
import { ratingsOf } from '../document/results.ts';
import { stageOf } from '../document/stage.ts';
import type { Host } from '../host.ts';
import { handOver } from './hand-over.ts';

interface Props {
  host: Host;
}

/** The acts of the stage, in the panel beside the list. */
export function StageActs({ host }: Props) {
  const { actor } = host;
  return (
    <div class="lb-onward">
      {actor === 'employee' && <EmployeeActs host={host} />}
      {actor === 'manager' && <ManagerActs host={host} />}
      {actor === 'both' && <Together host={host} />}
    </div>
  );
}

function EmployeeActs({ host }: Props) {
  const { data, doc, keeper } = host;
  const say = speaker(data, 'stage');
  const stage = stageOf(doc);
  const isBegun = keeper.kept || keeper.failed;
  if (stage === 'review' || stage === 'done' || doc.agreement.done || !isBegun) return null;
  if (doc.alone) {
    return (
      <>
        <Note>{say('alone_say')}</Note>
        <Link act="alone-not" onClick={() => goAlone(host, false)}>{say('alone_not')}</Link>
      </>
    );
  }
  return (
    <>
      {doc.handed.at
        ? <><Note>{say('handed_say', { day: dayOf(doc.handed.at) })}</Note><Link act="take-back" onClick={() => void takeBack(host)}>{say('take_back')}</Link></>
        : <><Note>{say('hand_over_say')}</Note><HandOver host={host} /></>}
      {stage === 'self' && <Link act="alone" onClick={() => goAlone(host, true)}>{say('alone')}</Link>}
      {stage === 'agree' && <SitTogether host={host} />}
    </>
  );
}

/** the next step, once nothing is left to be rated */
function HandOver({ host }: Props) {
  const Act = ratingsOf(host.data, host.doc, 'employee').left ? Button : Main;
  return <Act act="hand-over" onClick={() => void handOver(host)}>{speaker(host.data, 'stage')('hand_over')}</Act>;
}

function ManagerActs({ host }: Props) {
  const { data, doc, looks } = host;
  const say = speaker(data, 'stage');
  const stage = stageOf(doc);
  if (stage === 'review' || stage === 'done' || doc.agreement.done) return <HandBack host={host} />;
  if (stage === 'agree') return <><HandBack host={host} /><SitTogether host={host} /></>;
  return (
    <>
      {!looks && <Note>{say('rate_say')}</Note>}
      <Main act="rated" onClick={() => void rated(host)}>{say('rated')}</Main>
      {!looks && <Link act="look" onClick={() => void look(host)}>{say('look')}</Link>}
    </>
  );
}

function HandBack({ host }: Props) {
  return <Main act="hand-back" onClick={() => void handBack(host)}>{speaker(host.data, 'stage')('hand_back')}</Main>;
}

function SitTogether({ host }: Props) {
  const say = speaker(host.data, 'stage');
  return (
    <>
      <Button act="together" onClick={() => sitTogether(host, true)}>{say('together')}</Button>
      <Note>{say('together_say')}</Note>
    </>
  );
}

function Together({ host }: Props) {
  return <Button act="apart" onClick={() => sitTogether(host, false)}>{speaker(host.data, 'stage')('apart')}</Button>;
}

const Note = ({ children }: { children: ComponentChildren }) => <p class="lb-note">{children}</p>;

interface ActProps {
  act: string;
  onClick: () => void;
  children: ComponentChildren;
}

const Main = ({ act, onClick, children }: ActProps) =>
  <button type="button" class="lb-btn lb-btn--main" data-act={act} onClick={onClick}>{children}</button>;
const Button = ({ act, onClick, children }: ActProps) =>
  <button type="button" class="lb-btn" data-act={act} onClick={onClick}>{children}</button>;
const Link = ({ act, onClick, children }: ActProps) =>
  <button type="button" class="lb-link" data-act={act} onClick={onClick}>{children}</button>;

/** Opens one's ratings again; once the manager has rated, only after asking. */
async function takeBack(host: Host) {
  const say = speaker(host.data, 'stage');
  const isSure = !host.doc.manager.given || await ask(host, {
    title: say('take_back_title'), text: [say('take_back_say')],
    choices: [{ key: 'no', label: say('take_back_not'), out: true }, { key: 'yes', label: say('take_back'), main: true }],
  }) === 'yes';
  if (!isSure) return;
  const back = host.keeper.hold();
  host.update((draft) => { draft.handed = { ...draft.handed, at: null }; });
  host.offerUndo(say('taken_back'), back);
}

function goAlone(host: Host, alone: boolean) {
  const say = speaker(host.data, 'stage');
  const back = host.keeper.hold();
  host.update((draft) => { draft.alone = alone; });
  host.offerUndo(say(alone ? 'alone_now' : 'alone_ended'), back);
}

/**
 * Both ratings are open from now on.
 * @returns whether it was said
 */
async function rated(host: Host): Promise<boolean> {
  const say = speaker(host.data, 'stage');
  const { left } = ratingsOf(host.data, host.doc, 'manager');
  const answer = await ask(host, {
    title: say('rated_title'), text: [...(left ? [say('rated_left', { n: left })] : []), say('rated_say')],
    choices: [{ key: 'no', label: say('rated_not'), out: true }, { key: 'yes', label: say('rated'), main: true }],
  });
  if (answer !== 'yes') return false;
  const back = host.keeper.hold();
  host.update(({ manager }) => {
    manager.given = now();
    manager.independent = manager.independent ?? true;
  });
  host.offerUndo(say('rated_now'), back);
  location.hash = '#result';
  return true;
}

async function look(host: Host) {
  const say = speaker(host.data, 'stage');
  const answer = await ask(host, {
    title: say('look_title'), text: [say('look_say')],
    choices: [{ key: 'no', label: say('look_not'), out: true }, { key: 'yes', label: say('look_yes'), main: true }],
  });
  if (answer !== 'yes') return;
  host.update(({ manager }) => { manager.independent = false; }); // what was seen cannot be unseen: there is no way back
}

/** What is handed back was rated to its end; each time it is counted, so that the newer file is known. What is signed is closed. */
export async function handBack(host: Host) {
  const { doc } = host;
  if (!doc.finished && !doc.manager.given && !await rated(host)) return;
  const say = speaker(host.data, 'stage');
  if (!doc.finished) host.update(({ manager }) => { manager.handed = handedOver(manager.handed, now()); });
  host.saveFile();
  host.say(say('handed_back'));
}

function sitTogether(host: Host, together: boolean) {
  host.sitTogether(together);
  host.say(speaker(host.data, 'stage')(together ? 'together_now' : 'apart_now'));
  if (together) location.hash = '#talk';
}

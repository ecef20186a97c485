/* How far the assessment has come: five stages under one line, whose turn it is, and whose assessment this is. */

import { speaker } from '../../lib/words.ts';
import { dayOf, shortMark } from '../document/document.ts';
import { STAGES, isSkipped, stageOf, turnOf } from '../document/stage.ts';
import type { Stage } from '../document/stage.ts';
import type { Host } from '../host.ts';
import * as seats from '../storage/seats.ts';

interface Props {
  host: Host;
}

type Step = (typeof STAGES)[number];

export function StageBar({ host }: Props) {
  const say = speaker(host.data, 'stage');
  const now = stageOf(host.doc);
  return (
    <nav class="lb-noprint" aria-label={say('label')}>
      <ol class="lb-stages">{STAGES.map((stage) => <Entry key={stage} host={host} stage={stage} now={now} />)}</ol>
    </nav>
  );
}

/** where a stage is looked at; what is agreed on is beside both ratings, or where both talk */
const PLACES: Record<Step, string> = { self: '#check', manager: '#check', agree: '#result', plan: '#plan', review: '#plan' };

function Entry({ host, stage, now }: Props & { stage: Step; now: Stage }) {
  const say = speaker(host.data, 'stage');
  const at = now === 'done' ? STAGES.length : STAGES.indexOf(now);
  const place = STAGES.indexOf(stage);
  const state = isSkipped(stage, host.doc.alone) ? 'off' : place < at ? 'done' : place === at ? 'now' : 'ahead';
  const content = <><b>{say(stage)}</b><small>{noteOf(host, stage, state)}</small></>;
  const isOpen = state === 'done' || state === 'now';
  return (
    <li class={`is-${state}`}>
      {isOpen && canGo(host, stage)
        ? <a href={stage === 'agree' && now === 'agree' && host.actor === 'both' ? '#talk' : PLACES[stage]} aria-current={state === 'now' ? 'step' : undefined} onClick={() => turn(host, stage)}>{content}</a>
        : <span aria-current={state === 'now' ? 'step' : undefined}>{content}</span>}
    </li>
  );
}

/** what the other side has rated is no place to go to before it may be seen */
const canGo = ({ seat, looks }: Host, stage: Step): boolean =>
  looks || (stage === 'self' ? seat !== 'manager' : stage === 'manager' ? seat === 'manager' : true);

/** Both rate on the same list. */
function turn(host: Host, stage: Step) {
  if (stage === 'self') host.who = 'employee';
  if (stage === 'manager') host.who = 'manager';
}

function noteOf({ data, doc, seat }: Host, stage: Step, state: string): string {
  const say = speaker(data, 'stage');
  if (state === 'off') return say('skipped');
  if (state === 'ahead') return stage === 'self' ? '' : say(`ahead_${stage}`);
  if (state === 'now') {
    const turn = turnOf(stage, doc.alone);
    return turn === '' ? '' : turn === seat ? say('now_you') : say(`now_${turn}`);
  }
  const day = dayOf(ended(doc, stage) ?? '');
  if (stage === 'manager' && doc.manager.independent === false) return say('looked', { day });
  return day || say('done');
}

/** when a stage was over */
function ended({ handed, manager, agreement, finished, signed }: Host['doc'], stage: Step): string | null {
  switch (stage) {
    case 'self': return handed.at;
    case 'manager': return manager.given;
    case 'agree': return agreement.done;
    case 'plan': return signed.at(0)?.at ?? finished;
    default: return signed.at(-1)?.at ?? null;
  }
}

/** Whose it is, and who sits here. */
export function Owner({ host }: Props) {
  const { data, doc, actor, seat } = host;
  const say = speaker(data, 'stage');
  const name = doc.person || (seat === 'manager' && seats.named(doc.id)) || (seat === 'employee' ? say('mine') : '');
  return (
    <p class="lb-owner lb-noprint">
      <span>{name && <b>{name}</b>} <span class="lb-mint" title={say('mark')}>{shortMark(doc.id)}</span></span>
      {doc.period && <span>{doc.period}</span>}
      {doc.release && <span>{say('release', { release: doc.release })}</span>}
      {actor && <span class="lb-owner__seat"><span class={`lb-seat lb-seat--${actor}`}>{say(`you_${actor}`)}</span></span>}
    </p>
  );
}

/* Where there is no talk: before the manager has rated, before both sit at one screen, and after they have agreed. */

import type { ComponentChildren } from 'preact';
import { stageOf } from '../document/stage.ts';
import type { Host } from '../host.ts';
import { talkSpeaker } from './context.ts';

export function Closed({ host }: { host: Host }) {
  const word = talkSpeaker(host.data);
  const stage = stageOf(host.doc);
  const canSit = stage === 'agree' && (host.actor === 'employee' || host.actor === 'manager');
  const say = (text: string, act: ComponentChildren) => (
    <div class="lb-result__empty">
      <h2 class="lb-talk__title">{word('title')}</h2>
      <p>{text}</p>
      <p class="lb-result__next">{act}</p>
    </div>
  );
  if (canSit) return say(word('sit_say'), <button type="button" class="lb-btn lb-btn--main" data-act="sit" onClick={() => host.sitTogether(true)}>{word('sit')}</button>);
  const isAhead = stage === 'self' || stage === 'manager';
  return say(word(isAhead ? 'ahead' : stage === 'agree' ? 'reader' : 'over'), <a class="lb-btn" href="#result">{word('to_result')}</a>);
}

/* Where one signs: the way there, or what has to come first. */

import { speaker } from '../../lib/words.ts';
import { Button } from '../button.tsx';
import type { Host } from '../host.ts';
import { askResult } from './asked.ts';
import { wayOf } from './signing.ts';
import type { Signing } from './use-signing.tsx';

export function SignAct({ host, signing }: { host: Host; signing: Signing }) {
  const { data, doc, seat } = host;
  const say = speaker(data, 'signed');
  const way = wayOf(doc, seat);
  if (way === 'no') return null;
  if (way === 'agree_first' || way === 'handed') return <p class="lb-result__finish" id="sign">{say(way)}</p>;
  return (
    <p class="lb-result__finish" id="sign">
      {say(way === 'both' ? 'sign_say' : 'sign_say_one')}{' '}
      <Button key="sign" act="sign" onClick={() => signing.open(askResult(data, doc))}>{say('sign')}</Button>
    </p>
  );
}

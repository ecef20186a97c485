/* Asks for the signatures: both at one screen, or on paper, of which the check code says that it is the same. */

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../generated/words.ts';
import { speaker } from '../../lib/words.ts';
import type { Side } from '../document/model.ts';
import type { Host } from '../host.ts';
import type { Body, Signer } from './body.ts';
import { codeOf } from './code.ts';
import { sealed } from './signing.ts';

/** what is to be signed, once it is known how */
export interface Asked {
  readonly title: 'ask_result' | 'ask_again' | 'ask_review';
  readonly what: Extract<Words['signed'], 'what_result' | 'what_again' | 'what_review'>;
  readonly roles: readonly Side[];
  /** what is not done yet */
  readonly lacks: readonly string[];
  /** said besides */
  readonly note: string;
  readonly make: (how: Signer['how']) => Body;
}

interface Props {
  readonly host: Host;
  readonly asked: Asked;
  /** Prints what is to be signed. */
  readonly print: (body: Body) => void;
  readonly sign: (body: Body) => void;
  readonly close: () => void;
}

interface TickProps {
  readonly name: string;
  readonly text: string;
  readonly checked: boolean;
  readonly set: (checked: boolean) => void;
}

function Tick({ name, text, checked, set }: TickProps) {
  return (
    <label class="lb-tick">
      <input type="checkbox" name={name} checked={checked} onChange={(event) => set(event.currentTarget.checked)} /><span>{text}</span>
    </label>
  );
}

/** how both sign: their ticks; nobody ticks for the other one, so first it is said that both are here */
function OnScreen({ host, asked, ticked, set }: Pick<Props, 'host' | 'asked'> & { ticked: readonly Side[]; set: (ticked: Side[]) => void }) {
  const say = speaker(host.data, 'signed');
  const [areHere, setHere] = useState(asked.roles.length < 2 || host.actor === 'both');
  if (!areHere) {
    return (
      <fieldset>
        <legend>{say('on_screen')}</legend>
        <p class="lb-note">{say('on_screen_alone')}</p>
        <p><button type="button" class="lb-btn" data-act="both-here" onClick={() => setHere(true)}>{say('both_here')}</button></p>
      </fieldset>
    );
  }
  const change = (role: Side) => (checked: boolean) => set(asked.roles.filter((one) => (one === role ? checked : ticked.includes(one))));
  return (
    <fieldset>
      <legend>{say('on_screen')}</legend>
      {asked.roles.length > 1 && <p class="lb-note">{say('together')}</p>}
      {asked.roles.map((role) => <Tick key={role} name={`sign-${role}`} text={say(`agree_${role}`)} checked={ticked.includes(role)} set={change(role)} />)}
    </fieldset>
  );
}

function OnPaper({ host, asked, print, done, set }: Pick<Props, 'host' | 'asked' | 'print'> & { done: boolean; set: (done: boolean) => void }) {
  const say = speaker(host.data, 'signed');
  const body = asked.make('paper');
  return (
    <fieldset>
      <legend>{say('on_paper')}</legend>
      <p><button type="button" class="lb-btn" onClick={() => print(body)}><i class="lb-i lb-i--print" aria-hidden="true" />{say('print_first')}</button></p>
      <p class="lb-note">{say('on_paper_say', { code: codeOf(sealed(body).hash) })}</p>
      <Tick name="sign-paper" text={say('on_paper_done')} checked={done} set={set} />
    </fieldset>
  );
}

export function SignDialog({ host, asked, print, sign, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [ticked, setTicked] = useState<readonly Side[]>([]);
  const [onPaper, setOnPaper] = useState(false);
  const say = speaker(host.data, 'signed');
  const { title, what, lacks, note, roles, make } = asked;
  const can = onPaper || roles.every((role) => ticked.includes(role));
  useLayoutEffect(() => { dialog.current?.showModal(); }, []);
  return (
    <dialog ref={dialog} class="lb-ask lb-ask--sign lb-noprint" aria-labelledby="lb-sign-title" onClose={close}>
      <h2 id="lb-sign-title">{say(title)}</h2>
      <p>{say(what)}</p>
      {lacks.length > 0 && <div class="lb-ask__lacks"><p>{say('before')}</p><ul>{lacks.map((text) => <li key={text}>{text}</li>)}</ul></div>}
      {note && <p>{note}</p>}
      <OnScreen host={host} asked={asked} ticked={ticked} set={(next) => { setTicked(next); setOnPaper(false); }} />
      <OnPaper host={host} asked={asked} print={print} done={onPaper} set={(done) => { setOnPaper(done); setTicked([]); }} />
      <div class="lb-ask__btns">
        <button type="button" class="lb-btn" autofocus onClick={() => dialog.current?.close()}>{say('not_yet')}</button>
        <button type="button" class="lb-btn lb-btn--main" disabled={!can} onClick={() => sign(make(onPaper ? 'paper' : 'screen'))}>{say('sign')}</button>
      </div>
    </dialog>
  );
}

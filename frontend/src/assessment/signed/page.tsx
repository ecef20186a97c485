/* The result once it is signed: exactly what was signed, whether it still is that, and beside it what it would be today. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { speaker } from '../../lib/words.ts';
import { Button } from '../button.tsx';
import { dayOf } from '../document/document.ts';
import type { Signed } from '../document/model.ts';
import type { Host } from '../host.ts';
import { askLater } from './asked.ts';
import { Beside } from './beside.tsx';
import { readBody } from './body.ts';
import type { Body } from './body.ts';
import { setFoot } from './paper-foot.ts';
import { codeOf, current, replacedBy } from './code.ts';
import { fits, lastResult } from './signing.ts';
import { PaperHead, Snapshot } from './snapshot.tsx';
import { canUndo, undo } from './undo.ts';
import type { Signing } from './use-signing.tsx';
import { footOf, signersIn, snapshotOf } from './view.ts';

interface Props {
  readonly host: Host;
  readonly signing: Signing;
  readonly tell: (text: string) => void;
  /** what can be done with it besides */
  readonly children: ComponentChildren;
}

interface EntryProps {
  readonly host: Host;
  readonly entry: Signed;
  readonly body: Body | null;
}

/** The head under its double line. */
function Sealed({ host, entry, body }: EntryProps) {
  const say = speaker(host.data, 'signed');
  const day = dayOf(entry.at);
  const release = body?.release ?? '';
  const by = body?.by.length ? body.by : entry.by;
  return (
    <header class="lb-sealed lb-noprint">
      <div>
        <h2 tabindex={-1}>{say(`title_${entry.kind}`)}</h2>
        <p>{release ? say('sealed', { day, release }) : say('sealed_undated', { day })}</p>
      </div>
      <p>{say('code')}{say('gap')}<span class="lb-hash">{codeOf(entry.hash)}</span><br />{signersIn({ say }, by)}</p>
    </header>
  );
}

/** What cannot be read is told, and shown as it is. */
function Bare({ host, entry }: Pick<EntryProps, 'host' | 'entry'>) {
  const say = speaker(host.data, 'signed');
  return (
    <div role="alert" class="lb-signed__bad">
      <p>{say('unreadable')}</p>
      <details class="lb-more"><summary>{say('bare_text')}</summary><pre tabindex={0}>{entry.body}</pre></details>
    </div>
  );
}

function Entry({ host, entry, body }: EntryProps) {
  const say = speaker(host.data, 'signed');
  const number = replacedBy(host.doc.signed, entry);
  const props = body && snapshotOf(host.data, body);
  const code = codeOf(entry.hash);
  useLayoutEffect(() => {
    setFoot(props ? footOf(props, code) : '', code);
    return () => { setFoot('', ''); };
  }, [entry.hash]);
  return (
    <>
      <Sealed host={host} entry={entry} body={body} />
      {props && <PaperHead {...props} code={code} />}
      {number !== null && <p class="lb-note">{say('replaced', { n: number })}</p>}
      {!fits(entry) && props && <p role="alert" class="lb-signed__bad">{say('broken')}</p>}
      {props ? <Snapshot {...props} aside={<Beside {...props} data={host.data} />} /> : <Bare host={host} entry={entry} />}
    </>
  );
}

/** All that were signed, where there are several. */
function Others({ host, shown, show }: { host: Host; shown: Signed; show: (entry: Signed) => void }) {
  const { data, doc: { signed } } = host;
  const say = speaker(data, 'signed');
  if (signed.length < 2) return null;
  return (
    <section class="lb-signed__all lb-noprint">
      <h2 class="lb-sec">{say('others')}</h2>
      <ul class="lb-plain">
        {signed.map((entry) => (
          <li key={entry.at + entry.hash}>
            <span>{say(`nth_${entry.kind}`, { n: entry.n, day: dayOf(entry.at) })}</span> <span class="lb-hash">{codeOf(entry.hash)}</span>{' '}
            {entry === shown
              ? <span class="lb-note">{say('shown')}</span>
              : <button type="button" class="lb-link" onClick={() => show(entry)}>{say('show')}</button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Signed again, or looked back on. */
function Later({ host, signing }: Pick<Props, 'host' | 'signing'>) {
  const { data, doc, seat } = host;
  const say = speaker(data, 'signed');
  const last = lastResult(doc.signed);
  if (!last || (seat !== 'employee' && seat !== 'manager')) return null;
  const isReviewed = doc.signed.some(({ kind }) => kind === 'review');
  const ask = (kind: Body['kind']) => signing.open(askLater(data, doc, last.body, last.hash, kind));
  return (
    <>
      {!isReviewed && <p class="lb-result__finish">{say('review_say')} <Button act="sign-review" onClick={() => ask('review')}>{say('sign_review')}</Button></p>}
      <p class="lb-result__finish"><button type="button" class="lb-link" data-act="sign-again" onClick={() => ask(isReviewed ? 'review' : 'result')}>{say('sign_again')}</button></p>
    </>
  );
}

function Undo({ host, tell }: Pick<Props, 'host' | 'tell'>) {
  const say = speaker(host.data, 'signed');
  if (!canUndo(host)) return null;
  const back = () => {
    undo(host);
    tell(say('undone'));
  };
  const code = codeOf(host.doc.signed.at(-1)?.hash ?? '');
  return <p class="lb-signed__undo lb-noprint" role="status">{say('undo_say', { code })} <button type="button" class="lb-link" onClick={back}>{say('undo')}</button></p>;
}

export function SignedPage({ host, signing, tell, children }: Props) {
  const { signed } = host.doc;
  const [chosen, setChosen] = useState('');
  const shown = signed.find(({ at, hash }) => at + hash === chosen) ?? current(signed);
  if (!shown) return null;
  return (
    <>
      <Undo host={host} tell={tell} />
      <Entry key={shown.at + shown.hash} host={host} entry={shown} body={readBody(shown.body)} />
      <Others host={host} shown={shown} show={({ at, hash }) => setChosen(at + hash)} />
      <section class="lb-result__acts lb-noprint">{children}<Later host={host} signing={signing} /></section>
    </>
  );
}

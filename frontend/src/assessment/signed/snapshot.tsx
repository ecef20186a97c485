/* A snapshot as it was signed: the same picture for ever, from its own data alone. On paper two sheets: what it came to; the plan,
   what was talked about, and the lines to sign on. */

import type { ComponentChildren } from 'preact';
import { Conditions, Groups, Sums, Weighted } from './figures.tsx';
import { Gaps } from './gaps.tsx';
import { Plan, Talked, Texts } from './sheets.tsx';
import type { SnapshotProps } from './view.ts';
import { personIn } from './view.ts';

/** aside: what stands beside its figures on a screen */
export function Snapshot({ aside, ...props }: SnapshotProps & { aside?: ComponentChildren }) {
  return (
    <>
      <div class={aside ? 'lb-thennow' : undefined}>
        <div><Sums {...props} /><Gaps {...props} /></div>
        {aside}
      </div>
      <div class="lb-signed__second">
        <Plan {...props} />
        <Talked {...props} />
        <Groups {...props} /><Weighted {...props} /><Conditions {...props} />
        <Texts {...props} />
        <div class="lb-signed__end lb-print"><p class="lb-note">{props.say('proves')}</p><Lines {...props} /></div>
      </div>
    </>
  );
}

/** to sign on, for each who signs */
function Lines({ body: { by }, result }: SnapshotProps) {
  return (
    <div class="lb-sign">
      <div class="lb-sign__lines">
        {by.map(({ role, name }) => <><span>{result(`sign_${role}`)}{name && `\u3000${name}`}</span><span>{result('sign_day')}</span></>)}
      </div>
    </div>
  );
}

/** The head of the sheets: whose it is, and the check code. */
export function PaperHead({ code, ...props }: SnapshotProps & { code: string }) {
  const { body, say } = props;
  const title = say(body.kind === 'review' ? 'paper_review' : `paper_${body.whose}`);
  return (
    <header class="lb-sealed lb-print">
      <div><h2>{title}</h2><p>{[body.target.title, body.period, [body.handbook, body.release].filter(Boolean).join(' ')].filter(Boolean).join(say('gap'))}</p></div>
      <p>{personIn(props, body)}<br />{say('code')}{say('gap')}<span class="lb-hash">{code}</span></p>
    </header>
  );
}

/* The dialog of a signing, and what is printed for it, as one part of a page that can open it. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { now } from '../document/document.ts';
import type { Host } from '../host.ts';
import type { Body } from './body.ts';
import type { Asked } from './dialog.tsx';
import { SignDialog } from './dialog.tsx';
import { setFoot } from './paper-foot.ts';
import { codeOf } from './code.ts';
import { sealed, sign } from './signing.ts';
import { PaperHead, Snapshot } from './snapshot.tsx';
import { footOf, snapshotOf } from './view.ts';
import { offer } from './undo.ts';

export interface Signing {
  /** Opens the dialog. */
  open(asked: Asked): void;
  readonly dialog: ComponentChildren;
  /** to be printed instead of what the page shows */
  readonly paper: ComponentChildren;
}

/** What is printed for signing, and printed as soon as it stands there. */
function Paper({ host, body, printed }: { host: Host; body: Body; printed: () => void }) {
  const props = snapshotOf(host.data, body);
  const code = codeOf(sealed(body).hash);
  useLayoutEffect(() => {
    setFoot(footOf(props, code), code);
    window.addEventListener('afterprint', printed);
    window.print();
    return () => {
      window.removeEventListener('afterprint', printed);
      setFoot('', '');
    };
  }, []);
  return <div class="lb-result lb-print"><PaperHead {...props} code={code} /><Snapshot {...props} /></div>;
}

export function useSigning(host: Host): Signing {
  const [asked, setAsked] = useState<Asked | null>(null);
  const [paper, setPaper] = useState<{ body: Body, turn: number } | null>(null);
  const close = () => {
    setAsked(null);
    setPaper(null);
  };
  const signNow = (body: Body) => {
    const { hash } = sealed(body);
    close();
    offer(host, hash); // before the change that shows it
    host.update(sign(body, now()));
    setTimeout(() => host.querySelector<HTMLElement>('.lb-sealed h2')?.focus()); // once the dialog is gone
  };
  return {
    open: setAsked,
    dialog: asked && (
      <SignDialog host={host} asked={asked} sign={signNow} close={close} print={(body) => setPaper((before) => ({ body, turn: (before?.turn ?? 0) + 1 }))} />
    ),
    paper: paper && <Paper key={paper.turn} host={host} body={paper.body} printed={() => setPaper(null)} />,
  };
}

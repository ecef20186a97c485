/* A signing just made can be taken back, until the page is left or a file or print was made of it: then others may hold it. */

import type { Host } from '../host.ts';
import { unsign } from './signing.ts';

let fresh: { id: string, hash: string } | null = null;

/** From now on it can be taken back. */
export function offer(host: Host, hash: string) {
  fresh = { id: host.doc.id, hash };
  const close = () => {
    host.removeEventListener('lb-file', close);
    window.removeEventListener('beforeprint', close);
    if (fresh?.hash === hash) fresh = null;
    host.dispatchEvent(new CustomEvent('lb-change', { detail: { doc: host.doc } }));
  };
  host.addEventListener('lb-file', close);
  window.addEventListener('beforeprint', close);
}

export const canUndo = ({ doc, seat }: Host): boolean => seat !== 'reader' && fresh?.id === doc.id && doc.signed.at(-1)?.hash === fresh.hash;

export function undo(host: Host) {
  if (!fresh || !canUndo(host)) return;
  host.update(unsign(fresh.hash));
  fresh = null;
}

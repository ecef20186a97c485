/* Asks the preview server, which is on this machine: the one script that sends anything, and no part of a published site. */
/* eslint no-restricted-globals: "off" */

import type { MendAnswer, PreviewState } from '../generated/served.ts';

const OWN = '/__levelbook/';
const AGAIN_AFTER = 1000;

/** the next state after one, once there is any; none where the server does not answer. It makes this page before others. */
export async function stateAfter(epoch: number, signal: AbortSignal): Promise<PreviewState | undefined> {
  try {
    const asked = new URLSearchParams({ after: String(epoch), page: location.pathname });
    const answer = await fetch(`${OWN}state?${String(asked)}`, { signal, cache: 'no-store' });
    return answer.ok ? ((await answer.json()) as PreviewState) : undefined;
  } catch {
    return undefined;
  }
}

/** Has cures written, by the keys of their problems; the result is what is said where that did not happen. */
export async function mend(keys: readonly string[], token: string): Promise<string> {
  try {
    const headers = { 'Content-Type': 'application/json', 'X-Levelbook-Token': token };
    const answer = await fetch(`${OWN}cure`, { method: 'POST', headers, body: JSON.stringify({ keys }) });
    return ((await answer.json()) as MendAnswer).sentence;
  } catch (error) {
    return String(error);
  }
}

/** a moment, before a server that does not answer is asked again */
export const pause = (): Promise<void> => new Promise((done) => void setTimeout(done, AGAIN_AFTER));

/* What few ask for comes with a script of its own, and its words before it, when somebody first asks. */

import { loadAll } from '../lib/load.ts';
import type { Host } from './host.ts';

type Asked = Extract<keyof Window, `levelbook${'FileMakers' | 'MoveOn' | 'WhatChanged'}`>;

/**
 * Brings what that script leaves on the page.
 * @returns null where it does not come; asked again, it is tried again
 */
export async function bring<Name extends Asked>({ dataset }: Host, name: Name): Promise<NonNullable<Window[Name]> | null> {
  if (!window[name]) await loadAll(dataset.askedFor ?? '').catch(() => undefined);
  return window[name] ?? null;
}

/* A collection is an address: #TAM-ACH-06,TAM-COM-09&name=…. What stands behind the # reaches no server. */

import { decoded } from '../lib/text.ts';

export interface Collected {
  /** in the order in which they were chosen, each once */
  readonly codes: readonly string[];
  readonly name: string;
}

/** How a code may look; anything else in an address is no code, and is not shown. */
const CODE = /^[A-Z0-9]+(?:-[A-Z0-9]+){1,3}$/;
const SEPARATOR = /[\s,，、;；+]+/u;
const NAME = '&name=';

/** the codes that somebody typed or an address holds, each once, as codes are written */
export function codesIn(text: string): string[] {
  const typed = text.normalize('NFKC').toUpperCase().split(SEPARATOR);
  return [...new Set(typed.filter((code) => CODE.test(code)))];
}

/**
 * @param hash - of the address, with its #
 */
export function read(hash: string): Collected {
  const [codes, ...name] = hash.replace(/^#/, '').split(NAME);
  return { codes: codesIn(decoded(codes)), name: decoded(name.join(NAME)).trim() };
}

/** what stands behind the #; nothing for nothing */
export function write({ codes, name }: Collected): string {
  if (!codes.length) return '';
  return codes.join(',') + (name.trim() ? NAME + encodeURIComponent(name.trim()) : '');
}

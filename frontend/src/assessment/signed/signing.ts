/* Signing as changes of a document, and what is known of what was signed. No page here. */

import { canonical } from './canonical.ts';
import { sha256 } from './sha256.ts';
import type { SavedAssessment, Side, Signed } from '../document/model.ts';
import type { Change } from '../host.ts';
import type { Seat } from '../storage/seats.ts';
import type { Body } from './body.ts';
import { readBody } from './body.ts';
import { isOfTwo } from './make.ts';

/** signed by one, by both; or what has to come first, or that it is nobody's turn here */
export type Way = 'one' | 'both' | 'agree_first' | 'handed' | 'no';

type Doc = SavedAssessment;

export function wayOf(doc: Doc, seat: Seat): Way {
  if (doc.finished || (seat !== 'employee' && seat !== 'manager')) return 'no';
  if (isOfTwo(doc)) return doc.agreement.done ? 'both' : 'agree_first';
  if (seat === 'manager') return 'no'; // who has rated nothing has nothing to sign
  return doc.alone || doc.handed.at === null ? 'one' : 'handed';
}

/** who signs: of one signed already the same as then */
export const rolesOf = (doc: Doc): Side[] => {
  const last = doc.signed.at(-1);
  if (last) return last.by.map(({ role }) => role);
  return isOfTwo(doc) ? ['employee', 'manager'] : ['employee'];
};

/** the text that is kept, and its hash */
export function sealed(body: Body): Pick<Signed, 'body' | 'hash'> {
  const text = canonical(body);
  return { body: text, hash: sha256(text) };
}

/** whether it is what was signed, to the byte */
export const fits = ({ body, hash }: Signed): boolean => hash !== '' && sha256(body) === hash;

/** Ratings are closed with the first signing. */
export function sign(body: Body, at: string): Change {
  const { body: text, hash } = sealed(body);
  const by = body.by.map(({ role, how }) => ({ role, how }));
  return (draft) => {
    const n = Math.max(0, ...draft.signed.map((entry) => entry.n)) + 1;
    draft.signed.push({ n, kind: body.kind, at, by, body: text, hash });
    draft.finished ??= at;
  };
}

/**
 * Takes a signing back.
 * @param hash - of what was signed
 */
export function unsign(hash: string): Change {
  return (draft) => {
    if (draft.signed.at(-1)?.hash !== hash) return;
    draft.signed.pop();
    if (!draft.signed.length) draft.finished = null;
  };
}

/** what was signed last of the result, where it can be read */
export function lastResult(signed: readonly Signed[]): { body: Body, hash: string } | null {
  const entry = signed.findLast(({ kind }) => kind === 'result');
  const body = entry ? readBody(entry.body) : null;
  return entry && body ? { body, hash: entry.hash } : null;
}
